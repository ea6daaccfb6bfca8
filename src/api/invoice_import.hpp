#pragma once

#include "api/import_rows.hpp"
#include "core/invoice.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Invoices of an organisation's own bookkeeping: a file as invoices.schema.json describes it, or a table.
namespace portal::api {

/// An invoice as its file has it: ids, total, names and the addressee are the backend's.
struct ImportedInvoice {
    std::string place;  ///< "invoices[3]", or "line 12" of a table
    core::Invoice invoice;
    std::vector<std::string> line_places;
};

struct InvoiceImport {
    std::vector<ImportedInvoice> invoices;
    std::vector<ImportFault> faults;  ///< an invoice with one is not among `invoices`
};

[[nodiscard]] InvoiceImport read_invoices_json(std::string_view text);

/// The columns of a table, in any order; the first line names them. A line for each line of an invoice; the lines of
/// one have its number and stand together. ';' or ',' separates fields (RFC 4180), whichever the first line has.
///   number issuedOn dueOn month childId locationId careType lineKind minutes rateCents amountCents
/// and, where they apply, kind credits careMonth contract description requestId dates (with spaces between), and
/// paidOn: the day on which all of the invoice was paid.
[[nodiscard]] InvoiceImport read_invoices_csv(std::string_view text);

}  // namespace portal::api
