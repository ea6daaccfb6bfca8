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

/// Remembers which account asked for a change request or a change of a record.
void note_asker(Transaction& transaction, const std::string& asked, const std::string& account);
/// Its id; nothing where the organisation itself did, or nobody remembers.
[[nodiscard]] std::optional<std::string> find_asker(Transaction& transaction, const std::string& asked);

}  // namespace portal::server::storage
