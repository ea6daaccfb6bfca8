#include "core/care_world.hpp"

#include <gtest/gtest.h>

/// The values of extra care that organisations are known to use, a test per parameter.
namespace portal::core {
namespace {

using namespace test;

Notice days(int amount, std::optional<TimeOfDay> until = std::nullopt) {
    return {Notice::Unit::kDays, amount, until};
}

TEST(ExtraParameters, Notice_IsThatOfTheOrganisation) {
    struct Case {
        const char* what;
        Notice notice;
        const char* until;
    };
    // Of Wednesday 16 December 07:30.
    const std::vector<Case> cases{
        {"24 hours", {Notice::Unit::kHours, 24, std::nullopt}, "2026-12-15 07:30"},
        {"2 working days", {Notice::Unit::kWorkingDays, 2, std::nullopt}, "2026-12-14 24:00"},
        {"the previous working day 12:00", {Notice::Unit::kWorkingDays, 1, TimeOfDay{12, 0}}, "2026-12-15 12:00"},
        {"3 days", days(3), "2026-12-13 24:00"},
        {"4 days", days(4), "2026-12-12 24:00"},
        {"a week", days(7), "2026-12-09 24:00"},
        {"the same day 08:30", days(0, TimeOfDay{8, 30}), "2026-12-16 08:30"}};
    for (const Case& value : cases) {
        CareWorld world;
        world.noors().extra.notice = value.notice;
        world.now = at(value.until);
        EXPECT_TRUE(world.extra(world.noor, "2026-12-16", kFullDay).allowed()) << value.what;
        world.now.seconds += 1;
        const Verdict late = world.extra(world.noor, "2026-12-16", kFullDay);
        EXPECT_EQ(late.reasons.front().code, ReasonCode::kTooLate) << value.what;
        EXPECT_EQ(late.reasons.front().deadline, at(value.until)) << value.what;
    }
}

TEST(ExtraParameters, Notice_LaterByPhoneWhereTheyLetParents) {
    CareWorld world;
    EXPECT_FALSE(world.extra(world.noor, "2026-11-24", kMorningPart).has(ReasonCode::kByPhone));
    world.noors().extra.phone_after_deadline = true;
    const Verdict late = world.extra(world.noor, "2026-11-24", kMorningPart);
    EXPECT_FALSE(late.allowed());
    EXPECT_TRUE(late.has(ReasonCode::kByPhone));
    EXPECT_FALSE(world.extra(world.noor, "2026-11-25", kMorningPart).has(ReasonCode::kByPhone));
}

TEST(ExtraParameters, Notice_OfHoursCrossesTheClockChanges) {
    CareWorld world;
    world.now = at("2027-03-20 09:00");
    world.sams().extra.notice = {Notice::Unit::kHours, 72, std::nullopt};
    // Sunday 28 March 2027 has 23 hours, Sunday 31 October 2027 has 25.
    EXPECT_EQ(world.extra(world.sam, "2027-03-30", {{14, 0}, {16, 0}}).deadline, at("2027-03-27 13:00"));
    world.family.contracts[1].end.reset();
    world.now = at("2027-10-20 09:00");
    EXPECT_EQ(world.extra(world.sam, "2027-11-02", {{14, 0}, {16, 0}}).deadline, at("2027-10-30 15:00"));
}

TEST(ExtraParameters, MaxAhead_28DaysTo3Months) {
    struct Case {
        Period ahead;
        const char* last;
    };
    for (const Case& value :
         {Case{{Period::Unit::kDays, 28}, "2026-12-21"}, Case{{Period::Unit::kDays, 90}, "2027-02-21"},
          Case{{Period::Unit::kWeeks, 12}, "2027-02-15"}, Case{{Period::Unit::kMonths, 3}, "2027-02-23"}}) {
        CareWorld world;
        world.noors().extra.max_ahead = value.ahead;
        EXPECT_FALSE(world.extra(world.noor, value.last, kFullDay).has(ReasonCode::kTooFarAhead)) << value.last;
        const Verdict verdict = world.extra(world.noor, "2027-02-24", kFullDay);
        EXPECT_TRUE(verdict.has(ReasonCode::kTooFarAhead)) << value.last;
        EXPECT_EQ(verdict.last_bookable, date_of(value.last));
        world.noors().extra.max_ahead.reset();
        EXPECT_TRUE(world.extra(world.noor, "2027-02-24", kFullDay).allowed());
    }
}

TEST(ExtraParameters, Payment_CreditInvoiceOrBoth) {
    CareWorld world;
    EXPECT_EQ(world.extra(world.noor, "2026-12-16", kFullDay).cost, Money{12353});
    EXPECT_TRUE(world.extra(world.noor, "2026-12-16", kFullDay, Payment::kCredit).has(ReasonCode::kPaymentNotOffered));
    world.noors().credit.enabled = true;
    world.noors().extra.by_credit = true;
    world.noors().extra.by_credit_and_invoice = true;
    world.noors().extra.by_invoice = false;
    world.give_credit(world.noor, {CreditUnit::kMinutes, 330});
    EXPECT_TRUE(world.extra(world.noor, "2026-12-16", kFullDay).has(ReasonCode::kPaymentNotOffered));

    const Verdict credit = world.extra(world.noor, "2026-12-16", kFullDay, Payment::kCredit);
    EXPECT_EQ(credit.reasons.front().code, ReasonCode::kNotEnoughCredit);
    EXPECT_EQ(credit.reasons.front().amount, 330);
    const Verdict half = world.extra(world.noor, "2026-12-16", kMorningPart, Payment::kCredit);
    EXPECT_TRUE(half.allowed());
    EXPECT_EQ(half.cost, Money{0});
    EXPECT_EQ(half.credit_used, (Credit{CreditUnit::kMinutes, 330}));
    EXPECT_EQ(half.credit_left, 0);

    const Verdict mixed = world.extra(world.noor, "2026-12-16", kFullDay, Payment::kCreditAndInvoice);
    EXPECT_TRUE(mixed.allowed());
    EXPECT_EQ(mixed.credit_used.amount, 330);
    EXPECT_EQ(mixed.cost, Money{6177});
}

TEST(ExtraParameters, Payment_OfDayPartsTakesWholeParts) {
    CareWorld world;
    world.noors().credit.enabled = true;
    world.noors().credit.unit = CreditUnit::kDayParts;
    world.noors().extra.by_credit = true;
    world.noors().extra.by_credit_and_invoice = true;
    world.give_credit(world.noor, {CreditUnit::kDayParts, 1});
    EXPECT_TRUE(world.extra(world.noor, "2026-12-16", kMorningPart, Payment::kCredit).allowed());
    EXPECT_TRUE(world.extra(world.noor, "2026-12-16", kFullDay, Payment::kCredit).has(ReasonCode::kNotEnoughCredit));
    EXPECT_EQ(world.extra(world.noor, "2026-12-16", kFullDay, Payment::kCreditAndInvoice).cost, Money{6177});
}

TEST(ExtraParameters, Tariff_IsTheContractsOrOneOfItsOwn) {
    CareWorld world;
    EXPECT_EQ(world.extra(world.noor, "2026-12-16", kMorningPart).cost, Money{6177});
    world.noors().extra.hourly_rate = Money{1200};
    EXPECT_EQ(world.extra(world.noor, "2026-12-16", kMorningPart).cost, Money{6600});
}

TEST(ExtraParameters, Billing_PerHourOrAWholePartOfTheDay) {
    CareWorld world;
    const TimeRange two_hours{{14, 0}, {16, 0}};
    EXPECT_EQ(world.extra(world.sam, "2026-12-16", two_hours).cost, Money{1996});
    world.sams().extra.billing = ExtraBilling::kDayParts;
    EXPECT_EQ(world.extra(world.sam, "2026-12-16", two_hours).cost, Money{4491}) << "14:00 to 18:30";
}

TEST(ExtraParameters, Cancellation_NeverUntil24HoursThenCredit_OrFreeUntil7Days) {
    struct Case {
        const char* what;
        Cancellation terms;
        const char* now;
        std::optional<ReasonCode> reason;
        bool allowed;
        std::int64_t cost;
    };
    const Notice a_day{Notice::Unit::kHours, 24, std::nullopt};
    using Late = Cancellation::Late;
    const std::vector<Case> cases{
        {"never", {std::nullopt, Late::kRefused}, "2026-11-24 09:00", ReasonCode::kNotWithdrawable, false, 12353},
        {"24 hours, in time", {a_day, Late::kCredited}, "2026-12-15 07:30", std::nullopt, true, 0},
        {"24 hours, later", {a_day, Late::kCredited}, "2026-12-15 07:31", ReasonCode::kCancelledCredited, true, 12353},
        {"7 days, in time", {days(7), Late::kRefused}, "2026-12-09 24:00", std::nullopt, true, 0},
        {"7 days, later", {days(7), Late::kRefused}, "2026-12-10 09:00", ReasonCode::kTooLate, false, 12353}};
    for (const Case& value : cases) {
        CareWorld world;
        world.noors().credit.enabled = true;
        world.noors().extra.cancellation = value.terms;
        world.send("r1", extra_wish(world.noor, {date_of("2026-12-16"), kFullDay}));
        const ChangeRequest approved = world.happen("r1", CareEvent::Kind::kApproved);
        world.now = at(value.now);
        const Verdict verdict = evaluate_withdrawal(world.context(), approved);
        EXPECT_EQ(verdict.allowed(), value.allowed) << value.what;
        EXPECT_EQ(verdict.cost, Money{value.cost}) << value.what;
        EXPECT_EQ(verdict.reasons.empty() ? std::nullopt : std::optional{verdict.reasons.front().code}, value.reason)
            << value.what;
    }
}

TEST(ExtraParameters, Cancellation_TurnsLateOnesIntoCreditInTheLedger) {
    CareWorld world;
    world.noors().credit.enabled = true;
    world.noors().extra.cancellation = {Notice{Notice::Unit::kHours, 24, std::nullopt}, Cancellation::Late::kCredited};
    world.send("in time", extra_wish(world.noor, {date_of("2026-12-16"), kFullDay}));
    world.send("late", extra_wish(world.noor, {date_of("2026-12-15"), kFullDay}));
    world.happen("in time", CareEvent::Kind::kApproved);
    world.happen("late", CareEvent::Kind::kApproved);
    world.now = at("2026-12-14 12:00");
    world.happen("in time", CareEvent::Kind::kWithdrawn);
    EXPECT_EQ(world.balance(world.noor), 0);
    world.happen("late", CareEvent::Kind::kWithdrawn);
    EXPECT_EQ(world.balance(world.noor), 660);
    EXPECT_EQ(outcome_of_withdrawal(world.facts(), world.requests[0]), WithdrawalOutcome::kFree);
    EXPECT_EQ(outcome_of_withdrawal(world.facts(), world.requests[1]), WithdrawalOutcome::kCredited);
}

TEST(ExtraParameters, Withdrawal_WhileOpen15MinutesOrNever) {
    CareWorld world;
    const ChangeRequest open = world.send("r1", extra_wish(world.noor, {date_of("2026-12-16"), kFullDay}));
    world.now = at("2026-11-25 09:00");
    EXPECT_TRUE(evaluate_withdrawal(world.context(), open).allowed());
    world.noors().extra.withdrawal.within_minutes = 15;
    EXPECT_TRUE(evaluate_withdrawal(world.context(), open).has(ReasonCode::kTooLate));
    world.now = at("2026-11-23 09:15");
    EXPECT_TRUE(evaluate_withdrawal(world.context(), open).allowed());
    world.noors().extra.withdrawal.while_open = false;
    EXPECT_TRUE(evaluate_withdrawal(world.context(), open).has(ReasonCode::kNotWithdrawable));
    const ChangeRequest rejected = world.happen("r1", CareEvent::Kind::kRejected);
    EXPECT_TRUE(evaluate_withdrawal(world.context(), rejected).has(ReasonCode::kAlreadyDecided));
}

TEST(Extra, AlwaysSaysThatItIsNeitherRefundedNorSwapped) {
    CareWorld world;
    const Verdict verdict = world.extra(world.noor, "2026-12-16", kFullDay);
    EXPECT_TRUE(verdict.allowed());
    EXPECT_TRUE(verdict.has(ReasonCode::kNoRefund));
    EXPECT_TRUE(verdict.has(ReasonCode::kNotSwappable));
    EXPECT_EQ(verdict.revocation.how, Revocation::How::kUntilDecided);
    EXPECT_TRUE(verdict.needs_approval);
    world.noors().extra.cancellation.free_until = days(7);
    EXPECT_FALSE(world.extra(world.noor, "2026-12-16", kFullDay).has(ReasonCode::kNoRefund));
    EXPECT_EQ(world.extra(world.noor, "2026-12-16", kFullDay).revocation.until, at("2026-12-09 24:00"));
}

TEST(Extra, IsJudgedByItsDayAndTime) {
    CareWorld world;
    const auto first = [&](const Verdict& verdict) { return verdict.reasons.front().code; };
    EXPECT_EQ(first(world.extra(world.noor, "2026-11-20", kMorningPart)), ReasonCode::kDayInPast);
    EXPECT_EQ(first(world.extra(world.noor, "2026-12-25", kMorningPart)), ReasonCode::kClosed);
    EXPECT_EQ(world.extra(world.noor, "2026-12-25", kMorningPart).closure->name, "Eerste Kerstdag");
    EXPECT_EQ(first(world.extra(world.noor, "2026-11-28", kMorningPart)), ReasonCode::kClosed) << "a Saturday";
    EXPECT_EQ(first(world.extra(world.noor, "2026-12-02", {{8, 0}, {12, 0}})), ReasonCode::kNotASlot);
    EXPECT_EQ(first(world.extra(world.sam, "2026-12-02", {{13, 0}, {16, 0}})), ReasonCode::kOutsideOpeningHours);
    EXPECT_EQ(first(world.extra(world.sam, "2026-12-02", {{15, 0}, {15, 30}})), ReasonCode::kTooShort);
    EXPECT_EQ(first(world.extra(world.sam, "2026-12-02", {{15, 5}, {16, 30}})), ReasonCode::kNotOnStep);
    EXPECT_EQ(first(world.extra(world.sam, "2026-12-02", {{16, 0}, {15, 0}})), ReasonCode::kEndBeforeStart);
    EXPECT_EQ(first(world.extra(world.noor, "2026-11-26", kMorningPart)), ReasonCode::kOverlapsCare);
    EXPECT_EQ(first(world.extra(ChildId{"nobody"}, "2026-11-26", kMorningPart)), ReasonCode::kNoContract);
    world.book.versions.clear();
    EXPECT_EQ(first(world.extra(world.noor, "2026-12-02", kMorningPart)), ReasonCode::kNotOffered);
}

TEST(Extra, BelongsToTheNewerContract_WhereTwoOverlap) {
    CareWorld world;
    PlacementContract newer = world.family.contracts[0];
    newer.id = ContractId{"c3"};
    newer.start = date_of("2026-10-01");
    newer.hourly_rate = Money{1000};
    world.family.contracts.insert(world.family.contracts.begin(), newer);
    EXPECT_EQ(world.extra(world.noor, "2026-12-02", kMorningPart).cost, Money{5500});
}

}  // namespace
}  // namespace portal::core
