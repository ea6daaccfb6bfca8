#pragma once

#include "api/dto.hpp"
#include "server/storage/database.hpp"

#include <vector>

namespace portal::server::storage {

/// What the organisation tells all parents on `today`, the newest first.
[[nodiscard]] std::vector<api::Notice> list_notices(Transaction& transaction, core::Date today);
void insert_notice(Transaction& transaction, const api::Notice& notice);

}  // namespace portal::server::storage
