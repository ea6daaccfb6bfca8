#include "core/care_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace portal::core {
namespace {

using namespace test;

TEST(Occupancy, FollowsTheWeekPattern_OnOpenDaysOfTheContract) {
    CareWorld world;
    const auto blocks = world.blocks(date_of("2026-11-23"), date_of("2026-11-29"));
    ASSERT_EQ(blocks.size(), 3U);
    EXPECT_EQ(blocks[0].date, date_of("2026-11-23"));
    EXPECT_EQ(blocks[0].child, world.noor);
    EXPECT_EQ(blocks[1].child, world.sam);
    EXPECT_EQ(blocks[1].time, (TimeRange{{14, 0}, {18, 30}}));
    EXPECT_EQ(blocks[2].date, date_of("2026-11-26"));
}

TEST(Occupancy, IsEmptyOnHolidays_AndLongerInSchoolHolidays) {
    CareWorld world;
    EXPECT_TRUE(world.blocks(date_of("2026-12-25"), date_of("2026-12-25")).empty());
    const auto blocks = world.blocks(date_of("2026-12-21"), date_of("2026-12-21"));
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[1].time, (TimeRange{{8, 0}, {18, 30}}));
}

TEST(Occupancy, BeginsAndEndsWithTheContract) {
    CareWorld world;
    world.family.contracts[0].start = date_of("2026-11-24");
    world.family.contracts[0].end = date_of("2026-12-03");
    const auto blocks = world.blocks(date_of("2026-11-01"), date_of("2026-12-31"));
    const auto noors =
        std::count_if(blocks.begin(), blocks.end(), [&](const CareBlock& block) { return block.child == world.noor; });
    EXPECT_EQ(noors, 3) << "26 and 30 November, 3 December";
}

TEST(Occupancy, HasNoCareOfAContractThatNobodySigned) {
    CareWorld world;
    for (const ContractStage stage : {ContractStage::kDraft, ContractStage::kToSign}) {
        world.family.contracts[0].stage = stage;
        const auto blocks = world.blocks(date_of("2026-11-23"), date_of("2026-11-29"));
        ASSERT_EQ(blocks.size(), 1U);
        EXPECT_EQ(blocks[0].child, world.sam);
        EXPECT_EQ(contract_on(world.family, world.noor, date_of("2026-11-23")), nullptr);
    }
}

TEST(Occupancy, ShowsRequestsByTheirState_AndLeavesRejectedOnesOut) {
    CareWorld world;
    world.requests = {world.request("r1", world.noor, "2026-11-25", kAfternoonPart, RequestState::kApproved),
                      world.request("r2", world.noor, "2026-11-25", kMorningPart, RequestState::kSubmitted),
                      world.request("r3", world.noor, "2026-11-27", kMorningPart, RequestState::kRejected),
                      world.request("r4", world.noor, "2026-12-25", kMorningPart, RequestState::kSubmitted)};
    const auto blocks = world.blocks(date_of("2026-11-25"), date_of("2026-11-27"));
    ASSERT_EQ(blocks.size(), 3U);
    EXPECT_EQ(blocks[0].state, CareState::kExtraRequested);
    EXPECT_EQ(blocks[0].request, RequestId{"r2"});
    EXPECT_EQ(blocks[1].state, CareState::kExtraApproved);
    EXPECT_EQ(blocks[2].state, CareState::kContract);
}

TEST(Occupancy, HasBothLocations_WhenAChildIsPlacedInTwo) {
    CareWorld world;
    PlacementContract second = world.family.contracts[1];
    second.id = ContractId{"c9"};
    second.child = world.noor;
    second.week = {{Weekday::kTuesday, {{14, 0}, {18, 30}}, DayKind::kEvery}};
    world.family.contracts.push_back(second);
    const auto blocks = world.blocks(date_of("2026-11-23"), date_of("2026-11-24"));
    ASSERT_EQ(blocks.size(), 3U);
    EXPECT_EQ(blocks[2].location, world.reigers);
    EXPECT_EQ(blocks[2].child, world.noor);
}

TEST(DutchHolidays, AreThoseOf2026And2027) {
    std::vector<std::string> dates;
    for (const int year : {2026, 2027}) {
        for (const Closure& closure : dutch_holidays(year)) {
            dates.push_back(closure.date.to_string());
        }
    }
    const std::vector<std::string> expected{"2026-01-01", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25",
                                            "2026-12-25", "2026-12-26", "2027-01-01", "2027-03-29", "2027-04-27",
                                            "2027-05-06", "2027-05-17", "2027-12-25", "2027-12-26"};
    EXPECT_EQ(dates, expected);
}

TEST(DutchHolidays, HaveLiberationDayEveryFiveYears_AndKingsDayNeverOnSunday) {
    const auto has = [](int year, const char* date) {
        const auto days = dutch_holidays(year);
        return std::any_of(days.begin(), days.end(), [&](const Closure& c) { return c.date == date_of(date); });
    };
    EXPECT_TRUE(has(2030, "2030-05-05"));
    EXPECT_FALSE(has(2026, "2026-05-05"));
    EXPECT_TRUE(has(2025, "2025-04-26")) << "27 April 2025 is a Sunday";
}

TEST(Slots, AreOfTheDayAndInOrder) {
    CareWorld world;
    const CalendarIndex days(world.locations.calendar, {date_of("2026-11-23"), date_of("2026-12-31")});
    const auto slots_of = [&](const char* date) {
        return slots_on(world.locations.offers[0], world.noors(), days, date_of(date));
    };
    std::vector<Slot>& offered = world.locations.offers[0].slots;
    std::reverse(offered.begin(), offered.end());
    const auto slots = slots_of("2026-11-25");
    ASSERT_EQ(slots.size(), 3U);
    EXPECT_EQ(slots[2].name, "Middag");
    EXPECT_TRUE(slots_of("2026-12-25").empty());
    EXPECT_TRUE(slots_of("2026-11-28").empty());
}

TEST(WireNames, ReadBack) {
    EXPECT_EQ(care_type_from(to_string(CareType::kOutOfSchoolCare)), CareType::kOutOfSchoolCare);
    EXPECT_EQ(day_kind_from(to_string(DayKind::kSchoolHoliday)), DayKind::kSchoolHoliday);
    EXPECT_EQ(closure_kind_from(to_string(ClosureKind::kClosingDay)), ClosureKind::kClosingDay);
    EXPECT_EQ(care_state_from(to_string(CareState::kExtraApproved)), CareState::kExtraApproved);
    EXPECT_EQ(request_state_from(to_string(RequestState::kRejected)), RequestState::kRejected);
    EXPECT_EQ(notice_unit_from(to_string(Notice::Unit::kWorkingDays)), Notice::Unit::kWorkingDays);
    EXPECT_FALSE(care_type_from("gastouder"));
    EXPECT_FALSE(request_state_from(""));
}

}  // namespace
}  // namespace portal::core
