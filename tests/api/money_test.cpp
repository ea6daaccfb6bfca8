#include "api/money_codec.hpp"
#include "api/money_samples.hpp"
#include "api/samples.hpp"

#include <gtest/gtest.h>

namespace portal::api {
namespace {

std::string replaced(std::string text, const std::string& part, const std::string& by) {
    const std::size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part << " in " << text;
    return at == std::string::npos ? text : text.replace(at, part.size(), by);
}

TEST(MoneyRoundTrip, KeepsTheOrganisation) {
    EXPECT_EQ(decode_organisation(encode(samples::organisation())).value, samples::organisation());
}

TEST(MoneyRoundTrip, KeepsWhatIsAgreed) {
    const auto decoded = decode_contract_details(encode(samples::contract_details()));
    EXPECT_EQ(decoded.value, samples::contract_details()) << decoded.error.detail;
}

TEST(MoneyRoundTrip, KeepsAnInvoice) {
    const auto decoded = decode_invoice(encode(samples::invoice()));
    ASSERT_TRUE(decoded) << decoded.error.field << decoded.error.detail;
    EXPECT_EQ(*decoded.value, samples::invoice());
    EXPECT_EQ(decoded.value->invoice.lines[0].formula->days(), 14);
}

TEST(MoneyRoundTrip, KeepsACreditNote) {
    const InvoiceDocument document{samples::credit_note(), std::nullopt, {}};
    const auto decoded = decode_invoice(encode(document));
    EXPECT_EQ(decoded.value, document) << decoded.error.detail;
}

TEST(MoneyRoundTrip, KeepsTheListOfInvoices) {
    const InvoiceList list{{2026, 2025}, {samples::credit_note().head, samples::invoice().invoice.head}};
    EXPECT_EQ(decode_invoices(encode(list)).value, list);
}

TEST(MoneyRoundTrip, KeepsLinesAlone) {
    const std::vector<core::InvoiceLine> lines = samples::invoice().invoice.lines;
    EXPECT_EQ(decode_invoice_lines(encode(lines)).value, lines);
}

TEST(MoneyRoundTrip, KeepsStatements) {
    const core::AnnualStatement statement = samples::statement();
    const auto decoded = decode_statement(encode(statement));
    ASSERT_TRUE(decoded) << decoded.error.field << ' ' << decoded.error.detail;
    EXPECT_EQ(*decoded.value, statement);
    const std::vector<StatementEntry> entries{{2026, std::nullopt, statement.total},
                                              {2025, samples::day("2026-01-20"), {}}};
    EXPECT_EQ(decode_statements(encode(entries)).value, entries);
}

TEST(MoneyBadInput, TotalsThatAreNoSums_AreRefused) {
    const std::string invoice = encode(samples::invoice());
    const std::string total = R"("total":{"cents":)";
    EXPECT_EQ(decode_invoice(replaced(invoice, total, total + "1")).error.field, "total");
    EXPECT_EQ(decode_invoice(replaced(invoice, R"("paid":{"cents":999)", R"("paid":{"cents":998)")).error.field,
              "paid");
    const std::string statement = encode(samples::statement());
    EXPECT_EQ(decode_statement(replaced(statement, R"("extraMinutes":330)", R"("extraMinutes":331)")).error.field,
              "rows[0].total");
    const std::string sum = R"(}}],"total":{"cost":{"cents":)";
    EXPECT_EQ(decode_statement(replaced(statement, sum, sum + "1")).error.field, "total");
}

TEST(MoneyBadInput, NamesThePlace) {
    const std::string invoice = encode(samples::invoice());
    EXPECT_EQ(decode_invoice(replaced(invoice, R"("qr":["101")", R"("qr":["1x1")")).error.field, "transfer.qr[0]");
    EXPECT_EQ(decode_invoice(replaced(invoice, R"("qr":["101")", R"("qr":["1011")")).error.field, "transfer.qr");
    EXPECT_EQ(decode_invoice(replaced(invoice, R"("month":"2026-11","num)", R"("month":"2026-13","num)")).error.field,
              "month");
    EXPECT_EQ(decode_invoice(replaced(invoice, R"("last":"2026-11-14")", R"("last":"2026-12-01")")).error.field,
              "lines[0].formula.last");
    EXPECT_EQ(decode_invoice(replaced(invoice, R"("kind":"invoice")", R"("kind":"bill")")).error.field, "kind");
    const std::string organisation = encode(samples::organisation());
    EXPECT_EQ(decode_organisation(replaced(organisation, "NL91", "NL92")).error.field, "iban");
    EXPECT_EQ(decode_organisation(replaced(organisation, "ABNANL2A", "ABNA")).error.field, "bic");
    const std::string statement = encode(samples::statement());
    EXPECT_EQ(decode_statement(replaced(statement, R"("months":[)",
                                        R"("months":[{"minutes":0,"cost":{"cents":0,)"
                                        R"("currency":"EUR"},"extraMinutes":0,)"
                                        R"("extraCost":{"cents":0,"currency":"EUR"}},)"))
                  .error.field,
              "rows[0].months");
}

}  // namespace
}  // namespace portal::api
