#pragma once

#include "core/family.hpp"
#include "server/storage/database.hpp"

namespace portal::server::storage {

[[nodiscard]] core::Family load_family(Transaction& transaction, const core::FamilyId& id);
void insert_family(Transaction& transaction, const core::FamilyId& id, const core::Family& family);

/// Lets no other transaction decide about this family until this one ends: what is read after it stays true.
void lock_family(Transaction& transaction, const core::FamilyId& id);

}  // namespace portal::server::storage
