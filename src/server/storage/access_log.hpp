#pragma once

#include "core/instant.hpp"
#include "server/storage/database.hpp"

#include <string>
#include <vector>

namespace portal::server::storage {

/// Somebody asked for what is not of their family. The answer does not say so; the organisation can see it here.
struct RefusedAccess {
    core::Instant at;
    std::string account_id;
    std::string route;  ///< "POST /api/change-requests"
    std::string what;   ///< "child"
    std::string asked_id;
    std::string request_id;
};

void insert_refused_access(Transaction& transaction, const std::string& id, const RefusedAccess& access);

/// The oldest first.
[[nodiscard]] std::vector<RefusedAccess> list_refused_accesses(Transaction& transaction);

}  // namespace portal::server::storage
