#include "core/monthly_cost.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr std::int64_t kMonths = 12;
constexpr std::int64_t kMinutesOfHour = 60;

[[nodiscard]] std::int64_t rounded(std::int64_t amount, std::int64_t divisor) {
    return (2 * amount + divisor) / (2 * divisor);
}

void add_part(std::vector<WeekShare>& parts, const PlacementContract& contract, DayKind days, int weeks) {
    WeekShare part{0, weeks, days};
    for (const CareMoment& moment : contract.week) {
        if (moment.days == DayKind::kEvery || moment.days == days) {
            part.week_minutes += moment.time.minutes();
        }
    }
    if (part.week_minutes > 0 && weeks > 0) {
        parts.push_back(part);
    }
}

}  // namespace

MonthlyCost monthly_cost(const PlacementContract& contract) {
    MonthlyCost cost;
    cost.hourly_rate = contract.hourly_rate;
    const bool one_week = std::all_of(contract.week.begin(), contract.week.end(),
                                      [](const CareMoment& moment) { return moment.days == DayKind::kEvery; });
    if (one_week) {
        add_part(cost.parts, contract, DayKind::kEvery, contract.weeks_per_year);
    } else {
        const int school = std::min(contract.weeks_per_year, kSchoolWeeks);
        add_part(cost.parts, contract, DayKind::kSchoolDay, school);
        add_part(cost.parts, contract, DayKind::kSchoolHoliday, contract.weeks_per_year - school);
    }
    for (const WeekShare& part : cost.parts) {
        cost.year_minutes += std::int64_t{part.week_minutes} * part.weeks;
    }
    cost.minutes = rounded(cost.year_minutes, kMonths);
    cost.amount = {rounded(cost.year_minutes * cost.hourly_rate.cents, kMonths * kMinutesOfHour)};
    return cost;
}

std::optional<ContractShare> share_of_month(const PlacementContract& contract, Month month) {
    ContractShare share;
    share.first = std::max(contract.start, month.first());
    share.last = std::min(contract.end.value_or(month.last()), month.last());
    if (share.last < share.first) {
        return std::nullopt;
    }
    share.monthly = monthly_cost(contract);
    const std::int64_t days = share.days_of_month();
    const std::int64_t cents = share.monthly.year_minutes * contract.hourly_rate.cents;
    const std::int64_t before = share.first.day() - 1;
    const std::int64_t until = share.last.day();
    share.amount = {rounded(cents * until, kMonths * kMinutesOfHour * days) -
                    rounded(cents * before, kMonths * kMinutesOfHour * days)};
    share.minutes = rounded(share.monthly.year_minutes * until, kMonths * days) -
                    rounded(share.monthly.year_minutes * before, kMonths * days);
    return share;
}

}  // namespace portal::core
