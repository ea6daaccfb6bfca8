#include "server/documents/documents.hpp"

#include "api/money_codec.hpp"
#include "core/billing.hpp"
#include "server/documents/qr.hpp"
#include "server/documents/wording.hpp"
#include "server/pdf_text.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace portal::server::test {
namespace {

using documents::Language;

core::Date day(const char* text) {
    return core::Date::parse(text).value();
}

void expect_in(const std::string& text, const std::string& part) {
    EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
}

TEST(Wording, WritesFiguresAsEachLanguageDoes) {
    EXPECT_EQ(documents::euros(Language::nl, {123456789}), "€ 1.234.567,89");
    EXPECT_EQ(documents::euros(Language::en, {123456}), "€1,234.56");
    EXPECT_EQ(documents::euros(Language::nl, {-5}), "€ −0,05");
    EXPECT_EQ(documents::hours(Language::nl, 2860), "47,67");
    EXPECT_EQ(documents::hours(Language::en, -330), "−5.50");
    EXPECT_EQ(documents::short_hours(Language::nl, 660), "11");
    EXPECT_EQ(documents::short_hours(Language::nl, 330), "5,5");
    EXPECT_EQ(documents::short_hours(Language::nl, 6000), "100");
    EXPECT_EQ(documents::day(Language::nl, day("2028-02-29")), "29 februari 2028");
    EXPECT_EQ(documents::file_name("factuur-F/2024 \"é\"", ".pdf"), "factuur-F-2024-----.pdf");
}

TEST(Wording, TellsTheFormulaOfAMonth) {
    core::PlacementContract contract;
    contract.hourly_rate = {642};
    contract.week = {{core::Weekday::kMonday, {{7, 30}, {18, 30}}, core::DayKind::kEvery}};
    EXPECT_EQ(documents::formula(Language::nl, core::monthly_cost(contract)), "11 uur × € 6,42 × 52 weken ÷ 12");
    contract.week.push_back({core::Weekday::kMonday, {{18, 30}, {19, 0}}, core::DayKind::kSchoolHoliday});
    EXPECT_EQ(documents::formula(Language::nl, core::monthly_cost(contract)),
              "(11 uur × 40 weken + 11,5 uur × 12 weken) × € 6,42 ÷ 12");
}

TEST(Documents, OfTheApiHaveItsFigures) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const auto list = api::decode_invoices(portal.get("/api/invoices", cookie).body);
    ASSERT_TRUE(list);
    for (std::size_t index = 0; index < list.value->invoices.size(); index += 4) {
        const std::string target = "/api/invoices/" + list.value->invoices[index].id.value;
        const core::Invoice invoice = api::decode_invoice(portal.get(target, cookie).body).value->invoice;
        const Answer answer = portal.get(target + "/pdf", cookie);
        EXPECT_EQ(answer.header("Content-Type"), "application/pdf");
        const bool is_note = invoice.head.kind == core::InvoiceKind::kCreditNote;
        EXPECT_EQ(answer.header("Content-Disposition"),
                  "attachment; filename=\"factuur-" + invoice.head.number + ".pdf\"");
        EXPECT_EQ(title_of_pdf(answer.body), (is_note ? "Creditnota " : "Factuur ") + invoice.head.number);
        const std::string text = text_of_pdf(answer.body);
        expect_in(text, "Kinderopvang De Boomgaard");
        expect_in(text, invoice.head.number);
        expect_in(text, "Jasmijn Visser-de Boer");
        expect_in(text, "Totaal " + documents::euros(Language::nl, invoice.head.total));
        for (const core::InvoiceLine& line : invoice.lines) {
            expect_in(text, documents::hours(Language::nl, line.minutes) + ' ' +
                                documents::euros(Language::nl, line.hourly_rate) + ' ' +
                                documents::euros(Language::nl, line.amount));
            expect_in(text, line.child_name + " · " + line.location_name + " · LRK " + line.lrk);
        }
    }
}

TEST(Documents, OfAStatementHaveItsFigures_InBothLanguagesAndAsATable) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const std::string target = "/api/annual-statements/2025";
    const core::AnnualStatement statement = *api::decode_statement(portal.get(target, cookie).body).value;
    const std::string dutch = text_of_pdf(portal.get(target + "/pdf", cookie).body);
    const Answer english = portal.get(target + "/pdf?language=en", cookie);
    EXPECT_EQ(english.header("Content-Disposition"), "attachment; filename=\"annual-statement-2025.pdf\"");
    const std::string read = text_of_pdf(english.body);
    expect_in(dutch, "Jaaroverzicht 2025");
    expect_in(read, "Annual statement 2025");
    for (const core::StatementRow& row : statement.rows) {
        expect_in(dutch, row.lrk);
        expect_in(dutch, "Totaal " + documents::hours(Language::nl, row.total.minutes) + ' ' +
                             documents::euros(Language::nl, row.total.cost));
        expect_in(read, documents::euros(Language::en, row.months[11].cost));
        expect_in(read, documents::euros(Language::en, *core::average_rate(row.total)));
    }
    expect_in(dutch, "Kinderopvang De Boomgaard");
    expect_in(dutch, "Jasmijn Visser-de Boer");
    ASSERT_TRUE(statement.applicant_birth_date);
    expect_in(dutch, documents::day(Language::nl, *statement.applicant_birth_date));
    ASSERT_FALSE(statement.applicant_bsn.empty());
    expect_in(dutch, statement.applicant_bsn);
    expect_in(dutch, "Betaald: " + documents::euros(Language::nl, core::paid_of(statement)) + " van " +
                         documents::euros(Language::nl, statement.total.cost));
    for (const core::StatementInvoice& invoice : statement.invoices) {
        expect_in(dutch, invoice.number + ' ' + documents::day(Language::nl, invoice.issued_on) + ' ' +
                             documents::euros(Language::nl, invoice.amount));
    }
    const auto longer = std::find_if(statement.rows.begin(), statement.rows.end(),
                                     [](const core::StatementRow& each) { return each.surplus_minutes != 0; });
    ASSERT_NE(longer, statement.rows.end()) << "Mila came in two weeks more than her 40";
    expect_in(dutch, "Meer weken dan het contract " + documents::hours(Language::nl, longer->surplus_minutes) +
                         " uur, " + documents::euros(Language::nl, longer->surplus_cost));
    expect_in(dutch, "Meer weken");
    expect_in(text_of_pdf(portal.get("/api/annual-statements/2026/pdf", cookie).body), "Voorlopig jaaroverzicht 2026");

    const Answer table = portal.get(target + "/csv", cookie);
    EXPECT_EQ(table.header("Content-Disposition"), "attachment; filename=\"jaaroverzicht-2025.csv\"");
    std::size_t months = 0;
    for (const core::StatementRow& row : statement.rows) {
        months += static_cast<std::size_t>(
            std::count_if(row.months.begin(), row.months.end(), [](const auto& sum) { return sum.minutes != 0; }));
    }
    EXPECT_EQ(count_of(table.body, "\r\n"), 1 + months);
    expect_in(
        table.body,
        "2025;1;\"Noor Visser\";2024-03-23;\"KDV De Kikkers\";\"158274936\";\"Dagopvang\";47,67;498,12;0,00;0,00");
}

TEST(Documents, OfAContractHaveAllOfIt) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const Answer answer = portal.get("/api/contracts/contract-sam-1/pdf", cookie);
    const std::string text = text_of_pdf(answer.body);
    for (const char* part :
         {"Plaatsingsovereenkomst B-0731", "Sam Visser, geboren op 23 augustus 2020", "241690583", "Vlinders",
          "1 augustus 2025", "Nog geen einddatum", "14:00 – 18:30, schoolweken", "€ 9,65",
          "(9 uur × 40 weken + 21 uur × 12 weken) × € 9,65 ÷ 12 = € 492,15", "1 maand", "30 dagen na de factuurdatum",
          "Algemene Voorwaarden Kinderopvang", "Betalende ouder Jasmijn Visser-de Boer", "Adres van het kind",
          "4 juli 2025 door Jasmijn Visser-de Boer", "Lopend"}) {
        expect_in(text, part);
    }
    EXPECT_EQ(portal.get("/api/contracts/contract-sam-1/pdf?language=fr", cookie).code(), "invalid-parameter");
}

/// Twelve children of all alphabets that Latin has, over several pages, from several threads.
TEST(Documents, KeepTheLettersOfNames_AndGoOnOverPages) {
    api::InvoiceDocument document;
    core::InvoiceHead& head = document.invoice.head;
    head.number = "2026-1";
    head.month = {2026, 11};
    head.addressee = "Łukasz Şahin-Ñandú O’Brien";
    const std::vector<std::string> names{"Zoë",     "Çağla", "Łucja",  "Žofie",  "Bjørn",  "Ægir",
                                         "Ĳsbrand", "Noël",  "Ștefan", "Ğülşen", "Müller", "Ðurđa"};
    for (const std::string& name : names) {
        for (int line = 0; line < 6; ++line) {
            core::InvoiceLine one;
            one.month = {2026, 11};
            one.child_name = name;
            one.location_name = std::string(120, 'w') + " De Kikkers";
            one.lrk = "158274936";
            one.minutes = 60;
            one.hourly_rate = {1000};
            one.amount = {1000};
            document.invoice.lines.push_back(one);
        }
    }
    for (int word = 0; word < 1500; ++word) {
        document.invoice.lines.back().description += std::to_string(word) + "w ";
    }
    head.total = core::total_of(document.invoice.lines);
    documents::Letterhead letterhead;
    letterhead.organisation.name = "Kinderopvang \xFF\xFE 🐸";
    letterhead.logo = "this is no picture";
    std::vector<std::string> texts(4);
    std::vector<std::thread> threads;
    threads.reserve(texts.size());
    for (std::string& text : texts) {
        threads.emplace_back([&] {
            text = text_of_pdf(documents::invoice_pdf({letterhead, Language::nl, {1795683600}}, document));
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::string& text : texts) {
        EXPECT_EQ(text, texts.front());
    }
    for (const std::string& name : names) {
        expect_in(texts.front(), name);
    }
    for (int word = 0; word < 1500; ++word) {
        EXPECT_NE(texts.front().find(std::to_string(word) + 'w'), std::string::npos) << "a page cut it off: " << word;
    }
    expect_in(texts.front(), head.addressee);
    expect_in(texts.front(), "Totaal € 720,00");
    EXPECT_GE(count_of(texts.front(), "Pagina "), 4U);
    EXPECT_GE(count_of(texts.front(), "Omschrijving"), 4U) << "on each page of lines";
}

TEST(Documents, OfACreditNoteSaysWhatComesBack) {
    api::InvoiceDocument document;
    core::InvoiceHead& head = document.invoice.head;
    head.kind = core::InvoiceKind::kCreditNote;
    head.number = "2026-2";
    head.credits = "2026-1";
    head.total = {-6023};
    head.settled = {-1000};
    const documents::Letterhead letterhead;
    const std::string text = text_of_pdf(documents::invoice_pdf({letterhead, Language::nl, {}}, document));
    expect_in(text, "Creditnota 2026-2");
    expect_in(text, "Bij factuur 2026-1");
    expect_in(text, "Totaal € −60,23");
    expect_in(text, "U krijgt terug € 50,23");
    EXPECT_EQ(text.find("Betalen"), std::string::npos);
}

TEST(StatementTable, LeavesNoFormulaToSpreadsheets) {
    core::AnnualStatement statement;
    statement.year = 2026;
    core::StatementRow row;
    row.child_name = "=HYPERLINK(\"x\");";
    row.location_name = "@kikkers";
    row.months[0] = {-30, {-5}, 0, {}};
    statement.rows = {row};
    const std::string table = documents::statement_csv(Language::nl, statement);
    expect_in(table, "2026;1;\"'=HYPERLINK(\"\"x\"\");\";;\"'@kikkers\";\"\";\"Dagopvang\";-0,50;-0,05;0,00;0,00\r\n");
    expect_in(documents::statement_csv(Language::en, statement), ";-0.50;-0.05;");
}

TEST(QrCode, IsASquareOfItsVersion) {
    const auto rows = documents::qr_code("BCD\n002\n1\nSCT\n\nZoë");
    EXPECT_EQ(rows.size(), 25U) << "version 2 at level M holds 26 bytes";
    for (const std::string& row : rows) {
        EXPECT_EQ(row.size(), rows.size());
        EXPECT_EQ(row.find_first_not_of("01"), std::string::npos);
    }
    EXPECT_THROW(static_cast<void>(documents::qr_code(std::string(4000, 'x'))), std::runtime_error);
}

}  // namespace
}  // namespace portal::server::test
