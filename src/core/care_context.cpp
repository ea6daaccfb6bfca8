#include "core/care_context.hpp"

#include "core/late_arrival.hpp"
#include "core/request_terms.hpp"
#include "core/stable_sort.hpp"

#include <algorithm>
#include <utility>

namespace portal::core {
namespace {

// Deadlines look back some weeks, windows look ahead as far as wishes are let through.
constexpr int kDaysBack = 70;
constexpr int kDaysAhead = 500;

[[nodiscard]] Placement placement_of(const CareFacts& facts, const PlacementContract& contract) {
    Placement placement;
    placement.contract = &contract;
    placement.offer = find_offer(facts.locations, contract.location, contract.care_type);
    for (const CareRules& rules : facts.rules.versions) {
        const bool type_fits = !rules.contract_type || *rules.contract_type == contract.type;
        if (rules.care_type == contract.care_type && type_fits && rules.location == contract.location) {
            placement.versions.push_back(&rules);
        }
    }
    stable_sort(placement.versions, [](const CareRules* a, const CareRules* b) { return is_better_version(*a, *b); });
    return placement;
}

/// Illness without an end has not ended.
[[nodiscard]] bool ended_before(const ChangeRequest& request, Date date) {
    if (request.kind == RequestKind::kSick) {
        return request.last && *request.last < date;
    }
    return request.date < date && (!request.given || request.given->date < date);
}

}  // namespace

const CareRules* Placement::rules_on(Date date) const {
    const auto found = std::find_if(versions.begin(), versions.end(),
                                    [&](const CareRules* rules) { return rules->valid_from <= date; });
    return found == versions.end() ? nullptr : *found;
}

const Placement* ChildCare::placement_on(Date date) const {
    for (const Placement& placement : placements) {
        if (placement.contract->covers(date)) {
            return &placement;
        }
    }
    return nullptr;
}

std::int64_t ChildCare::earned_in(CreditUnit unit, int year) const {
    std::int64_t sum = 0;
    for (const Earned& item : earned) {
        sum += item.unit == unit && item.year == year ? item.amount : 0;
    }
    return sum;
}

std::int64_t ChildCare::balance(CreditUnit unit) const {
    std::int64_t sum = 0;
    for (const CreditLot& lot : lots) {
        sum += lot.unit() == unit ? lot.left : 0;
    }
    return sum;
}

CareContext::CareContext(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                         const std::vector<CreditLedger>& ledgers, Instant now)
    : facts_(facts),
      ledgers_(ledgers),
      now_(now),
      today_(amsterdam::local_time(now).date),
      days_(facts.locations.calendar, {today_ - kDaysBack, today_ + kDaysAhead}) {
    children_.reserve(facts.family.children.size());
    for (const Child& child : facts.family.children) {
        children_.emplace_back().child = &child;
    }
    for (const PlacementContract& contract : facts.family.contracts) {
        if (ChildCare* child = find(contract.child)) {
            child->placements.push_back(placement_of(facts, contract));
        }
    }
    const Date new_year = Month{today_.year(), 1}.first();
    for (const ChangeRequest& request : requests) {
        if (ended_before(request, new_year)) {
            continue;
        }
        if (ChildCare* child = find(request.child)) {
            child->requests.add(request);
        }
    }
    for (ChildCare& child : children_) {
        child.requests.sort();
        stable_sort(child.placements,
                    [](const Placement& a, const Placement& b) { return b.contract->start < a.contract->start; });
    }
    for (const CreditLedger& ledger : ledgers) {
        add_lots(ledger);
    }
}

void CareContext::add_lots(const CreditLedger& ledger) {
    ChildCare* child = find(ledger.child);
    if (child == nullptr) {
        return;
    }
    child->lots = lots_on(ledger, today_);
    const Date new_year = Month{today_.year(), 1}.first();
    for (const CreditEntry& entry : ledger.entries) {
        const CreditEntry* earning = earning_of(ledger, entry);
        if (earning != nullptr && new_year <= earning->opens->earned_for) {
            child->earned.push_back({entry.unit, earning->opens->earned_for.year(), earned_by_entry(entry)});
        }
    }
}

const ChildCare* CareContext::find(const ChildId& child) const {
    const auto found = std::find_if(children_.begin(), children_.end(),
                                    [&](const ChildCare& care) { return care.child->id == child; });
    return found == children_.end() ? nullptr : &*found;
}

ChildCare* CareContext::find(const ChildId& child) {
    return const_cast<ChildCare*>(std::as_const(*this).find(child));
}

void CareContext::assume(const ChangeRequest& request, const Verdict& verdict) {
    ChildCare* child = find(request.child);
    if (child == nullptr) {
        return;
    }
    assumed_.push_back(std::make_shared<const ChangeRequest>(request));
    child->requests.add(*assumed_.back());
    child->requests.sort();
    use_credit(*child, request);
    earn_credit(*child, request, verdict);
}

void CareContext::use_credit(ChildCare& child, const ChangeRequest& request) {
    std::int64_t open = request.credit_used.amount;
    for (CreditLot& lot : child.lots) {
        if (lot.unit() == request.credit_used.unit && lot.terms().usable_on(request.date)) {
            const std::int64_t part = std::min(lot.left, open);
            lot.left -= part;
            open -= part;
        }
    }
}

void CareContext::earn_credit(ChildCare& child, const ChangeRequest& request, const Verdict& verdict) {
    if (verdict.credit_earned.amount <= 0 || verdict.contract == nullptr || verdict.rules == nullptr) {
        return;
    }
    CreditEntry entry;
    entry.unit = verdict.credit_earned.unit;
    entry.opens = lot_terms(verdict.rules->credit, *verdict.contract, request.date);
    assumed_entries_.push_back(std::make_shared<const CreditEntry>(std::move(entry)));
    child.lots.push_back({assumed_entries_.back().get(), verdict.credit_earned.amount});
    stable_sort(child.lots, is_used_before);
    child.earned.push_back({verdict.credit_earned.unit, request.date.year(), verdict.credit_earned.amount});
}

Instant CareContext::counted(const CareRules& rules) const {
    return counted_at(rules.late_arrival, written_, now_);
}

}  // namespace portal::core
