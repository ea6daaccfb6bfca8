#include "core/billing.hpp"

#include "core/annual_statement.hpp"
#include "core/childcare_allowance.hpp"
#include "core/random_history.hpp"

#include <gtest/gtest.h>

namespace portal::core {
namespace {

using namespace test;

BillingRun run_of(Month month) {
    BillingRun run;
    run.month = month;
    run.extras_before = month.first();
    return run;
}

Invoice invoice_of(std::vector<InvoiceLine> lines, Month month) {
    Invoice invoice;
    invoice.head.month = month;
    invoice.head.total = total_of(lines);
    invoice.lines = std::move(lines);
    return invoice;
}

TEST(BillMonth, HasALinePerContract_WithItsFormulaAndDays) {
    const CareWorld world;
    const auto lines = bill_month(world.facts(), {}, run_of({2026, 12}));
    ASSERT_EQ(lines.size(), 2U);
    const InvoiceLine& noor = lines[0];
    EXPECT_EQ(noor.child_name, "Noor Visser");
    EXPECT_EQ(noor.location_name, "De Kikkers");
    EXPECT_EQ(noor.contract, ContractId{"c1"});
    EXPECT_EQ(noor.minutes, 5720) << "22 hours × 52 ÷ 12";
    EXPECT_EQ(noor.amount, Money{107059}) << "22 × 11.23 × 52 ÷ 12";
    EXPECT_EQ(noor.formula->monthly.parts, (std::vector<WeekShare>{{1320, 52, DayKind::kEvery}}));
    std::vector<std::string> days;
    for (const Date date : noor.dates) {
        days.push_back(date.to_string().substr(8));
    }
    EXPECT_EQ(days, (std::vector<std::string>{"03", "07", "10", "14", "17", "21", "24", "28", "31"}))
        << "Christmas is closed on Friday and Saturday";
    EXPECT_EQ(lines[1].formula->monthly.parts.size(), 2U) << "school weeks and holidays";
}

TEST(BillMonth, LeavesOutDaysOnWhichTheLocationIsClosed) {
    CareWorld world;
    world.family.contracts[0].week = {{Weekday::kFriday, kFullDay, DayKind::kEvery}};
    const auto lines = bill_month(world.facts(), {}, run_of({2026, 12}));
    EXPECT_EQ(lines[0].dates, (std::vector<Date>{date_of("2026-12-11"), date_of("2026-12-18")}))
        << "a closing day on the 4th, Christmas on the 25th";
}

TEST(BillMonth, HasBothContractsOfAWeekInWhichOneFollowsTheOther) {
    CareWorld world;
    PlacementContract next = world.family.contracts[0];
    next.id = ContractId{"c3"};
    next.start = date_of("2026-11-18");
    next.hourly_rate = {1200};
    world.family.contracts[0].end = date_of("2026-11-17");
    world.family.contracts.insert(world.family.contracts.begin(), next);
    const auto lines = bill_month(world.facts(), {}, run_of({2026, 11}));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].contract, ContractId{"c1"}) << "the earlier first";
    EXPECT_EQ(lines[0].formula->days(), 17);
    EXPECT_EQ(lines[0].dates.back(), date_of("2026-11-16"));
    EXPECT_EQ(lines[1].contract, ContractId{"c3"});
    EXPECT_EQ(lines[1].dates.front(), date_of("2026-11-19"));
    EXPECT_EQ(lines[1].amount, Money{49573}) << "22 × 12.00 × 52 ÷ 12 = 1144.00, less 17 ÷ 30 of it";
}

TEST(BillMonth, BillsNothingThatIsNotSigned) {
    CareWorld world;
    ASSERT_EQ(world.family.contracts.size(), 2U);
    world.family.contracts[0].stage = ContractStage::kToSign;
    world.family.contracts[1].stage = ContractStage::kDraft;
    EXPECT_TRUE(bill_month(world.facts(), {}, run_of({2026, 12})).empty());
}

TEST(BillMonth, HasNoLineForFlexibleCare) {
    CareWorld world;
    world.family.contracts[0].week.clear();
    world.family.contracts.pop_back();
    EXPECT_TRUE(bill_month(world.facts(), {}, run_of({2026, 12})).empty());
}

TEST(BillMonth, PutsExtraCareOnTheNextInvoice_Once) {
    CareWorld world;
    world.send("extra", extra_wish(world.noor, {date_of("2026-12-02"), kMorningPart}));
    world.happen("extra", CareEvent::Kind::kApproved);
    world.send("open", extra_wish(world.noor, {date_of("2026-12-09"), kMorningPart}));
    const auto facts = world.facts();
    EXPECT_EQ(bill_month(facts, world.requests, run_of({2026, 12})).size(), 2U) << "not before its day";
    const auto lines = bill_month(facts, world.requests, run_of({2027, 1}));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1].kind, LineKind::kExtra);
    EXPECT_EQ(lines[1].month, (Month{2026, 12})) << "the statement is about the month of the care";
    EXPECT_EQ(lines[1].minutes, 330);
    EXPECT_EQ(lines[1].hourly_rate, Money{1123});
    EXPECT_EQ(lines[1].amount, Money{6177});
    EXPECT_EQ(lines[1].dates, std::vector<Date>{date_of("2026-12-02")});
    BillingRun again = run_of({2027, 2});
    again.billed = billed_requests({invoice_of(lines, {2027, 1})});
    EXPECT_EQ(bill_month(facts, world.requests, again).size(), 2U);
    EXPECT_EQ(bill_month(facts, world.requests, run_of({2027, 3})).size(), 2U) << "too long ago";
    BillingRun late = run_of({2026, 11});
    late.extras_before = date_of("2027-01-01");
    EXPECT_EQ(bill_month(facts, world.requests, late).size(), 2U) << "nothing of a month after the invoice's";
    late.month = {2026, 12};
    EXPECT_EQ(bill_month(facts, world.requests, late).size(), 3U) << "a month billed when it is over";
}

TEST(BillMonth, BillsWhatWasCancelledTooLate_AndWholeDayPartsWhereTheRulesDo) {
    CareWorld world;
    world.noors().extra.cancellation.late = Cancellation::Late::kBilled;
    world.noors().extra.free_times = true;
    world.noors().extra.billing = ExtraBilling::kDayParts;
    world.noors().extra.hourly_rate = Money{1300};
    world.send("extra", extra_wish(world.noor, {date_of("2026-12-02"), {{8, 0}, {11, 0}}}));
    world.happen("extra", CareEvent::Kind::kApproved);
    world.happen("extra", CareEvent::Kind::kWithdrawn);
    const auto lines = bill_month(world.facts(), world.requests, run_of({2027, 1}));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1].minutes, 330) << "the morning is billed whole";
    EXPECT_EQ(lines[1].hourly_rate, Money{1300});
    EXPECT_EQ(lines[1].amount, Money{7150});
}

TEST(BillMonth, LeavesOutWhatWasPaidWithCredit) {
    CareWorld world;
    world.noors().credit.enabled = true;
    world.noors().extra.by_credit = true;
    world.give_credit(world.noor, {CreditUnit::kMinutes, 660});
    world.send("credit", extra_wish(world.noor, {date_of("2026-12-02"), kMorningPart}, Payment::kCredit));
    world.happen("credit", CareEvent::Kind::kApproved);
    EXPECT_EQ(bill_month(world.facts(), world.requests, run_of({2027, 1})).size(), 2U);
}

TEST(CreditNote, TakesBackExactlyWhatItIsAbout) {
    const CareWorld world;
    const auto lines = bill_month(world.facts(), {}, run_of({2026, 12}));
    const auto back = credited(lines);
    EXPECT_EQ(total_of(back).cents, -total_of(lines).cents);
    const AnnualStatement statement =
        annual_statement(2026, world.family, {invoice_of(lines, {2026, 12}), invoice_of(back, {2026, 12})});
    EXPECT_EQ(statement.total, StatementSum{});
    InvoiceHead head;
    head.total = {1000};
    head.paid = {800};
    EXPECT_EQ(set_off(head, {-500}), Money{200}) << "what is open; the rest is paid back";
    EXPECT_EQ(set_off(head, {-100}), Money{100});
    head.paid = {1100};
    EXPECT_EQ(set_off(head, {-100}), Money{0});
}

/// 'Months add up to the year, invoices add up to the statement', for families of all kinds over ten years.
TEST(AnnualStatement, AddsUpToItsInvoicesToTheCent) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Random random{seed};
        CareWorld world;
        world.family.children.clear();
        world.family.contracts.clear();
        for (int number = 0; number < 1 + random.below(12); ++number) {
            const ChildId child{"child" + std::to_string(number)};
            world.family.children.push_back({child, "Kind", std::to_string(number), date_of("2018-02-28")});
            Date start = date_of("2018-01-01") + random.below(2000);
            for (int follow = 0; follow < 1 + random.below(4); ++follow) {
                PlacementContract contract;
                contract.id = ContractId{child.value + '-' + std::to_string(follow)};
                contract.child = child;
                contract.location = random.chance(50) ? world.kikkers : world.reigers;
                contract.care_type =
                    contract.location == world.kikkers ? CareType::kDayCare : CareType::kOutOfSchoolCare;
                contract.start = start;
                contract.end = start + random.below(900);
                contract.weeks_per_year = random.chance(50) ? 52 : 40;
                contract.hourly_rate = {600 + random.below(800)};
                contract.week = {{static_cast<Weekday>(random.below(5)), kFullDay, DayKind::kEvery},
                                 {Weekday::kFriday, kAfterSchool, DayKind::kSchoolDay}};
                world.family.contracts.push_back(contract);
                start = random.chance(70) ? *contract.end + 1 : *contract.end - 3;
            }
        }
        std::vector<Invoice> invoices;
        std::int64_t invoiced = 0;
        for (Month month{2018, 1}; month <= Month{2027, 12}; month = month.plus(1)) {
            invoices.push_back(invoice_of(bill_month(world.facts(), {}, run_of(month)), month));
            if (random.chance(5)) {
                invoices.push_back(invoice_of(credited(invoices.back().lines), month));
            }
        }
        for (const Invoice& invoice : invoices) {
            invoiced += invoice.head.total.cents;
        }
        std::int64_t stated = 0;
        for (const int year : years_of_care(invoices)) {
            const AnnualStatement statement = annual_statement(year, world.family, invoices);
            StatementSum rows;
            for (const StatementRow& row : statement.rows) {
                StatementSum months;
                for (const StatementSum& month : row.months) {
                    add(months, month);
                }
                ASSERT_EQ(months, row.total) << "seed " << seed;
                add(rows, row.total);
                EXPECT_LE(row.first, row.last);
                EXPECT_EQ(row.first.year(), year);
                EXPECT_EQ(row.last.year(), year);
            }
            ASSERT_EQ(rows, statement.total) << "seed " << seed;
            stated += statement.total.cost.cents;
        }
        ASSERT_EQ(stated, invoiced) << "seed " << seed;
    }
}

TEST(AnnualStatement, ProvesWhatWasPaid) {
    const CareWorld world;
    const auto december = bill_month(world.facts(), {}, run_of({2026, 12}));
    Invoice paid = invoice_of(december, {2026, 12});
    paid.head.number = "2026-00001";
    paid.head.issued_on = date_of("2026-12-01");
    paid.head.paid = paid.head.total;
    paid.payments = {{date_of("2026-12-20"), {1}}, {date_of("2026-12-13"), {paid.head.total.cents - 1}}};
    Invoice open = paid;
    open.head.number = "2026-00002";
    open.head.issued_on = date_of("2026-12-02");
    open.head.paid = {1};
    open.payments.resize(1);
    Invoice note = invoice_of(credited(december), {2026, 12});
    note.head.kind = InvoiceKind::kCreditNote;
    note.head.number = "2026-00003";
    note.head.issued_on = date_of("2026-12-03");
    note.head.settled = note.head.total;
    const AnnualStatement statement = annual_statement(2026, world.family, {note, open, paid});
    ASSERT_EQ(statement.invoices.size(), 3U);
    EXPECT_EQ(statement.invoices[0].number, "2026-00001") << "in the order in which they were sent";
    EXPECT_TRUE(statement.invoices[0].settled);
    EXPECT_EQ(statement.invoices[0].paid_on, date_of("2026-12-20"));
    EXPECT_EQ(statement.invoices[0].amount, total_of(december));
    EXPECT_FALSE(statement.invoices[1].settled);
    EXPECT_FALSE(statement.invoices[1].paid_on) << "there is more to pay";
    EXPECT_EQ(statement.invoices[1].open, Money{total_of(december).cents - 1});
    EXPECT_TRUE(statement.invoices[2].settled);
    EXPECT_FALSE(statement.invoices[2].paid_on) << "no money went";
    EXPECT_EQ(paid_of(statement), Money{0}) << "what was paid less what was taken back";
    EXPECT_TRUE(annual_statement(2027, world.family, {paid}).invoices.empty());
}

TEST(AnnualStatement, HasARowPerChildAndRegistration_WithExtraCareInItsOwnMonth) {
    CareWorld world;
    world.family.guardians = {{GuardianId{"g"}, "Jasmijn", "Visser", "", "", true}};
    world.send("extra", extra_wish(world.noor, {date_of("2026-12-02"), kMorningPart}));
    world.happen("extra", CareEvent::Kind::kApproved);
    std::vector<Invoice> invoices;
    for (const Month month : {Month{2026, 12}, Month{2027, 1}}) {
        invoices.push_back(invoice_of(bill_month(world.facts(), world.requests, run_of(month)), month));
    }
    const AnnualStatement statement = annual_statement(2026, world.family, invoices);
    EXPECT_EQ(statement.applicant, "Jasmijn Visser");
    ASSERT_EQ(statement.rows.size(), 2U);
    const StatementRow& noor = statement.rows[0];
    EXPECT_EQ(noor.birth_date, date_of("2024-03-02"));
    EXPECT_EQ(noor.first, date_of("2026-01-01"));
    EXPECT_EQ(noor.last, date_of("2026-12-31"));
    EXPECT_EQ(noor.months[11], (StatementSum{5720 + 330, {107059 + 6177}, 330, {6177}}));
    EXPECT_EQ(average_rate(noor.total), Money{1123});
    EXPECT_EQ(minutes_of_month(statement, world.noor, 12), 6050);
    EXPECT_EQ(years_of_care(invoices), (std::vector<int>{2027, 2026}));
    EXPECT_FALSE(average_rate(StatementSum{}));
}

TEST(ChildcareAllowance, KnowsTheRatesOfItsYears) {
    EXPECT_EQ(most_allowance_rate(2026, CareType::kDayCare), Money{1123});
    EXPECT_EQ(most_allowance_rate(2025, CareType::kOutOfSchoolCare), Money{952});
    EXPECT_FALSE(most_allowance_rate(2040, CareType::kDayCare)) << "not yet known";
    EXPECT_EQ(kMostAllowanceMinutes, 13800);
}

}  // namespace
}  // namespace portal::core
