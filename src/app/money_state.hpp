#pragma once

#include "api/money_dto.hpp"
#include "app/remote.hpp"
#include "core/contract_details.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace portal::app {

/// Which invoices the list shows. What is overdue is open too.
enum class InvoiceFilter : std::uint8_t { kAll, kOpen, kOverdue, kPaid };

/// Facturen, Jaaroverzichten and contracts.
struct MoneyState {
    Remote<api::InvoiceList> invoices;                                ///< of all years
    std::map<core::InvoiceId, Remote<api::InvoiceDocument>> details;  ///< those that were opened
    Remote<std::vector<api::StatementEntry>> statements;
    std::map<int, Remote<core::AnnualStatement>> years;  ///< those that were opened
    Remote<std::vector<core::ContractDetails>> contracts;

    InvoiceFilter filter = InvoiceFilter::kAll;
    std::optional<int> year;  ///< the list shows invoices of that year alone
};

}  // namespace portal::app
