#pragma once

#include "core/id.hpp"
#include "core/records.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>

/// People as the office brings them in.
namespace portal::server::storage {

[[nodiscard]] bool has_family(Transaction& transaction, const core::FamilyId& family);

/// Whose a guardian, a child or a contact is, removed ones included.
[[nodiscard]] std::optional<core::FamilyId> find_family_of(Transaction& transaction, const core::Record& person);

/// Adds somebody without values, as the last of the family; `write_field` gives the values.
void insert_person(Transaction& transaction, const core::FamilyId& family, const core::Record& person);

/// Keeps a citizen number (BSN). Whether it was another one before.
bool write_citizen_number(Transaction& transaction, const core::Record& person, const std::string& number,
                          core::Date today);

}  // namespace portal::server::storage
