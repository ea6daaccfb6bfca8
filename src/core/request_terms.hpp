#pragma once

#include "core/calendar_index.hpp"
#include "core/care_facts.hpp"
#include "core/credit_ledger.hpp"
#include "core/request.hpp"

#include <optional>

/// What the rules mean for one request: shared by verdicts, which look ahead, and bookkeeping, which looks back.
namespace portal::core {

/// The contract that gives the child care at that location and of that type on `date`.
[[nodiscard]] const PlacementContract* contract_of(const Family& family, const ChangeRequest& request, Date date);

/// The version by which the request was judged, else the one in force on its day.
[[nodiscard]] const CareRules* rules_of(const CareFacts& facts, const ChangeRequest& request);

/// The care that comes first of what the request is about: the earlier day of a swap.
[[nodiscard]] CareSpan first_care(const ChangeRequest& request);

/// Until when what was approved can be cancelled, and what happens later. Flexible care has terms of its own.
[[nodiscard]] Cancellation cancellation_of(const CareRules& rules, RequestKind kind);

/// Until when absence from `care` has to be reported to earn credit; nothing where it earns none however early.
template <class Calendar>
[[nodiscard]] std::optional<Instant> absence_credit_deadline(const CareRules& rules, const PlacementContract& contract,
                                                             const Calendar& days, AbsenceReason reason,
                                                             const CareSpan& care) {
    // The weeks that a contract of 46 weeks leaves out are not paid, so a vacation in them cannot be credited.
    const bool contract_week =
        reason == AbsenceReason::kVacation && contract.weeks_per_year < 52 && rules.contract_weeks.parents_choose;
    if (!rules.credit.enabled || !rules.credit.by_leave || contract_week) {
        return std::nullopt;
    }
    const bool vacation = reason == AbsenceReason::kVacation && rules.absence.vacation_credit_notice;
    const Notice& notice = vacation ? *rules.absence.vacation_credit_notice : rules.absence.credit_notice;
    return deadline(notice, days, care.date, care.time.start);
}

/// Likewise for illness.
template <class Calendar>
[[nodiscard]] std::optional<Instant> sick_credit_deadline(const CareRules& rules, const Calendar& days,
                                                          const CareSpan& care) {
    if (!rules.credit.enabled || !rules.credit.by_sickness) {
        return std::nullopt;
    }
    return deadline(rules.sick.credit_notice, days, care.date, care.time.start);
}

/// What of `amount` the caps let through, with `balance` there and `earned` for days of that year already.
[[nodiscard]] std::int64_t capped(const CreditRules& rules, std::int64_t amount, std::int64_t balance,
                                  std::int64_t earned);

[[nodiscard]] LotTerms lot_terms(const CreditRules& rules, const PlacementContract& contract, Date earned_for);

/// The part of extra care's minutes that went on the invoice.
[[nodiscard]] int invoiced_minutes(const CareRules& rules, const ChangeRequest& request);

}  // namespace portal::core
