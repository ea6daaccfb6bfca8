#include "core/contract_weeks.hpp"

#include "core/child_care.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr int kWeeksOfYear = 52;

/// The Monday of a year's first week: the week that 4 January lies in (ISO 8601).
[[nodiscard]] Date first_monday(int year) {
    return (Month{year, 1}.first() + 3).monday();
}

[[nodiscard]] RequestDays requests_of(const ChildId& child, const std::vector<ChangeRequest>& requests) {
    RequestDays by_day;
    for (const ChangeRequest& request : requests) {
        if (request.child == child) {
            by_day.add(request);
        }
    }
    by_day.sort();
    return by_day;
}

/// Adds a day's care to its week.
void add_day(const PlacementContract& contract, const CareRules* rules, const CalendarIndex& days,
             const RequestDays& requests, Date date, ContractWeek& week) {
    each_open_time(contract, rules, days, date, [&](TimeRange time) {
        if (week.minutes == 0) {
            week.absent = true;
            week.school_holiday = days.calendar().school_holiday(date);
        }
        week.minutes += time.minutes();
        each_piece(contract, requests, {date, time}, [&](TimeRange, CareState state, const ChangeRequest* request) {
            const bool vacation = state == CareState::kAbsent && request->reason == AbsenceReason::kVacation;
            week.absent = week.absent && vacation;
        });
    });
}

/// The calendar lays down the weeks of who comes in school weeks only, or in school holidays only.
[[nodiscard]] bool follows_the_school(const PlacementContract& contract) {
    const auto all = [&](DayKind days) {
        return std::all_of(contract.week.begin(), contract.week.end(),
                           [&](const CareMoment& moment) { return moment.days == days; });
    };
    return all(DayKind::kSchoolDay) || all(DayKind::kSchoolHoliday);
}

/// Weeks in which the location is closed all the days agreed and none of them is invoiced.
[[nodiscard]] int closed_weeks(const CareFacts& facts, const PlacementContract& contract, DateRange range) {
    const CalendarIndex days{facts.locations.calendar, range};
    int closed = 0;
    for (Date monday = range.first.monday(); monday <= range.last; monday = monday + 7) {
        bool agreed = false;
        bool paid = false;
        for (Date date = std::max(monday, range.first); date <= std::min(monday + 6, range.last); date = date + 1) {
            each_agreed_time(contract, days, date, [&](TimeRange) {
                agreed = true;
                paid = paid || is_paid_day(facts, contract, days.closure(date, contract.location), date);
            });
        }
        closed += agreed && !paid ? 1 : 0;
    }
    return closed;
}

/// Weeks without care that parents choose of `year`.
[[nodiscard]] int weeks_to_choose(const CareFacts& facts, const PlacementContract& contract, int year) {
    const Date first = first_monday(year);
    const Date last = first_monday(year + 1) - 1;
    const Date begin = std::max(first, contract.start);
    const Date end = std::min(contract.end.value_or(last), last);
    const CareRules* rules = begin <= end ? rules_on(facts.rules, contract, begin) : nullptr;
    if (rules == nullptr || !rules->contract_weeks.parents_choose || contract.weeks_per_year >= kWeeksOfYear ||
        follows_the_school(contract)) {
        return 0;
    }
    const int days = last - first + 1;
    const int covered = end - begin + 1;
    const int asked = ((kWeeksOfYear - contract.weeks_per_year) * covered * 2 + days) / (2 * days);
    return std::max(asked - closed_weeks(facts, contract, {begin, end}), 0);
}

}  // namespace

std::vector<ContractWeek> contract_weeks(const CareFacts& facts, const PlacementContract& contract,
                                         const std::vector<ChangeRequest>& requests, int year) {
    std::vector<ContractWeek> weeks;
    const Date end = first_monday(year + 1);
    const CalendarIndex days{facts.locations.calendar, {first_monday(year), end - 1}};
    const RequestDays by_day = requests_of(contract.child, requests);
    for (Date monday = first_monday(year); monday < end; monday = monday + 7) {
        ContractWeek week;
        week.monday = monday;
        const CareRules* rules = rules_on(facts.rules, contract, monday + 6);
        for (Date date = monday; date < monday + 7; date = date + 1) {
            if (contract.covers(date)) {
                add_day(contract, rules, days, by_day, date, week);
            }
        }
        if (week.minutes > 0) {
            weeks.push_back(week);
        }
    }
    return weeks;
}

WeekBudget week_budget(const CareFacts& facts, const PlacementContract& contract, int year,
                       const std::vector<ContractWeek>& weeks, const std::vector<Date>& marked) {
    WeekBudget budget;
    budget.to_choose = weeks_to_choose(facts, contract, year);
    int kept = 0;
    int kept_minutes = 0;
    for (const ContractWeek& week : weeks) {
        if (week.absent || std::find(marked.begin(), marked.end(), week.monday) != marked.end()) {
            ++budget.chosen;
        } else {
            ++kept;
            kept_minutes += week.minutes;
        }
    }
    budget.remaining = std::max(budget.to_choose - budget.chosen, 0);
    budget.beyond = std::max(budget.chosen - budget.to_choose, 0);
    budget.surplus_minutes = kept > 0 ? kept_minutes * std::min(budget.remaining, kept) / kept : 0;
    const CareRules* rules = rules_on(facts.rules, contract, first_monday(year + 1) - 1);
    if (rules != nullptr && rules->contract_weeks.surplus_invoiced) {
        budget.surplus_cost = price_of(budget.surplus_minutes, contract.hourly_rate);
    }
    return budget;
}

std::optional<SurplusWeeks> surplus_weeks(const CareFacts& facts, const PlacementContract& contract,
                                          const std::vector<ChangeRequest>& requests, int year) {
    if (contract.weeks_per_year >= kWeeksOfYear) {
        return std::nullopt;
    }
    const WeekBudget budget = week_budget(facts, contract, year, contract_weeks(facts, contract, requests, year), {});
    if (budget.surplus_cost.cents <= 0) {
        return std::nullopt;
    }
    const Date end_of_weeks = first_monday(year + 1) - 1;
    const Date last = std::min(contract.end.value_or(end_of_weeks), end_of_weeks);
    // A year's weeks end up to three days into the next.
    return SurplusWeeks{last, std::min(Month::of(last), Month{year, 12}), budget.surplus_minutes, budget.surplus_cost};
}

std::vector<Date> unpaid_weeks(const CareFacts& facts, const PlacementContract& contract,
                               const std::vector<ChangeRequest>& requests, int year) {
    std::vector<Date> unpaid;
    const int most = contract.weeks_per_year < kWeeksOfYear ? weeks_to_choose(facts, contract, year) : 0;
    if (most <= 0) {
        return unpaid;
    }
    for (const ContractWeek& week : contract_weeks(facts, contract, requests, year)) {
        if (week.absent && static_cast<int>(unpaid.size()) < most) {
            unpaid.push_back(week.monday);
        }
    }
    return unpaid;
}

std::vector<Wish> absences_for_week(const CareContext& context, const PlacementContract& contract, Date monday) {
    std::vector<Wish> wishes;
    const ChildCare* care = context.find(contract.child);
    for (Date date = monday; care != nullptr && date < monday + 7; date = date + 1) {
        if (!contract.covers(date) || date < context.today()) {
            continue;
        }
        const CareRules* rules = rules_on(context.facts().rules, contract, date);
        each_open_time(contract, rules, context.days(), date, [&](TimeRange block) {
            each_piece(contract, care->requests, {date, block},
                       [&](TimeRange piece, CareState state, const ChangeRequest*) {
                           if (state == CareState::kContract) {
                               wishes.push_back(absence_wish(contract.child, {date, piece}, AbsenceReason::kVacation));
                           }
                       });
        });
    }
    return wishes;
}

}  // namespace portal::core
