#include "core/care_world.hpp"

#include <gtest/gtest.h>

namespace portal::core {
namespace {

using namespace test;

using Refusals = std::vector<ReasonCode>;

[[nodiscard]] Refusals refusals_of(const Verdict& verdict) {
    Refusals found;
    for (const Reason& reason : verdict.reasons) {
        if (refuses(reason.code)) {
            found.push_back(reason.code);
        }
    }
    return found;
}

/// Noor's day care has slots and asks for one working day's notice until 12:00; Sam's has free times and asks for 24
/// hours.
struct World : CareWorld {
    World() {
        noors().extra.notice = {Notice::Unit::kWorkingDays, 1, TimeOfDay{12, 0}};
        sams().extra.free_times = true;
        sams().extra.notice = {Notice::Unit::kHours, 24, std::nullopt};
    }

    [[nodiscard]] Refusals refusals(const ChildId& child, const char* date, TimeRange time) const {
        return refusals_of(extra(child, date, time));
    }
};

TEST(ExtraCare, IsAllowedWithPriceAndDeadline_WhenEverythingFits) {
    World world;
    const Verdict verdict = world.extra(world.noor, "2026-11-25", kMorningPart);
    EXPECT_TRUE(verdict.allowed());
    EXPECT_EQ(verdict.cost, Money{6177});
    EXPECT_EQ(verdict.deadline, at("2026-11-24 12:00"));
}

TEST(ExtraCare, IsRefused_WhenTheDayHasPassed) {
    World world;
    EXPECT_EQ(world.refusals(world.noor, "2026-11-20", kMorningPart), Refusals{ReasonCode::kDayInPast});
    EXPECT_EQ(world.refusals(world.noor, "2020-11-20", kMorningPart), Refusals{ReasonCode::kDayInPast})
        << "also before the first contract";
}

TEST(ExtraCare, IsRefusedWithItsName_OnAHolidayAndAClosingDay) {
    World world;
    const Verdict christmas = world.extra(world.noor, "2026-12-25", kMorningPart);
    EXPECT_EQ(refusals_of(christmas), Refusals{ReasonCode::kClosed});
    ASSERT_NE(christmas.closure, nullptr);
    EXPECT_EQ(christmas.closure->name, "Eerste Kerstdag");
    EXPECT_EQ(world.refusals(world.noor, "2026-12-04", kMorningPart), Refusals{ReasonCode::kClosed});
    EXPECT_TRUE(world.extra(world.sam, "2026-12-04", {{14, 0}, {16, 0}}).allowed()) << "another location's closing day";
    EXPECT_EQ(world.refusals(world.noor, "2026-11-28", kMorningPart), Refusals{ReasonCode::kClosed}) << "Saturday";
}

TEST(ExtraCare, IsRefusedAfterTheDeadline_AndAllowedUntilIt) {
    World world;
    world.now = at("2026-11-24 12:00");
    EXPECT_TRUE(world.extra(world.noor, "2026-11-25", kMorningPart).allowed());
    world.now.seconds += 1;
    EXPECT_EQ(world.refusals(world.noor, "2026-11-25", kMorningPart), Refusals{ReasonCode::kTooLate});
}

TEST(ExtraCare, CountsWorkingDaysOverWeekendsAndHolidays) {
    World world;
    EXPECT_EQ(world.extra(world.noor, "2026-11-30", kMorningPart).deadline, at("2026-11-27 12:00")) << "Monday";
    world.now = at("2026-12-01 09:00");
    // Friday 25 December and Saturday 26 December are holidays.
    EXPECT_EQ(world.extra(world.noor, "2026-12-28", kMorningPart).deadline, at("2026-12-24 12:00"));
}

TEST(ExtraCare, CountsHoursBackFromTheStartOfCare) {
    World world;
    world.now = at("2026-11-24 15:00");
    EXPECT_EQ(world.refusals(world.sam, "2026-11-25", {{14, 0}, {16, 0}}), Refusals{ReasonCode::kTooLate});
    EXPECT_TRUE(world.extra(world.sam, "2026-11-25", {{15, 0}, {16, 0}}).allowed());
    EXPECT_TRUE(evaluate_day(world.context(), world.sam, date_of("2026-11-25")).extra.allowed())
        << "a later start is still possible";
}

TEST(ExtraCare, CountsHoursAcrossTheSpringClockChange) {
    World world;
    world.sams().extra.notice = {Notice::Unit::kHours, 72, std::nullopt};
    world.now = at("2027-03-20 09:00");
    // 72 hours before Tuesday 14:00 the clock showed 13:00, since Sunday had 23 hours.
    EXPECT_EQ(world.extra(world.sam, "2027-03-30", {{14, 0}, {16, 0}}).deadline, at("2027-03-27 13:00"));
}

TEST(ExtraCare, IsAllowedOnTheSameDayUntilItsTime_WhenTheRuleSaysSo) {
    World world;
    world.noors().extra.notice = {Notice::Unit::kDays, 0, TimeOfDay{8, 30}};
    world.now = at("2026-11-24 08:30");
    EXPECT_TRUE(world.extra(world.noor, "2026-11-24", kAfternoonPart).allowed());
    world.now = at("2026-11-24 08:31");
    EXPECT_EQ(world.refusals(world.noor, "2026-11-24", kAfternoonPart), Refusals{ReasonCode::kTooLate});
}

TEST(ExtraCare, IsRefused_WhenItIsTooFarAhead) {
    World world;
    EXPECT_TRUE(world.extra(world.noor, "2027-02-19", kMorningPart).allowed());
    const Verdict verdict = world.extra(world.noor, "2027-02-23", kMorningPart);
    EXPECT_EQ(refusals_of(verdict), Refusals{ReasonCode::kTooFarAhead});
    EXPECT_EQ(verdict.last_bookable, date_of("2027-02-21"));
}

TEST(ExtraCare, IsRefused_WhenTheEndIsNotAfterTheStart) {
    World world;
    EXPECT_EQ(world.refusals(world.sam, "2026-11-26", {{16, 0}, {15, 0}}), Refusals{ReasonCode::kEndBeforeStart});
    EXPECT_EQ(world.refusals(world.sam, "2026-11-26", {{16, 0}, {16, 0}}), Refusals{ReasonCode::kEndBeforeStart});
}

TEST(ExtraCare, IsRefusedOutsideOpeningHours_WhichDifferInSchoolHolidays) {
    World world;
    EXPECT_EQ(world.refusals(world.sam, "2026-11-26", {{13, 0}, {16, 0}}), Refusals{ReasonCode::kOutsideOpeningHours});
    EXPECT_TRUE(world.extra(world.sam, "2026-12-22", {{8, 0}, {16, 0}}).allowed());
}

TEST(ExtraCare, MustBeASlot_WhereOnlySlotsAreOffered) {
    World world;
    EXPECT_EQ(world.refusals(world.noor, "2026-11-25", {{8, 0}, {12, 0}}), Refusals{ReasonCode::kNotASlot});
}

TEST(ExtraCare, MustBeLongEnoughAndOnTheStep_WhereTimesAreFree) {
    World world;
    EXPECT_EQ(world.refusals(world.sam, "2026-11-26", {{15, 0}, {15, 30}}), Refusals{ReasonCode::kTooShort});
    EXPECT_EQ(world.refusals(world.sam, "2026-11-26", {{15, 5}, {16, 30}}), Refusals{ReasonCode::kNotOnStep});
}

TEST(ExtraCare, IsRefused_WhenItOverlapsContractedOrRequestedCare) {
    World world;
    EXPECT_EQ(world.refusals(world.noor, "2026-11-26", kMorningPart), Refusals{ReasonCode::kOverlapsCare});
    world.requests = {world.request("r1", world.noor, "2026-11-25", kMorningPart, RequestState::kSubmitted)};
    EXPECT_EQ(world.refusals(world.noor, "2026-11-25", kMorningPart), Refusals{ReasonCode::kOverlapsCare});
    EXPECT_TRUE(world.extra(world.noor, "2026-11-25", kAfternoonPart).allowed()) << "touching is no overlap";
    world.requests[0].state = RequestState::kRejected;
    EXPECT_TRUE(world.extra(world.noor, "2026-11-25", kMorningPart).allowed());
}

TEST(ExtraCare, DoesNotOverlapABrothersCare) {
    World world;
    world.requests = {world.request("r1", world.noor, "2026-11-25", kAfternoonPart, RequestState::kApproved)};
    EXPECT_TRUE(world.extra(world.sam, "2026-11-25", {{14, 0}, {18, 0}}).allowed());
}

TEST(ExtraCare, NeedsAContractOnThatDay) {
    World world;
    world.now = at("2027-07-01 09:00");
    EXPECT_EQ(world.refusals(world.sam, "2027-07-19", {{14, 0}, {16, 0}}), Refusals{ReasonCode::kNoContract});
    EXPECT_EQ(world.refusals(ChildId{"unknown"}, "2027-07-14", kMorningPart), Refusals{ReasonCode::kNoContract});
}

TEST(ExtraCare, IsRefused_WhereTheLocationOffersNone) {
    World world;
    world.noors().extra.offered = false;
    EXPECT_EQ(world.refusals(world.noor, "2026-11-25", kMorningPart), Refusals{ReasonCode::kNotOffered});
    world.locations.offers.erase(world.locations.offers.begin());
    EXPECT_EQ(world.refusals(world.noor, "2026-11-25", kMorningPart), Refusals{ReasonCode::kNotOffered});
}

TEST(ExtraCare, CostsTheExtraRate_WhereTheOrganisationHasOne) {
    World world;
    world.noors().extra.hourly_rate = Money{1200};
    EXPECT_EQ(world.extra(world.noor, "2026-11-25", kMorningPart).cost, Money{6600});
}

TEST(ExtraCare, BelongsToTheNewerContract_WhereTwoOverlap) {
    World world;
    PlacementContract newer = world.family.contracts[0];
    newer.id = ContractId{"c3"};
    newer.start = date_of("2026-10-01");
    newer.hourly_rate = Money{1000};
    world.family.contracts.insert(world.family.contracts.begin(), newer);
    EXPECT_EQ(world.extra(world.noor, "2026-11-25", kMorningPart).cost, Money{5500});
}

}  // namespace
}  // namespace portal::core
