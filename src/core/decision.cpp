#include "core/decision.hpp"

#include "core/request_terms.hpp"
#include "core/stable_sort.hpp"

#include <algorithm>
#include <utility>

namespace portal::core {
namespace {

constexpr TimeOfDay kMidnight{24, 0};

/// The working day `count` working days from `date`, in the direction of `step`.
[[nodiscard]] Date working_days_from(const CalendarIndex& days, Date date, int count, int step) {
    while (count > 0) {
        date = date + step;
        if (days.is_working_day(date)) {
            --count;
        }
    }
    return date;
}

[[nodiscard]] Date decision_day(const DecisionRule& rule, const CalendarIndex& days, Date sent, Date care) {
    switch (rule.kind) {
        case DecisionRule::Kind::kWorkingDaysAfter:
            return working_days_from(days, sent, rule.amount, 1);
        case DecisionRule::Kind::kDaysBefore:
            return care - rule.amount;
        case DecisionRule::Kind::kWorkingDaysBefore:
            return working_days_from(days, care, rule.amount, -1);
        case DecisionRule::Kind::kWeekBefore:
            return care.monday() - 7 + static_cast<int>(rule.weekday);
        case DecisionRule::Kind::kMonthBefore: {
            const Month before = Month::of(care).plus(-1);
            return before.first() + (std::clamp(rule.amount, 1, before.last().day()) - 1);
        }
    }
    return sent;
}

[[nodiscard]] int rank_of(const GrantOrder& order, GrantClass group) {
    const auto found = std::find(order.begin(), order.end(), group);
    return order.empty() ? 0 : static_cast<int>(found - order.begin());
}

}  // namespace

Instant decision_due(const DecisionRule& rule, const CalendarIndex& days, Instant submitted, Date date) {
    const Date sent = amsterdam::local_time(submitted).date;
    const Instant due = amsterdam::instant(decision_day(rule, days, sent, date), rule.until.value_or(kMidnight));
    return submitted < due ? due : amsterdam::instant(working_days_from(days, sent, 1, 1), kMidnight);
}

GrantClass grant_class(const CareFacts& facts, const ChangeRequest& request) {
    if (request.kind == RequestKind::kSwap) {
        const Closure* closure =
            request.given ? facts.locations.calendar.closure(request.given->date, request.location) : nullptr;
        const bool holiday = closure != nullptr && closure->kind == ClosureKind::kHoliday;
        return holiday ? GrantClass::kHoliday : GrantClass::kSwap;
    }
    const CareRules* rules = rules_of(facts, request);
    if (rules != nullptr && rules->flex) {
        return GrantClass::kFlex;
    }
    if (rules != nullptr && rules->strip_card) {
        return GrantClass::kStripCard;
    }
    return request.kind == RequestKind::kExtra ? GrantClass::kExtra : GrantClass::kFixed;
}

void sort_for_granting(const CareFacts& facts, const GrantOrder& order, std::vector<ChangeRequest>& requests) {
    stable_sort(requests, [&](const ChangeRequest& a, const ChangeRequest& b) {
        return std::pair{rank_of(order, grant_class(facts, a)), a.submitted_at} <
               std::pair{rank_of(order, grant_class(facts, b)), b.submitted_at};
    });
}

}  // namespace portal::core
