#include "api/money_samples.hpp"

#include "api/samples.hpp"

namespace portal::api::samples {
namespace {

core::InvoiceLine contract_line() {
    core::InvoiceLine line;
    line.month = {2026, 11};
    line.child = core::ChildId{"youssef"};
    line.child_name = "Yoüssef 🐸 El Amrani";
    line.location = core::LocationId{"reigers"};
    line.location_name = "BSO De Reigers";
    line.care_type = core::CareType::kOutOfSchoolCare;
    line.lrk = "241690583";
    line.contract = core::ContractId{"contract-1"};
    line.contract_number = "K-1042";
    core::PlacementContract contract = family().contracts.front();
    contract.end = day("2026-11-14");
    contract.weeks_per_year = 52;
    line.hourly_rate = contract.hourly_rate;
    line.formula = core::share_of_month(contract, line.month);
    line.minutes = line.formula->minutes;
    line.amount = line.formula->amount;
    line.dates = {day("2026-11-02"), day("2026-11-09")};
    return line;
}

core::InvoiceLine extra_line() {
    core::InvoiceLine line = contract_line();
    line.kind = core::LineKind::kExtra;
    line.month = {2026, 10};
    line.description = "Extra ochtend";
    line.formula.reset();
    line.minutes = 330;
    line.amount = {6023};
    line.request = core::RequestId{"request-1"};
    line.dates = {day("2026-10-25")};
    return line;
}

}  // namespace

core::OrganisationDetails organisation() {
    return {"Kinderopvang Zoë & Co",
            "Appellaan 12",
            "3521 AB",
            "Utrecht",
            "030 1234567",
            "administratie@example.nl",
            "example.nl",
            "12345678",
            "NL91ABNA0417164300",
            "ABNANL2A",
            "NL13ZZZ123456780000",
            30};
}

std::vector<core::ContractDetails> contract_details() {
    core::ContractDetails details;
    details.contract = core::ContractId{"contract-1"};
    details.signed_on = day("2025-08-04");
    details.signed_by = "Jasmijn Visser-de Boer";
    details.notice_months = 2;
    details.payment_days = 30;
    details.direct_debit = true;
    details.cancellation = "Een halve maand.";
    details.terms = {{"Algemene voorwaarden", "https://example.nl/voorwaarden"}, {"Huisregels", ""}};
    core::ContractDetails plain;
    plain.contract = core::ContractId{"contract-2"};
    return {details, plain};
}

InvoiceDocument invoice() {
    InvoiceDocument document;
    core::Invoice& invoice = document.invoice;
    invoice.lines = {contract_line(), extra_line()};
    invoice.payments = {{day("2026-11-12"), {1000}}, {day("2026-11-13"), {-1}}};
    core::InvoiceHead& head = invoice.head;
    head.id = core::InvoiceId{"invoice-1"};
    head.number = "2026-00042";
    head.month = {2026, 11};
    head.issued_on = day("2026-11-01");
    head.due_on = day("2026-12-01");
    head.debtor = "D-1001";
    head.addressee = "Fatima El Amrani";
    head.total = core::total_of(invoice.lines);
    head.paid = {999};
    head.settled = {500};
    head.direct_debit = core::DirectDebit{"M-17", "NL** **** **** **43 00", day("2026-11-27")};
    head.credit_notes = {"2026-00043"};
    document.transfer = core::Transfer{"Kinderopvang Zoë & Co",
                                       "NL91ABNA0417164300",
                                       "ABNANL2A",
                                       core::open_amount(head),
                                       "",
                                       "Factuur 2026-00042",
                                       ""};
    document.qr = {"101", "010", "111"};
    return document;
}

core::Invoice credit_note() {
    core::Invoice note = invoice().invoice;
    note.lines = {extra_line()};
    note.lines.front().minutes = -330;
    note.lines.front().amount = {-6023};
    note.payments.clear();
    note.head.kind = core::InvoiceKind::kCreditNote;
    note.head.number = "2026-00043";
    note.head.total = {-6023};
    note.head.paid = {};
    note.head.settled = {-500};
    note.head.direct_debit.reset();
    note.head.credits = "2026-00042";
    note.head.credit_notes.clear();
    return note;
}

core::AnnualStatement statement() {
    core::AnnualStatement made = core::annual_statement(2026, family(), {invoice().invoice});
    made.published_on = day("2027-01-20");
    made.rows.front().birth_date = day("2025-01-02");
    made.rows.front().surplus_minutes = 660;
    made.rows.front().surplus_cost = {12353};
    made.provider = "Kinderopvang Zoë & Co";
    made.applicant_birth_date = day("1990-02-28");
    made.applicant_bsn = "•••••••82";
    made.invoices.front().settled = true;
    made.invoices.front().paid_on = day("2026-11-13");
    core::MonthSum used;
    used.month = {2026, 11};
    used.child = core::ChildId{"youssef"};
    used.location = core::LocationId{"reigers"};
    used.care_type = core::CareType::kOutOfSchoolCare;
    used.kind = core::SumKind::kAbsence;
    used.minutes = 330;
    used.cost = {1};
    made.usage = {used};
    return made;
}

}  // namespace portal::api::samples
