#pragma once

#include "api/money_dto.hpp"
#include "core/contract_details.hpp"
#include "core/organisation.hpp"

/// Values in which every field differs from its default.
namespace portal::api::samples {

[[nodiscard]] core::OrganisationDetails organisation();
[[nodiscard]] std::vector<core::ContractDetails> contract_details();
/// An invoice with a contract's line and one of extra care, partly paid, to be paid by transfer.
[[nodiscard]] InvoiceDocument invoice();
/// A credit note on it.
[[nodiscard]] core::Invoice credit_note();
[[nodiscard]] core::AnnualStatement statement();

}  // namespace portal::api::samples
