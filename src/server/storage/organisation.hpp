#pragma once

#include "server/storage/database.hpp"

#include <optional>
#include <string>

namespace portal::server::storage {

/// The childcare organisation that this database is of.
struct Organisation {
    std::string name;
    bool demo = false;  ///< invented by `serve --demo`; its sign-in may be shown
};

/// Nothing while the database is empty.
[[nodiscard]] std::optional<Organisation> find_organisation(Transaction& transaction);
void insert_organisation(Transaction& transaction, const Organisation& organisation);

}  // namespace portal::server::storage
