#include "api/decoding.hpp"
#include "api/invoice_import.hpp"

#include <nlohmann/json.hpp>

namespace portal::api {
namespace {

constexpr std::int64_t kMostMinutes = 1'000'000;

core::Month read_month(const JsonNode& node) {
    const auto month = core::Month::parse(node.text());
    if (!month) {
        node.fail("is no month like 2026-11");
    }
    return month.value_or(core::Month{});
}

core::InvoiceLine read_line(const JsonNode& node, core::Month period) {
    node.expect_only({"kind", "childId", "locationId", "careType", "month", "contract", "description", "minutes",
                      "hourlyRate", "amount", "requestId", "dates"});
    core::InvoiceLine line;
    line.kind = node.at("kind").one_of(core::line_kind_from);
    line.child = read_id<core::ChildId>(node.at("childId"));
    line.location = read_id<core::LocationId>(node.at("locationId"));
    line.care_type = node.at("careType").one_of(core::care_type_from);
    const JsonNode month = node.find("month");
    line.month = month ? read_month(month) : period;
    if (const JsonNode contract = node.find("contract")) {
        line.contract_number = contract.text(kNameLength);
    }
    if (const JsonNode description = node.find("description")) {
        line.description = description.text();
    }
    line.minutes = node.at("minutes").integer(-kMostMinutes, kMostMinutes);
    line.hourly_rate = node.at("hourlyRate").money();
    line.amount = node.at("amount").money();
    if (const JsonNode request = node.find("requestId")) {
        line.request = read_id<core::RequestId>(request);
    }
    if (const JsonNode dates = node.find("dates")) {
        dates.each([&](const JsonNode& date) { line.dates.push_back(date.date()); });
    }
    return line;
}

core::Invoice read_invoice(const JsonNode& node) {
    node.expect_only({"number", "kind", "credits", "month", "issuedOn", "dueOn", "lines", "payments"});
    core::Invoice invoice;
    core::InvoiceHead& head = invoice.head;
    head.number = node.at("number").filled_text(kNameLength);
    if (const JsonNode kind = node.find("kind")) {
        head.kind = kind.one_of(core::invoice_kind_from);
    }
    if (const JsonNode credits = node.find("credits")) {
        head.credits = credits.filled_text(kNameLength);
    }
    head.month = read_month(node.at("month"));
    head.issued_on = node.at("issuedOn").date();
    head.due_on = node.at("dueOn").date();
    const JsonNode lines = node.at("lines");
    lines.each([&](const JsonNode& line) { invoice.lines.push_back(read_line(line, head.month)); });
    if (invoice.lines.empty()) {
        lines.fail("is empty");
    }
    if (const JsonNode payments = node.find("payments")) {
        payments.each([&](const JsonNode& payment) {
            payment.expect_only({"on", "amount"});
            invoice.payments.push_back({payment.at("on").date(), payment.at("amount").money()});
        });
    }
    return invoice;
}

}  // namespace

InvoiceImport read_invoices_json(std::string_view text) {
    InvoiceImport import;
    {
        const JsonDocument document{text, Strictly{}};
        document.root().expect_only({"$schema", "invoices"});
        document.root().at("invoices").each([](const JsonNode&) {});
        if (document.failed()) {
            import.faults.push_back({document.error_path(), document.error_detail()});
            return import;
        }
    }
    // A document keeps its first fault only, and every invoice is to have its own.
    const nlohmann::json whole = nlohmann::json::parse(text, nullptr, false);
    std::size_t index = 0;
    for (const nlohmann::json& one : whole["invoices"]) {
        const std::string place = "invoices[" + std::to_string(index++) + ']';
        const std::string part = one.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        const JsonDocument document{part, Strictly{}};
        core::Invoice invoice = read_invoice(document.root());
        if (document.failed()) {
            const std::string& path = document.error_path();
            import.faults.push_back({path.empty() ? place : place + '.' + path, document.error_detail()});
            continue;
        }
        ImportedInvoice imported{place, std::move(invoice), {}};
        for (std::size_t line = 0; line < imported.invoice.lines.size(); ++line) {
            imported.line_places.push_back(place + ".lines[" + std::to_string(line) + ']');
        }
        import.invoices.push_back(std::move(imported));
    }
    return import;
}

}  // namespace portal::api
