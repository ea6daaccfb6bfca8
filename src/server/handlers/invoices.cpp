#include "server/storage/invoices.hpp"
#include "api/money_codec.hpp"
#include "core/digits.hpp"
#include "server/documents/qr.hpp"
#include "server/documents/wording.hpp"
#include "server/handlers/access.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/downloads.hpp"
#include "server/handlers/money.hpp"
#include "server/storage/organisation_details.hpp"

#include <algorithm>
#include <set>

namespace portal::server {
namespace {

std::optional<int> year_parameter(const http::Request& request) {
    const auto given = request.query.find("year");
    if (given == request.query.end()) {
        return std::nullopt;
    }
    const auto year = core::parse_digits(given->second);
    if (!year || !core::Date::from_ymd(*year, 1, 1)) {
        throw http::Failure(400, "invalid-parameter", "The parameter 'year' is no year like 2026.", "year");
    }
    return year;
}

/// How to pay it, while it is to be paid by transfer and the organisation has said to which account.
void add_transfer(const core::OrganisationDetails& organisation, api::InvoiceDocument& document) {
    const core::InvoiceHead& head = document.invoice.head;
    const core::Money open = core::open_amount(head);
    if (open.cents <= 0 || head.direct_debit) {
        return;
    }
    const core::Transfer transfer{organisation.name, organisation.iban, organisation.bic, open, "", head.number, ""};
    if (const auto code = core::payment_code(transfer)) {
        document.transfer = transfer;
        document.qr = documents::qr_code(*code);
    }
}

/// Throws 404 where the family has no such invoice.
api::InvoiceDocument invoice_of(const Services& services, const Call& call) {
    const core::InvoiceId id{identifier_parameter(call, "invoice")};
    api::InvoiceDocument document;
    {
        storage::Transaction transaction = services.database.read();
        if (auto invoice = storage::find_invoice(transaction, call.who.family, id)) {
            document.invoice = std::move(*invoice);
            add_transfer(storage::load_organisation_details(transaction), document);
            return document;
        }
    }
    throw refused_access(services, call, "invoice", id.value);
}

}  // namespace

http::Response show_invoices(const Services& services, const Call& call) {
    const auto year = year_parameter(call.request);
    storage::Transaction transaction = services.database.read();
    api::InvoiceList list;
    std::set<int, std::greater<>> years;
    for (core::InvoiceHead& head : storage::list_invoices(transaction, call.who.family)) {
        years.insert(head.month.year);
        if (!year || head.month.year == *year) {
            list.invoices.push_back(std::move(head));
        }
    }
    list.years.assign(years.begin(), years.end());
    return json(200, api::encode(list));
}

http::Response show_invoice(const Services& services, const Call& call) {
    return json(200, api::encode(invoice_of(services, call)));
}

http::Response download_invoice(const Services& services, const Call& call) {
    const documents::Language language = document_language(call.request);
    const api::InvoiceDocument document = invoice_of(services, call);
    storage::Transaction transaction = services.database.read();
    const documents::Letterhead head = letterhead(transaction);
    return download(
        documents::with(language, documents::Text::invoice_file, {{"number", document.invoice.head.number}}), ".pdf",
        "application/pdf", documents::invoice_pdf({head, language, services.clock.now()}, document));
}

}  // namespace portal::server
