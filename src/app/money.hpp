#pragma once

#include "app/state.hpp"

#include <string>
#include <vector>

/// What the screens of Facturen, Jaaroverzichten and contracts derive from the state.
namespace portal::app {

[[nodiscard]] core::InvoiceState invoice_state(const State& state, const core::InvoiceHead& invoice);

/// Whether an invoice passes the filter of the list. What is overdue is open as well.
[[nodiscard]] bool passes(core::InvoiceState state, InvoiceFilter filter);

/// Those that the list shows, the newest first.
[[nodiscard]] std::vector<const core::InvoiceHead*> shown_invoices(const State& state);

/// What the family still has to pay, the overdue ones first; credit notes are not among them.
[[nodiscard]] std::vector<const core::InvoiceHead*> open_invoices(const State& state);

/// How many invoices there are of the chosen year that pass `filter`.
[[nodiscard]] std::size_t count_invoices(const State& state, InvoiceFilter filter);

/// The invoice of the route as last known; null before its first answer.
[[nodiscard]] const api::InvoiceDocument* shown_invoice(const State& state);

/// The statement of the route as last known; null before its first answer.
[[nodiscard]] const core::AnnualStatement* shown_statement(const State& state);

/// The contract of the route; null where the family has no such one, or is not known.
[[nodiscard]] const core::PlacementContract* shown_contract(const State& state);

/// Where a document can be had, below the address of the API: "/invoices/i1/pdf?language=nl".
[[nodiscard]] std::string document_path(const State& state, std::string_view of, std::string_view id,
                                        std::string_view format = "pdf");

}  // namespace portal::app
