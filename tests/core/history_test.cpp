#include "core/random_history.hpp"

#include <gtest/gtest.h>

#include <array>

namespace portal::core {
namespace {

using namespace test;

TEST(History, GivesTheSameFiguresEventByEventAsFromScratch) {
    constexpr std::uint64_t kHistories = 10'000;
    std::size_t events_seen = 0;
    for (std::uint64_t seed = 1; seed <= kHistories; ++seed) {
        const CareWorld world = random_world(seed);
        const History events = random_events(world, seed);
        events_seen += events.size();
        const std::string difference = mismatch(world, events);
        if (!difference.empty()) {
            const History least = shrunk(events, [&](const History& some) { return !mismatch(world, some).empty(); });
            FAIL() << "seed " << seed << ": " << mismatch(world, least) << '\n' << told(least);
        }
    }
    EXPECT_GT(events_seen, 5 * kHistories);
}

TEST(History, ReallyEarnsSpendsExpiresAndRevokesInThoseHistories) {
    std::array<int, 7> seen{};
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        const CareWorld world = random_world(seed);
        CareHistory history{world.facts(), {2026, 12}, {2027, 1}};
        for (const CareEvent& event : random_events(world, seed)) {
            static_cast<void>(history.apply(event));
        }
        history.advance(date_of("2027-01-31"));
        for (const CreditLedger& ledger : history.ledgers()) {
            for (const CreditEntry& entry : ledger.entries) {
                ++seen[static_cast<std::size_t>(entry.kind)];
            }
        }
    }
    for (const EntryKind kind : {EntryKind::kEarned, EntryKind::kRevoked, EntryKind::kSpent, EntryKind::kReturned,
                                 EntryKind::kExpired, EntryKind::kCorrected}) {
        EXPECT_GT(seen[static_cast<std::size_t>(kind)], 10) << to_string(kind);
    }
}

/// A history that does not hear of recoveries stands for any mistake in keeping up to date.
TEST(HistoryShrinking, LeavesTheLeastThatStillFails_OfABrokenHistory) {
    const auto deaf = [](const CareEvent& event) { return event.kind != CareEvent::Kind::kRecovered; };
    int failing = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const CareWorld world = random_world(seed);
        const History events = random_events(world, seed);
        const auto fails = [&](const History& some) { return !mismatch(world, some, deaf).empty(); };
        if (!fails(events)) {
            continue;
        }
        ++failing;
        const History least = shrunk(events, fails);
        ASSERT_EQ(least.size(), 2U) << "seed " << seed << '\n' << told(events) << "became\n" << told(least);
        EXPECT_EQ(least[0].submitted->kind, RequestKind::kSick);
        EXPECT_EQ(least[1].kind, CareEvent::Kind::kRecovered);
        EXPECT_EQ(least[1].request, least[0].request);
    }
    EXPECT_GT(failing, 5);
}

TEST(History, RefusesWhatCannotHappen) {
    const CareWorld world;
    CareHistory history{world.facts(), {2026, 11}, {2026, 12}};
    CareEvent sent;
    sent.at = at("2026-11-23 09:00");
    sent.request = RequestId{"r1"};
    sent.submitted = request_of(world.context(), extra_wish(world.noor, {date_of("2026-12-02"), kFullDay}), {});
    sent.submitted->id = sent.request;
    sent.submitted->state = RequestState::kSubmitted;
    CareEvent approved;
    approved.kind = CareEvent::Kind::kApproved;
    approved.at = at("2026-11-23 10:00");
    approved.request = sent.request;

    EXPECT_FALSE(history.apply(approved)) << "there is no such request";
    EXPECT_TRUE(history.apply(sent));
    EXPECT_FALSE(history.apply(sent)) << "the id is used";
    EXPECT_TRUE(history.apply(approved));
    EXPECT_FALSE(history.apply(approved)) << "it is approved already";
    CareEvent earlier = approved;
    earlier.kind = CareEvent::Kind::kWithdrawn;
    earlier.at = at("2026-11-23 09:30");
    EXPECT_FALSE(history.apply(earlier)) << "time does not go back";
    CareEvent stranger = sent;
    stranger.at = approved.at;
    stranger.request = RequestId{"r2"};
    stranger.submitted->child = ChildId{"nobody"};
    EXPECT_FALSE(history.apply(stranger));
    EXPECT_EQ(history.requests().size(), 1U);
}

TEST(MonthSums, KeepPaidUsedAndUnusedCareApart) {
    CareWorld world;
    world.send("extra", extra_wish(world.noor, {date_of("2026-12-02"), kMorningPart}));
    world.happen("extra", CareEvent::Kind::kApproved);
    world.send("open", extra_wish(world.noor, {date_of("2026-12-09"), kMorningPart}));
    world.send("away", absence_wish(world.noor, {date_of("2026-12-03"), kFullDay}));
    world.send("ill", sick_wish(world.noor, date_of("2026-12-07"), date_of("2026-12-07")));
    world.send("swap", swap_wish(world.noor, {date_of("2026-12-10"), kFullDay}, {date_of("2026-12-11"), kFullDay}));
    world.happen("swap", CareEvent::Kind::kApproved);
    const auto sums = sums_of(world.facts(), world.requests, {2026, 12}, {2026, 12});
    const auto of = [&](SumKind kind) {
        for (const MonthSum& sum : sums) {
            if (sum.kind == kind && sum.child == world.noor) {
                return std::pair{sum.minutes, sum.cost.cents};
            }
        }
        return std::pair{std::int64_t{0}, std::int64_t{0}};
    };
    using Figures = std::pair<std::int64_t, std::int64_t>;
    EXPECT_EQ(of(SumKind::kContract), (Figures{9 * 660, 9 * 12353})) << "four Mondays, five Thursdays";
    EXPECT_EQ(of(SumKind::kExtra), (Figures{330, 6177}));
    EXPECT_EQ(of(SumKind::kAbsence), (Figures{660, 0}));
    EXPECT_EQ(of(SumKind::kSickness), (Figures{660, 0}));
    EXPECT_EQ(of(SumKind::kSwap), (Figures{660, 0}));
    EXPECT_EQ(of(SumKind::kGivenUp), (Figures{660, 0}));
}

TEST(MonthSums, LeaveOutTheChosenWeeksOfA46WeekContract_ButNoMoreThanSix) {
    CareWorld world;
    PlacementContract& contract = world.family.contracts[0];
    contract.weeks_per_year = 46;
    contract.week = {{Weekday::kWednesday, kFullDay, DayKind::kEvery}};
    world.noors().absence.max_ahead.reset();
    const auto paid_weeks = [&] {
        const auto sums = sums_of(world.facts(), world.requests, {2027, 1}, {2027, 12});
        std::int64_t minutes = 0;
        for (const MonthSum& sum : sums) {
            minutes += sum.child == world.noor && sum.kind == SumKind::kContract ? sum.minutes : 0;
        }
        return minutes / 660;
    };
    EXPECT_EQ(paid_weeks(), 52);
    for (int week = 0; week < 7; ++week) {
        const Date wednesday = date_of("2027-07-07") + 7 * week;
        world.send("w" + std::to_string(week),
                   absence_wish(world.noor, {wednesday, kFullDay}, AbsenceReason::kVacation));
    }
    EXPECT_EQ(paid_weeks(), 46);
}

}  // namespace
}  // namespace portal::core
