#include "app/money.hpp"

#include "app/money_world.hpp"
#include "app/portal_fixture.hpp"
#include "app/selectors.hpp"

namespace portal::app {
namespace {

using core::InvoiceState;
using test::day;

class MoneyTest : public test::PortalTest {
  protected:
    void open(const std::string& path) {
        start_signed_in(path);
        answer_money();
    }
    void answer_money() {
        auto& http = outside.http;
        for (const api::InvoiceDocument& document : money.documents) {
            http.answer(Method::kGet, "/invoices/" + document.invoice.head.id.value, 200, api::encode(document));
        }
        http.answer(Method::kGet, "/annual-statements/2026", 200, api::encode(money.statement(2026)));
        http.answer(Method::kGet, "/invoices", 200, money.list());  // what begins with it has been answered
    }
    [[nodiscard]] std::vector<std::string> shown() const {
        std::vector<std::string> numbers;
        for (const core::InvoiceHead* invoice : shown_invoices(state())) {
            numbers.push_back(invoice->number);
        }
        return numbers;
    }

    test::MoneyWorld money{server};
};

using Numbers = std::vector<std::string>;

TEST_F(MoneyTest, ListsInvoicesByStateAndYear) {
    open("/facturen");
    EXPECT_EQ(shown(), (Numbers{"2026-0311", "2026-0288", "2025-0290"}));
    store.dispatch(InvoicesFiltered{InvoiceFilter::kOpen, std::nullopt});
    EXPECT_EQ(shown(), (Numbers{"2026-0311", "2026-0288"})) << "what is overdue is open too";
    store.dispatch(InvoicesFiltered{InvoiceFilter::kOverdue, std::nullopt});
    EXPECT_EQ(shown(), Numbers{"2026-0288"});
    store.dispatch(InvoicesFiltered{InvoiceFilter::kPaid, std::nullopt});
    EXPECT_EQ(shown(), Numbers{"2025-0290"});
    store.dispatch(InvoicesFiltered{InvoiceFilter::kAll, 2026});
    EXPECT_EQ(shown(), (Numbers{"2026-0311", "2026-0288"}));
    EXPECT_EQ(count_invoices(state(), InvoiceFilter::kPaid), 0U) << "of that year";
}

TEST_F(MoneyTest, TellsWhatIsToBePaid_TheOldestFirst) {
    open("/");
    const auto open = open_invoices(state());
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open.front()->number, "2026-0288");
    EXPECT_EQ(invoice_state(state(), *open.front()), InvoiceState::kOverdue);
}

TEST_F(MoneyTest, ACreditNoteIsNothingToPay) {
    money.documents[0].invoice.head.kind = core::InvoiceKind::kCreditNote;
    money.documents[0].invoice.head.total = {-5000};
    open("/");
    EXPECT_EQ(open_invoices(state()).size(), 1U);
}

TEST_F(MoneyTest, LoadsTheInvoiceOfTheAddress) {
    open("/facturen/i2");
    ASSERT_NE(shown_invoice(state()), nullptr);
    EXPECT_EQ(shown_invoice(state())->invoice.head.number, "2026-0288");
}

TEST_F(MoneyTest, SaysThatAnInvoiceDoesNotExist) {
    start_signed_in("/facturen/other");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/invoices/other", 404, "{}"));
    EXPECT_EQ(state().money.details.at(core::InvoiceId{"other"}).failure, Failure::kMissing);
}

TEST_F(MoneyTest, AsksAgain_WhenTheServerWasSilent) {
    start_signed_in("/jaaroverzichten/2026");
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/annual-statements/2026", Transport::kUnreachable));
    EXPECT_EQ(shown_statement(state()), nullptr);
    store.dispatch(RetryPressed{});
    answer_money();
    ASSERT_NE(shown_statement(state()), nullptr);
    EXPECT_EQ(shown_statement(state())->year, 2026);
}

TEST_F(MoneyTest, PointsAtTheDaysOfALine_UntilTheCalendarIsLeft) {
    open("/facturen/i2");
    store.dispatch(DaysPointedAt{server.noor, {day("2026-10-02"), day("2026-10-09")}, "2026-0288"});
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-10");
    EXPECT_EQ(state().only_child, server.noor);
    ASSERT_TRUE(state().pointed);
    store.dispatch(MonthChosen{{2026, 11}});
    EXPECT_TRUE(state().pointed) << "a line may be about days of two months";
    store.dispatch(Navigated{parse_route("/facturen/i2", today(state())).value()});
    EXPECT_FALSE(state().pointed);
    EXPECT_FALSE(state().only_child);
}

TEST_F(MoneyTest, ForgetsTheMoneyWithTheSession) {
    open("/facturen/i2");
    ASSERT_FALSE(state().money.details.empty());
    store.dispatch(Navigated{parse_route("/facturen", today(state())).value()});
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/invoices", 401, "{}"));
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_TRUE(state().money.details.empty());
    EXPECT_FALSE(state().money.invoices.value);
}

TEST_F(MoneyTest, NamesTheDocumentInTheParentsLanguage) {
    open("/facturen");
    EXPECT_EQ(document_path(state(), "invoices", "i2"), "/invoices/i2/pdf?language=nl");
    store.dispatch(LanguageChosen{Language::en});
    EXPECT_EQ(document_path(state(), "annual-statements", "2026", "csv"), "/annual-statements/2026/csv?language=en");
}

}  // namespace
}  // namespace portal::app
