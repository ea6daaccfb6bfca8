#pragma once

#include "core/date.hpp"
#include "core/family.hpp"
#include "core/money.hpp"

#include <optional>
#include <vector>

/// What a contract costs: a twelfth of its year every month, whatever the number of weeks in that month.
namespace portal::core {

/// So many weeks of the year in which the contract gives so much care.
struct WeekShare {
    int week_minutes = 0;
    int weeks = 0;
    DayKind days = DayKind::kEvery;  ///< which weeks: all, those of school, or those of school holidays

    friend bool operator==(const WeekShare&, const WeekShare&) = default;
};

/// The amount of a month with all that it is made of: 11 hours × € 6.42 × 52 weeks ÷ 12 = € 306.02.
struct MonthlyCost {
    std::vector<WeekShare> parts;  ///< one, or for other hours in school holidays two; none for flexible contracts
    Money hourly_rate;
    std::int64_t year_minutes = 0;  ///< of all parts
    std::int64_t minutes = 0;       ///< a twelfth of the year's, rounded half up
    Money amount;                   ///< a twelfth of the year's cost (not of rounded minutes), rounded half up

    friend bool operator==(const MonthlyCost&, const MonthlyCost&) = default;
};

/// Schools give lessons in 40 weeks of the year; the other weeks of a contract are in school holidays.
/// A contract of 40 weeks therefore has the hours of school weeks only.
inline constexpr int kSchoolWeeks = 40;

[[nodiscard]] MonthlyCost monthly_cost(const PlacementContract& contract);

/// The part of a month that a contract covers. Of a whole month it costs the month's amount. Of part of it: what is due
/// until its last day less what is due until the day before its first, each a rounded share of the month by calendar
/// days. So two contracts on the same terms, one after the other in one month, cost exactly what one costs.
struct ContractShare {
    MonthlyCost monthly;
    Date first;  ///< covered day of the month
    Date last;
    std::int64_t minutes = 0;
    Money amount;

    [[nodiscard]] int days() const { return last - first + 1; }
    [[nodiscard]] int days_of_month() const { return Month::of(first).last().day(); }
    [[nodiscard]] bool is_whole_month() const { return days() == days_of_month(); }

    friend bool operator==(const ContractShare&, const ContractShare&) = default;
};

/// Nothing where the contract does not cover a day of the month.
[[nodiscard]] std::optional<ContractShare> share_of_month(const PlacementContract& contract, Month month);

}  // namespace portal::core
