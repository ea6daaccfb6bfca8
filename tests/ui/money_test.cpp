#include "app/format.hpp"
#include "app/money_world.hpp"
#include "ui/portal_fixture.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace portal::ui::test {
namespace {

class MoneyScreens : public Portal {
  protected:
    void open_money(const std::string& path) {
        open(path);
        answer_money();
        browser.show();
    }
    void answer_money() {
        auto& http = outside.http;
        for (const api::InvoiceDocument& document : money.documents) {
            http.answer(Method::kGet, "/invoices/" + document.invoice.head.id.value, 200, api::encode(document));
        }
        std::vector<api::StatementEntry> entries;
        entries.push_back({2026, std::nullopt, money.statement(2026).total});
        entries.push_back({2025, day("2026-01-20"), money.statement(2025).total});
        // What begins with the path of another one first.
        core::AnnualStatement statement = money.statement(2026);
        if (statement_parties) {
            statement_parties(statement);
        }
        http.answer(Method::kGet, "/annual-statements/2026", 200, api::encode(statement));
        http.answer(Method::kGet, "/annual-statements", 200, api::encode(entries));
        http.answer(Method::kGet, "/invoices", 200, money.list(years));
        http.answer(Method::kGet, "/contracts", 200, api::encode(details));
    }
    /// The links to invoices, in their order.
    [[nodiscard]] std::vector<std::string> rows() const {
        std::vector<std::string> names;
        for (const Node* link : browser.all(Role::kLink)) {
            if (link->href.rfind("/facturen/", 0) == 0) {
                names.push_back(link->name);
            }
        }
        return names;
    }
    [[nodiscard]] std::string amount(std::size_t index) const {
        return app::money(app::Language::nl, money.total(index));
    }
    [[nodiscard]] bool lists(const std::string& name) const { return browser.find(Role::kListItem, name) != nullptr; }

    app::test::MoneyWorld money{server};
    std::vector<core::ContractDetails> details;
    std::vector<int> years{2026, 2025};  ///< of invoices
    std::function<void(core::AnnualStatement&)> statement_parties;
};

TEST_F(MoneyScreens, InvoicesShowAmountStateAndWhenToPay) {
    open_money("/facturen");
    EXPECT_EQ(rows(), (std::vector<std::string>{"november 2026, " + amount(0) + ", Open",
                                                "oktober 2026, " + amount(1) + ", Te laat",
                                                "december 2025, " + amount(2) + ", Betaald"}));
    EXPECT_TRUE(browser.shows("Nog te betalen: " + app::money(app::Language::nl, money.total(0) + money.total(1))));
    browser.click(Role::kButton, "Te laat 1");
    EXPECT_EQ(rows().size(), 1U);
    browser.click(Role::kLink, rows().front());
    EXPECT_EQ(outside.navigation.current(), "/facturen/i2");
}

TEST_F(MoneyScreens, AnInvoiceSaysHowItsAmountComesAbout) {
    money.add_extra(1);
    open_money("/facturen/i2");
    EXPECT_EQ(browser.tree().title, "Factuur oktober 2026 – Ouderlogin");
    EXPECT_TRUE(browser.shows(amount(1)));
    const auto items = browser.all(Role::kListItem);
    const auto says = [&](const std::string& text) {
        return std::any_of(items.begin(), items.end(),
                           [&](const Node* item) { return item->name.find(text) != std::string::npos; });
    };
    EXPECT_TRUE(says("÷ 12 maanden")) << "the formula";
    EXPECT_TRUE(says("LRK 158274936"));
    EXPECT_TRUE(says("Extra opvang woensdag 21 oktober"));
    EXPECT_TRUE(says("De Kikkers · LRK 158274936")) << "where, also of extra care";
    EXPECT_NE(browser.find(Role::kHeading, "Extra opvang"), nullptr) << "apart from the contract";
    EXPECT_TRUE(lists("Nog open: " + amount(1)));
    const Node* pdf = browser.find(Role::kLink, "PDF bewaren");
    ASSERT_NE(pdf, nullptr);
    EXPECT_TRUE(pdf->downloads);
    EXPECT_EQ(pdf->href, "/invoices/i2/pdf?language=nl");
}

TEST_F(MoneyScreens, WhatIsToBeTransferredHasItsAccountAndACodeForBankingApps) {
    open_money("/facturen/i2");
    EXPECT_TRUE(lists("Rekening: NL91 ABNA 0417 1643 00"));
    EXPECT_TRUE(lists("Omschrijving: Factuur 2026-0288"));
    EXPECT_TRUE(
        browser.shows("Deze factuur moest op 1 november 2026 betaald zijn. Maak het bedrag zo snel mogelijk over."));
    EXPECT_NE(browser.find(Role::kImage, "QR-code om deze factuur met de app van uw bank te betalen"), nullptr);
}

TEST_F(MoneyScreens, WhatIsCollectedNeedsNothingToBeDone) {
    money.collect(0);
    open_money("/facturen/i3");
    EXPECT_TRUE(browser.shows("Wij schrijven " + amount(0) +
                              " af op 27 november 2026 van NL** **** **** **43 00. U hoeft niets te doen. "
                              "Machtiging: M-17."));
    EXPECT_EQ(browser.find(Role::kImage, "QR-code om deze factuur met de app van uw bank te betalen"), nullptr);
}

TEST_F(MoneyScreens, APaidInvoiceAsksForNothing) {
    money.collect(2);
    open_money("/facturen/i1");
    EXPECT_TRUE(browser.shows("Uiterste betaaldatum 1 januari 2026"));
    EXPECT_TRUE(browser.shows("Automatische incasso op 27 november 2026 van NL** **** **** **43 00 · machtiging M-17"));
    EXPECT_FALSE(lists("Rekening: NL91 ABNA 0417 1643 00"));
    EXPECT_TRUE(lists("Betaald op 20 december 2025: " + amount(2)));
}

TEST_F(MoneyScreens, ALineLeadsToItsDaysInTheCalendar) {
    open_money("/facturen/i2");
    browser.click(Role::kButton, "Toon de dagen");
    answer_data();
    browser.show();
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-10");
    EXPECT_TRUE(browser.shows("De gemarkeerde dagen van Noor staan op factuur 2026-0288."));
    const auto marked = [&](const Node* cell) { return cell->name.find("op factuur 2026-0288") != std::string::npos; };
    const auto cells = browser.all(Role::kGridCell);
    EXPECT_EQ(std::count_if(cells.begin(), cells.end(), marked), 2);
    browser.click(Role::kButton, "Niet meer markeren");
    EXPECT_FALSE(state().pointed);
}

TEST_F(MoneyScreens, AnUnknownInvoiceSaysSo) {
    open("/facturen/other");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/invoices/other", 404, "{}"));
    browser.show();
    EXPECT_TRUE(browser.shows("Dit bestaat niet, of niet meer."));
}

TEST_F(MoneyScreens, OverviewTellsWhatIsToBePaid) {
    open_money("/");
    const Node* late = browser.find(Role::kLink, "Factuur oktober 2026 is nog niet betaald: " + amount(1));
    ASSERT_NE(late, nullptr);
    EXPECT_EQ(late->href, "/facturen/i2");
    EXPECT_NE(browser.find(Role::kLink, "Factuur november 2026: " + amount(0)), nullptr);
}

TEST_F(MoneyScreens, YearsLeadToTheirStatements) {
    open_money("/jaaroverzichten");
    const auto links = browser.all(Role::kLink);
    const auto year = std::find_if(links.begin(), links.end(),
                                   [](const Node* link) { return link->href == "/jaaroverzichten/2026"; });
    ASSERT_NE(year, links.end());
    EXPECT_NE((*year)->name.find("Voorlopig"), std::string::npos);
    browser.click(Role::kLink, (*year)->name);
    EXPECT_EQ(outside.navigation.current(), "/jaaroverzichten/2026");
}

TEST_F(MoneyScreens, AStatementAddsUpByMonth) {
    money.add_extra(1);
    open_money("/jaaroverzichten/2026");
    const core::AnnualStatement statement = money.statement(2026);
    const std::string cost = app::money(app::Language::nl, statement.total.cost);
    EXPECT_NE(browser.find(Role::kHeading, cost), nullptr);
    EXPECT_TRUE(lists("Waarvan extra opvang: 5,5 uur · € 60,23"));
    EXPECT_NE(browser.find(Role::kTable, "Uren en kosten van Noor per maand"), nullptr);
    EXPECT_NE(browser.find(Role::kTable, "Gebruik van de opvang in uren"), nullptr);
    EXPECT_TRUE(browser.shows("5,5 uur")) << "absent";
    const Node* csv = browser.find(Role::kLink, "CSV voor Excel");
    ASSERT_NE(csv, nullptr);
    EXPECT_EQ(csv->href, "/annual-statements/2026/csv?language=nl");
}

TEST_F(MoneyScreens, AStatementSaysWhatTheAllowanceLeavesOut) {
    for (api::InvoiceDocument& document : money.documents) {
        document.invoice.lines.front().minutes = 231 * 60;
        document.invoice.lines.front().amount = {231 * 1200};
    }
    open_money("/jaaroverzichten/2026");
    EXPECT_TRUE(
        browser.shows("Noor had meer dan 230 uur in oktober, november. Kinderopvangtoeslag geldt tot 230 uur "
                      "per maand."));
    EXPECT_TRUE(browser.shows("Voor de kinderopvangtoeslag telt een uurtarief tot € 11,23 mee."));
}

TEST_F(MoneyScreens, AContractShowsWhatWasAgreedAndWhatItCosts) {
    core::ContractDetails agreed;
    agreed.contract = server.family.contracts.front().id;
    agreed.signed_on = day("2025-08-04");
    agreed.signed_by = "Jasmijn Visser";
    agreed.notice_months = 1;
    agreed.direct_debit = true;
    agreed.terms = {{"Algemene voorwaarden", "https://example.nl/voorwaarden"}};
    details = {agreed};
    open_money("/stamgegevens");
    browser.click(Role::kLink, "Contract bekijken");
    answer_money();
    browser.show();
    EXPECT_EQ(browser.tree().title, "Contract van Noor – Ouderlogin");
    EXPECT_TRUE(browser.shows("Loopt nu"));
    EXPECT_TRUE(lists("Opzegtermijn: 1 maand"));
    EXPECT_TRUE(lists("Ondertekend op: 4 augustus 2025"));
    EXPECT_TRUE(lists("Automatische incasso: Ja"));
    const core::MonthlyCost cost = core::monthly_cost(server.family.contracts.front());
    EXPECT_TRUE(lists("Bedrag per maand: " + app::money(app::Language::nl, cost.amount)));
    const Node* terms = browser.find(Role::kLink, "Algemene voorwaarden");
    ASSERT_NE(terms, nullptr);
    EXPECT_EQ(terms->href, "https://example.nl/voorwaarden");
    const Node* pdf = browser.find(Role::kLink, "PDF bewaren");
    ASSERT_NE(pdf, nullptr);
    EXPECT_EQ(pdf->href, "/contracts/" + agreed.contract.value + "/pdf?language=nl");
}

/// How far a contract is, and what that asks of parents.
struct Stage {
    const char* name;
    core::ContractStage stage;
    const char* start;
    const char* end;
    const char* phase;
    const char* next;  ///< what to do; empty: nothing
};

class ContractStages : public MoneyScreens, public testing::WithParamInterface<Stage> {};

TEST_P(ContractStages, SayHowFarAContractIsAndWhatToDo) {
    const Stage& stage = GetParam();
    core::PlacementContract& contract = server.family.contracts.front();
    server.family.guardians = {{core::GuardianId{"g1"}, "Jasmijn", "Visser", "jasmijn@example.nl", "", true}};
    contract.start = day(stage.start);
    contract.end = core::Date::parse(stage.end);
    contract.stage = stage.stage;
    core::ContractDetails agreed;
    agreed.contract = contract.id;
    details = {agreed};
    open_money("/stamgegevens/contract/" + contract.id.value);
    EXPECT_TRUE(browser.shows(stage.phase));
    EXPECT_TRUE(browser.shows(stage.next));
    EXPECT_EQ(browser.shows("contract gaat in op"), stage.name == std::string("Future"));
    EXPECT_EQ(browser.shows("wacht op uw handtekening"), stage.name == std::string("ToSign"));
    EXPECT_TRUE(lists("Betalende ouder: Jasmijn Visser"));
}

INSTANTIATE_TEST_SUITE_P(
    All, ContractStages,
    testing::Values(Stage{"Draft", core::ContractStage::kDraft, "2027-01-04", "", "Concept",
                          "De opvang werkt nog aan dit contract."},
                    Stage{"ToSign", core::ContractStage::kToSign, "2027-01-04", "", "Nog te ondertekenen",
                          "Dit contract wacht op uw handtekening. Download het"},
                    Stage{"Future", core::ContractStage::kSigned, "2027-01-04", "", "Begint nog",
                          "Dit contract gaat in op 4 januari 2027. U hoeft niets te doen."},
                    Stage{"Current", core::ContractStage::kSigned, "2025-09-01", "", "Loopt nu", ""},
                    Stage{"Ended", core::ContractStage::kSigned, "2025-09-01", "2026-11-22", "Beëindigd", ""}),
    [](const auto& each) { return std::string(each.param.name); });

/// 120 invoices: by year, none of them cut off, one year or one state at a time.
TEST_F(MoneyScreens, TenYearsOfInvoicesStandByYear) {
    const api::InvoiceDocument last = money.documents[2];
    money.documents.clear();
    for (core::Month month{2026, 11}; money.documents.size() < 120; month = month.plus(-1)) {
        api::InvoiceDocument document = last;
        core::InvoiceHead& head = document.invoice.head;
        head.id = core::InvoiceId{"i" + month.to_string()};
        head.number = month.to_string() + "-0001";
        head.month = month;
        money.documents.push_back(std::move(document));
    }
    years.clear();
    for (int year = 2026; year >= 2016; --year) {
        years.push_back(year);
    }
    for (const float width : {390.0F, 1280.0F}) {
        browser.viewport.width = width;
        if (state().session == app::Session::kUnknown) {
            open_money("/facturen");
        }
        browser.show();
        EXPECT_EQ(rows().size(), 120U);
        const auto headings = browser.all(Role::kHeading);
        float bottom_of_last = 0;
        int shown = 0;
        for (const Node* heading : headings) {
            if (heading->name.size() == 4 && heading->name.rfind("20", 0) == 0) {
                EXPECT_EQ(heading->name, std::to_string(2026 - shown)) << "the newest first";
                EXPECT_GT(heading->rect.y, bottom_of_last);
                bottom_of_last = heading->rect.y;
                ++shown;
            }
        }
        EXPECT_EQ(shown, 11) << "2016 to 2026";
        float bottom_of_row = 0;
        for (const Node* link : browser.all(Role::kLink)) {
            if (link->href.rfind("/facturen/", 0) == 0) {
                EXPECT_GE(link->rect.y, bottom_of_row) << link->name << " lies over the one before";
                EXPECT_LE(link->rect.x + link->rect.width, width) << link->name;
                bottom_of_row = link->rect.y + link->rect.height;
            }
        }
        EXPECT_LE(bottom_of_row, browser.tree().page_height);
    }
    browser.choose("Jaar", "2018");
    EXPECT_EQ(rows().size(), 12U);
    browser.click(Role::kButton, "Betaald 12");
    EXPECT_EQ(rows().size(), 12U);
    browser.click(Role::kButton, "Open 0");
    EXPECT_TRUE(rows().empty());
    EXPECT_TRUE(browser.shows("Geen facturen"));
}

TEST_F(MoneyScreens, AStatementIsCompleteForTheAllowance) {
    money.documents[1].invoice.lines.front().kind = core::LineKind::kSurplus;
    statement_parties = [](core::AnnualStatement& statement) {
        statement.provider = "Kinderopvang De Boomgaard";
        statement.applicant_birth_date = day("1990-07-23");
        statement.applicant_bsn = "•••••••19";
    };
    open_money("/jaaroverzichten/2026");
    EXPECT_TRUE(lists("Kinderopvang: Kinderopvang De Boomgaard"));
    EXPECT_TRUE(lists("Geboren: 23 juli 1990"));
    EXPECT_TRUE(lists("Burgerservicenummer (BSN): •••••••19"));
    const core::InvoiceLine& line = money.documents[1].invoice.lines.front();
    EXPECT_TRUE(lists("Meer weken dan uw contract: " + app::hours(app::Language::nl, static_cast<int>(line.minutes)) +
                      " · " + app::money(app::Language::nl, line.amount)));
    EXPECT_NE(browser.find(Role::kHeading, "Bewijs van betaling"), nullptr);
    const core::AnnualStatement statement = money.statement(2026);
    EXPECT_TRUE(browser.shows(app::money(app::Language::nl, core::paid_of(statement)) + " van " +
                              app::money(app::Language::nl, statement.total.cost) + " is betaald"));
    const auto paid = rows();
    ASSERT_EQ(paid.size(), 2U);
    EXPECT_NE(paid[0].find("2026-0288"), std::string::npos) << "the first sent first: " << paid[0];
    EXPECT_NE(paid[0].find("Open"), std::string::npos);
}

TEST_F(MoneyScreens, AForeignContractDoesNotExist) {
    open_money("/stamgegevens/contract/other");
    EXPECT_TRUE(browser.shows("Dit bestaat niet, of niet meer."));
}

}  // namespace
}  // namespace portal::ui::test
