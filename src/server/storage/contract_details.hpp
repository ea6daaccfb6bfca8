#pragma once

#include "core/contract_details.hpp"
#include "core/id.hpp"
#include "server/storage/database.hpp"

#include <vector>

namespace portal::server::storage {

/// Of the family's contracts of which more is known than the care, in the order of their ids.
[[nodiscard]] std::vector<core::ContractDetails> load_contract_details(Transaction& transaction,
                                                                       const core::FamilyId& family);
void insert_contract_details(Transaction& transaction, const core::ContractDetails& details);
/// In place of what was known.
void save_contract_details(Transaction& transaction, const core::ContractDetails& details);

}  // namespace portal::server::storage
