#pragma once

#include "core/family.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>

namespace portal::server::storage {

[[nodiscard]] std::optional<core::FamilyId> find_family_of_contract(Transaction& transaction,
                                                                    const std::string& number);
void insert_contract(Transaction& transaction, const core::PlacementContract& contract);

/// All of it but its number, child, location and care type.
void update_contract(Transaction& transaction, const core::PlacementContract& contract);

}  // namespace portal::server::storage
