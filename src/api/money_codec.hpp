#pragma once

#include "api/codec.hpp"
#include "api/money_dto.hpp"
#include "core/contract_details.hpp"
#include "core/organisation.hpp"

#include <string>
#include <string_view>
#include <vector>

/// JSON of contracts' terms, invoices and annual statements. As in codec.hpp.
namespace portal::api {

[[nodiscard]] std::string encode(const core::OrganisationDetails& organisation);
[[nodiscard]] std::string encode(const std::vector<core::ContractDetails>& details);
[[nodiscard]] std::string encode(const InvoiceList& list);
[[nodiscard]] std::string encode(const InvoiceDocument& document);
[[nodiscard]] std::string encode(const std::vector<StatementEntry>& entries);
[[nodiscard]] std::string encode(const core::AnnualStatement& statement);

[[nodiscard]] Decoded<core::OrganisationDetails> decode_organisation(std::string_view json);
[[nodiscard]] Decoded<std::vector<core::ContractDetails>> decode_contract_details(std::string_view json);
[[nodiscard]] Decoded<InvoiceList> decode_invoices(std::string_view json);
[[nodiscard]] Decoded<InvoiceDocument> decode_invoice(std::string_view json);
[[nodiscard]] Decoded<std::vector<StatementEntry>> decode_statements(std::string_view json);
[[nodiscard]] Decoded<core::AnnualStatement> decode_statement(std::string_view json);

/// The lines of an invoice alone, as a backend may keep them.
[[nodiscard]] std::string encode(const std::vector<core::InvoiceLine>& lines);
[[nodiscard]] Decoded<std::vector<core::InvoiceLine>> decode_invoice_lines(std::string_view json);

}  // namespace portal::api
