#pragma once

#include "core/id.hpp"
#include "core/rule_book.hpp"
#include "server/storage/database.hpp"

namespace portal::server::storage {

/// The rules, all versions, of the locations and care types of a family's contracts.
[[nodiscard]] core::RuleBook load_rules(Transaction& transaction, const core::FamilyId& family);

/// What the organisation has laid down, all of it.
[[nodiscard]] core::RuleBook load_all_rules(Transaction& transaction);

/// Adds a version. A version that requests were judged by is never changed: another id is another version.
void insert_rules(Transaction& transaction, const core::CareRules& rules);

}  // namespace portal::server::storage
