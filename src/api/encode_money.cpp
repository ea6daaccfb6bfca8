#include "api/money_codec.hpp"

#include <nlohmann/json.hpp>

namespace portal::api {
namespace {

using Json = nlohmann::json;

/// Text that is not UTF-8 becomes replacement characters, never a failure.
std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class T, class ToJson>
Json list_of(const std::vector<T>& values, ToJson to_json) {
    Json list = Json::array();
    for (const T& value : values) {
        list.push_back(to_json(value));
    }
    return list;
}

Json money(core::Money value) {
    return {{"cents", value.cents}, {"currency", "EUR"}};
}

/// Leaves out what is empty.
void put_text(Json& json, const char* name, const std::string& value) {
    if (!value.empty()) {
        json[name] = value;
    }
}

Json week_share(const core::WeekShare& value) {
    return {{"weekMinutes", value.week_minutes}, {"weeks", value.weeks}, {"days", core::to_string(value.days)}};
}

Json contract_share(const core::ContractShare& value) {
    return {{"parts", list_of(value.monthly.parts, week_share)},
            {"yearMinutes", value.monthly.year_minutes},
            {"monthMinutes", value.monthly.minutes},
            {"monthAmount", money(value.monthly.amount)},
            {"first", value.first.to_string()},
            {"last", value.last.to_string()}};
}

Json line(const core::InvoiceLine& value) {
    Json json{{"kind", core::to_string(value.kind)},
              {"month", value.month.to_string()},
              {"childId", value.child.value},
              {"childName", value.child_name},
              {"locationId", value.location.value},
              {"locationName", value.location_name},
              {"careType", core::to_string(value.care_type)},
              {"lrk", value.lrk},
              {"minutes", value.minutes},
              {"hourlyRate", money(value.hourly_rate)},
              {"amount", money(value.amount)},
              {"dates", list_of(value.dates, [](core::Date date) { return Json(date.to_string()); })}};
    put_text(json, "contractId", value.contract.value);
    put_text(json, "contractNumber", value.contract_number);
    put_text(json, "description", value.description);
    if (value.formula) {
        json["formula"] = contract_share(*value.formula);
    }
    if (value.request) {
        json["requestId"] = value.request->value;
    }
    return json;
}

Json payment(const core::InvoicePayment& value) {
    return {{"on", value.on.to_string()}, {"amount", money(value.amount)}};
}

Json direct_debit(const core::DirectDebit& value) {
    return {{"mandate", value.mandate}, {"iban", value.iban}, {"collectedOn", value.collected_on.to_string()}};
}

Json head(const core::InvoiceHead& value) {
    Json json{{"id", value.id.value},
              {"number", value.number},
              {"kind", core::to_string(value.kind)},
              {"month", value.month.to_string()},
              {"issuedOn", value.issued_on.to_string()},
              {"dueOn", value.due_on.to_string()},
              {"debtor", value.debtor},
              {"addressee", value.addressee},
              {"total", money(value.total)},
              {"paid", money(value.paid)},
              {"settled", money(value.settled)},
              {"creditNotes", value.credit_notes}};
    if (value.direct_debit) {
        json["directDebit"] = direct_debit(*value.direct_debit);
    }
    if (value.credits) {
        json["credits"] = *value.credits;
    }
    return json;
}

Json transfer(const core::Transfer& value, const std::vector<std::string>& qr) {
    Json json{{"payee", value.payee},
              {"iban", value.iban},
              {"amount", money(value.amount)},
              {"reference", value.reference},
              {"qr", qr}};
    put_text(json, "bic", value.bic);
    return json;
}

Json sum(const core::StatementSum& value) {
    return {{"minutes", value.minutes},
            {"cost", money(value.cost)},
            {"extraMinutes", value.extra_minutes},
            {"extraCost", money(value.extra_cost)}};
}

Json row(const core::StatementRow& value) {
    Json json{{"childId", value.child.value},
              {"childName", value.child_name},
              {"locationId", value.location.value},
              {"locationName", value.location_name},
              {"careType", core::to_string(value.care_type)},
              {"lrk", value.lrk},
              {"first", value.first.to_string()},
              {"last", value.last.to_string()},
              {"months", Json::array()},
              {"total", sum(value.total)}};
    for (const core::StatementSum& month : value.months) {
        json["months"].push_back(sum(month));
    }
    if (value.birth_date) {
        json["birthDate"] = value.birth_date->to_string();
    }
    if (value.surplus_minutes != 0 || value.surplus_cost.cents != 0) {
        json["surplus"] = {{"minutes", value.surplus_minutes}, {"cost", money(value.surplus_cost)}};
    }
    return json;
}

Json proof(const core::StatementInvoice& value) {
    Json json{{"invoiceId", value.id.value},   {"number", value.number},    {"issuedOn", value.issued_on.to_string()},
              {"amount", money(value.amount)}, {"open", money(value.open)}, {"settled", value.settled}};
    if (value.paid_on) {
        json["paidOn"] = value.paid_on->to_string();
    }
    return json;
}

Json usage(const core::MonthSum& value) {
    return {{"month", value.month.to_string()},
            {"childId", value.child.value},
            {"locationId", value.location.value},
            {"careType", core::to_string(value.care_type)},
            {"kind", core::to_string(value.kind)},
            {"minutes", value.minutes},
            {"cost", money(value.cost)}};
}

Json entry(const StatementEntry& value) {
    Json json{{"year", value.year}, {"total", sum(value.total)}};
    if (value.published_on) {
        json["publishedOn"] = value.published_on->to_string();
    }
    return json;
}

Json terms(const core::ContractTerms& value) {
    Json json{{"name", value.name}};
    put_text(json, "url", value.url);
    return json;
}

Json contract_details(const core::ContractDetails& value) {
    Json json{{"contractId", value.contract.value},
              {"noticeMonths", value.notice_months},
              {"paymentDays", value.payment_days},
              {"directDebit", value.direct_debit},
              {"terms", list_of(value.terms, terms)}};
    if (value.signed_on) {
        json["signedOn"] = value.signed_on->to_string();
    }
    put_text(json, "signedBy", value.signed_by);
    put_text(json, "cancellation", value.cancellation);
    return json;
}

}  // namespace

std::string encode(const core::OrganisationDetails& organisation) {
    Json json{{"name", organisation.name}, {"paymentDays", organisation.payment_days}};
    put_text(json, "street", organisation.street);
    put_text(json, "postalCode", organisation.postal_code);
    put_text(json, "city", organisation.city);
    put_text(json, "phone", organisation.phone);
    put_text(json, "email", organisation.email);
    put_text(json, "website", organisation.website);
    put_text(json, "kvk", organisation.kvk);
    put_text(json, "iban", organisation.iban);
    put_text(json, "bic", organisation.bic);
    put_text(json, "creditorId", organisation.creditor_id);
    return text_of(json);
}

std::string encode(const std::vector<core::ContractDetails>& details) {
    return text_of({{"contracts", list_of(details, contract_details)}});
}

std::string encode(const InvoiceList& list) {
    return text_of({{"years", list.years}, {"invoices", list_of(list.invoices, head)}});
}

std::string encode(const InvoiceDocument& document) {
    Json json = head(document.invoice.head);
    json["lines"] = list_of(document.invoice.lines, line);
    json["payments"] = list_of(document.invoice.payments, payment);
    if (document.transfer) {
        json["transfer"] = transfer(*document.transfer, document.qr);
    }
    return text_of(json);
}

std::string encode(const std::vector<StatementEntry>& entries) {
    return text_of({{"statements", list_of(entries, entry)}});
}

std::string encode(const core::AnnualStatement& statement) {
    Json json{{"year", statement.year},
              {"provider", statement.provider},
              {"applicant", statement.applicant},
              {"rows", list_of(statement.rows, row)},
              {"total", sum(statement.total)},
              {"invoices", list_of(statement.invoices, proof)},
              {"usage", list_of(statement.usage, usage)}};
    if (statement.published_on) {
        json["publishedOn"] = statement.published_on->to_string();
    }
    if (statement.applicant_birth_date) {
        json["applicantBirthDate"] = statement.applicant_birth_date->to_string();
    }
    put_text(json, "applicantBsn", statement.applicant_bsn);
    return text_of(json);
}

std::string encode(const std::vector<core::InvoiceLine>& lines) {
    return text_of({{"lines", list_of(lines, line)}});
}

}  // namespace portal::api
