#include "core/child_care.hpp"

#include "core/stable_sort.hpp"

#include <functional>
#include <limits>

namespace portal::core {
namespace {

/// Rules change a few times in a contract's life, days are many: looks them up only where another version may have
/// begun.
class RulesByDay {
  public:
    RulesByDay(const RuleBook& book, const PlacementContract& contract) : book_(book), contract_(contract) {}

    [[nodiscard]] const CareRules* on(Date date) {
        if (book_.versions.empty()) {
            return nullptr;
        }
        if (!known_ || !same_.contains(date)) {
            look_up(date);
        }
        return rules_;
    }

  private:
    void look_up(Date date) {
        rules_ = rules_on(book_, contract_, date);
        same_ = {date, Date{std::numeric_limits<std::int32_t>::max()}};
        for (const CareRules& version : book_.versions) {
            if (date < version.valid_from && version.valid_from <= same_.last) {
                same_.last = version.valid_from - 1;
            }
        }
        known_ = true;
    }

    const RuleBook& book_;
    const PlacementContract& contract_;
    const CareRules* rules_ = nullptr;
    DateRange same_;
    bool known_ = false;
};

void add_contract(const PlacementContract& contract, const RuleBook& book, const CalendarIndex& days,
                  const RequestDays& requests, DateRange range, std::vector<CareBlock>& blocks) {
    RulesByDay rules{book, contract};
    const Date last = contract.end ? std::min(*contract.end, range.last) : range.last;
    for (Date date = std::max(range.first, contract.start); date <= last; date = date + 1) {
        each_open_time(contract, rules.on(date), days, date, [&](TimeRange time) {
            each_piece(contract, requests, {date, time},
                       [&](TimeRange piece, CareState state, const ChangeRequest* request) {
                           blocks.push_back({contract.child, date, piece, state, contract.location, contract.care_type,
                                             request != nullptr ? std::optional{request->id} : std::nullopt});
                       });
        });
    }
}

/// The contracted care that still stands that day, by start.
[[nodiscard]] std::vector<TimeRange> standing_on(const Family& family, const ChildId& child, const CalendarIndex& days,
                                                 const RequestDays& requests, Date date) {
    std::vector<TimeRange> standing;
    for (const PlacementContract& contract : family.contracts) {
        if (contract.child != child || !contract.covers(date) || days.closure(date, contract.location) != nullptr) {
            continue;
        }
        each_agreed_time(contract, days, date, [&](TimeRange time) {
            each_piece(contract, requests, {date, time}, [&](TimeRange piece, CareState state, const ChangeRequest*) {
                if (state != CareState::kAbsent && state != CareState::kGivenUp) {
                    standing.push_back(piece);
                }
            });
        });
    }
    stable_sort(standing, std::less<>{});
    return standing;
}

void add_requested(const Family& family, const CalendarIndex& days, const ChildId& child, const RequestDays& requests,
                   DateRange range, std::vector<CareBlock>& blocks) {
    for (const RequestDays::Entry& entry : requests.entries()) {
        const auto block = entry.given ? std::nullopt : block_of(*entry.request);
        if (!block || !range.contains(block->date)) {
            continue;
        }
        // On a study day the wish is for the whole day, the contract's hours included: those are there already.
        const auto standing = entry.request->kind == RequestKind::kExtra
                                  ? standing_on(family, child, days, requests, block->date)
                                  : std::vector<TimeRange>{};
        each_part_outside(standing, block->time, [&](TimeRange part) {
            blocks.push_back(*block);
            blocks.back().time = part;
            if (requests.illness_on(block->date) != nullptr) {
                blocks.back().state = CareState::kSick;
            }
        });
    }
}

}  // namespace

bool is_paid_day(const CareFacts& facts, const PlacementContract& contract, const Closure* closure, Date date) {
    if (closure == nullptr || closure->kind == ClosureKind::kHoliday) {
        return true;
    }
    const CareRules* rules = rules_on(facts.rules, contract, date);
    return rules == nullptr || rules->closures.invoiced;
}

void add_care(const Family& family, const RuleBook& rules, const CalendarIndex& days, const ChildId& child,
              const RequestDays& requests, DateRange range, std::vector<CareBlock>& blocks) {
    for (const PlacementContract& contract : family.contracts) {
        if (contract.child == child && contract.is_signed()) {
            add_contract(contract, rules, days, requests, range, blocks);
        }
    }
    add_requested(family, days, child, requests, range, blocks);
}

}  // namespace portal::core
