#pragma once

#include "core/id.hpp"
#include "core/request.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <vector>

namespace portal::server::storage {

/// Everything that a family asked for, newest first.
[[nodiscard]] std::vector<core::ChangeRequest> list_change_requests(Transaction& transaction,
                                                                    const core::FamilyId& family);
[[nodiscard]] std::optional<core::ChangeRequest> find_change_request(Transaction& transaction,
                                                                     const core::FamilyId& family,
                                                                     const core::RequestId& id);
void insert_change_request(Transaction& transaction, const core::ChangeRequest& request);

/// Keeps what became of a request: its state, the moments and reasons of it, and the last day of an illness. What was
/// asked and what the parent was told never changes.
void update_change_request(Transaction& transaction, const core::ChangeRequest& request);

}  // namespace portal::server::storage
