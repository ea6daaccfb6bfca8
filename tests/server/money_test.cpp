#include "api/money_codec.hpp"
#include "core/childcare_allowance.hpp"
#include "server/demo/demo.hpp"
#include "server/storage/access_log.hpp"
#include "server/storage/invoices.hpp"
#include "server/temporary_folder.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace portal::server::test {
namespace {

core::Date day(const char* text) {
    return core::Date::parse(text).value();
}

template <class T>
T decoded(api::Decoded<T> result) {
    EXPECT_TRUE(result) << result.error.field << ": " << result.error.detail;
    return result.value.value_or(T{});
}

class Money : public testing::Test {
  protected:
    [[nodiscard]] api::InvoiceList invoices(const std::string& cookie, const std::string& query = "") const {
        return decoded(api::decode_invoices(portal_.get("/api/invoices" + query, cookie).body));
    }
    [[nodiscard]] api::InvoiceDocument invoice(const std::string& cookie, const core::InvoiceId& id) const {
        return decoded(api::decode_invoice(portal_.get("/api/invoices/" + id.value, cookie).body));
    }
    [[nodiscard]] core::AnnualStatement statement(const std::string& cookie, int year) const {
        return decoded(
            api::decode_statement(portal_.get("/api/annual-statements/" + std::to_string(year), cookie).body));
    }

    TestPortal portal_;
    std::string jasmijn_ = portal_.sign_in(kJasmijn);
    std::string fatima_ = portal_.sign_in(kFatima);
};

TEST_F(Money, InvoicesAreOpenPaidOrOverdue_AndOneWasCredited) {
    const api::InvoiceList list = invoices(jasmijn_);
    EXPECT_EQ(list.years, (std::vector<int>{2026, 2025}));
    ASSERT_EQ(list.invoices.size(), 24U);
    std::map<core::InvoiceState, int> states;
    for (const core::InvoiceHead& head : list.invoices) {
        ++states[core::state_on(head, day("2026-11-23"))];
    }
    EXPECT_EQ(states[core::InvoiceState::kOpen], 1);
    EXPECT_EQ(states[core::InvoiceState::kOverdue], 1);
    EXPECT_EQ(states[core::InvoiceState::kPaid], 22);
    EXPECT_EQ(core::state_on(list.invoices.front(), day("2026-11-23")), core::InvoiceState::kOpen);
    const auto note = std::find_if(list.invoices.begin(), list.invoices.end(), [](const core::InvoiceHead& head) {
        return head.kind == core::InvoiceKind::kCreditNote;
    });
    ASSERT_NE(note, list.invoices.end());
    const auto credited = std::find_if(list.invoices.begin(), list.invoices.end(),
                                       [&](const core::InvoiceHead& head) { return head.number == note->credits; });
    ASSERT_NE(credited, list.invoices.end());
    EXPECT_EQ(credited->credit_notes, std::vector<std::string>{note->number});
    EXPECT_EQ(invoices(jasmijn_, "?year=2025").invoices.size(), 12U);
    EXPECT_TRUE(invoices(jasmijn_, "?year=2019").invoices.empty());
    for (const char* wrong : {"?year=", "?year=26", "?year=x", "?year=99999999999", "?year=-2026"}) {
        const Answer answer = portal_.get(std::string("/api/invoices") + wrong, jasmijn_);
        EXPECT_EQ(answer.code(), "invalid-parameter") << wrong;
    }
}

TEST_F(Money, AnOpenInvoiceSaysHowToPay_ByTransferOrByDirectDebit) {
    const api::InvoiceDocument open = invoice(jasmijn_, invoices(jasmijn_).invoices.front().id);
    ASSERT_TRUE(open.transfer);
    EXPECT_EQ(open.transfer->amount, open.invoice.head.total);
    EXPECT_EQ(open.transfer->reference, open.invoice.head.number);
    EXPECT_EQ(open.transfer->iban, "NL91ABNA0417164300");
    EXPECT_GE(open.qr.size(), 21U);
    EXPECT_EQ((open.qr.size() - 21) % 4, 0U);
    EXPECT_EQ(open.qr.front().substr(0, 8), "11111110") << "the corner that scanners look for";
    const api::InvoiceDocument paid = invoice(jasmijn_, invoices(jasmijn_).invoices[1].id);
    EXPECT_FALSE(paid.transfer);
    EXPECT_TRUE(paid.qr.empty());
    const api::InvoiceDocument collected = invoice(fatima_, invoices(fatima_).invoices.front().id);
    EXPECT_FALSE(collected.transfer);
    ASSERT_TRUE(collected.invoice.head.direct_debit);
    EXPECT_EQ(collected.invoice.head.direct_debit->collected_on, day("2026-12-01"));
    EXPECT_EQ(collected.invoice.head.direct_debit->iban, "NL** **** **** **52 64") << "the account is not told";
}

TEST_F(Money, LinesLeadToTheirDays) {
    const api::InvoiceDocument document = invoice(jasmijn_, invoices(jasmijn_).invoices.front().id);
    const auto blocks =
        decoded(api::decode_occupancy(portal_.get("/api/occupancy?from=2026-10-01&to=2026-11-30", jasmijn_).body))
            .blocks;
    std::set<core::LineKind> kinds;
    for (const core::InvoiceLine& line : document.invoice.lines) {
        kinds.insert(line.kind);
        EXPECT_FALSE(line.dates.empty());
        for (const core::Date date : line.dates) {
            EXPECT_TRUE(std::any_of(blocks.begin(), blocks.end(),
                                    [&](const core::CareBlock& block) {
                                        return block.child == line.child && block.date == date &&
                                               block.location == line.location;
                                    }))
                << line.child_name << ' ' << date.to_string();
        }
    }
    EXPECT_EQ(kinds, (std::set{core::LineKind::kContract, core::LineKind::kExtra}));
}

TEST_F(Money, StatementsAreTheSumOfTheInvoices) {
    for (const std::string& cookie : {jasmijn_, fatima_}) {
        std::int64_t invoiced = 0;
        for (const core::InvoiceHead& head : invoices(cookie).invoices) {
            invoiced += head.total.cents;
        }
        std::int64_t stated = 0;
        const auto entries = decoded(api::decode_statements(portal_.get("/api/annual-statements", cookie).body));
        for (const api::StatementEntry& entry : entries) {
            const core::AnnualStatement whole = statement(cookie, entry.year);
            EXPECT_EQ(whole.total, entry.total);
            EXPECT_EQ(whole.published_on, entry.published_on);
            EXPECT_FALSE(whole.usage.empty());
            stated += whole.total.cost.cents;
        }
        EXPECT_EQ(stated, invoiced);
        ASSERT_EQ(entries.size(), 2U);
        EXPECT_FALSE(entries[0].published_on) << "this year is not over";
        EXPECT_EQ(entries[1].published_on, day("2026-01-20"));
    }
    EXPECT_EQ(statement(jasmijn_, 2026).rows.size(), 3U);
    EXPECT_LE(core::average_rate(statement(jasmijn_, 2026).rows[0].total),
              core::most_allowance_rate(2026, core::CareType::kDayCare));
}

TEST_F(Money, StatementsOfOtherYearsAreNone) {
    for (const char* year : {"2019", "2027", "26", "02026", "x", "-026", "20%2026"}) {
        for (const char* part : {"", "/pdf", "/csv"}) {
            const Answer answer = portal_.get(std::string("/api/annual-statements/") + year + part, jasmijn_);
            EXPECT_EQ(answer.status, 404) << year << part;
            EXPECT_EQ(answer.code(), "not-found");
        }
    }
}

TEST_F(Money, OfAnotherFamilyIsAnsweredAsIfItDidNotExist_AndLogged) {
    const std::string id = invoices(jasmijn_).invoices.front().id.value;
    const std::vector<std::pair<std::string, std::string>> targets{
        {"/api/invoices/" + id, "GET /api/invoices/{id}"},
        {"/api/invoices/" + id + "/pdf", "GET /api/invoices/{id}/pdf"},
        {"/api/contracts/contract-noor-1/pdf", "GET /api/contracts/{id}/pdf"}};
    for (const auto& [target, route] : targets) {
        EXPECT_EQ(portal_.get(target, jasmijn_).status, 200) << target;
        const Answer answer = portal_.get(target, fatima_);
        EXPECT_EQ(answer.status, 404) << target;
        EXPECT_EQ(answer.code(), "not-found");
        EXPECT_EQ(answer.header("Content-Disposition"), "");
    }
    storage::Transaction transaction = portal_.database().read();
    std::set<std::string> logged;
    for (const storage::RefusedAccess& access : storage::list_refused_accesses(transaction)) {
        EXPECT_EQ(access.account_id, "account-fatima");
        logged.insert(access.route + ' ' + access.asked_id);
    }
    EXPECT_EQ(logged, (std::set<std::string>{targets[0].second + ' ' + id, targets[1].second + ' ' + id,
                                             targets[2].second + " contract-noor-1"}));
}

TEST_F(Money, OfEachFamilyIsItsOwnOnly) {
    for (const char* target : {"/api/invoices", "/api/annual-statements/2026", "/api/contracts"}) {
        const std::string theirs = portal_.get(target, fatima_).body;
        for (const char* name : {"noor", "sam", "mila", "Visser", "D-1001"}) {
            EXPECT_EQ(theirs.find(name), std::string::npos) << target << ' ' << name;
        }
    }
    EXPECT_EQ(portal_.get("/api/invoices", jasmijn_).body, portal_.get("/api/invoices", portal_.sign_in(kThomas)).body);
}

TEST_F(Money, SurvivesIdsThatNobodyWouldGiveOut) {
    for (const char* id : {"'%20OR%20'1'='1", "%F0%9F%90%B8", "..", "%2e%2e", "a%0d%0ab", "%FF%FE"}) {
        EXPECT_EQ(portal_.get(std::string("/api/invoices/") + id, jasmijn_).status, 404) << id;
        EXPECT_EQ(portal_.get(std::string("/api/invoices/") + id + "/pdf", jasmijn_).status, 404) << id;
        EXPECT_EQ(portal_.get(std::string("/api/contracts/") + id + "/pdf", jasmijn_).status, 404) << id;
    }
}

/// Ten years of invoices: nothing of them is lost, and the answers stay quick enough to be made at once.
TEST_F(Money, OfTenYearsIsListedAndAddedUp) {
    const core::FamilyId family{"visser"};
    {
        storage::Transaction transaction = portal_.database().write();
        for (core::Month month{2015, 1}; month <= core::Month{2024, 12}; month = month.plus(1)) {
            core::Invoice old = invoice(jasmijn_, invoices(jasmijn_).invoices.back().id).invoice;
            old.head.id = core::InvoiceId{"old-" + month.to_string()};
            old.head.number = "F-" + month.to_string();
            old.head.month = month;
            old.payments.clear();
            for (core::InvoiceLine& line : old.lines) {
                line.month = month;
            }
            storage::insert_invoice(transaction, family, old);
        }
        transaction.commit();
    }
    const api::InvoiceList list = invoices(jasmijn_);
    EXPECT_EQ(list.invoices.size(), 24U + 120U);
    EXPECT_EQ(list.years.size(), 12U);
    const auto entries = decoded(api::decode_statements(portal_.get("/api/annual-statements", jasmijn_).body));
    ASSERT_EQ(entries.size(), 12U);
    EXPECT_EQ(entries.back().year, 2015);
    EXPECT_EQ(entries.back().total.cost.cents, 12 * list.invoices.back().total.cents);
}

/// The demo as it would be made on a day: it always has something of each kind to show.
class DemoMoneyOn : public testing::TestWithParam<const char*> {};

TEST_P(DemoMoneyOn, HasAnOpenAnOverdueAndPaidInvoices) {
    const TemporaryFolder folder;
    storage::Database database{"sqlite://" + (folder.path() / "demo.sqlite3").string(), 1};
    storage::Transaction transaction = database.write();
    create_demo(transaction, Passwords{PasswordCost::least()},
                core::amsterdam::instant(day(GetParam()), core::TimeOfDay{10, 0}));
    const auto heads = storage::list_invoices(transaction, core::FamilyId{"visser"});
    std::map<core::InvoiceState, int> states;
    for (const core::InvoiceHead& head : heads) {
        ++states[core::state_on(head, day(GetParam()))];
        EXPECT_LE(head.issued_on, day(GetParam()));
    }
    EXPECT_EQ(core::state_on(heads.front(), day(GetParam())), core::InvoiceState::kOpen);
    EXPECT_EQ(states[core::InvoiceState::kOverdue], 1);
    EXPECT_GE(states[core::InvoiceState::kPaid], 10);
}

INSTANTIATE_TEST_SUITE_P(Days, DemoMoneyOn,
                         testing::Values("2026-01-01", "2026-03-01", "2026-12-31", "2028-02-29", "2027-07-20"));

}  // namespace
}  // namespace portal::server::test
