#pragma once

#include "core/id.hpp"
#include "core/instant.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace portal::server::storage {

/// With what a guardian signs in.
struct Account {
    std::string id;
    core::GuardianId guardian;
    core::FamilyId family;
    std::string name;   ///< of the guardian
    std::string email;  ///< as the guardian writes it
    std::string password_hash;
    std::optional<core::Instant> decisions_seen_at;  ///< answers until then have been looked at
};

/// Never goes back: two devices may tell it in any order.
void see_decisions(Transaction& transaction, const std::string& account, core::Instant until);

/// E-mail addresses are compared without spaces around them and without case.
[[nodiscard]] std::string normalised_email(std::string_view email);

[[nodiscard]] std::optional<Account> find_account(Transaction& transaction, const std::string& id);
[[nodiscard]] std::optional<Account> find_account_by_email(Transaction& transaction, std::string_view email);

/// Of an existing guardian, whose e-mail address becomes the sign-in.
void insert_account(Transaction& transaction, const std::string& id, const core::GuardianId& guardian,
                    std::string_view email, const std::string& password_hash);

}  // namespace portal::server::storage
