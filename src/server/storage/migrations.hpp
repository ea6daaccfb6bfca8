#pragma once

#include "server/storage/database.hpp"

namespace portal::server::storage {

/// The version of the tables that this program works with.
[[nodiscard]] int newest_schema();

/// Brings the tables to the newest version, one step after the other. Throws DatabaseError when they are of a newer
/// program, whose data this one could damage.
void migrate(Transaction& transaction);

}  // namespace portal::server::storage
