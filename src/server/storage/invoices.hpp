#pragma once

#include "core/id.hpp"
#include "core/invoice.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace portal::server::storage {

/// The newest first: by period, then by number.
[[nodiscard]] std::vector<core::InvoiceHead> list_invoices(Transaction& transaction, const core::FamilyId& family);

/// The same with their lines and payments.
[[nodiscard]] std::vector<core::Invoice> load_invoices(Transaction& transaction, const core::FamilyId& family);
[[nodiscard]] std::optional<core::Invoice> find_invoice(Transaction& transaction, const core::FamilyId& family,
                                                        const core::InvoiceId& id);

struct OwnedInvoice {
    core::FamilyId family;
    core::InvoiceHead head;
};
[[nodiscard]] std::optional<OwnedInvoice> find_invoice_by_number(Transaction& transaction, const std::string& number);

/// Stores it with its payments. The requests of its lines count as billed from then on. A credit note goes off its
/// invoice as far as `head.settled` says.
void insert_invoice(Transaction& transaction, const core::FamilyId& family, const core::Invoice& invoice);
void insert_payment(Transaction& transaction, const core::InvoiceId& invoice, const core::InvoicePayment& payment);

/// Lets no other transaction bill until this one ends.
void lock_billing(Transaction& transaction);

/// The last number that was given out of the form "2026-00042" in that year; 0 for none.
[[nodiscard]] int last_invoice_number(Transaction& transaction, int year);

[[nodiscard]] std::set<core::RequestId> billed_requests(Transaction& transaction, const core::FamilyId& family);

/// Whether `bill` made the family's invoice of that month.
[[nodiscard]] bool is_billed(Transaction& transaction, const core::FamilyId& family, core::Month month);
void mark_billed(Transaction& transaction, const core::FamilyId& family, core::Month month,
                 const core::InvoiceId& invoice);

}  // namespace portal::server::storage
