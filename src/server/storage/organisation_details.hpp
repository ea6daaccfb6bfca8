#pragma once

#include "core/organisation.hpp"
#include "server/storage/database.hpp"

#include <string>

namespace portal::server::storage {

/// As it stands on letters; its name alone where nothing more is known, nothing where the database is empty.
[[nodiscard]] core::OrganisationDetails load_organisation_details(Transaction& transaction);

/// Keeps everything, the name included; a logo that is there stays.
void save_organisation_details(Transaction& transaction, const core::OrganisationDetails& details);

/// The bytes of a PNG; empty where there is none.
[[nodiscard]] std::string load_logo(Transaction& transaction);

/// For an organisation whose details are there.
void save_logo(Transaction& transaction, const std::string& png);

}  // namespace portal::server::storage
