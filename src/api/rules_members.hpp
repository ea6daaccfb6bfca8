#pragma once

#include "api/product_rules_members.hpp"
#include "core/rule_book.hpp"

/// The members of the rules, said once for reading and for writing. A visitor is called with the JSON name and the
/// value of each member: `visit(name, value)`, `visit.number(name, value, least, most)` and `visit.named(name, value,
/// parse)` for enumerations; the last argument says that a member may not be left out. Internal to api.
namespace portal::api {

template <class Visit>
void members(Visit& visit, core::DateWindow& value) {
    visit.named("kind", value.kind, core::date_window_kind_from);
    visit("before", value.before);
    visit("after", value.after);
    visit.number("workingDaysAfter", value.working_days_after, 0, 31);
}

template <class Visit>
void members(Visit& visit, core::Withdrawal& value) {
    visit("whileOpen", value.while_open);
    visit.number("withinMinutes", value.within_minutes, 1, kMostCount);
}

template <class Visit>
void members(Visit& visit, core::Cancellation& value) {
    visit("freeUntil", value.free_until);
    visit.named("late", value.late, core::late_cancellation_from);
}

template <class Visit>
void members(Visit& visit, core::ExtraRules& value) {
    visit("offered", value.offered);
    visit("freeTimes", value.free_times);
    visit.number("minimumMinutes", value.minimum_minutes, 0, kMinutesOfDay);
    visit.number("stepMinutes", value.step_minutes, 1, kMinutesOfDay);
    visit("notice", value.notice);
    visit("phoneAfterDeadline", value.phone_after_deadline);
    visit("maxAhead", value.max_ahead);
    visit("byInvoice", value.by_invoice);
    visit("byCredit", value.by_credit);
    visit("byCreditAndInvoice", value.by_credit_and_invoice);
    visit("hourlyRate", value.hourly_rate);
    visit.named("billing", value.billing, core::extra_billing_from);
    visit("withdrawal", value.withdrawal);
    visit("cancellation", value.cancellation);
    visit("needsApproval", value.needs_approval);
}

template <class Visit>
void members(Visit& visit, core::SwapCap& value) {
    visit.number("count", value.count, 0, kMostCount, true);
    visit.named("per", value.per, core::swap_cap_per_from, true);
    visit("timesDaysPerWeek", value.times_days_per_week);
    visit("proRata", value.pro_rata);
}

template <class Visit>
void members(Visit& visit, core::SwapRules& value) {
    visit("offered", value.offered);
    visit("window", value.window);
    visit("cap", value.cap);
    visit("notice", value.notice);
    visit("sickNotice", value.sick_notice);
    visit("maxAhead", value.max_ahead);
    visit("sameContract", value.same_contract);
    visit("slotsOnly", value.slots_only);
    visit("smallerAllowed", value.smaller_allowed);
    visit("sameDayKind", value.same_day_kind);
    visit("notOnContractDays", value.not_on_contract_days);
    visit("specialDaysExcluded", value.special_days_excluded);
    visit("withdrawal", value.withdrawal);
    visit("cancellation", value.cancellation);
    visit("needsApproval", value.needs_approval);
}

template <class Visit>
void members(Visit& visit, core::AbsenceRules& value) {
    visit("offered", value.offered);
    visit("notice", value.notice);
    visit("maxAhead", value.max_ahead);
    visit("creditNotice", value.credit_notice);
    visit("vacationCreditNotice", value.vacation_credit_notice);
    visit("wholeBlocksOnly", value.whole_blocks_only);
    visit.named("undo", value.undo, core::absence_undo_from);
    visit("needsApproval", value.needs_approval);
}

template <class Visit>
void members(Visit& visit, core::SickRules& value) {
    visit("creditNotice", value.credit_notice);
}

template <class Visit>
void members(Visit& visit, core::LateArrivalRules& value) {
    visit.number("hours", value.hours, 0, kMostLateHours);
}

template <class Visit>
void members(Visit& visit, core::CreditExpiry& value) {
    visit.named("kind", value.kind, core::credit_expiry_kind_from);
    visit("after", value.after);
}

template <class Visit>
void members(Visit& visit, core::CreditRules& value) {
    visit("enabled", value.enabled);
    visit.named("unit", value.unit, core::credit_unit_from);
    visit.number("longestDayPartMinutes", value.longest_day_part_minutes, 1, kMinutesOfDay);
    visit.number("pointsPerDay", value.points_per_day, 0, kMostCount);
    visit.number("pointsPerDayPart", value.points_per_day_part, 0, kMostCount);
    visit("byLeave", value.by_leave);
    visit("bySickness", value.by_sickness);
    visit.number("balanceCap", value.balance_cap, 0, 1'000'000);
    visit.number("yearlyCap", value.yearly_cap, 0, 1'000'000);
    visit("expiry", value.expiry);
    visit.number("usableDaysBefore", value.usable_days_before, 0, kMostCount);
}

template <class Visit>
void members(Visit& visit, core::HolidayRules& value) {
    visit.named("treatment", value.treatment, core::holiday_treatment_from);
    visit.number("creditedDays", value.credited_days, 0, 366);
}

template <class Visit>
void members(Visit& visit, core::CareRules& value) {
    visit.required("id", value.id);
    visit.required("locationId", value.location);
    visit.named("careType", value.care_type, core::care_type_from, true);
    visit("contractType", value.contract_type);
    visit.required("validFrom", value.valid_from);
    visit("text", value.text);
    visit("extra", value.extra);
    visit("swap", value.swap);
    visit("absence", value.absence);
    visit("sick", value.sick);
    visit("lateArrival", value.late_arrival);
    visit("credit", value.credit);
    visit("holidays", value.holidays);
    visit("closures", value.closures);
    visit("contractWeeks", value.contract_weeks);
    visit("flex", value.flex);
    visit("stripCard", value.strip_card);
    visit("studyDays", value.study_days);
    visit("decision", value.decision);
    visit.names("grantOrder", value.grant_order, core::grant_class_from);
}

}  // namespace portal::api
