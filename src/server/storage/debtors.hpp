#pragma once

#include "core/id.hpp"
#include "core/records.hpp"
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

/// What a field of who pays changes in how the family pays: another account is collected from from then on, and who has
/// no account, or wants no direct debit any more, pays by transfer. A new mandate is the office's.
void follow_payer(Transaction& transaction, const core::FamilyId& family, const core::Record& payer,
                  const std::string& field, const std::string& value);

/// All families of the organisation, in the order of their ids.
[[nodiscard]] std::vector<core::FamilyId> list_families(Transaction& transaction);

}  // namespace portal::server::storage
