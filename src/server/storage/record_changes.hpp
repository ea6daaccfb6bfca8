#pragma once

#include "core/id.hpp"
#include "core/record_change.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace portal::server::storage {

/// Everything that was changed in a family's records, the newest first.
[[nodiscard]] std::vector<core::RecordChange> list_record_changes(Transaction& transaction,
                                                                  const core::FamilyId& family);

/// What waits for the organisation, of all families, the oldest first.
[[nodiscard]] std::vector<core::RecordChange> list_waiting_changes(Transaction& transaction);

/// A change with the family whose it is.
[[nodiscard]] std::optional<std::pair<core::FamilyId, core::RecordChange>> find_record_change(Transaction& transaction,
                                                                                              const std::string& id);

void insert_record_change(Transaction& transaction, const core::FamilyId& family, const core::RecordChange& change);

/// Keeps what became of a change that waited. What was asked never changes.
void decide_record_change(Transaction& transaction, const std::string& id, core::RecordChange::State state,
                          core::Instant at, const std::string& reason);

/// Takes back what waits for a field of a record, or for all of them.
void withdraw_waiting(Transaction& transaction, const core::FamilyId& family, const core::Record& record,
                      const std::optional<std::string>& field, core::Instant at);

}  // namespace portal::server::storage
