#include "core/fixture.hpp"

#include <gtest/gtest.h>

namespace portal::core {
namespace {

using namespace test;

using Refusals = std::vector<Refusal>;

TEST(ExtraCare, IsAllowedWithPriceAndDeadline_WhenEverythingFits) {
    World world;
    const Verdict verdict = world.verdict(world.noor, "2026-11-25", kMorning);
    EXPECT_TRUE(verdict.allowed());
    EXPECT_EQ(verdict.price, Money{6177});
    EXPECT_EQ(verdict.deadline, local("2026-11-24 12:00"));
}

TEST(ExtraCare, IsRefused_WhenTheDayHasPassed) {
    World world;
    EXPECT_EQ(world.verdict(world.noor, "2026-11-20", kMorning).refusals, Refusals{Refusal::kDayInPast});
    EXPECT_EQ(world.verdict(world.noor, "2020-11-20", kMorning).refusals, Refusals{Refusal::kDayInPast})
        << "also before the first contract";
}

TEST(ExtraCare, IsRefusedWithItsName_OnAHolidayAndAClosingDay) {
    World world;
    const Verdict christmas = world.verdict(world.noor, "2026-12-25", kMorning);
    EXPECT_EQ(christmas.refusals, Refusals{Refusal::kClosed});
    ASSERT_NE(christmas.closure, nullptr);
    EXPECT_EQ(christmas.closure->name, "Eerste Kerstdag");
    EXPECT_EQ(world.verdict(world.noor, "2026-12-04", kMorning).refusals, Refusals{Refusal::kClosed});
    EXPECT_TRUE(world.verdict(world.sam, "2026-12-04", {{14, 0}, {16, 0}}).allowed())
        << "another location's closing day";
    EXPECT_EQ(world.verdict(world.noor, "2026-11-28", kMorning).refusals, Refusals{Refusal::kClosed}) << "Saturday";
}

TEST(ExtraCare, IsRefusedAfterTheDeadline_AndAllowedUntilIt) {
    World world;
    world.now = local("2026-11-24 12:00");
    EXPECT_TRUE(world.verdict(world.noor, "2026-11-25", kMorning).allowed());
    world.now.seconds += 1;
    EXPECT_EQ(world.verdict(world.noor, "2026-11-25", kMorning).refusals, Refusals{Refusal::kTooLate});
}

TEST(ExtraCare, CountsWorkingDaysOverWeekendsAndHolidays) {
    World world;
    EXPECT_EQ(world.verdict(world.noor, "2026-11-30", kMorning).deadline, local("2026-11-27 12:00")) << "Monday";
    world.now = local("2026-12-01 09:00");
    // Friday 25 December and Saturday 26 December are holidays.
    EXPECT_EQ(world.verdict(world.noor, "2026-12-28", kMorning).deadline, local("2026-12-24 12:00"));
}

TEST(ExtraCare, CountsHoursBackFromTheStartOfCare) {
    World world;
    world.now = local("2026-11-24 15:00");
    EXPECT_EQ(world.verdict(world.sam, "2026-11-25", {{14, 0}, {16, 0}}).refusals, Refusals{Refusal::kTooLate});
    EXPECT_TRUE(world.verdict(world.sam, "2026-11-25", {{15, 0}, {16, 0}}).allowed());
    EXPECT_TRUE(world.day_verdict(world.sam, "2026-11-25").allowed()) << "a later start is still possible";
}

TEST(ExtraCare, CountsHoursAcrossTheSpringClockChange) {
    World world;
    world.locations.offers[1].extra_care.notice = {Notice::Unit::kHours, 72, std::nullopt};
    world.now = local("2027-03-20 09:00");
    // 72 hours before Tuesday 14:00 the clock showed 13:00, since Sunday had 23 hours.
    EXPECT_EQ(world.verdict(world.sam, "2027-03-30", {{14, 0}, {16, 0}}).deadline, local("2027-03-27 13:00"));
}

TEST(ExtraCare, IsAllowedOnTheSameDayUntilItsTime_WhenTheRuleSaysSo) {
    World world;
    world.locations.offers[0].extra_care.notice = {Notice::Unit::kDays, 0, TimeOfDay{8, 30}};
    world.now = local("2026-11-24 08:30");
    EXPECT_TRUE(world.verdict(world.noor, "2026-11-24", kAfternoon).allowed());
    world.now = local("2026-11-24 08:31");
    EXPECT_EQ(world.verdict(world.noor, "2026-11-24", kAfternoon).refusals, Refusals{Refusal::kTooLate});
}

TEST(ExtraCare, IsRefused_WhenItIsTooFarAhead) {
    World world;
    EXPECT_TRUE(world.verdict(world.noor, "2027-02-19", kMorning).allowed());
    const Verdict verdict = world.verdict(world.noor, "2027-02-23", kMorning);
    EXPECT_EQ(verdict.refusals, Refusals{Refusal::kTooFarAhead});
    EXPECT_EQ(verdict.last_bookable, day("2027-02-21"));
}

TEST(ExtraCare, IsRefused_WhenTheEndIsNotAfterTheStart) {
    World world;
    EXPECT_EQ(world.verdict(world.sam, "2026-11-26", {{16, 0}, {15, 0}}).refusals, Refusals{Refusal::kEndBeforeStart});
    EXPECT_EQ(world.verdict(world.sam, "2026-11-26", {{16, 0}, {16, 0}}).refusals, Refusals{Refusal::kEndBeforeStart});
}

TEST(ExtraCare, IsRefusedOutsideOpeningHours_WhichDifferInSchoolHolidays) {
    World world;
    EXPECT_EQ(world.verdict(world.sam, "2026-11-26", {{13, 0}, {16, 0}}).refusals,
              Refusals{Refusal::kOutsideOpeningHours});
    EXPECT_TRUE(world.verdict(world.sam, "2026-12-22", {{8, 0}, {16, 0}}).allowed());
}

TEST(ExtraCare, MustBeASlot_WhereOnlySlotsAreOffered) {
    World world;
    EXPECT_EQ(world.verdict(world.noor, "2026-11-25", {{8, 0}, {12, 0}}).refusals, Refusals{Refusal::kNotASlot});
}

TEST(ExtraCare, MustBeLongEnoughAndOnTheStep_WhereTimesAreFree) {
    World world;
    EXPECT_EQ(world.verdict(world.sam, "2026-11-26", {{15, 0}, {15, 30}}).refusals, Refusals{Refusal::kTooShort});
    EXPECT_EQ(world.verdict(world.sam, "2026-11-26", {{15, 5}, {16, 30}}).refusals, Refusals{Refusal::kNotOnStep});
}

TEST(ExtraCare, IsRefused_WhenItOverlapsContractedOrRequestedCare) {
    World world;
    EXPECT_EQ(world.verdict(world.noor, "2026-11-26", kMorning).refusals, Refusals{Refusal::kOverlapsCare});
    world.requests = {world.request("r1", world.noor, "2026-11-25", kMorning, RequestState::kSubmitted)};
    EXPECT_EQ(world.verdict(world.noor, "2026-11-25", kMorning).refusals, Refusals{Refusal::kOverlapsCare});
    EXPECT_TRUE(world.verdict(world.noor, "2026-11-25", kAfternoon).allowed()) << "touching is no overlap";
    world.requests[0].state = RequestState::kRejected;
    EXPECT_TRUE(world.verdict(world.noor, "2026-11-25", kMorning).allowed());
}

TEST(ExtraCare, DoesNotOverlapABrothersCare) {
    World world;
    world.requests = {world.request("r1", world.noor, "2026-11-25", kAfternoon, RequestState::kApproved)};
    EXPECT_TRUE(world.verdict(world.sam, "2026-11-25", {{14, 0}, {18, 0}}).allowed());
}

TEST(ExtraCare, NeedsAContractOnThatDay) {
    World world;
    world.now = local("2027-07-01 09:00");
    EXPECT_EQ(world.verdict(world.sam, "2027-07-19", {{14, 0}, {16, 0}}).refusals, Refusals{Refusal::kNoContract});
    EXPECT_EQ(world.verdict(ChildId{"unknown"}, "2027-07-14", kMorning).refusals, Refusals{Refusal::kNoContract});
}

TEST(ExtraCare, IsRefused_WhereTheLocationOffersNone) {
    World world;
    world.locations.offers[0].extra_care.offered = false;
    EXPECT_EQ(world.verdict(world.noor, "2026-11-25", kMorning).refusals, Refusals{Refusal::kNotOffered});
    world.locations.offers.erase(world.locations.offers.begin());
    EXPECT_EQ(world.verdict(world.noor, "2026-11-25", kMorning).refusals, Refusals{Refusal::kNotOffered});
}

TEST(ExtraCare, CostsTheExtraRate_WhereTheOrganisationHasOne) {
    World world;
    world.locations.offers[0].extra_care.hourly_rate = Money{1200};
    EXPECT_EQ(world.verdict(world.noor, "2026-11-25", kMorning).price, Money{6600});
}

TEST(ExtraCare, BelongsToTheNewerContract_WhereTwoOverlap) {
    World world;
    PlacementContract newer = world.family.contracts[0];
    newer.id = ContractId{"c3"};
    newer.start = day("2026-10-01");
    newer.hourly_rate = Money{1000};
    world.family.contracts.insert(world.family.contracts.begin(), newer);
    EXPECT_EQ(world.verdict(world.noor, "2026-11-25", kMorning).price, Money{5500});
}

TEST(RefusalCodes, AreUniqueAndReadBack) {
    for (int i = 0; i <= static_cast<int>(Refusal::kOverlapsCare); ++i) {
        const auto refusal = static_cast<Refusal>(i);
        EXPECT_FALSE(code(refusal).empty());
        EXPECT_EQ(refusal_from(code(refusal)), refusal);
    }
    EXPECT_FALSE(refusal_from("something else"));
}

}  // namespace
}  // namespace portal::core
