#include "core/care_world.hpp"

#include <gtest/gtest.h>

namespace portal::core {
namespace {

using namespace test;

TEST(CreditLedger, BooksEverythingTwice_SoThatAccountsMatch) {
    CareWorld world;
    world.noors().credit.enabled = true;
    world.noors().credit.usable_days_before = 30;
    world.noors().extra.by_credit = true;
    world.send("away", absence_wish(world.noor, {date_of("2026-12-10"), kFullDay}));
    world.send("paid", extra_wish(world.noor, {date_of("2026-12-09"), kMorningPart}, Payment::kCredit));
    world.give_credit(world.noor, {CreditUnit::kMinutes, -100});
    world.pass_to("2027-01-02 09:00");
    const CreditLedger& ledger = world.ledger(world.noor);
    EXPECT_EQ(fault_in(ledger), "");
    const auto sum = [&](LedgerAccount account) {
        return sum_of(ledger, account, CreditUnit::kMinutes, date_of("2027-01-02"));
    };
    EXPECT_EQ(sum(LedgerAccount::kEarned), -660);
    EXPECT_EQ(sum(LedgerAccount::kSpent), 330);
    EXPECT_EQ(sum(LedgerAccount::kCorrection), 100);
    EXPECT_EQ(sum(LedgerAccount::kExpired), 230);
    EXPECT_EQ(sum(LedgerAccount::kBalance), 0);
    EXPECT_EQ(sum_of(ledger, LedgerAccount::kBalance, CreditUnit::kMinutes, date_of("2026-12-31")), 230);
    ASSERT_EQ(ledger.entries.size(), 4U);
    EXPECT_EQ(ledger.entries[0].request, RequestId{"away"});
    EXPECT_EQ(ledger.entries[3].date, date_of("2027-01-01")) << "31 December is still a day of use";
}

TEST(CreditLedger, GivesBackToTheSameLots_WhenTheCareIsRejected) {
    CareWorld world;
    world.noors().credit.enabled = true;
    world.noors().extra.by_credit = true;
    world.give_credit(world.noor, {CreditUnit::kMinutes, 200}, date_of("2026-12-31"));
    world.give_credit(world.noor, {CreditUnit::kMinutes, 200}, date_of("2027-01-31"));
    world.send("r1", extra_wish(world.noor, {date_of("2026-12-09"), kMorningPart}, Payment::kCredit));
    EXPECT_EQ(world.balance(world.noor), 70);
    world.happen("r1", CareEvent::Kind::kRejected);
    const auto steps = expiry_timeline(world.ledger(world.noor), date_of("2026-11-23"));
    const std::vector<ExpiryStep> expected{{date_of("2026-12-31"), {CreditUnit::kMinutes, 200}},
                                           {date_of("2027-01-31"), {CreditUnit::kMinutes, 200}}};
    EXPECT_EQ(steps, expected);
}

TEST(CreditLedger, TakesACorrectionOnlyAsFarAsThereIsCredit) {
    CareWorld world;
    world.give_credit(world.noor, {CreditUnit::kMinutes, 100});
    world.give_credit(world.noor, {CreditUnit::kMinutes, -250});
    EXPECT_EQ(world.balance(world.noor), 0);
    EXPECT_EQ(fault_in(world.ledger(world.noor)), "");
    world.give_credit(world.noor, {CreditUnit::kMinutes, -1});
    EXPECT_EQ(world.ledger(world.noor).entries.size(), 2U) << "nothing happened";
}

TEST(CreditLedger, KeepsUnitsApart) {
    CareWorld world;
    world.give_credit(world.noor, {CreditUnit::kStrips, 10});
    world.give_credit(world.noor, {CreditUnit::kMinutes, 60});
    EXPECT_EQ(world.balance(world.noor, CreditUnit::kStrips), 10);
    EXPECT_EQ(world.balance(world.noor, CreditUnit::kMinutes), 60);
    const auto lots = lots_on(world.ledger(world.noor), date_of("2026-11-23"));
    EXPECT_EQ(usable_on(lots, CreditUnit::kPoints, date_of("2026-12-09")), 0);
    EXPECT_EQ(usable_on(lots, CreditUnit::kMinutes, date_of("2026-11-22")), 0) << "not for care before it was booked";
}

TEST(CreditLedger, DaysAreAccountedForOnce) {
    CareWorld world;
    world.noors().credit.enabled = true;
    world.noors().holidays = {HolidayTreatment::kCredited, 1};
    world.noors().credit.expiry = {CreditExpiry::Kind::kContractEnd, {}};
    world.pass_to("2027-03-29 09:00");
    EXPECT_EQ(world.balance(world.noor), 660) << "Easter Monday";
    world.pass_to("2027-03-29 18:00");
    world.pass_to("2027-03-28 09:00");
    EXPECT_EQ(world.ledger(world.noor).entries.size(), 1U);
}

TEST(CreditLedger, SaysWhatIsWrongWithABadOne) {
    CareWorld world;
    world.give_credit(world.noor, {CreditUnit::kMinutes, 100});
    const CreditLedger good = world.ledger(world.noor);
    EXPECT_EQ(fault_in(good), "");
    CreditLedger bad = good;
    bad.entries[0].postings[0].amount = -99;
    EXPECT_NE(fault_in(bad).find("sum to zero"), std::string::npos);
    bad = good;
    bad.entries[0].number = 2;
    EXPECT_NE(fault_in(bad), "");
    bad = good;
    bad.entries[0].opens.reset();
    EXPECT_NE(fault_in(bad), "");
    bad = good;
    bad.entries[0].postings[1].lot = 7;
    EXPECT_NE(fault_in(bad), "");
    bad = good;
    bad.entries.push_back(good.entries[0]);
    bad.entries[1].number = 2;
    bad.entries[1].postings = {{LedgerAccount::kBalance, 1, -101}, {LedgerAccount::kSpent, 0, 101}};
    EXPECT_NE(fault_in(bad).find("not there"), std::string::npos);
    bad.entries[1].postings = {{LedgerAccount::kBalance, 1, -100}, {LedgerAccount::kSpent, 0, 100}};
    EXPECT_EQ(fault_in(bad), "");
    bad.entries[1].date = bad.entries[0].date - 1;
    EXPECT_NE(fault_in(bad).find("before"), std::string::npos);
}

TEST(Occupancy, ShowsWhatRequestsMakeOfContractedCare) {
    CareWorld world;
    world.noors().absence.whole_blocks_only = false;
    world.send("part", absence_wish(world.noor, {date_of("2026-11-26"), kMorningPart}));
    world.send("swap", swap_wish(world.noor, {date_of("2026-12-03"), kFullDay}, {date_of("2026-12-02"), kFullDay}));
    world.send("extra", extra_wish(world.noor, {date_of("2026-12-08"), kFullDay}));
    world.happen("extra", CareEvent::Kind::kApproved);
    world.send("ill", sick_wish(world.noor, date_of("2026-12-07"), date_of("2026-12-09")));
    const auto state_on = [&](const char* date) {
        std::vector<CareState> states;
        for (const CareBlock& block : occupancy(world.family, world.locations.calendar, world.book, world.requests,
                                                date_of(date), date_of(date))) {
            if (block.child == world.noor) {
                states.push_back(block.state);
            }
        }
        return states;
    };
    using States = std::vector<CareState>;
    EXPECT_EQ(state_on("2026-11-26"), (States{CareState::kAbsent, CareState::kContract}));
    EXPECT_EQ(state_on("2026-12-02"), States{CareState::kSwapRequested});
    EXPECT_EQ(state_on("2026-12-03"), States{CareState::kGivenUpRequested});
    EXPECT_EQ(state_on("2026-12-07"), States{CareState::kSick});
    EXPECT_EQ(state_on("2026-12-08"), States{CareState::kSick}) << "approved extra care";
    EXPECT_EQ(state_on("2026-12-10"), States{CareState::kContract});
    world.happen("swap", CareEvent::Kind::kApproved);
    EXPECT_EQ(state_on("2026-12-02"), States{CareState::kSwapApproved});
    EXPECT_EQ(state_on("2026-12-03"), States{CareState::kGivenUp});
    world.happen("swap", CareEvent::Kind::kWithdrawn);
    EXPECT_EQ(state_on("2026-12-02"), States{});
    EXPECT_EQ(state_on("2026-12-03"), States{CareState::kContract});
}

}  // namespace
}  // namespace portal::core
