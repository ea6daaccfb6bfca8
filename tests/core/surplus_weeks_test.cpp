#include "core/annual_statement.hpp"
#include "core/billing.hpp"
#include "core/contract_weeks.hpp"
#include "core/month_sums.hpp"
#include "core/random_history.hpp"

#include <gtest/gtest.h>

#include <algorithm>

/// Meerweken: what weeks of care beyond those of a contract cost.
namespace portal::core {
namespace {

using namespace test;

/// Noor alone, on Wednesdays in 46 weeks of the year.
CareWorld world_of_46_weeks() {
    CareWorld world;
    world.family.contracts.resize(1);
    PlacementContract& contract = world.family.contracts.front();
    contract.start = date_of("2026-01-05");
    contract.end.reset();
    contract.weeks_per_year = 46;
    contract.week = {{Weekday::kWednesday, kFullDay, DayKind::kEvery}};
    return world;
}

/// Reports the whole week as vacation.
void leave_out(CareWorld& world, const PlacementContract& contract, Date monday) {
    for (const CareMoment& moment : contract.week) {
        ChangeRequest request = world.request("", world.noor, "2027-01-01", moment.time, RequestState::kApproved);
        request.id = RequestId{"off-" + std::to_string(world.requests.size())};
        request.kind = RequestKind::kAbsence;
        request.reason = AbsenceReason::kVacation;
        request.location = contract.location;
        request.care_type = contract.care_type;
        request.date = monday + static_cast<int>(moment.weekday);
        world.requests.push_back(request);
    }
}

std::vector<InvoiceLine> bill(const CareWorld& world, Month month, SurplusYears billed = {}) {
    BillingRun run;
    run.month = month;
    run.extras_before = month.first();
    run.surplus = std::move(billed);
    return bill_month(world.facts(), world.requests, run);
}

std::vector<InvoiceLine> surplus_of(const std::vector<InvoiceLine>& lines) {
    std::vector<InvoiceLine> some;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(some),
                 [](const InvoiceLine& line) { return line.kind == LineKind::kSurplus; });
    return some;
}

TEST(SurplusWeeks, AreOnTheFirstInvoiceAfterTheYear_Once) {
    CareWorld world = world_of_46_weeks();
    const PlacementContract contract = world.family.contracts.front();
    const auto weeks = contract_weeks(world.facts(), contract, {}, 2027);
    for (const std::size_t index : {5U, 20U, 30U, 31U}) {
        leave_out(world, contract, weeks[index].monday);
    }
    EXPECT_TRUE(surplus_of(bill(world, {2027, 12})).empty()) << "parents may still choose";
    const auto lines = surplus_of(bill(world, {2028, 2}));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].month, (Month{2027, 12})) << "the annual statement of the year counts it";
    EXPECT_EQ(lines[0].minutes, 2 * 660) << "four of six weeks were left out";
    EXPECT_EQ(lines[0].hourly_rate, Money{1123});
    EXPECT_EQ(lines[0].amount, Money{2 * 12353});
    EXPECT_EQ(lines[0].child_name, "Noor Visser");
    EXPECT_EQ(lines[0].contract, contract.id);
    Invoice invoice;
    invoice.lines = lines;
    EXPECT_TRUE(surplus_of(bill(world, {2028, 2}, billed_surplus({invoice}))).empty());
    EXPECT_TRUE(surplus_of(bill(world, {2028, 3})).empty()) << "too long ago";
}

TEST(SurplusWeeks, CostWhatThePlannerSaidTheyWould) {
    CareWorld world = world_of_46_weeks();
    const PlacementContract contract = world.family.contracts.front();
    const auto before = contract_weeks(world.facts(), contract, {}, 2027);
    const std::vector<Date> marked{before[2].monday, before[3].monday};
    const WeekBudget live = week_budget(world.facts(), contract, 2027, before, marked);
    for (const Date monday : marked) {
        leave_out(world, contract, monday);
    }
    const auto surplus = surplus_weeks(world.facts(), contract, world.requests, 2027);
    ASSERT_TRUE(surplus);
    EXPECT_EQ(surplus->minutes, live.surplus_minutes);
    EXPECT_EQ(surplus->cost, live.surplus_cost);
    EXPECT_EQ(surplus->last, date_of("2028-01-02")) << "the Sunday of week 52";
    EXPECT_EQ(surplus->month, (Month{2027, 12}));
}

TEST(SurplusWeeks, OfAContractThatEndsAreDueThen) {
    CareWorld world = world_of_46_weeks();
    world.family.contracts.front().end = date_of("2027-06-30");
    const auto lines = surplus_of(bill(world, {2027, 7}));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].month, (Month{2027, 6}));
    EXPECT_EQ(lines[0].minutes, 3 * 660) << "half a year of six weeks";
}

TEST(SurplusWeeks, AreNoneWhereTheOrganisationLaysTheWeeksDownOrGivesThemAway) {
    CareWorld world = world_of_46_weeks();
    world.noors().contract_weeks.surplus_invoiced = false;
    EXPECT_TRUE(surplus_of(bill(world, {2028, 2})).empty());
    world = world_of_46_weeks();
    world.noors().contract_weeks.parents_choose = false;
    EXPECT_TRUE(surplus_of(bill(world, {2028, 2})).empty());
    world = world_of_46_weeks();
    world.family.contracts.front().weeks_per_year = 52;
    EXPECT_TRUE(surplus_of(bill(world, {2028, 2})).empty());
}

TEST(SurplusWeeks, AreNotOfContractsThatAreNotSigned) {
    CareWorld world = world_of_46_weeks();
    BillingRun run;
    run.month = {2028, 2};
    run.extras_before = date_of("2028-02-01");
    world.family.contracts.front().stage = ContractStage::kToSign;
    EXPECT_TRUE(bill_month(world.facts(), world.requests, run).empty());
}

TEST(SurplusWeeks, NobodyChoosesWeeksThatTheSchoolOrAClosedLocationLeavesOut) {
    CareWorld world = world_of_46_weeks();
    PlacementContract& contract = world.family.contracts.front();
    contract.week = {{Weekday::kWednesday, kAfterSchool, DayKind::kSchoolDay}};
    contract.weeks_per_year = 40;
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, {}, {}).to_choose, 0);
    contract.week = {{Weekday::kWednesday, kFullDay, DayKind::kEvery}};
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, {}, {}).to_choose, 12);
    for (const char* day : {"2027-07-28", "2027-08-04"}) {
        world.locations.calendar.closures.push_back({date_of(day), "Zomersluiting", ClosureKind::kClosingDay, {}});
    }
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, {}, {}).to_choose, 12) << "closed days are paid";
    world.noors().closures.invoiced = false;
    EXPECT_EQ(week_budget(world.facts(), contract, 2027, {}, {}).to_choose, 10);
}

TEST(SurplusWeeks, StandInTheStatementAndInHowCareWasUsed) {
    CareWorld world = world_of_46_weeks();
    const PlacementContract contract = world.family.contracts.front();
    Invoice invoice;
    invoice.lines = bill(world, {2028, 1});
    EXPECT_EQ(surplus_of(invoice.lines).size(), 0U) << "the last week ends on 2 January";
    invoice.lines = bill(world, {2028, 2});
    invoice.head.total = total_of(invoice.lines);
    const AnnualStatement statement = annual_statement(2027, world.family, {invoice});
    ASSERT_EQ(statement.rows.size(), 1U);
    EXPECT_EQ(statement.rows[0].surplus_minutes, 6 * 660);
    EXPECT_EQ(statement.rows[0].surplus_cost, Money{6 * 12353});
    EXPECT_EQ(statement.rows[0].months[11].cost, Money{6 * 12353});
    EXPECT_TRUE(surplus_sums(world.facts(), {}, 2027, date_of("2028-01-02")).empty());
    const auto usage = surplus_sums(world.facts(), {}, 2027, date_of("2028-01-03"));
    ASSERT_EQ(usage.size(), 1U);
    EXPECT_EQ(usage[0].kind, SumKind::kSurplus);
    EXPECT_EQ(usage[0].minutes, 6 * 660);
    EXPECT_EQ(usage[0].cost, Money{6 * 12353});
}

/// Whatever weeks parents leave out: that is never dearer than leaving out none, the planner's figure is what is
/// billed, a year of invoices is twelve months and that figure, and the statement is the sum of the invoices, all to
/// the cent.
TEST(SurplusWeeks, AddUpToTheCent_WhateverWeeksAreLeftOut) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Random random{seed};
        CareWorld world = world_of_46_weeks();
        PlacementContract& agreed = world.family.contracts.front();
        agreed.weeks_per_year = 40 + random.below(13);
        agreed.hourly_rate = {600 + random.below(800)};
        agreed.week = {{static_cast<Weekday>(random.below(5)), kFullDay, DayKind::kEvery}};
        if (random.chance(50)) {
            agreed.week.push_back({static_cast<Weekday>(random.below(5)), kMorningPart, DayKind::kEvery});
            agreed.week.back().time.end = {7 + random.below(5) + 1, random.below(4) * 15};
        }
        if (agreed.week.size() == 2 && agreed.week[0].weekday == agreed.week[1].weekday) {
            agreed.week.pop_back();
        }
        const PlacementContract contract = agreed;
        const Money dearest =
            week_budget(world.facts(), contract, 2027, contract_weeks(world.facts(), contract, {}, 2027), {})
                .surplus_cost;
        for (int left_out = random.below(16); left_out > 0; --left_out) {
            const auto weeks = contract_weeks(world.facts(), contract, world.requests, 2027);
            const ContractWeek& week = weeks[static_cast<std::size_t>(random.below(static_cast<int>(weeks.size())))];
            if (!week.absent) {
                leave_out(world, contract, week.monday);
            }
            const auto now = contract_weeks(world.facts(), contract, world.requests, 2027);
            const WeekBudget budget = week_budget(world.facts(), contract, 2027, now, {});
            EXPECT_LE(budget.surplus_cost.cents, dearest.cents) << "seed " << seed;
        }
        const auto surplus = surplus_weeks(world.facts(), contract, world.requests, 2027);
        std::vector<Invoice> invoices;
        std::int64_t invoiced = 0;
        for (Month month{2027, 1}; month <= Month{2028, 3}; month = month.plus(1)) {
            Invoice invoice;
            invoice.lines = bill(world, month, billed_surplus(invoices));
            for (const InvoiceLine& line : invoice.lines) {
                invoiced += line.month.year == 2027 ? line.amount.cents : 0;
            }
            invoices.push_back(std::move(invoice));
        }
        const std::int64_t extra = surplus ? surplus->cost.cents : 0;
        EXPECT_EQ(invoiced, 12 * monthly_cost(contract).amount.cents + extra) << "seed " << seed;
        const AnnualStatement statement = annual_statement(2027, world.family, invoices);
        EXPECT_EQ(statement.total.cost.cents, invoiced) << "seed " << seed;
        EXPECT_EQ(statement.rows.front().surplus_cost.cents, extra) << "seed " << seed;
        std::int64_t proven = 0;
        for (const StatementInvoice& invoice : statement.invoices) {
            proven += invoice.amount.cents;
        }
        EXPECT_EQ(proven, invoiced) << "seed " << seed;
    }
}

}  // namespace
}  // namespace portal::core
