#pragma once

#include "core/instant.hpp"
#include "server/admin/import_report.hpp"
#include "server/storage/database.hpp"

#include <string>

/// What `import` does with a file of each kind.
namespace portal::server {

struct ImportJob {
    storage::Transaction& transaction;
    core::Instant now;
    std::string organisation;  ///< its name, for Logboek
    ImportReport& report;

    [[nodiscard]] core::Date today() const { return core::amsterdam::local_time(now).date; }
};

void import_locations(const ImportJob& job, const api::Import<core::CareOffer>& import);
void import_families(const ImportJob& job, const api::Import<api::ImportedPerson>& import);
void import_contracts(const ImportJob& job, const api::Import<api::ImportedContract>& import);
void import_care(const ImportJob& job, const api::Import<api::ImportedCare>& import);
void import_days(const ImportJob& job, const api::Import<api::ImportedDays>& import);

}  // namespace portal::server
