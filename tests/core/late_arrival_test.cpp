#include "core/late_arrival.hpp"
#include "core/care_world.hpp"

#include <gtest/gtest.h>

/// What was written without network and arrives later.
namespace portal::core {
namespace {

using namespace test;

constexpr std::int64_t kHour = 3600;

TEST(LateArrival, CountsFromWhenItWasWritten_AsLateAsTheRulesLetIt) {
    const Instant written = at("2026-11-23 09:00");
    const LateArrivalRules none;
    const LateArrivalRules day{24};
    EXPECT_EQ(counted_at(none, written, {written.seconds + 1}).seconds, written.seconds + 1);
    EXPECT_EQ(counted_at(day, written, {written.seconds + 24 * kHour}), written);
    EXPECT_EQ(counted_at(day, written, {written.seconds + 24 * kHour + 1}).seconds, written.seconds + 24 * kHour + 1);
    EXPECT_EQ(counted_at(day, std::nullopt, written), written);
    EXPECT_EQ(counted_at(day, Instant{written.seconds + 60}, written), written) << "a clock that is ahead";
}

TEST(LateArrival, CanTakeAsLongAsTheDeadlineAtLeast) {
    const Instant written = at("2026-11-23 09:00");
    EXPECT_EQ(arrives_until({}, written, at("2026-11-24 07:30")), at("2026-11-24 07:30"));
    EXPECT_EQ(arrives_until({48}, written, at("2026-11-24 07:30")), at("2026-11-25 09:00"));
}

struct LateWorld : CareWorld {
    /// Written at nine, arriving now.
    [[nodiscard]] Verdict late_withdrawal(const ChangeRequest& request) const {
        CareContext moment = context();
        moment.written_at(at("2026-11-23 09:00"));
        return evaluate_withdrawal(moment, request);
    }
    [[nodiscard]] Verdict late(const Wish& wish) const {
        CareContext moment = context();
        moment.written_at(at("2026-11-23 09:00"));
        return evaluate(moment, wish);
    }
};

TEST(LateArrival, KeepsTheDeadlineOfExtraCare_WhereTheRulesSaySo) {
    LateWorld world;
    const Wish wish = extra_wish(world.noor, {date_of("2026-11-24"), kAfternoonPart});  // until today 13:00
    world.now = at("2026-11-23 15:00");
    EXPECT_EQ(world.late(wish).reasons.front().code, ReasonCode::kTooLate) << "the clock of arrival counts by default";
    world.noors().late_arrival.hours = 6;
    EXPECT_TRUE(world.late(wish).allowed());
    world.now.seconds += 1;
    EXPECT_EQ(world.late(wish).reasons.front().code, ReasonCode::kTooLate);
}

TEST(LateArrival, LetsNobodyComeOnADayThatIsOver) {
    LateWorld world;
    world.noors().late_arrival.hours = 48;
    world.noors().extra.notice = {Notice::Unit::kHours, 0, std::nullopt};
    world.now = at("2026-11-24 09:00");
    const Wish wish = extra_wish(world.noor, {date_of("2026-11-23"), kAfternoonPart});
    EXPECT_EQ(world.late(wish).reasons.front().code, ReasonCode::kDayInPast);
}

TEST(LateArrival, ReportsAnAbsenceAndAnIllnessOfADayThatIsOver_WhereTheRulesSaySo) {
    LateWorld world;
    const Wish sick = sick_wish(world.noor, date_of("2026-11-23"));
    const Wish absent = absence_wish(world.noor, {date_of("2026-11-23"), kFullDay});
    world.noors().absence.notice = {Notice::Unit::kDays, 0, std::nullopt};
    world.now = at("2026-11-24 08:00");
    EXPECT_EQ(world.late(sick).reasons.front().code, ReasonCode::kDayInPast);
    EXPECT_EQ(world.late(absent).reasons.front().code, ReasonCode::kDayInPast);
    world.noors().late_arrival.hours = 24;
    EXPECT_TRUE(world.late(sick).allowed());
    EXPECT_TRUE(world.late(absent).allowed());
    world.now = at("2026-11-24 09:01");
    EXPECT_FALSE(world.late(sick).allowed());
    EXPECT_FALSE(world.late(absent).allowed());
}

TEST(LateArrival, TakesAnAbsenceBack_WhereTheRulesSaySo) {
    LateWorld world;
    world.noors().absence.notice = {Notice::Unit::kHours, 24, std::nullopt};
    world.noors().absence.undo = AbsenceUndo::kUntilNotice;
    world.now = at("2026-11-23 08:30");
    const ChangeRequest absent = world.send("away", absence_wish(world.noor, {date_of("2026-11-26"), kFullDay}));
    world.now = at("2026-11-25 08:00");  // half an hour after the deadline
    EXPECT_TRUE(world.late_withdrawal(absent).has(ReasonCode::kTooLate)) << "the clock of arrival counts by default";
    world.noors().late_arrival.hours = 48;
    EXPECT_TRUE(world.late_withdrawal(absent).allowed());
    EXPECT_TRUE(evaluate_withdrawal(world.context(), absent).has(ReasonCode::kTooLate)) << "written now";
    world.now = at("2026-11-25 09:01");
    EXPECT_TRUE(world.late_withdrawal(absent).has(ReasonCode::kTooLate));
}

TEST(LateArrival, KeepsACancellationFree_AlsoInTheBooks) {
    LateWorld world;
    CareRules& rules = world.noors();
    rules.credit.enabled = true;
    rules.extra.cancellation = {Notice{Notice::Unit::kHours, 24, std::nullopt}, Cancellation::Late::kCredited};
    rules.late_arrival.hours = 48;
    world.now = at("2026-11-23 08:30");
    for (const char* id : {"tunnel", "late"}) {
        const Date day = date_of(id == std::string("late") ? "2026-11-27" : "2026-11-25");
        world.send(id, extra_wish(world.noor, {day, kMorningPart}));
        world.happen(id, CareEvent::Kind::kApproved);
    }
    const Instant written = world.now;
    world.now = at("2026-11-24 09:00");  // 22.5 hours before the care
    EXPECT_EQ(world.late_withdrawal(world.requests[0]).cost, Money{0});
    EXPECT_NE(evaluate_withdrawal(world.context(), world.requests[0]).cost, Money{0}) << "written now";
    const ChangeRequest& tunnel = world.happen("tunnel", CareEvent::Kind::kWithdrawn, std::nullopt, written);
    EXPECT_EQ(tunnel.withdrawn_at, world.now);
    EXPECT_EQ(tunnel.withdrawal_written_at, written);
    EXPECT_EQ(outcome_of_withdrawal(world.facts(), tunnel), WithdrawalOutcome::kFree);
    world.pass_to("2026-11-26 20:00");
    const ChangeRequest& late = world.happen("late", CareEvent::Kind::kWithdrawn, std::nullopt, written);
    EXPECT_EQ(outcome_of_withdrawal(world.facts(), late), WithdrawalOutcome::kCredited)
        << "later than the rules let it";
    EXPECT_EQ(world.balance(world.noor), 330);
}

TEST(LateArrival, EarnsTheCreditThatWasPromised) {
    LateWorld world;
    CareRules& rules = world.noors();
    rules.credit.enabled = true;
    rules.absence.credit_notice = {Notice::Unit::kHours, 24, std::nullopt};
    const Wish wish = absence_wish(world.noor, {date_of("2026-11-26"), kFullDay});  // until Wednesday 07:30
    world.now = at("2026-11-25 08:00");
    EXPECT_TRUE(world.late(wish).has(ReasonCode::kEarnsNoCredit));
    rules.late_arrival.hours = 48;
    const Verdict verdict = world.late(wish);
    EXPECT_FALSE(verdict.has(ReasonCode::kEarnsNoCredit));

    CareContext moment = world.context();
    moment.written_at(at("2026-11-23 09:00"));
    ChangeRequest request = request_of(moment, wish, verdict);
    EXPECT_EQ(request.submitted_at, world.now);
    EXPECT_EQ(request.written_at, at("2026-11-23 09:00"));
    request.id = RequestId{"late"};
    CareEvent event;
    event.at = world.now;
    event.request = request.id;
    event.submitted = request;
    world.requests.push_back(request);
    book(world.facts(), world.requests, request, event, world.ledger(world.noor));
    EXPECT_EQ(world.balance(world.noor), verdict.credit_earned.amount);
    EXPECT_GT(verdict.credit_earned.amount, 0);
}

}  // namespace
}  // namespace portal::core
