#include "core/monthly_cost.hpp"

#include "core/random_history.hpp"

#include <gtest/gtest.h>

namespace portal::core {
namespace {

using namespace test;

constexpr TimeRange kElevenHours{{7, 30}, {18, 30}};
constexpr TimeRange kFourAndAHalf{{14, 0}, {18, 30}};
constexpr TimeRange kHoliday{{8, 0}, {18, 30}};

PlacementContract contract_of(std::vector<CareMoment> week, int weeks, std::int64_t rate,
                              const char* start = "2025-01-01") {
    PlacementContract contract;
    contract.week = std::move(week);
    contract.weeks_per_year = weeks;
    contract.hourly_rate = {rate};
    contract.start = date_of(start);
    return contract;
}

/// The example of providers' own invoices: 11 × 6.42 × 52 ÷ 12 = 306.02.
TEST(MonthlyCost, IsATwelfthOfTheYear) {
    const MonthlyCost cost = monthly_cost(contract_of({{Weekday::kMonday, kElevenHours, DayKind::kEvery}}, 52, 642));
    EXPECT_EQ(cost.amount, Money{30602});
    EXPECT_EQ(cost.parts, (std::vector<WeekShare>{{660, 52, DayKind::kEvery}}));
    EXPECT_EQ(cost.year_minutes, 34320);
    EXPECT_EQ(cost.minutes, 2860);
}

TEST(MonthlyCost, HasTwoPartsWhereHolidaysHaveOtherHours) {
    const std::vector<CareMoment> week{{Weekday::kMonday, kFourAndAHalf, DayKind::kSchoolDay},
                                       {Weekday::kMonday, kHoliday, DayKind::kSchoolHoliday},
                                       {Weekday::kTuesday, {{7, 30}, {8, 30}}, DayKind::kEvery}};
    const MonthlyCost cost = monthly_cost(contract_of(week, 52, 965));
    EXPECT_EQ(cost.parts, (std::vector<WeekShare>{{330, 40, DayKind::kSchoolDay}, {690, 12, DayKind::kSchoolHoliday}}));
    EXPECT_EQ(cost.year_minutes, 330 * 40 + 690 * 12);
    EXPECT_EQ(cost.amount, Money{28789}) << "358 hours × 9.65 ÷ 12";
    const MonthlyCost forty = monthly_cost(contract_of(week, 40, 965));
    EXPECT_EQ(forty.parts, (std::vector<WeekShare>{{330, 40, DayKind::kSchoolDay}})) << "school weeks only";
}

TEST(MonthlyCost, OfFlexibleCareIsNothing) {
    const MonthlyCost cost = monthly_cost(contract_of({}, 52, 1123));
    EXPECT_TRUE(cost.parts.empty());
    EXPECT_EQ(cost.amount, Money{0});
}

TEST(MonthlyCost, RoundsHalfUpOnce) {
    // One hour a week of one week, at 0.06: half a cent a month.
    const std::vector<CareMoment> week{{Weekday::kMonday, {{8, 0}, {9, 0}}, DayKind::kEvery}};
    EXPECT_EQ(monthly_cost(contract_of(week, 1, 6)).amount, Money{1});
    EXPECT_EQ(monthly_cost(contract_of(week, 1, 5)).amount, Money{0});
}

TEST(ShareOfMonth, IsTheWholeAmountOfAWholeMonth_WhateverItsLength) {
    const PlacementContract contract = contract_of({{Weekday::kMonday, kElevenHours, DayKind::kEvery}}, 52, 642);
    for (int month = 1; month <= 12; ++month) {
        const auto share = share_of_month(contract, {2028, month});
        ASSERT_TRUE(share);
        EXPECT_TRUE(share->is_whole_month());
        EXPECT_EQ(share->amount, Money{30602});
        EXPECT_EQ(share->minutes, 2860);
    }
}

TEST(ShareOfMonth, IsByCalendarDaysWhereAContractEndsOrBegins) {
    PlacementContract contract = contract_of({{Weekday::kMonday, kElevenHours, DayKind::kEvery}}, 52, 642);
    contract.end = date_of("2026-11-14");
    EXPECT_EQ(share_of_month(contract, {2026, 11})->amount, Money{14281}) << "306.02 × 14 ÷ 30";
    EXPECT_FALSE(share_of_month(contract, {2026, 12}));
    contract.start = date_of("2026-11-15");
    contract.end.reset();
    EXPECT_EQ(share_of_month(contract, {2026, 11})->amount, Money{30602 - 14281});
    EXPECT_FALSE(share_of_month(contract, {2026, 10}));
}

TEST(ShareOfMonth, Knows29February) {
    PlacementContract contract =
        contract_of({{Weekday::kMonday, kElevenHours, DayKind::kEvery}}, 52, 642, "2028-02-29");
    EXPECT_EQ(share_of_month(contract, {2028, 2})->days(), 1);
    EXPECT_EQ(share_of_month(contract, {2028, 2})->days_of_month(), 29);
    EXPECT_EQ(share_of_month(contract, {2028, 2})->amount, Money{1055}) << "what 28 days leave: 306.02 − 295.47";
    contract.start = date_of("2026-01-01");
    contract.end = date_of("2028-02-29");
    EXPECT_TRUE(share_of_month(contract, {2028, 2})->is_whole_month());
}

/// However a month is cut into contracts on the same terms, the parents pay the month.
TEST(ShareOfMonth, AddsUpToTheMonthToTheCent) {
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        Random random{seed};
        std::vector<CareMoment> week;
        for (int day = 0; day < 5; ++day) {
            const auto start = static_cast<int>(random.below(40)) * 15;
            if (random.chance(60)) {
                week.push_back({static_cast<Weekday>(day),
                                {TimeOfDay{7 + start / 60, start % 60}, TimeOfDay{18, 30}},
                                static_cast<DayKind>(random.below(3))});
            }
        }
        PlacementContract contract = contract_of(week, 30 + random.below(23), 500 + random.below(900), "2020-01-01");
        const Month month{2024 + random.below(4), 1 + random.below(12)};
        const auto whole = share_of_month(contract, month);
        std::int64_t cents = 0;
        std::int64_t minutes = 0;
        for (Date first = month.first(); first <= month.last();) {
            contract.start = first;
            contract.end = std::min(first + random.below(9), month.last());
            const auto part = share_of_month(contract, month);
            ASSERT_TRUE(part);
            EXPECT_GE(part->amount.cents, 0);
            cents += part->amount.cents;
            minutes += part->minutes;
            first = *contract.end + 1;
        }
        ASSERT_EQ(cents, whole->amount.cents) << "seed " << seed;
        ASSERT_EQ(minutes, whole->minutes) << "seed " << seed;
        ASSERT_EQ(whole->amount, whole->monthly.amount) << "seed " << seed;
    }
}

}  // namespace
}  // namespace portal::core
