#pragma once

#include "core/product_rules.hpp"

/// The members of notices, periods and of the sections in core/product_rules.hpp, in the way of rules_members.hpp.
/// Internal to api.
namespace portal::api {

inline constexpr int kMinutesOfDay = 24 * 60;
inline constexpr int kMostCount = 10'000;
inline constexpr int kMostDays = 3650;
inline constexpr int kMostLateHours = 24 * 14;

template <class Visit>
void members(Visit& visit, core::Notice& value) {
    visit.named("unit", value.unit, core::notice_unit_from, true);
    visit.number("amount", value.amount, 0, kMostDays, true);
    visit("until", value.until);
}

template <class Visit>
void members(Visit& visit, core::Period& value) {
    visit.named("unit", value.unit, core::period_unit_from, true);
    visit.number("amount", value.amount, 0, kMostDays, true);
}

template <class Visit>
void members(Visit& visit, core::EarlyClosing& value) {
    visit.number("month", value.month, 1, 12);
    visit.number("day", value.day, 1, 31);
    visit("closesAt", value.closes_at);
}

template <class Visit>
void members(Visit& visit, core::ClosureRules& value) {
    visit("invoiced", value.invoiced);
    visit("earlyClosings", value.early_closings);
}

template <class Visit>
void members(Visit& visit, core::ContractWeekRules& value) {
    visit("parentsChoose", value.parents_choose);
    visit("surplusInvoiced", value.surplus_invoiced);
}

template <class Visit>
void members(Visit& visit, core::FlexRules& value) {
    visit.number("minimumMinutes", value.minimum_minutes, 0, kMinutesOfDay);
    visit.number("minimumMinutesBeforeSchool", value.minimum_minutes_before_school, 0, kMinutesOfDay);
    visit("requestNotice", value.request_notice);
    visit("cancelNotice", value.cancel_notice);
}

template <class Visit>
void members(Visit& visit, core::StripCardRules& value) {
    visit.number("stripMinutes", value.strip_minutes, 1, kMinutesOfDay);
    visit.numbers("cardSizes", value.card_sizes, 1, kMostCount);
    visit("validity", value.validity);
    visit("allowanceEligible", value.allowance_eligible);
}

template <class Visit>
void members(Visit& visit, core::StudyDayRules& value) {
    visit("offered", value.offered);
    visit.number("minimumSignUps", value.minimum_sign_ups, 0, kMostCount);
    visit("onlyExtraHoursBilled", value.only_extra_hours_billed);
}

template <class Visit>
void members(Visit& visit, core::DecisionRule& value) {
    visit.named("kind", value.kind, core::decision_kind_from);
    visit.number("amount", value.amount, 0, 366);
    visit.weekday("weekday", value.weekday);
    visit("until", value.until);
}

}  // namespace portal::api
