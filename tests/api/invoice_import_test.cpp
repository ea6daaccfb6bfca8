#include "api/invoice_import.hpp"

#include "api/samples.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace portal::api {
namespace {

std::string example(const char* name) {
    std::ifstream file{std::string(PORTAL_SOURCE_ROOT) + "/tests/api/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
    const std::size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return at == std::string::npos ? text : text.replace(at, part.size(), by);
}

std::string first_fault(const InvoiceImport& import) {
    return import.faults.empty() ? "" : import.faults.front().place + ' ' + import.faults.front().detail;
}

void expect_example(const InvoiceImport& import) {
    ASSERT_TRUE(import.faults.empty()) << first_fault(import);
    ASSERT_EQ(import.invoices.size(), 2U);
    const core::Invoice& invoice = import.invoices[0].invoice;
    EXPECT_EQ(invoice.head.number, "F-2024-0117");
    EXPECT_EQ(invoice.head.month, (core::Month{2024, 11}));
    ASSERT_EQ(invoice.lines.size(), 2U);
    EXPECT_EQ(invoice.lines[0].amount, core::Money{49812});
    EXPECT_EQ(invoice.lines[0].dates.size(), 4U);
    EXPECT_EQ(invoice.lines[1].kind, core::LineKind::kExtra);
    EXPECT_EQ(invoice.lines[1].month, (core::Month{2024, 10}));
    EXPECT_EQ(invoice.payments, (std::vector<core::InvoicePayment>{{samples::day("2024-11-08"), {54155}}}));
    const core::Invoice& note = import.invoices[1].invoice;
    EXPECT_EQ(note.head.kind, core::InvoiceKind::kCreditNote);
    EXPECT_EQ(note.head.credits, "F-2024-0117");
    EXPECT_EQ(note.lines[0].amount, core::Money{-1000});
    EXPECT_TRUE(note.payments.empty());
}

TEST(InvoiceImport, ReadsTheExampleOfItsSchema) {
    const InvoiceImport import = read_invoices_json(example("invoices.example.json"));
    expect_example(import);
    EXPECT_EQ(import.invoices[0].line_places[1], "invoices[0].lines[1]");
}

TEST(InvoiceImport, ReadsTheSameFromATable) {
    const std::string table = example("invoices.example.csv");
    const InvoiceImport import = read_invoices_csv(table);
    expect_example(import);
    EXPECT_EQ(import.invoices[0].invoice.lines[1].description, "Extra middag; op woensdag, \"gezellig\"");
    EXPECT_EQ(import.invoices[1].line_places, std::vector<std::string>{"line 4"});
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : table) {
        windows += c == '\n' ? "\r\n" : std::string(1, c);
    }
    expect_example(read_invoices_csv(windows));
}

TEST(InvoiceImport, SaysOfEveryInvoiceWhatIsWrong) {
    const std::string text = example("invoices.example.json");
    EXPECT_EQ(first_fault(read_invoices_json(replaced(text, "\"2024-10-25\"", "\"2024-10-32\""))).substr(0, 21),
              "invoices[0].issuedOn ");
    const InvoiceImport two = read_invoices_json(replaced(replaced(text, "\"childId\": \"noor\"", "\"childId\": 7"),
                                                          "\"kind\": \"correction\"", "\"kind\": \"gift\""));
    ASSERT_EQ(two.faults.size(), 2U);
    EXPECT_EQ(two.faults[0].place, "invoices[0].lines[0].childId");
    EXPECT_EQ(two.faults[1].place, "invoices[1].lines[0].kind");
    EXPECT_TRUE(two.invoices.empty());
    const InvoiceImport one = read_invoices_json(replaced(text, "\"description\"", "\"descripton\""));
    EXPECT_EQ(one.faults.size(), 1U);
    EXPECT_EQ(one.invoices.size(), 1U) << "the other one is right";
    for (const char* nonsense : {"", "{", "[]", "7", R"({"invoices":7})", R"({"invoices":[],"more":1})", "\xFF"}) {
        EXPECT_FALSE(read_invoices_json(nonsense).faults.empty()) << nonsense;
    }
}

TEST(InvoiceImport, SaysOfEveryLineOfATableWhatIsWrong) {
    const std::string table = example("invoices.example.csv");
    const auto fault = [&](const std::string& part, const std::string& by) {
        return first_fault(read_invoices_csv(replaced(table, part, by)));
    };
    EXPECT_EQ(fault(";49812;", ";498,12;"), "line 2 amountCents '498,12' is no whole number");
    EXPECT_EQ(fault("2024-10-16\n", "2024-10-46\n"), "line 3 dates has a day that is none");
    EXPECT_EQ(fault(";correction;", ";gift;"), "line 4 lineKind 'gift' is not one of its values");
    EXPECT_EQ(fault("F-2024-0117;;;2024-11;2024-10-25;2024-11-08;2024-11-08;mila",
                    "F-2024-0117;;;2024-11;2024-10-26;2024-11-08;2024-11-08;mila"),
              "line 3 number 'F-2024-0117' has other days, month or kind in the line before");
    EXPECT_EQ(fault(";Coulance;", ";Coulance;;"), "line 4 has 19 fields, not 18");
    EXPECT_EQ(fault("number;", "nummer;"), "line 1 the column 'nummer' is unknown");
    EXPECT_EQ(fault("number;kind;", "kind;kind;"), "line 1 the column 'kind' is there twice");
    EXPECT_EQ(fault(";dates\n", ";paidOn\n"), "line 1 the column 'paidOn' is there twice");
    EXPECT_EQ(first_fault(read_invoices_csv("")), "line 1 the table is empty");
    const std::string again =
        table + "F-2024-0117;;;2024-11;2024-10-25;2024-11-08;;noor;kikkers;kdv;contract;;;;1;60;1;\n";
    const InvoiceImport import = read_invoices_csv(again);
    EXPECT_EQ(first_fault(import), "line 5 number 'F-2024-0117' is that of an invoice further up");
    EXPECT_EQ(import.invoices.size(), 1U) << "nothing of an invoice with a wrong line";
}

TEST(InvoiceImport, SurvivesTablesThatAreNone) {
    const std::string table = example("invoices.example.csv");
    for (std::size_t size = 0; size < table.size(); size += 7) {
        static_cast<void>(read_invoices_csv(table.substr(0, size)));
        std::string broken = table;
        broken[size] = size % 2 == 0 ? '"' : '\r';
        static_cast<void>(read_invoices_csv(broken));
        broken[size] = '\0';
        static_cast<void>(read_invoices_json(broken));
    }
    EXPECT_FALSE(read_invoices_csv(std::string(100'000, '"')).faults.empty());
    EXPECT_FALSE(read_invoices_csv(std::string(100'000, '\n')).faults.empty());
}

}  // namespace
}  // namespace portal::api
