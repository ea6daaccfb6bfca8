#include "api/invoice_import.hpp"

#include <algorithm>
#include <map>

namespace portal::api {
namespace {

const RowFormat& format() {
    static const RowFormat columns{
        "invoices",
        {},
        {"number", "issuedOn", "dueOn", "month", "childId", "locationId", "careType", "lineKind", "minutes",
         "rateCents", "amountCents"},
        {"kind", "credits", "paidOn", "careMonth", "contract", "description", "requestId", "dates"}};
    return columns;
}

std::vector<core::Date> dates_of(ImportRow& row) {
    std::vector<core::Date> dates;
    const std::string text = row.text("dates");
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const auto date = core::Date::parse(std::string_view{text}.substr(begin, end - begin));
        if (!date) {
            row.fail("dates", "has a day that is none");
            return {};
        }
        dates.push_back(*date);
        begin = end + 1;
    }
    return dates;
}

core::InvoiceHead head_of(ImportRow& row) {
    core::InvoiceHead head;
    head.number = row.filled("number");
    if (!row.text("kind").empty()) {
        head.kind = row.parsed("kind", core::invoice_kind_from);
    }
    if (!row.text("credits").empty()) {
        head.credits = row.filled("credits");
    }
    head.month = row.parsed("month", core::Month::parse);
    head.issued_on = row.parsed("issuedOn", core::Date::parse);
    head.due_on = row.parsed("dueOn", core::Date::parse);
    return head;
}

core::InvoiceLine line_of(ImportRow& row, core::Month period) {
    core::InvoiceLine line;
    line.kind = row.parsed("lineKind", core::line_kind_from);
    line.month = row.text("careMonth").empty() ? period : row.parsed("careMonth", core::Month::parse);
    line.child = core::ChildId{row.filled("childId")};
    line.location = core::LocationId{row.filled("locationId")};
    line.care_type = row.parsed("careType", core::care_type_from);
    line.contract_number = row.line("contract");
    line.description = row.line("description");
    line.minutes = row.number("minutes");
    line.hourly_rate = {row.number("rateCents")};
    line.amount = {row.number("amountCents")};
    if (!row.text("requestId").empty()) {
        line.request = core::RequestId{row.filled("requestId")};
    }
    line.dates = dates_of(row);
    return line;
}

struct Gathered {
    InvoiceImport import;
    std::map<std::string, bool> numbers;  ///< that were met, and whether one of their lines is wrong

    void add(ImportRow& row) {
        const core::InvoiceHead head = head_of(row);
        const core::InvoiceLine line = line_of(row, head.month);
        const std::string paid_on = row.text("paidOn");
        const core::Date paid = paid_on.empty() ? core::Date{} : row.parsed("paidOn", core::Date::parse);
        const bool continues = !import.invoices.empty() && import.invoices.back().invoice.head.number == head.number;
        if (!continues && numbers.count(head.number) > 0) {
            row.fail("number", "'" + head.number + "' is that of an invoice further up");
        }
        if (continues && !(import.invoices.back().invoice.head == head)) {
            row.fail("number", "'" + head.number + "' has other days, month or kind in the line before");
        }
        numbers[head.number] = numbers[head.number] || !row.fault().empty();
        if (!continues) {
            import.invoices.push_back({row.place(), {head, {}, {}}, {}});
        }
        ImportedInvoice& imported = import.invoices.back();
        imported.invoice.lines.push_back(line);
        imported.line_places.push_back(row.place());
        if (!paid_on.empty()) {
            imported.invoice.payments = {{paid, core::total_of(imported.invoice.lines)}};
        }
        if (!row.fault().empty()) {
            import.faults.push_back({row.place(), row.fault()});
        }
    }
};

}  // namespace

InvoiceImport read_invoices_csv(std::string_view text) {
    ImportRows read = read_rows_csv(text, format());
    Gathered gathered;
    gathered.import.faults = std::move(read.faults);
    for (ImportRow& row : read.rows) {
        gathered.add(row);
    }
    auto& invoices = gathered.import.invoices;
    invoices.erase(std::remove_if(invoices.begin(), invoices.end(),
                                  [&](const ImportedInvoice& it) { return gathered.numbers[it.invoice.head.number]; }),
                   invoices.end());
    return gathered.import;
}

}  // namespace portal::api
