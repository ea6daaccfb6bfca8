#pragma once

#include "core/id.hpp"
#include "core/language.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::server::storage {

/// A guardian as somebody who may sign in, or not yet.
struct GuardianRecord {
    core::GuardianId id;
    core::FamilyId family;
    std::string name;
    std::string email;  ///< as the organisation has it
    bool pays = false;
    std::optional<std::string> account;  ///< id
};

[[nodiscard]] std::optional<GuardianRecord> find_guardian(Transaction& transaction, const core::GuardianId& id);
[[nodiscard]] std::vector<GuardianRecord> list_guardians(Transaction& transaction, const core::FamilyId& family);

/// All of all families whose e-mail address that is; compared without case and spaces around.
[[nodiscard]] std::vector<GuardianRecord> find_guardians_by_email(Transaction& transaction, std::string_view email);

void set_password(Transaction& transaction, const std::string& account, const std::string& password_hash);

/// In which the account is written to.
void set_language(Transaction& transaction, const std::string& account, core::Language language);
[[nodiscard]] core::Language language_of(Transaction& transaction, const std::string& account);

}  // namespace portal::server::storage
