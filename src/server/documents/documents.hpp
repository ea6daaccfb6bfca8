#pragma once

#include "api/money_dto.hpp"
#include "core/contract_details.hpp"
#include "core/family.hpp"
#include "core/location.hpp"
#include "core/log.hpp"
#include "server/documents/letter.hpp"

#include <string>
#include <vector>

namespace portal::server::documents {

/// How and when a document is made.
struct Making {
    const Letterhead& head;
    Language language = Language::nl;
    core::Instant now;

    [[nodiscard]] core::Date today() const { return core::amsterdam::local_time(now).date; }
};

/// PDFs with the figures of the API.
[[nodiscard]] std::string invoice_pdf(const Making& making, const api::InvoiceDocument& document);
[[nodiscard]] std::string statement_pdf(const Making& making, const core::AnnualStatement& statement);

/// A contract with everybody who is part of it. `details` may be null.
struct ContractPapers {
    const core::Family& family;
    const core::Locations& locations;
    const core::PlacementContract& contract;
    const core::ContractDetails* details = nullptr;
    std::string child_address;
};
[[nodiscard]] std::string contract_pdf(const Making& making, const ContractPapers& papers);

/// A table for spreadsheets (RFC 4180 with ';' between fields, as Dutch ones expect): a line for each row and month
/// with care. Text that a spreadsheet would take for a formula gets a "'" before it.
[[nodiscard]] std::string statement_csv(Language language, const core::AnnualStatement& statement);

/// The same of Logboek, a line for each entry.
[[nodiscard]] std::string log_csv(Language language, const core::Family& family,
                                  const std::vector<core::LogEntry>& entries);

}  // namespace portal::server::documents
