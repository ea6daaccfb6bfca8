#pragma once

#include "core/family.hpp"
#include "server/storage/database.hpp"

#include <optional>

namespace portal::server::storage {

[[nodiscard]] core::Family load_family(Transaction& transaction, const core::FamilyId& id);
void insert_family(Transaction& transaction, const core::FamilyId& id, const core::Family& family);

/// The family that a child belongs to.
[[nodiscard]] std::optional<core::FamilyId> find_family_of(Transaction& transaction, const core::ChildId& child);

/// Lets no other transaction decide about this family until this one ends: what is read after it stays true.
void lock_family(Transaction& transaction, const core::FamilyId& id);

}  // namespace portal::server::storage
