#include "core/occupancy.hpp"

#include "core/calendar_index.hpp"
#include "core/child_care.hpp"
#include "core/names.hpp"
#include "core/request_days.hpp"
#include "core/stable_sort.hpp"

#include <algorithm>
#include <tuple>

namespace portal::core {
namespace {

constexpr Names<CareState, 9> kStates{{{CareState::kContract, "contract"},
                                       {CareState::kExtraRequested, "extra-requested"},
                                       {CareState::kExtraApproved, "extra-approved"},
                                       {CareState::kSwapRequested, "swap-requested"},
                                       {CareState::kSwapApproved, "swap-approved"},
                                       {CareState::kGivenUpRequested, "given-up-requested"},
                                       {CareState::kGivenUp, "given-up"},
                                       {CareState::kAbsent, "absent"},
                                       {CareState::kSick, "sick"}}};

/// Children of contracts and of requests: a request may be older than its contract's last version.
[[nodiscard]] std::vector<ChildId> children_of(const Family& family, const std::vector<ChangeRequest>& requests) {
    std::vector<ChildId> children;
    const auto add = [&](const ChildId& child) {
        if (std::find(children.begin(), children.end(), child) == children.end()) {
            children.push_back(child);
        }
    };
    for (const PlacementContract& contract : family.contracts) {
        add(contract.child);
    }
    for (const ChangeRequest& request : requests) {
        add(request.child);
    }
    return children;
}

}  // namespace

std::string_view to_string(CareState state) {
    return name_of(kStates, state);
}

std::optional<CareState> care_state_from(std::string_view text) {
    return value_of(kStates, text);
}

std::optional<CareBlock> block_of(const ChangeRequest& request) {
    const bool adds = request.kind == RequestKind::kExtra || request.kind == RequestKind::kSwap;
    if (!adds || !request.stands()) {
        return std::nullopt;
    }
    const bool approved = request.state == RequestState::kApproved;
    const CareState state = request.kind == RequestKind::kSwap
                                ? (approved ? CareState::kSwapApproved : CareState::kSwapRequested)
                                : (approved ? CareState::kExtraApproved : CareState::kExtraRequested);
    return CareBlock{request.child, request.date, request.time, state, request.location, request.care_type, request.id};
}

void sort_blocks(std::vector<CareBlock>& blocks) {
    stable_sort(blocks, [](const CareBlock& a, const CareBlock& b) {
        return std::tie(a.date, a.time, a.child, a.location, a.state) <
               std::tie(b.date, b.time, b.child, b.location, b.state);
    });
}

std::vector<CareBlock> occupancy(const Family& family, const CareCalendar& calendar,
                                 const std::vector<ChangeRequest>& requests, Date first, Date last) {
    return occupancy(family, calendar, RuleBook{}, requests, first, last);
}

std::vector<CareBlock> occupancy(const Family& family, const CareCalendar& calendar, const RuleBook& rules,
                                 const std::vector<ChangeRequest>& requests, Date first, Date last) {
    std::vector<CareBlock> blocks;
    const CalendarIndex days{calendar, {first, last}};
    for (const ChildId& child : children_of(family, requests)) {
        RequestDays by_day;
        for (const ChangeRequest& request : requests) {
            if (request.child == child) {
                by_day.add(request);
            }
        }
        by_day.sort();
        add_care(family, rules, days, child, by_day, {first, last}, blocks);
    }
    sort_blocks(blocks);
    return blocks;
}

}  // namespace portal::core
