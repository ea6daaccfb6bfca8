#include "core/care_world.hpp"
#include "core/contract_weeks.hpp"
#include "core/decision.hpp"

#include <gtest/gtest.h>

/// The values of contracts, days and decisions that organisations are known to use, a test per parameter.
namespace portal::core {
namespace {

using namespace test;

TEST(ContractParameters, DecisionTime_IsThatOfTheOrganisation) {
    struct Case {
        const char* what;
        DecisionRule rule;
        const char* due;
    };
    using Kind = DecisionRule::Kind;
    // Sent on Monday 23 November for care on Wednesday 16 December.
    const std::vector<Case> cases{
        {"2 working days", {Kind::kWorkingDaysAfter, 2, Weekday::kFriday, std::nullopt}, "2026-11-25 24:00"},
        {"3 weekdays ahead", {Kind::kWorkingDaysBefore, 3, Weekday::kFriday, std::nullopt}, "2026-12-11 24:00"},
        {"1 week ahead", {Kind::kDaysBefore, 7, Weekday::kFriday, std::nullopt}, "2026-12-09 24:00"},
        {"12 days ahead", {Kind::kDaysBefore, 12, Weekday::kFriday, std::nullopt}, "2026-12-04 24:00"},
        {"2 weeks ahead", {Kind::kDaysBefore, 14, Weekday::kFriday, TimeOfDay{17, 0}}, "2026-12-02 17:00"},
        {"Friday for the next week", {Kind::kWeekBefore, 0, Weekday::kFriday, std::nullopt}, "2026-12-11 24:00"},
        {"the 25th of the month before", {Kind::kMonthBefore, 25, Weekday::kFriday, std::nullopt}, "2026-11-25 24:00"}};
    for (const Case& value : cases) {
        CareWorld world;
        world.noors().decision = value.rule;
        EXPECT_EQ(world.extra(world.noor, "2026-12-16", kFullDay).decision_by, at(value.due)) << value.what;
    }
}

TEST(ContractParameters, DecisionTime_IsTheNextWorkingDayWhereItsOwnHasGoneBy) {
    CareWorld world;
    world.now = at("2026-12-11 16:00");
    world.noors().decision = {DecisionRule::Kind::kDaysBefore, 14, Weekday::kFriday, std::nullopt};
    EXPECT_EQ(world.extra(world.noor, "2026-12-16", kFullDay).decision_by, at("2026-12-14 24:00"));
    world.noors().extra.needs_approval = false;
    EXPECT_FALSE(world.extra(world.noor, "2026-12-16", kFullDay).decision_by);
}

TEST(ContractParameters, GrantOrder_FirstComeOrByClass) {
    CareWorld world;
    world.family.contracts[1].type = ContractTypeId{"flex"};
    CareRules flex = world.sams();
    flex.id = RuleVersionId{"reigers-flex"};
    flex.contract_type = ContractTypeId{"flex"};
    flex.flex = FlexRules{};
    flex.flex->minimum_minutes = 60;
    world.book.versions.push_back(flex);
    world.noors().holidays.treatment = HolidayTreatment::kSwappable;
    const std::vector<std::pair<std::string, Wish>> wishes{
        {"holiday", swap_wish(world.noor, {date_of("2027-03-29"), kFullDay}, {date_of("2027-03-31"), kFullDay})},
        {"swap", swap_wish(world.noor, {date_of("2027-04-01"), kFullDay}, {date_of("2027-04-02"), kFullDay})},
        {"extra", extra_wish(world.noor, {date_of("2027-03-30"), kFullDay})},
        {"flex", extra_wish(world.sam, {date_of("2027-03-31"), kAfterSchool})}};
    world.now = at("2027-03-01 09:00");
    for (const auto& [id, wish] : wishes) {
        ASSERT_TRUE(world.judge(wish).allowed()) << id;
        world.send(id, wish);
        world.now.seconds += 60;
    }
    const auto ids = [&](const GrantOrder& order) {
        std::vector<ChangeRequest> sorted = world.requests;
        sort_for_granting(world.facts(), order, sorted);
        std::string text;
        for (const ChangeRequest& request : sorted) {
            text += request.id.value + ' ';
        }
        return text;
    };
    EXPECT_EQ(ids({}), "holiday swap extra flex ");
    EXPECT_EQ(ids({GrantClass::kFixed, GrantClass::kFlex, GrantClass::kStripCard, GrantClass::kExtra, GrantClass::kSwap,
                   GrantClass::kHoliday}),
              "flex extra swap holiday ");
}

TEST(ContractParameters, Holidays_ExcludedOrSwappable) {
    CareWorld world;
    world.now = at("2027-03-01 09:00");
    // Easter Monday, for the Wednesday after it.
    EXPECT_EQ(world.swap("2027-03-29", "2027-03-31").reasons.front().code, ReasonCode::kClosed);
    world.noors().holidays.treatment = HolidayTreatment::kSwappable;
    EXPECT_TRUE(world.swap("2027-03-29", "2027-03-31").allowed());
    EXPECT_TRUE(world.swap("2026-12-04", "2026-12-09").has(ReasonCode::kDayInPast));
    EXPECT_TRUE(world.swap("2027-04-27", "2027-04-28").has(ReasonCode::kNoCare)) << "no contracted Tuesday";
}

TEST(ContractParameters, Closures_InvoicedOrOutsideTheContract) {
    for (const bool invoiced : {true, false}) {
        CareWorld world;
        world.noors().closures.invoiced = invoiced;
        world.locations.calendar.closures.push_back(
            {date_of("2026-12-10"), "Ontwikkeldag", ClosureKind::kClosingDay, world.kikkers});
        const auto sums = sums_of(world.facts(), {}, {2026, 12}, {2026, 12});
        ASSERT_FALSE(sums.empty());
        // Four Mondays and five Thursdays, Thursday the 10th among them.
        EXPECT_EQ(sums[0].minutes, 660 * (invoiced ? 9 : 8));
        EXPECT_EQ(sums[0].cost, price_of(660 * (invoiced ? 9 : 8), Money{1123}));
    }
}

TEST(ContractParameters, EarlyCloses_On24And31December) {
    CareWorld world;
    world.family.contracts[0].week[1].weekday = Weekday::kThursday;
    world.noors().closures.early_closings = {{12, 24, {16, 0}}, {12, 31, {13, 0}}};
    const auto blocks =
        occupancy(world.family, world.locations.calendar, world.book, {}, date_of("2026-12-24"), date_of("2026-12-31"));
    std::vector<TimeRange> noors;
    for (const CareBlock& block : blocks) {
        if (block.child == world.noor) {
            noors.push_back(block.time);
        }
    }
    EXPECT_EQ(noors, (std::vector<TimeRange>{{{7, 30}, {16, 0}}, kFullDay, {{7, 30}, {13, 0}}}));
    EXPECT_TRUE(world.absence("2026-12-24", {{7, 30}, {16, 0}}).allowed());
    world.family.contracts[0].week[1].weekday = Weekday::kTuesday;
    EXPECT_EQ(world.extra(world.noor, "2026-12-31", kAfternoonPart).reasons.front().code,
              ReasonCode::kOutsideOpeningHours);
    EXPECT_TRUE(world.extra(world.noor, "2026-12-31", kMorningPart).allowed());
    EXPECT_TRUE(world.extra(world.noor, "2026-12-30", kAfternoonPart).allowed());
}

TEST(ContractParameters, ContractWeeks_52_49_46And40) {
    struct Case {
        int weeks;
        int to_choose;
    };
    for (const Case& value : {Case{52, 0}, Case{49, 3}, Case{46, 6}, Case{40, 12}}) {
        CareWorld world;
        PlacementContract& contract = world.family.contracts[0];
        contract.weeks_per_year = value.weeks;
        const auto weeks = contract_weeks(world.facts(), contract, {}, 2027);
        const WeekBudget budget = week_budget(world.facts(), contract, 2027, weeks, {});
        EXPECT_EQ(budget.to_choose, value.to_choose);
        EXPECT_EQ(budget.remaining, value.to_choose);
        EXPECT_EQ(budget.surplus_cost.cents > 0, value.to_choose > 0);
    }
}

TEST(ContractParameters, ContractWeeks_SurplusIsInvoicedOrNot) {
    CareWorld world;
    PlacementContract& contract = world.family.contracts[0];
    contract.weeks_per_year = 46;
    contract.week = {{Weekday::kWednesday, kFullDay, DayKind::kEvery}};
    const auto weeks = contract_weeks(world.facts(), contract, {}, 2027);
    ASSERT_EQ(weeks.size(), 52U);
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, weeks, {}).surplus_cost, Money{6 * 12353});
    const std::vector<Date> four{weeks[0].monday, weeks[20].monday, weeks[21].monday, weeks[22].monday};
    const WeekBudget budget = week_budget(world.facts(), contract, 2027, weeks, four);
    EXPECT_EQ(budget.chosen, 4);
    EXPECT_EQ(budget.remaining, 2);
    EXPECT_EQ(budget.surplus_cost, Money{2 * 12353});
    world.noors().contract_weeks.surplus_invoiced = false;
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, weeks, four).surplus_cost, Money{0});
    world.noors().contract_weeks.parents_choose = false;
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, weeks, four).to_choose, 0);
}

CareWorld flex_world(int minimum, int request_days, int cancel_days) {
    CareWorld world;
    FlexRules flex;
    flex.minimum_minutes = minimum;
    flex.request_notice = {Notice::Unit::kDays, request_days, std::nullopt};
    flex.cancel_notice = {Notice::Unit::kDays, cancel_days, std::nullopt};
    world.noors().extra.free_times = true;
    world.noors().flex = flex;
    world.family.contracts[0].week.clear();
    return world;
}

TEST(ContractParameters, Flex_MinimumOf3HoursOr4) {
    EXPECT_TRUE(flex_world(180, 9, 2).extra(ChildId{"noor"}, "2026-12-16", {{9, 0}, {12, 0}}).allowed());
    const Verdict verdict = flex_world(240, 9, 2).extra(ChildId{"noor"}, "2026-12-16", {{9, 0}, {12, 0}});
    EXPECT_EQ(verdict.reasons.front().code, ReasonCode::kTooShort);
    EXPECT_EQ(verdict.reasons.front().amount, 240);
}

TEST(ContractParameters, Flex_MinimumIsAnotherBeforeSchool) {
    CareWorld world;
    world.sams().flex = FlexRules{};
    world.sams().flex->minimum_minutes = 120;
    world.sams().flex->minimum_minutes_before_school = 60;
    world.locations.offers[1].opening_hours.insert(world.locations.offers[1].opening_hours.begin(),
                                                   {Weekday::kTuesday, {{7, 30}, {18, 30}}, DayKind::kSchoolDay});
    EXPECT_TRUE(world.extra(world.sam, "2026-12-15", {{7, 30}, {8, 30}}).allowed());
    EXPECT_TRUE(world.extra(world.sam, "2026-12-15", {{14, 0}, {15, 0}}).has(ReasonCode::kTooShort));
    EXPECT_TRUE(world.extra(world.sam, "2026-12-15", {{14, 0}, {16, 0}}).allowed());
}

TEST(ContractParameters, Flex_RequestUntil9To14Days) {
    EXPECT_EQ(flex_world(180, 9, 2).extra(ChildId{"noor"}, "2026-12-16", kFullDay).deadline, at("2026-12-07 24:00"));
    EXPECT_EQ(flex_world(180, 14, 2).extra(ChildId{"noor"}, "2026-12-16", kFullDay).deadline, at("2026-12-02 24:00"));
    EXPECT_TRUE(flex_world(180, 9, 2).extra(ChildId{"noor"}, "2026-12-03", kFullDay).allowed());
    EXPECT_TRUE(flex_world(180, 14, 2).extra(ChildId{"noor"}, "2026-12-03", kFullDay).has(ReasonCode::kTooLate));
}

TEST(ContractParameters, Flex_CancelUntil2To14Days_LaterItIsPaid) {
    for (const int cancel_days : {2, 14}) {
        CareWorld world = flex_world(180, 9, cancel_days);
        world.send("r1", extra_wish(world.noor, {date_of("2026-12-16"), kFullDay}));
        world.happen("r1", CareEvent::Kind::kApproved);
        world.now = at("2026-12-10 09:00");
        const Verdict verdict = evaluate_withdrawal(world.context(), world.requests[0]);
        EXPECT_TRUE(verdict.allowed());
        EXPECT_EQ(verdict.cost, Money{cancel_days == 2 ? 0 : 12353});
        EXPECT_EQ(verdict.has(ReasonCode::kCancelledBilled), cancel_days == 14);
        world.happen("r1", CareEvent::Kind::kWithdrawn);
        const auto sums = sums_of(world.facts(), world.requests, {2026, 12}, {2026, 12});
        EXPECT_EQ(sums[0].kind == SumKind::kExtra, cancel_days == 14) << "else it is Sam's contract";
    }
}

TEST(ContractParameters, StripCard_OfHalfHoursOr3Hours) {
    struct Case {
        int strip;
        int card;
        std::int64_t used;
    };
    for (const Case& value : {Case{30, 10, 11}, Case{30, 20, 11}, Case{180, 10, 2}}) {
        CareWorld world;
        StripCardRules card;
        card.strip_minutes = value.strip;
        world.noors().strip_card = card;
        world.give_credit(world.noor, {CreditUnit::kStrips, value.card});
        const Verdict verdict = world.extra(world.noor, "2026-12-16", kMorningPart);
        EXPECT_EQ(verdict.credit_used, (Credit{CreditUnit::kStrips, value.used}));
        EXPECT_EQ(verdict.allowed(), value.used <= value.card);
        EXPECT_EQ(verdict.credit_left, value.card - value.used);
        EXPECT_EQ(verdict.cost, Money{0}) << "the card was paid when it was bought";
        EXPECT_TRUE(verdict.has(ReasonCode::kPaidBeforehand));
    }
}

TEST(ContractParameters, StripCard_IsPaidWholeAndValidForATime) {
    CareWorld world;
    StripCardRules rules;
    rules.validity = {Period::Unit::kMonths, 6};
    world.noors().strip_card = rules;
    const PlacementContract& contract = world.family.contracts[0];
    const CareRules& version = world.noors();
    EXPECT_EQ(card_price(version, contract, 10), Money{5615});
    EXPECT_EQ(card_price(version, contract, 30), Money{16845});
    EXPECT_FALSE(card_price(version, contract, 15)) << "no such card";
    const CreditBooking bought = card_purchase(version, contract, 20, world.now).value();
    EXPECT_EQ(bought.use_before, date_of("2027-05-23"));
    core::book(bought, world.ledger(world.noor));
    world.pass_to("2027-05-23 18:00");
    EXPECT_EQ(world.balance(world.noor, CreditUnit::kStrips), 20);
    world.pass_to("2027-05-24 00:01");
    EXPECT_EQ(world.balance(world.noor, CreditUnit::kStrips), 0);
    world.noors().strip_card->validity = {Period::Unit::kMonths, 12};
    EXPECT_EQ(card_purchase(world.noors(), contract, 20, at("2026-11-23 09:00"))->use_before, date_of("2027-11-23"));
}

TEST(ContractParameters, StudyDay_MinimumOf3Or5SignUps) {
    for (const int minimum : {0, 3, 5}) {
        CareWorld world;
        world.sams().study_days.minimum_sign_ups = minimum;
        world.locations.calendar.special_days = {
            {date_of("2026-12-02"), "Studiedag", SpecialDayKind::kStudyDay, world.reigers}};
        const Verdict verdict = world.extra(world.sam, "2026-12-02", kHolidayDay);
        EXPECT_TRUE(verdict.allowed()) << "the hours are those of the holidays";
        EXPECT_EQ(verdict.has(ReasonCode::kMinimumSignUps), minimum > 0);
        for (const Reason& reason : verdict.reasons) {
            EXPECT_TRUE(reason.code != ReasonCode::kMinimumSignUps || reason.amount == minimum);
        }
        world.sams().study_days.offered = false;
        EXPECT_TRUE(world.extra(world.sam, "2026-12-02", kHolidayDay).has(ReasonCode::kOutsideOpeningHours));
    }
}

TEST(ContractParameters, StudyDay_BillsOnlyTheExtraHoursOfAContractedDay) {
    CareWorld world;
    world.locations.calendar.special_days = {
        {date_of("2026-12-07"), "Studiedag", SpecialDayKind::kStudyDay, std::nullopt}};
    const Verdict verdict = world.extra(world.sam, "2026-12-07", kHolidayDay);
    EXPECT_TRUE(verdict.allowed());
    EXPECT_EQ(verdict.cost, price_of(360, Money{998})) << "08:00 to 14:00";
    world.sams().study_days.only_extra_hours_billed = false;
    EXPECT_EQ(world.extra(world.sam, "2026-12-07", kHolidayDay).cost, price_of(630, Money{998}));
}

TEST(RuleBook, HasTheNewestVersion_AndAContractTypesOwn) {
    CareWorld world;
    CareRules newer = world.noors();
    newer.id = RuleVersionId{"kikkers-2"};
    newer.valid_from = date_of("2026-12-01");
    CareRules own = world.noors();
    own.id = RuleVersionId{"kikkers-40"};
    own.contract_type = ContractTypeId{"40"};
    world.book.versions.push_back(newer);
    world.book.versions.push_back(own);
    const auto id_on = [&](const char* type, const char* date) {
        const CareRules* rules =
            rules_on(world.book, world.kikkers, CareType::kDayCare, ContractTypeId{type}, date_of(date));
        return rules != nullptr ? rules->id.value : "none";
    };
    EXPECT_EQ(id_on("", "2026-11-30"), "kikkers-1");
    EXPECT_EQ(id_on("", "2026-12-01"), "kikkers-2");
    EXPECT_EQ(id_on("52", "2026-12-01"), "kikkers-2");
    EXPECT_EQ(id_on("40", "2026-12-01"), "kikkers-40");
    EXPECT_EQ(id_on("40", "2024-12-31"), "none");
    EXPECT_EQ(world.extra(world.noor, "2026-12-02", kFullDay).rules->id.value, "kikkers-2");
}

}  // namespace
}  // namespace portal::core
