#include "api/decoding.hpp"
#include "api/money_codec.hpp"

// Contracts' terms, invoices and annual statements. That sums are the sums of their parts is held to here: what is
// shown to a parent as a total is one.
namespace portal::api {
namespace {

constexpr std::int64_t kMostMinutes = 10'000'000;
constexpr int kMostPaymentDays = 366;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;

std::optional<core::Date> read_optional_date(const JsonNode& node) {
    return node ? std::optional{node.date()} : std::nullopt;
}

std::string read_optional_text(const JsonNode& node) {
    return node ? node.text() : std::string{};
}

core::Month read_month(const JsonNode& node) {
    const auto month = core::Month::parse(node.text());
    if (!month) {
        node.fail("is no month like 2026-11");
    }
    return month.value_or(core::Month{});
}

core::Date read_date(const JsonNode& node) {
    return node.date();
}

int read_year(const JsonNode& node) {
    return static_cast<int>(node.integer(kFirstYear, kLastYear));
}

core::WeekShare read_week_share(const JsonNode& node) {
    constexpr int kMinutesOfWeek = 7 * 24 * 60;
    return {static_cast<int>(node.at("weekMinutes").integer(0, kMinutesOfWeek)),
            static_cast<int>(node.at("weeks").integer(0, 53)), node.at("days").one_of(core::day_kind_from)};
}

core::ContractShare read_formula(const JsonNode& node) {
    core::ContractShare share;
    read_list(node.at("parts"), share.monthly.parts, read_week_share);
    share.monthly.year_minutes = node.at("yearMinutes").integer(0, kMostMinutes);
    share.monthly.minutes = node.at("monthMinutes").integer(0, kMostMinutes);
    share.monthly.amount = node.at("monthAmount").money();
    share.first = node.at("first").date();
    share.last = node.at("last").date();
    if (share.last < share.first || core::Month::of(share.first) != core::Month::of(share.last)) {
        node.at("last").fail("is not in the month of the first day, or before it");
    }
    return share;
}

core::InvoiceLine read_line(const JsonNode& node) {
    core::InvoiceLine line;
    line.kind = node.at("kind").one_of(core::line_kind_from);
    line.month = read_month(node.at("month"));
    line.child = read_id<core::ChildId>(node.at("childId"));
    line.child_name = node.at("childName").text(2 * kNameLength + 1);
    line.location = read_id<core::LocationId>(node.at("locationId"));
    line.location_name = node.at("locationName").text(kNameLength);
    line.care_type = node.at("careType").one_of(core::care_type_from);
    line.lrk = node.at("lrk").text(kNameLength);
    if (const JsonNode contract = node.find("contractId")) {
        line.contract = read_id<core::ContractId>(contract);
    }
    line.contract_number = read_optional_text(node.find("contractNumber"));
    line.description = read_optional_text(node.find("description"));
    line.minutes = node.at("minutes").integer(-kMostMinutes, kMostMinutes);
    line.hourly_rate = node.at("hourlyRate").money();
    line.amount = node.at("amount").money();
    if (const JsonNode formula = node.find("formula")) {
        line.formula = read_formula(formula);
        // What a formula shares with its line is written once.
        line.formula->monthly.hourly_rate = line.hourly_rate;
        line.formula->minutes = line.minutes;
        line.formula->amount = line.amount;
    }
    if (const JsonNode request = node.find("requestId")) {
        line.request = read_id<core::RequestId>(request);
    }
    read_list(node.at("dates"), line.dates, read_date);
    return line;
}

core::InvoicePayment read_payment(const JsonNode& node) {
    return {node.at("on").date(), node.at("amount").money()};
}

std::string read_number(const JsonNode& node) {
    return node.filled_text(kNameLength);
}

core::InvoiceHead read_head(const JsonNode& node) {
    core::InvoiceHead head;
    head.id = read_id<core::InvoiceId>(node.at("id"));
    head.number = read_number(node.at("number"));
    head.kind = node.at("kind").one_of(core::invoice_kind_from);
    head.month = read_month(node.at("month"));
    head.issued_on = node.at("issuedOn").date();
    head.due_on = node.at("dueOn").date();
    head.debtor = node.at("debtor").text(kNameLength);
    head.addressee = node.at("addressee").text(2 * kNameLength + 1);
    head.total = node.at("total").money();
    head.paid = node.at("paid").money();
    head.settled = node.at("settled").money();
    if (const JsonNode debit = node.find("directDebit")) {
        head.direct_debit = core::DirectDebit{debit.at("mandate").text(kNameLength), debit.at("iban").text(kNameLength),
                                              debit.at("collectedOn").date()};
    }
    if (const JsonNode credits = node.find("credits")) {
        head.credits = read_number(credits);
    }
    read_list(node.at("creditNotes"), head.credit_notes, read_number);
    return head;
}

core::Transfer read_transfer(const JsonNode& node) {
    core::Transfer transfer;
    transfer.payee = node.at("payee").filled_text(kNameLength);
    transfer.iban = node.at("iban").filled_text(kNameLength);
    transfer.bic = read_optional_text(node.find("bic"));
    transfer.amount = node.at("amount").money();
    transfer.reference = node.at("reference").text(kNameLength);
    return transfer;
}

/// A square of '0' and '1'; a QR code has at most 177 modules a side.
std::vector<std::string> read_qr(const JsonNode& node) {
    constexpr std::size_t kMostModules = 177;
    std::vector<std::string> rows;
    node.each([&](const JsonNode& row) {
        rows.push_back(row.text(kMostModules));
        if (rows.back().find_first_not_of("01") != std::string::npos) {
            row.fail("has other characters than 0 and 1");
        }
    });
    for (const std::string& row : rows) {
        if (row.size() != rows.size()) {
            node.fail("is no square");
        }
    }
    return rows;
}

InvoiceDocument read_invoice(const JsonNode& node) {
    InvoiceDocument document;
    core::Invoice& invoice = document.invoice;
    invoice.head = read_head(node);
    read_list(node.at("lines"), invoice.lines, read_line);
    read_list(node.at("payments"), invoice.payments, read_payment);
    if (core::total_of(invoice.lines) != invoice.head.total) {
        node.at("total").fail("is not the sum of the lines");
    }
    core::Money paid;
    for (const core::InvoicePayment& payment : invoice.payments) {
        paid = paid + payment.amount;
    }
    if (paid != invoice.head.paid) {
        node.at("paid").fail("is not the sum of the payments");
    }
    if (const JsonNode transfer = node.find("transfer")) {
        document.transfer = read_transfer(transfer);
        document.qr = read_qr(transfer.at("qr"));
    }
    return document;
}

InvoiceList read_invoices(const JsonNode& node) {
    InvoiceList list;
    read_list(node.at("years"), list.years, read_year);
    read_list(node.at("invoices"), list.invoices, read_head);
    return list;
}

core::StatementSum read_sum(const JsonNode& node) {
    core::StatementSum sum;
    sum.minutes = node.at("minutes").integer(-kMostMinutes, kMostMinutes);
    sum.cost = node.at("cost").money();
    sum.extra_minutes = node.at("extraMinutes").integer(-kMostMinutes, kMostMinutes);
    sum.extra_cost = node.at("extraCost").money();
    return sum;
}

core::StatementRow read_row(const JsonNode& node) {
    core::StatementRow row;
    row.child = read_id<core::ChildId>(node.at("childId"));
    row.child_name = node.at("childName").text(2 * kNameLength + 1);
    row.birth_date = read_optional_date(node.find("birthDate"));
    row.location = read_id<core::LocationId>(node.at("locationId"));
    row.location_name = node.at("locationName").text(kNameLength);
    row.care_type = node.at("careType").one_of(core::care_type_from);
    row.lrk = node.at("lrk").text(kNameLength);
    row.first = node.at("first").date();
    row.last = node.at("last").date();
    if (const JsonNode surplus = node.find("surplus")) {
        row.surplus_minutes = surplus.at("minutes").integer(-kMostMinutes, kMostMinutes);
        row.surplus_cost = surplus.at("cost").money();
    }
    const JsonNode months = node.at("months");
    std::vector<core::StatementSum> sums;
    read_list(months, sums, read_sum);
    if (sums.size() != row.months.size()) {
        months.fail("has not twelve months");
        return row;
    }
    core::StatementSum total;
    for (std::size_t index = 0; index < sums.size(); ++index) {
        row.months[index] = sums[index];
        core::add(total, sums[index]);
    }
    row.total = read_sum(node.at("total"));
    if (!(row.total == total)) {
        node.at("total").fail("is not the sum of the months");
    }
    return row;
}

core::MonthSum read_usage(const JsonNode& node) {
    core::MonthSum sum;
    sum.month = read_month(node.at("month"));
    sum.child = read_id<core::ChildId>(node.at("childId"));
    sum.location = read_id<core::LocationId>(node.at("locationId"));
    sum.care_type = node.at("careType").one_of(core::care_type_from);
    sum.kind = node.at("kind").one_of(core::sum_kind_from);
    sum.minutes = node.at("minutes").integer(0, kMostMinutes);
    sum.cost = node.at("cost").money();
    return sum;
}

core::StatementInvoice read_proof(const JsonNode& node) {
    core::StatementInvoice proof;
    proof.id = read_id<core::InvoiceId>(node.at("invoiceId"));
    proof.number = node.at("number").filled_text(kNameLength);
    proof.issued_on = node.at("issuedOn").date();
    proof.amount = node.at("amount").money();
    proof.open = node.at("open").money();
    proof.settled = node.at("settled").boolean();
    proof.paid_on = read_optional_date(node.find("paidOn"));
    return proof;
}

core::AnnualStatement read_statement(const JsonNode& node) {
    core::AnnualStatement statement;
    statement.year = read_year(node.at("year"));
    statement.applicant = node.at("applicant").text(2 * kNameLength + 1);
    statement.provider = node.at("provider").text(kNameLength);
    statement.applicant_birth_date = read_optional_date(node.find("applicantBirthDate"));
    statement.applicant_bsn = read_optional_text(node.find("applicantBsn"));
    statement.published_on = read_optional_date(node.find("publishedOn"));
    read_list(node.at("rows"), statement.rows, read_row);
    statement.total = read_sum(node.at("total"));
    core::StatementSum total;
    for (const core::StatementRow& row : statement.rows) {
        core::add(total, row.total);
    }
    if (!(statement.total == total)) {
        node.at("total").fail("is not the sum of the rows");
    }
    read_list(node.at("invoices"), statement.invoices, read_proof);
    core::Money invoiced;
    for (const core::StatementInvoice& invoice : statement.invoices) {
        invoiced = invoiced + invoice.amount;
    }
    if (!(invoiced == statement.total.cost)) {
        node.at("invoices").fail("do not add up to the total");
    }
    read_list(node.at("usage"), statement.usage, read_usage);
    return statement;
}

StatementEntry read_entry(const JsonNode& node) {
    return {read_year(node.at("year")), read_optional_date(node.find("publishedOn")), read_sum(node.at("total"))};
}

std::vector<StatementEntry> read_statements(const JsonNode& node) {
    std::vector<StatementEntry> entries;
    read_list(node.at("statements"), entries, read_entry);
    return entries;
}

core::ContractTerms read_terms(const JsonNode& node) {
    return {node.at("name").filled_text(kNameLength), read_optional_text(node.find("url"))};
}

core::ContractDetails read_details(const JsonNode& node) {
    core::ContractDetails details;
    details.contract = read_id<core::ContractId>(node.at("contractId"));
    details.signed_on = read_optional_date(node.find("signedOn"));
    details.signed_by = read_optional_text(node.find("signedBy"));
    details.notice_months = static_cast<int>(node.at("noticeMonths").integer(0, 24));
    details.payment_days = static_cast<int>(node.at("paymentDays").integer(0, kMostPaymentDays));
    details.direct_debit = node.at("directDebit").boolean();
    details.cancellation = read_optional_text(node.find("cancellation"));
    read_list(node.at("terms"), details.terms, read_terms);
    return details;
}

std::vector<core::ContractDetails> read_contract_details(const JsonNode& node) {
    std::vector<core::ContractDetails> details;
    read_list(node.at("contracts"), details, read_details);
    return details;
}

core::OrganisationDetails read_organisation(const JsonNode& node) {
    core::OrganisationDetails details;
    details.name = node.at("name").filled_text(kNameLength);
    details.street = read_optional_text(node.find("street"));
    details.postal_code = read_optional_text(node.find("postalCode"));
    details.city = read_optional_text(node.find("city"));
    details.phone = read_optional_text(node.find("phone"));
    details.email = read_optional_text(node.find("email"));
    details.website = read_optional_text(node.find("website"));
    details.kvk = read_optional_text(node.find("kvk"));
    if (const JsonNode iban = node.find("iban")) {
        details.iban = core::checked_iban(iban.text()).value_or("");
        if (details.iban.empty()) {
            iban.fail("is no IBAN");
        }
    }
    if (const JsonNode bic = node.find("bic")) {
        details.bic = bic.text();
        if (!core::is_bic(details.bic)) {
            bic.fail("is no BIC");
        }
    }
    details.creditor_id = read_optional_text(node.find("creditorId"));
    if (const JsonNode days = node.find("paymentDays")) {
        details.payment_days = static_cast<int>(days.integer(0, kMostPaymentDays));
    }
    return details;
}

std::vector<core::InvoiceLine> read_lines(const JsonNode& node) {
    std::vector<core::InvoiceLine> lines;
    read_list(node.at("lines"), lines, read_line);
    return lines;
}

}  // namespace

Decoded<core::OrganisationDetails> decode_organisation(std::string_view json) {
    return decode(json, read_organisation);
}

Decoded<std::vector<core::ContractDetails>> decode_contract_details(std::string_view json) {
    return decode(json, read_contract_details);
}

Decoded<InvoiceList> decode_invoices(std::string_view json) {
    return decode(json, read_invoices);
}

Decoded<InvoiceDocument> decode_invoice(std::string_view json) {
    return decode(json, read_invoice);
}

Decoded<std::vector<StatementEntry>> decode_statements(std::string_view json) {
    return decode(json, read_statements);
}

Decoded<core::AnnualStatement> decode_statement(std::string_view json) {
    return decode(json, read_statement);
}

Decoded<std::vector<core::InvoiceLine>> decode_invoice_lines(std::string_view json) {
    return decode(json, read_lines);
}

}  // namespace portal::api
