#pragma once

#include "core/care_facts.hpp"
#include "core/invoice.hpp"
#include "core/request.hpp"

#include <set>
#include <utility>
#include <vector>

/// From agreed care to the lines of an invoice.
namespace portal::core {

/// Contracts with the years of which more weeks than they have were billed.
using SurplusYears = std::set<std::pair<ContractId, int>>;

/// What is to be billed.
struct BillingRun {
    Month month;                 ///< of the contracts
    Date extras_before;          ///< extra care before it, the day of issue, comes along; none after the month
    std::set<RequestId> billed;  ///< on an invoice already
    SurplusYears surplus;        ///< on an invoice already
};

/// How many whole months back extra care and more weeks than agreed are still picked up; older care was billed
/// elsewhere before this program was in use, or is a correction by hand.
inline constexpr int kExtraMonths = 2;

/// The lines of a family's invoice of a month: of each child its contracts' shares, in the order of their first day,
/// weeks of care beyond the contracts', once the year or the contract is over, and its extra care, day by day, as it
/// was priced when it was asked for. Empty where nothing is due.
[[nodiscard]] std::vector<InvoiceLine> bill_month(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                                                  const BillingRun& run);

/// The same lines taken back.
[[nodiscard]] std::vector<InvoiceLine> credited(std::vector<InvoiceLine> lines);

/// The requests that the invoices have lines of.
[[nodiscard]] std::set<RequestId> billed_requests(const std::vector<Invoice>& invoices);

[[nodiscard]] SurplusYears billed_surplus(const std::vector<Invoice>& invoices);

/// What of a credit note goes off its invoice: as much as is still open on it. The rest is paid back.
[[nodiscard]] Money set_off(const InvoiceHead& invoice, Money credit_total);

}  // namespace portal::core
