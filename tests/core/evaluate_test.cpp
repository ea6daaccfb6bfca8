#include "core/care_world.hpp"
#include "core/contract_weeks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace portal::core {
namespace {

using namespace test;

TEST(EvaluateAll, ShowsEachWishThoseBeforeIt) {
    CareWorld world;
    world.noors().credit.enabled = true;
    world.noors().credit.usable_days_before = 30;
    world.noors().extra.by_credit = true;
    world.noors().swap.cap = SwapCap{1, SwapCap::Per::kYear, false, false};
    const std::vector<Wish> wishes{
        extra_wish(world.noor, {date_of("2026-12-15"), kFullDay}, Payment::kCredit),
        absence_wish(world.noor, {date_of("2026-12-17"), kFullDay}),
        extra_wish(world.noor, {date_of("2026-12-16"), kFullDay}, Payment::kCredit),
        extra_wish(world.noor, {date_of("2026-12-16"), kMorningPart}),
        extra_wish(world.noor, {date_of("2026-12-15"), kFullDay}, Payment::kCredit),
        swap_wish(world.noor, {date_of("2026-12-10"), kFullDay}, {date_of("2026-12-09"), kFullDay}),
        swap_wish(world.noor, {date_of("2026-12-14"), kFullDay}, {date_of("2026-12-11"), kFullDay})};
    const CareContext context = world.context();
    const std::vector<Verdict> verdicts = evaluate_all(context, wishes);
    ASSERT_EQ(verdicts.size(), wishes.size());
    EXPECT_TRUE(verdicts[0].has(ReasonCode::kNotEnoughCredit)) << "nothing earned yet";
    EXPECT_EQ(verdicts[1].credit_earned.amount, 660);
    EXPECT_TRUE(verdicts[2].allowed()) << "paid with what the absence earns";
    EXPECT_EQ(verdicts[2].credit_left, 0);
    EXPECT_TRUE(verdicts[3].has(ReasonCode::kOverlapsCare));
    EXPECT_TRUE(verdicts[4].has(ReasonCode::kNotEnoughCredit)) << "it is used up";
    EXPECT_TRUE(verdicts[5].allowed());
    EXPECT_TRUE(verdicts[6].has(ReasonCode::kCapReached));
    EXPECT_TRUE(evaluate(context, wishes[6]).allowed()) << "the context itself has assumed nothing";
}

TEST(EvaluateAll, TakesSeveralChildrenOnTheSameDay) {
    CareWorld world;
    const std::vector<Wish> wishes{extra_wish(world.noor, {date_of("2026-12-16"), kFullDay}),
                                   extra_wish(world.sam, {date_of("2026-12-16"), kAfterSchool})};
    for (const Verdict& verdict : evaluate_all(world.context(), wishes)) {
        EXPECT_TRUE(verdict.allowed());
    }
}

TEST(EvaluateDay, TellsEveryActionOfADay) {
    CareWorld world;
    const CareContext context = world.context();
    const DayVerdicts wednesday = evaluate_day(context, world.noor, date_of("2026-12-02"));
    EXPECT_TRUE(wednesday.extra.allowed());
    EXPECT_TRUE(wednesday.swap.allowed());
    EXPECT_TRUE(wednesday.give_swap.has(ReasonCode::kNoCare));
    EXPECT_TRUE(wednesday.absence.has(ReasonCode::kNoCare));
    EXPECT_TRUE(wednesday.sick.allowed());
    // The last slot of the day, the afternoon, may be asked until 24 hours before it.
    EXPECT_EQ(wednesday.extra.deadline, at("2026-12-01 13:00"));

    const DayVerdicts thursday = evaluate_day(context, world.noor, date_of("2026-12-03"));
    EXPECT_TRUE(thursday.give_swap.allowed());
    EXPECT_EQ(thursday.give_swap.deadline, at("2026-12-01 24:00"));
    EXPECT_EQ(thursday.give_swap.wanted_window->last, date_of("2026-12-31"));
    EXPECT_TRUE(thursday.absence.allowed());
    EXPECT_EQ(thursday.absence.deadline, at("2026-12-03 07:30"));

    const DayVerdicts christmas = evaluate_day(context, world.noor, date_of("2026-12-25"));
    for (const Verdict* verdict : {&christmas.extra, &christmas.swap, &christmas.give_swap, &christmas.absence}) {
        ASSERT_TRUE(verdict->has(ReasonCode::kClosed));
        EXPECT_EQ(verdict->closure->name, "Eerste Kerstdag");
    }
    EXPECT_TRUE(christmas.sick.allowed()) << "an illness goes on over Christmas";
    EXPECT_TRUE(evaluate_day(context, world.noor, date_of("2026-11-22")).sick.has(ReasonCode::kDayInPast));
    EXPECT_TRUE(evaluate_day(context, ChildId{"nobody"}, date_of("2026-12-02")).extra.has(ReasonCode::kNoContract));
}

TEST(EvaluateDay, LooksAtTheOrganisationsDay_NotAtUtc) {
    CareWorld world;
    world.now = Instant::parse("2026-11-25T22:59:59Z").value();
    EXPECT_TRUE(evaluate_day(world.context(), world.noor, date_of("2026-11-25")).sick.allowed());
    world.now = Instant::parse("2026-11-25T23:00:00Z").value();
    EXPECT_TRUE(evaluate_day(world.context(), world.noor, date_of("2026-11-25")).sick.has(ReasonCode::kDayInPast));
}

TEST(OptionsFor, PutsSwapsCreditAndExtraSideBySide) {
    CareWorld world;
    world.noors().credit.enabled = true;
    world.noors().extra.by_credit = true;
    world.noors().swap.window = {DateWindow::Kind::kSameWeek, {}, {}, 0};
    world.give_credit(world.noor, {CreditUnit::kMinutes, 660});
    const auto options = options_for(world.context(), world.noor, {date_of("2026-12-16"), kFullDay});
    ASSERT_EQ(options.size(), 4U);
    EXPECT_EQ(options[0].wish.given->date, date_of("2026-12-14"));
    EXPECT_EQ(options[1].wish.given->date, date_of("2026-12-17"));
    EXPECT_EQ(options[1].verdict.cost, Money{0});
    EXPECT_EQ(options[2].wish.payment, Payment::kCredit);
    EXPECT_EQ(options[2].verdict.credit_used.amount, 660);
    EXPECT_EQ(options[3].wish.payment, Payment::kInvoice);
    EXPECT_EQ(options[3].verdict.cost, Money{12353});
    for (const CareOption& option : options) {
        EXPECT_TRUE(option.verdict.allowed());
    }
}

TEST(OptionsFor, SplitBetweenCreditAndInvoice_OnlyWhereCreditIsShort) {
    CareWorld world;
    world.noors().credit.enabled = true;
    world.noors().extra.by_credit = true;
    world.noors().extra.by_credit_and_invoice = true;
    world.noors().swap.offered = false;
    world.give_credit(world.noor, {CreditUnit::kMinutes, 330});
    const auto payments = [&](TimeRange time) {
        std::vector<Payment> found;
        for (const CareOption& option : options_for(world.context(), world.noor, {date_of("2026-12-16"), time})) {
            if (option.wish.kind == RequestKind::kExtra) {
                found.push_back(option.wish.payment);
            }
        }
        return found;
    };
    EXPECT_EQ(payments(kMorningPart), (std::vector{Payment::kCredit, Payment::kInvoice}));
    EXPECT_EQ(payments(kFullDay), (std::vector{Payment::kCredit, Payment::kCreditAndInvoice, Payment::kInvoice}));
}

TEST(OptionsFor, SaysWhyThereIsNoSwap) {
    CareWorld world;
    world.noors().swap.offered = false;
    world.noors().credit.enabled = true;
    const auto options = options_for(world.context(), world.noor, {date_of("2026-12-16"), kFullDay});
    ASSERT_EQ(options.size(), 2U);
    EXPECT_TRUE(options[0].verdict.has(ReasonCode::kCreditInstead));
    EXPECT_TRUE(options[1].verdict.allowed());
    EXPECT_TRUE(options_for(world.context(), ChildId{"nobody"}, {date_of("2026-12-16"), kFullDay}).empty());
}

TEST(RequestOf, KeepsVersionPriceAndCredit_AndIsApprovedAtOnceWhereNobodyHasTo) {
    CareWorld world;
    const Wish wish = extra_wish(world.noor, {date_of("2026-12-16"), kMorningPart});
    const ChangeRequest request = request_of(world.context(), wish, world.judge(wish));
    EXPECT_EQ(request.state, RequestState::kSubmitted);
    EXPECT_EQ(request.rule_version, RuleVersionId{"kikkers-1"});
    EXPECT_EQ(request.price, Money{6177});
    EXPECT_EQ(request.location, world.kikkers);
    EXPECT_EQ(request.submitted_at, world.now);
    const Wish away = absence_wish(world.noor, {date_of("2026-12-17"), kFullDay});
    EXPECT_EQ(request_of(world.context(), away, world.judge(away)).state, RequestState::kApproved);
}

TEST(HolidayPlanner, SendsAWeekAtOnce_AndTheBudgetFollows) {
    CareWorld world;
    PlacementContract& contract = world.family.contracts[0];
    contract.weeks_per_year = 46;
    world.noors().absence.max_ahead.reset();
    const Date monday = date_of("2027-07-12");
    const auto wishes = absences_for_week(world.context(), contract, monday);
    ASSERT_EQ(wishes.size(), 2U);
    EXPECT_EQ(wishes[1].date, date_of("2027-07-15"));
    const auto verdicts = evaluate_all(world.context(), wishes);
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        EXPECT_TRUE(verdicts[i].allowed());
        world.send("w" + std::to_string(i), wishes[i]);
    }
    const auto weeks = contract_weeks(world.facts(), contract, world.requests, 2027);
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, weeks, {}).chosen, 1);
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, weeks, {}).remaining, 5);
    EXPECT_TRUE(absences_for_week(world.context(), contract, monday).empty()) << "nothing is left to report";
    world.happen("w0", CareEvent::Kind::kWithdrawn);
    EXPECT_EQ(
        week_budget(world.facts(), contract, 2027, contract_weeks(world.facts(), contract, world.requests, 2027), {})
            .chosen,
        0)
        << "half a week is no week";
}

TEST(HolidayPlanner, AsksInProportion_WhereTheContractBeginsInTheYear) {
    CareWorld world;
    PlacementContract& contract = world.family.contracts[0];
    contract.weeks_per_year = 40;
    contract.start = date_of("2027-07-05");
    const auto weeks = contract_weeks(world.facts(), contract, {}, 2027);
    const WeekBudget budget = week_budget(world.facts(), contract, 2027, weeks, {});
    EXPECT_EQ(budget.to_choose, 6) << "half a year of 12";
    std::vector<Date> marked;
    std::transform(weeks.begin(), weeks.begin() + 7, std::back_inserter(marked),
                   [](const auto& week) { return week.monday; });
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, weeks, marked).beyond, 1);
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, weeks, marked).surplus_cost, Money{0});
}

TEST(HolidayPlanner, NamesTheSchoolHolidaysOfAWeek) {
    CareWorld world;
    const auto weeks = contract_weeks(world.facts(), world.family.contracts[1], {}, 2026);
    for (const ContractWeek& week : weeks) {
        EXPECT_EQ(week.school_holiday != nullptr, week.monday >= date_of("2026-12-21")) << week.monday.to_string();
    }
}

TEST(ReasonCodes, AreUniqueAndReadBack) {
    std::set<std::string> seen;
    for (const RequestKind kind :
         {RequestKind::kExtra, RequestKind::kSwap, RequestKind::kAbsence, RequestKind::kSick}) {
        for (int i = 0; i <= static_cast<int>(kLastReason); ++i) {
            const auto reason = static_cast<ReasonCode>(i);
            const std::string text = code(kind, reason);
            EXPECT_TRUE(seen.insert(text).second) << text;
            EXPECT_EQ(reason_from(text), (std::pair{kind, reason})) << text;
        }
    }
    EXPECT_EQ(code(RequestKind::kExtra, ReasonCode::kTooLate), "extra-too-late");
    EXPECT_FALSE(reason_from("extra"));
    EXPECT_FALSE(reason_from("extra-nonsense"));
    EXPECT_FALSE(reason_from("nonsense-too-late"));
    EXPECT_EQ(rule_of(RequestKind::kSwap, ReasonCode::kOutsideWindow), "swap.window");
    EXPECT_EQ(rule_of(RequestKind::kExtra, ReasonCode::kTooLate), "extra.notice");
    EXPECT_EQ(rule_of(RequestKind::kExtra, ReasonCode::kOverlapsCare), "") << "a fact, no rule";
}

template <class Enum>
void expect_names(std::optional<Enum> (*parse)(std::string_view), int count) {
    for (int i = 0; i < count; ++i) {
        const auto value = static_cast<Enum>(i);
        EXPECT_FALSE(to_string(value).empty()) << i;
        EXPECT_EQ(parse(to_string(value)), value) << to_string(value);
    }
    EXPECT_FALSE(parse(""));
}

TEST(RuleNames, ReadBack) {
    expect_names<RequestKind>(request_kind_from, 4);
    expect_names<RequestState>(request_state_from, 6);
    expect_names<AbsenceReason>(absence_reason_from, 2);
    expect_names<Payment>(payment_from, 3);
    expect_names<CareState>(care_state_from, 9);
    expect_names<CreditUnit>(credit_unit_from, 4);
    expect_names<LedgerAccount>(ledger_account_from, 6);
    expect_names<EntryKind>(entry_kind_from, 7);
    expect_names<SumKind>(sum_kind_from, 7);
    expect_names<GrantClass>(grant_class_from, 6);
    expect_names<DecisionRule::Kind>(decision_kind_from, 5);
    expect_names<HolidayTreatment>(holiday_treatment_from, 3);
    expect_names<AbsenceUndo>(absence_undo_from, 4);
    expect_names<SpecialDayKind>(special_day_kind_from, 2);
    expect_names<DateWindow::Kind>(date_window_kind_from, 4);
    expect_names<Period::Unit>(period_unit_from, 3);
}

}  // namespace
}  // namespace portal::core
