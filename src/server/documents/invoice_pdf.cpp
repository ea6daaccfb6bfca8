#include "core/payment_code.hpp"
#include "server/documents/documents.hpp"
#include "server/documents/wording.hpp"

#include <cstdlib>

namespace portal::server::documents {
namespace {

std::string days_of(Language language, const core::InvoiceLine& line) {
    const auto marks = line.weekdays();
    std::string days;
    for (std::size_t index = 0; index < marks.size(); ++index) {
        if (marks[index]) {
            days += (days.empty() ? " (" : ", ") + weekday(language, static_cast<core::Weekday>(index));
        }
    }
    return days.empty() ? days : days + ')';
}

std::string description_of(Language language, const core::InvoiceLine& line) {
    const std::string kind = care(language, line.care_type);
    const std::string in = month(language, line.month);
    switch (line.kind) {
        case core::LineKind::kContract:
            return with(language, Text::invoice_line_contract,
                        {{"care", kind}, {"month", in}, {"days", days_of(language, line)}});
        case core::LineKind::kExtra:
            return with(language, Text::invoice_line_extra,
                        {{"date", line.dates.empty() ? in : day(language, line.dates.front())}});
        case core::LineKind::kSurplus:
            return with(language, Text::invoice_line_surplus, {{"month", in}});
        default:
            return with(language, Text::invoice_line_correction, {{"month", in}});
    }
}

void add_formula(Language language, const core::InvoiceLine& line, Table& table) {
    if (!line.formula) {
        return;
    }
    const core::ContractShare& share = *line.formula;
    table.rows.push_back(
        {{formula(language, share.monthly) + " = " + euros(language, share.monthly.amount)}, RowStyle::kSubtle});
    if (!share.is_whole_month()) {
        table.rows.push_back({{with(language, Text::formula_share,
                                    {{"first", day(language, share.first)},
                                     {"last", day(language, share.last)},
                                     {"days", std::to_string(share.days())},
                                     {"all", std::to_string(share.days_of_month())},
                                     {"amount", euros(language, share.monthly.amount)}})},
                              RowStyle::kSubtle});
    }
}

Table lines_of(Language language, const core::Invoice& invoice) {
    const auto title = [&](Text key) { return std::string(text(language, key)); };
    Table table;
    table.columns = {{title(Text::invoice_description), 5, Align::kLeft},
                     {title(Text::invoice_hours), 1, Align::kRight},
                     {title(Text::invoice_rate), 1.1, Align::kRight},
                     {title(Text::invoice_amount), 1.4, Align::kRight}};
    for (const core::InvoiceLine& line : invoice.lines) {
        table.rows.push_back(
            {{description_of(language, line), line.minutes != 0 ? hours(language, line.minutes) : "",
              line.hourly_rate.cents != 0 ? euros(language, line.hourly_rate) : "", euros(language, line.amount)},
             RowStyle::kPlain});
        table.rows.push_back({{with(language, Text::invoice_child_location,
                                    {{"child", line.child_name}, {"location", line.location_name}, {"lrk", line.lrk}})},
                              RowStyle::kSubtle});
        if (!line.description.empty()) {
            table.rows.push_back({{line.description}, RowStyle::kSubtle});
        }
        add_formula(language, line, table);
    }
    table.rows.push_back(
        {{title(Text::invoice_total), "", "", euros(language, invoice.head.total)}, RowStyle::kStrong});
    return table;
}

void add_payments(Language language, const core::Invoice& invoice, Table& table) {
    const auto add = [&](const std::string& what, core::Money amount, RowStyle style) {
        table.rows.push_back({{what, "", "", euros(language, amount)}, style});
    };
    if (invoice.head.settled.cents != 0) {
        add(std::string(text(language, Text::invoice_settled)), {-invoice.head.settled.cents}, RowStyle::kPlain);
    }
    for (const core::InvoicePayment& payment : invoice.payments) {
        add(with(language, Text::invoice_paid, {{"date", day(language, payment.on)}}), {-payment.amount.cents},
            RowStyle::kPlain);
    }
    const core::Money open = core::open_amount(invoice.head);
    const Text label = open.cents < 0 ? Text::invoice_open_back : Text::invoice_open;
    add(std::string(text(language, label)), {std::abs(open.cents)}, RowStyle::kStrong);
}

void write_payment(const Making& making, const api::InvoiceDocument& document, Letter& letter) {
    const Language language = making.language;
    const core::InvoiceHead& head = document.invoice.head;
    const core::Money open = core::open_amount(head);
    if (open.cents <= 0) {
        if (head.kind == core::InvoiceKind::kInvoice) {
            letter.paragraph(std::string(text(language, Text::invoice_paid_all)));
        }
        return;
    }
    letter.heading(std::string(text(language, Text::invoice_how_to_pay)));
    if (head.direct_debit) {
        letter.paragraph(with(language, Text::invoice_debit,
                              {{"amount", euros(language, open)},
                               {"date", day(language, head.direct_debit->collected_on)},
                               {"iban", head.direct_debit->iban},
                               {"mandate", head.direct_debit->mandate},
                               {"creditor", making.head.organisation.creditor_id}}));
    } else if (document.transfer) {
        letter.code(document.qr, with(language, Text::invoice_transfer,
                                      {{"amount", euros(language, open)},
                                       {"iban", core::spaced_iban(document.transfer->iban)},
                                       {"payee", document.transfer->payee},
                                       {"reference", document.transfer->reference}}));
    }
}

}  // namespace

std::string invoice_pdf(const Making& making, const api::InvoiceDocument& document) {
    const Language language = making.language;
    const core::Invoice& invoice = document.invoice;
    const core::InvoiceHead& head = invoice.head;
    const bool is_note = head.kind == core::InvoiceKind::kCreditNote;
    Letter letter{making.head, language,
                  with(language, is_note ? Text::invoice_credit_title : Text::invoice_title, {{"number", head.number}}),
                  making.now};
    const auto label = [&](Text key) { return std::string(text(language, key)); };
    letter.facts({{label(Text::invoice_to), head.addressee},
                  {label(Text::invoice_debtor), head.debtor},
                  {label(Text::invoice_number), head.number},
                  {label(Text::invoice_credits), head.credits.value_or("")},
                  {label(Text::invoice_period), month(language, head.month)},
                  {label(Text::invoice_issued), day(language, head.issued_on)},
                  {label(Text::invoice_due), is_note ? "" : day(language, head.due_on)},
                  {label(Text::invoice_mandate), head.direct_debit ? head.direct_debit->mandate : ""},
                  {label(Text::invoice_account), head.direct_debit ? head.direct_debit->iban : ""}});
    Table table = lines_of(language, invoice);
    add_payments(language, invoice, table);
    letter.table(table);
    write_payment(making, document, letter);
    letter.paragraph(label(Text::invoice_vat));
    return letter.finish();
}

}  // namespace portal::server::documents
