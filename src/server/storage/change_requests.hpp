#pragma once

#include "core/request.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <vector>

namespace portal::server::storage {

/// All of a family, the newest first.
[[nodiscard]] std::vector<core::ChangeRequest> list_change_requests(Transaction& transaction,
                                                                    const core::FamilyId& family);

/// Of the family's children; nothing for an unknown one and for another family's.
[[nodiscard]] std::optional<core::ChangeRequest> find_change_request(Transaction& transaction,
                                                                     const core::FamilyId& family,
                                                                     const core::RequestId& id);

void insert_change_request(Transaction& transaction, const core::ChangeRequest& request);

}  // namespace portal::server::storage
