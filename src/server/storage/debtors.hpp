#pragma once

#include "core/id.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace portal::server::storage {

/// How a family pays.
struct Debtor {
    std::string number;   ///< debiteurnummer
    std::string mandate;  ///< of direct debit; empty where the family pays by transfer
    std::string iban;     ///< of direct debit

    friend bool operator==(const Debtor&, const Debtor&) = default;
};

[[nodiscard]] std::optional<Debtor> find_debtor(Transaction& transaction, const core::FamilyId& family);
[[nodiscard]] std::optional<core::FamilyId> find_family_of_debtor(Transaction& transaction, const std::string& number);
void insert_debtor(Transaction& transaction, const core::FamilyId& family, const Debtor& debtor);
/// In place of what was known.
void save_debtor(Transaction& transaction, const core::FamilyId& family, const Debtor& debtor);

/// All families of the organisation, in the order of their ids.
[[nodiscard]] std::vector<core::FamilyId> list_families(Transaction& transaction);

}  // namespace portal::server::storage
