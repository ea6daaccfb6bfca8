#include "core/care_world.hpp"

#include <gtest/gtest.h>

/// The values of absence and credit (tegoed) that organisations are known to use, a test per parameter.
namespace portal::core {
namespace {

using namespace test;

struct CreditWorld : CareWorld {
    CreditWorld() { noors().credit.enabled = true; }
};

Notice days(int amount, std::optional<TimeOfDay> until = std::nullopt) {
    return {Notice::Unit::kDays, amount, until};
}

TEST(CreditParameters, Unit_HoursDayPartsOrPoints) {
    struct Case {
        const char* what;
        CreditUnit unit;
        int points_per_day;
        std::int64_t whole_day;
        std::int64_t morning;
    };
    const std::vector<Case> cases{{"11 and 5.5 hours", CreditUnit::kMinutes, 2, 660, 330},
                                  {"dagdelen", CreditUnit::kDayParts, 2, 2, 1},
                                  {"1 point a day", CreditUnit::kPoints, 1, 1, 1},
                                  {"2 points a day", CreditUnit::kPoints, 2, 2, 1}};
    for (const Case& value : cases) {
        CreditWorld world;
        world.noors().credit.unit = value.unit;
        world.noors().credit.points_per_day = value.points_per_day;
        EXPECT_EQ(world.absence("2026-11-26").credit_earned, (Credit{value.unit, value.whole_day})) << value.what;
        world.family.contracts[0].week[1].time = kMorningPart;
        EXPECT_EQ(world.absence("2026-11-26", kMorningPart).credit_earned, (Credit{value.unit, value.morning}))
            << value.what;
    }
}

TEST(CreditParameters, Deadline_IsThatOfTheOrganisation) {
    struct Case {
        const char* what;
        Notice notice;
        const char* until;
    };
    // Of Thursday 17 December, from 07:30 on.
    const std::vector<Case> cases{
        {"the same day 08:30", days(0, TimeOfDay{8, 30}), "2026-12-17 08:30"},
        {"the same day 09:00", days(0, TimeOfDay{9, 0}), "2026-12-17 09:00"},
        {"care start", {Notice::Unit::kHours, 0, std::nullopt}, "2026-12-17 07:30"},
        {"the day before 12:00", days(1, TimeOfDay{12, 0}), "2026-12-16 12:00"},
        {"the day before 18:30", days(1, TimeOfDay{18, 30}), "2026-12-16 18:30"},
        {"24 hours", {Notice::Unit::kHours, 24, std::nullopt}, "2026-12-16 07:30"},
        {"48 hours", {Notice::Unit::kHours, 48, std::nullopt}, "2026-12-15 07:30"},
        {"a full working day", {Notice::Unit::kWorkingDays, 2, std::nullopt}, "2026-12-15 24:00"},
        {"4 days", days(4), "2026-12-13 24:00"},
        {"7 days", days(7), "2026-12-10 24:00"},
        {"10 days", days(10), "2026-12-07 24:00"}};
    for (const Case& value : cases) {
        CreditWorld world;
        world.noors().absence.notice = days(0);
        world.noors().absence.credit_notice = value.notice;
        world.now = at(value.until);
        const Verdict verdict = world.absence("2026-12-17");
        EXPECT_EQ(verdict.credit_earned.amount, 660) << value.what;
        EXPECT_EQ(verdict.credit_deadline, at(value.until)) << value.what;
        world.now.seconds += 1;
        const Verdict late = world.absence("2026-12-17");
        EXPECT_TRUE(late.allowed()) << value.what << ": it may be reported all the same";
        EXPECT_TRUE(late.has(ReasonCode::kEarnsNoCredit)) << value.what;
        EXPECT_EQ(late.credit_earned.amount, 0) << value.what;
    }
}

TEST(CreditParameters, Deadline_OfAFullWorkingDayCountsOverAWeekendAndAHoliday) {
    CreditWorld world;
    world.noors().absence.credit_notice = {Notice::Unit::kWorkingDays, 2, std::nullopt};
    // Before Monday 28 December: Christmas is on Friday and Saturday, Thursday the 24th lies in between.
    EXPECT_EQ(world.absence("2026-12-28").credit_deadline, at("2026-12-23 24:00"));
}

TEST(CreditParameters, Deadline_OnTheDaysOfTheClockChangesIsByTheClockOnTheWall) {
    const CareCalendar calendar;
    const auto until = [&](const char* date, TimeOfDay time) {
        return deadline(days(1, time), calendar, date_of(date), TimeOfDay{7, 30}).to_string();
    };
    // Clocks go forward on Sunday 28 March 2027 at 02:00, and back on Sunday 31 October 2027 at 03:00.
    EXPECT_EQ(until("2027-03-28", {18, 30}), "2027-03-27T17:30:00Z");
    EXPECT_EQ(until("2027-03-29", {18, 30}), "2027-03-28T16:30:00Z");
    EXPECT_EQ(until("2027-03-29", {2, 30}), "2027-03-28T01:30:00Z") << "02:30 was skipped: 03:30 is meant";
    EXPECT_EQ(until("2027-10-31", {18, 30}), "2027-10-30T16:30:00Z");
    EXPECT_EQ(until("2027-11-01", {18, 30}), "2027-10-31T17:30:00Z");
    EXPECT_EQ(until("2027-11-01", {2, 30}), "2027-10-31T00:30:00Z") << "the first of two";
}

TEST(CreditParameters, Deadline_OfAVacationIs14Days) {
    CreditWorld world;
    world.noors().absence.vacation_credit_notice = days(14);
    world.now = at("2026-12-05 09:00");
    EXPECT_EQ(world.absence("2026-12-17").credit_earned.amount, 660);
    EXPECT_EQ(world.absence("2026-12-17", kFullDay, AbsenceReason::kVacation).credit_earned.amount, 0);
    world.now = at("2026-12-03 24:00");
    EXPECT_EQ(world.absence("2026-12-17", kFullDay, AbsenceReason::kVacation).credit_earned.amount, 660);
}

TEST(CreditParameters, Reasons_LeaveOnOrOff) {
    CreditWorld world;
    EXPECT_EQ(world.absence("2026-11-26").credit_earned.amount, 660);
    world.noors().credit.by_leave = false;
    EXPECT_EQ(world.absence("2026-11-26").credit_earned.amount, 0);
    EXPECT_TRUE(world.absence("2026-11-26").has(ReasonCode::kEarnsNoCredit));
}

TEST(CreditParameters, Reasons_IllnessOnOrOff) {
    for (const bool on : {false, true}) {
        CreditWorld world;
        world.noors().credit.by_sickness = on;
        world.noors().sick.credit_notice = days(0, TimeOfDay{8, 30});
        world.now = at("2026-11-26 08:00");
        const Wish wish = sick_wish(world.noor, date_of("2026-11-26"));
        EXPECT_EQ(world.judge(wish).credit_earned.amount, on ? 660 : 0);
        world.send("ill", wish);
        EXPECT_EQ(world.balance(world.noor), on ? 660 : 0);
        // Monday 30 November is a day of illness as well.
        world.pass_to("2026-12-01 09:00");
        EXPECT_EQ(world.balance(world.noor), on ? 1320 : 0);
        world.happen("ill", CareEvent::Kind::kRecovered, date_of("2026-11-27"));
        EXPECT_EQ(world.balance(world.noor), on ? 660 : 0) << "it was well on Monday";
    }
}

TEST(CreditParameters, Reasons_IllnessReportedTooLateEarnsFromTheNextDayOn) {
    CreditWorld world;
    world.noors().credit.by_sickness = true;
    world.noors().sick.credit_notice = days(0, TimeOfDay{8, 30});
    world.now = at("2026-11-26 08:31");
    const Wish wish = sick_wish(world.noor, date_of("2026-11-26"));
    EXPECT_TRUE(world.judge(wish).allowed());
    EXPECT_TRUE(world.judge(wish).has(ReasonCode::kEarnsNoCredit));
    world.send("ill", wish);
    EXPECT_EQ(world.balance(world.noor), 0);
    world.pass_to("2026-12-01 09:00");
    EXPECT_EQ(world.balance(world.noor), 660);
}

TEST(CreditParameters, Reasons_HolidaysOneOrTwoDaysAYear) {
    for (const int credited : {0, 1, 2}) {
        CreditWorld world;
        world.noors().holidays = {credited > 0 ? HolidayTreatment::kCredited : HolidayTreatment::kExcluded, credited};
        // Ascension day and King's day of 2027 are on a Thursday and a Tuesday, Easter and Whit Monday on Mondays.
        world.noors().credit.expiry = {CreditExpiry::Kind::kContractEnd, {}};
        world.pass_to("2027-06-01 09:00");
        EXPECT_EQ(world.balance(world.noor), 660 * credited);
    }
}

TEST(CreditParameters, Cap_OfTheBalance_And_OfTheYear) {
    CreditWorld world;
    world.noors().credit.unit = CreditUnit::kPoints;
    world.noors().credit.balance_cap = 7;
    for (const char* day : {"2026-11-26", "2026-11-30", "2026-12-03"}) {
        world.send(day, absence_wish(world.noor, {date_of(day), kFullDay}));
    }
    const Verdict seventh = world.absence("2026-12-07");
    EXPECT_EQ(seventh.credit_earned.amount, 1) << "6 of 7 points are there";
    EXPECT_TRUE(seventh.has(ReasonCode::kCreditCapped));
    world.send("fourth", absence_wish(world.noor, {date_of("2026-12-07"), kFullDay}));
    EXPECT_EQ(world.balance(world.noor, CreditUnit::kPoints), 7);
    EXPECT_EQ(world.absence("2026-12-10").credit_earned.amount, 0);

    CreditWorld yearly;
    yearly.noors().credit.yearly_cap = 45 * 60;
    for (const char* day : {"2026-11-26", "2026-11-30", "2026-12-03", "2026-12-07"}) {
        yearly.send(day, absence_wish(yearly.noor, {date_of(day), kFullDay}));
    }
    EXPECT_EQ(yearly.absence("2026-12-10").credit_earned.amount, 45 * 60 - 4 * 660);
    EXPECT_EQ(yearly.absence("2027-01-07").credit_earned.amount, 660) << "another year";
}

TEST(CreditParameters, Expiry_IsThatOfTheOrganisation) {
    struct Case {
        const char* what;
        CreditExpiry expiry;
        std::optional<Date> last;
    };
    using Kind = CreditExpiry::Kind;
    const std::vector<Case> cases{{"28 days", {Kind::kAfter, {Period::Unit::kDays, 28}}, date_of("2026-12-24")},
                                  {"3 months", {Kind::kAfter, {Period::Unit::kMonths, 3}}, date_of("2027-02-26")},
                                  {"6 months", {Kind::kAfter, {Period::Unit::kMonths, 6}}, date_of("2027-05-26")},
                                  {"365 days", {Kind::kAfter, {Period::Unit::kDays, 365}}, date_of("2027-11-26")},
                                  {"31 December", {Kind::kEndOfYear, {}}, date_of("2026-12-31")},
                                  {"the contract's end", {Kind::kContractEnd, {}}, date_of("2027-07-31")}};
    for (const Case& value : cases) {
        CreditWorld world;
        world.noors().credit.expiry = value.expiry;
        world.family.contracts[0].end = date_of("2027-07-31");
        EXPECT_EQ(world.absence("2026-11-26").credit_use_before, value.last) << value.what;
        world.send("r1", absence_wish(world.noor, {date_of("2026-11-26"), kFullDay}));
        world.pass_to((value.last->to_string() + " 12:00").c_str());
        EXPECT_EQ(world.balance(world.noor), 660) << value.what;
        world.pass_to(((*value.last + 1).to_string() + " 12:00").c_str());
        EXPECT_EQ(world.balance(world.noor), 0) << value.what;
        EXPECT_EQ(fault_in(world.ledger(world.noor)), "") << value.what;
    }
}

TEST(CreditParameters, Expiry_OldestIsUsedFirst) {
    CreditWorld world;
    world.noors().extra.by_credit = true;
    world.noors().credit.expiry = {CreditExpiry::Kind::kAfter, {Period::Unit::kMonths, 3}};
    world.noors().credit.usable_days_before = 30;
    world.send("later", absence_wish(world.noor, {date_of("2026-11-30"), kFullDay}));
    world.send("sooner", absence_wish(world.noor, {date_of("2026-11-26"), kFullDay}));
    world.send("half", extra_wish(world.noor, {date_of("2026-12-02"), kMorningPart}, Payment::kCredit));
    const std::vector<CreditLot> lots = lots_on(world.ledger(world.noor), date_of("2026-11-23"));
    ASSERT_EQ(lots.size(), 2U);
    EXPECT_EQ(lots[0].entry->request, RequestId{"sooner"});
    EXPECT_EQ(lots[0].left, 330);
    EXPECT_EQ(lots[1].left, 660);
    const std::vector<ExpiryStep> steps = expiry_timeline(world.ledger(world.noor), date_of("2026-11-23"));
    const std::vector<ExpiryStep> expected{{date_of("2027-02-26"), {CreditUnit::kMinutes, 330}},
                                           {date_of("2027-02-28"), {CreditUnit::kMinutes, 660}}};
    EXPECT_EQ(steps, expected);
}

TEST(CreditParameters, UsableBefore_0_7_28_Or30Days) {
    for (const int before : {0, 7, 28, 30}) {
        CreditWorld world;
        world.noors().extra.by_credit = true;
        world.noors().credit.usable_days_before = before;
        world.now = at("2026-11-10 09:00");
        world.ledgers[0].accounted_until = date_of("2026-11-10");
        world.send("r1", absence_wish(world.noor, {date_of("2026-12-17"), kFullDay}));
        const auto short_of_credit = [&](Date date) {
            return world.extra(world.noor, date.to_string().c_str(), kFullDay, Payment::kCredit)
                .has(ReasonCode::kNotEnoughCredit);
        };
        EXPECT_FALSE(short_of_credit(date_of("2026-12-17") - before)) << before;
        EXPECT_TRUE(short_of_credit(date_of("2026-12-17") - before - 1)) << before;
    }
}

TEST(AbsenceParameters, MaxAhead_30DaysTo3Months) {
    struct Case {
        Period ahead;
        const char* last;
    };
    for (const Case& value :
         {Case{{Period::Unit::kDays, 30}, "2026-12-23"}, Case{{Period::Unit::kDays, 100}, "2027-03-03"},
          Case{{Period::Unit::kMonths, 3}, "2027-02-23"}}) {
        CareWorld world;
        world.noors().absence.max_ahead = value.ahead;
        world.family.contracts[0].week.clear();
        for (int i = 0; i < 5; ++i) {
            world.family.contracts[0].week.push_back({static_cast<Weekday>(i), kFullDay, DayKind::kEvery});
        }
        EXPECT_TRUE(world.absence(value.last).allowed()) << value.last;
        const Verdict verdict = world.absence((date_of(value.last) + 1).to_string().c_str());
        EXPECT_TRUE(verdict.has(ReasonCode::kTooFarAhead)) << value.last;
        EXPECT_EQ(verdict.last_bookable, date_of(value.last));
    }
}

TEST(AbsenceParameters, Undo_UntilNoticeViaLocationAsExtraOrNever) {
    struct Case {
        AbsenceUndo undo;
        Revocation::How how;
        std::optional<ReasonCode> refused;
    };
    for (const Case& value : {Case{AbsenceUndo::kUntilNotice, Revocation::How::kUntil, std::nullopt},
                              Case{AbsenceUndo::kViaLocation, Revocation::How::kViaLocation, ReasonCode::kViaLocation},
                              Case{AbsenceUndo::kAsExtra, Revocation::How::kAsNewExtra, ReasonCode::kAsNewExtra},
                              Case{AbsenceUndo::kNever, Revocation::How::kNever, ReasonCode::kNotWithdrawable}}) {
        CareWorld world;
        world.noors().absence.undo = value.undo;
        EXPECT_EQ(world.absence("2026-11-26").revocation.how, value.how);
        const ChangeRequest request = world.send("r1", absence_wish(world.noor, {date_of("2026-11-26"), kFullDay}));
        const Verdict verdict = evaluate_withdrawal(world.context(), request);
        EXPECT_EQ(verdict.allowed(), !value.refused.has_value());
        if (value.refused) {
            EXPECT_EQ(verdict.reasons.front().code, *value.refused);
        }
    }
}

TEST(AbsenceParameters, Undo_TakesBackTheCredit_UnlessItWasSpent) {
    CreditWorld world;
    world.noors().extra.by_credit = true;
    world.noors().credit.usable_days_before = 30;
    const ChangeRequest absent = world.send("r1", absence_wish(world.noor, {date_of("2026-12-17"), kFullDay}));
    EXPECT_EQ(evaluate_withdrawal(world.context(), absent).credit_earned.amount, -660);
    world.send("r2", extra_wish(world.noor, {date_of("2026-12-16"), kFullDay}, Payment::kCredit));
    const Verdict verdict = evaluate_withdrawal(world.context(), absent);
    EXPECT_EQ(verdict.reasons.front().code, ReasonCode::kCreditSpent);
    EXPECT_EQ(verdict.reasons.front().amount, 660);
    world.happen("r2", CareEvent::Kind::kWithdrawn);
    EXPECT_TRUE(evaluate_withdrawal(world.context(), absent).allowed());
    world.happen("r1", CareEvent::Kind::kWithdrawn);
    EXPECT_EQ(world.balance(world.noor), 0);
    EXPECT_EQ(fault_in(world.ledger(world.noor)), "");
}

TEST(AbsenceParameters, Undo_AsExtraGivesTheDayBackThroughARequest) {
    CareWorld world;
    world.noors().absence.undo = AbsenceUndo::kAsExtra;
    world.send("r1", absence_wish(world.noor, {date_of("2026-12-17"), kFullDay}));
    EXPECT_TRUE(world.extra(world.noor, "2026-12-17", kFullDay).allowed());
    world.send("r2", extra_wish(world.noor, {date_of("2026-12-17"), kFullDay}));
    const auto blocks =
        occupancy(world.family, world.locations.calendar, world.requests, date_of("2026-12-17"), date_of("2026-12-17"));
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0].state, CareState::kExtraRequested);
    EXPECT_EQ(blocks[1].state, CareState::kAbsent);
}

TEST(AbsenceParameters, PartsOfADay_OnlyWhereTheRulesLetThem) {
    CareWorld world;
    EXPECT_TRUE(world.absence("2026-11-26", kMorningPart).has(ReasonCode::kNotWholeBlock));
    world.noors().absence.whole_blocks_only = false;
    EXPECT_TRUE(world.absence("2026-11-26", kMorningPart).allowed());
    world.send("r1", absence_wish(world.noor, {date_of("2026-11-26"), kMorningPart}));
    EXPECT_TRUE(world.absence("2026-11-26", kMorningPart).has(ReasonCode::kAlreadyGivenUp));
    EXPECT_TRUE(world.absence("2026-11-26", kAfternoonPart).allowed());
}

TEST(Absence, IsRefused_WhereThereIsNoCare) {
    CareWorld world;
    EXPECT_TRUE(world.absence("2026-11-25").has(ReasonCode::kNoCare));
    EXPECT_TRUE(world.absence("2026-12-25").has(ReasonCode::kClosed));
    EXPECT_TRUE(world.absence("2026-11-19").has(ReasonCode::kDayInPast));
    EXPECT_TRUE(world.absence("2026-11-23").has(ReasonCode::kTooLate)) << "care began at 07:30";
    EXPECT_TRUE(world.absence("2026-11-26", {{9, 0}, {9, 0}}).has(ReasonCode::kEndBeforeStart));
    world.noors().absence.offered = false;
    EXPECT_TRUE(world.absence("2026-11-26").has(ReasonCode::kNotOffered));
}

TEST(Sick, CanAlwaysBeReportedOnce_FromTodayOn) {
    CareWorld world;
    EXPECT_TRUE(world.judge(sick_wish(world.noor, date_of("2026-11-23"))).allowed()) << "care has begun already";
    EXPECT_EQ(world.judge(sick_wish(world.noor, date_of("2026-11-22"))).reasons.front().code, ReasonCode::kDayInPast);
    EXPECT_EQ(world.judge(sick_wish(world.noor, date_of("2026-11-24"), date_of("2026-11-23"))).reasons.front().code,
              ReasonCode::kEndBeforeStart);
    world.send("ill", sick_wish(world.noor, date_of("2026-11-24")));
    EXPECT_EQ(world.judge(sick_wish(world.noor, date_of("2026-11-27"))).reasons.front().code, ReasonCode::kAlreadySick);
    EXPECT_TRUE(world.judge(sick_wish(world.sam, date_of("2026-11-27"))).allowed());
    EXPECT_EQ(world.judge(sick_wish(ChildId{"nobody"}, date_of("2026-11-27"))).reasons.front().code,
              ReasonCode::kNoContract);
}

TEST(Sick, EndsWithTheReportOfRecovery) {
    CareWorld world;
    world.send("ill", sick_wish(world.noor, date_of("2026-11-24")));
    EXPECT_TRUE(evaluate_recovery(world.context(), world.requests[0], date_of("2026-11-25")).allowed());
    EXPECT_TRUE(
        evaluate_recovery(world.context(), world.requests[0], date_of("2026-11-23")).has(ReasonCode::kEndBeforeStart));
    world.happen("ill", CareEvent::Kind::kRecovered, date_of("2026-11-25"));
    EXPECT_TRUE(evaluate_recovery(world.context(), world.requests[0], date_of("2026-11-26")).has(ReasonCode::kNotSick));
    EXPECT_TRUE(world.judge(sick_wish(world.noor, date_of("2026-11-27"))).allowed());
}

}  // namespace
}  // namespace portal::core
