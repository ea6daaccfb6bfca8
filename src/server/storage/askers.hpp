#pragma once

#include "core/id.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>
#include <vector>

/// Whose a change request is: which family's, and which account's that asked for it.
namespace portal::server::storage {

/// The families that have change requests; `open_only`: those of which some may still wait for an answer.
[[nodiscard]] std::vector<core::FamilyId> list_asking_families(Transaction& transaction, bool open_only);

[[nodiscard]] std::optional<core::FamilyId> find_family_of(Transaction& transaction, const core::RequestId& request);

}  // namespace portal::server::storage
