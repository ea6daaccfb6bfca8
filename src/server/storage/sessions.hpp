#pragma once

#include "core/instant.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace portal::server::storage {

/// A sign-in on one device. Only the token's hash is kept: who reads the database cannot become a parent.
struct Session {
    std::string token_hash;
    std::string account_id;
    core::Instant created_at;
    core::Instant used_at;
    core::Instant expires_at;
    std::string browser;  ///< "Firefox"; empty where it did not say
    std::string system;   ///< "Android"; empty where it did not say
};

void insert_session(Transaction& transaction, const Session& session);

/// Nothing for unknown and for expired ones.
[[nodiscard]] std::optional<Session> find_session(Transaction& transaction, const std::string& token_hash,
                                                  core::Instant now);

/// Of an account, those that have not expired, the one that was used last first.
[[nodiscard]] std::vector<Session> list_sessions(Transaction& transaction, const std::string& account,
                                                 core::Instant now);

void extend_session(Transaction& transaction, const Session& session);
void delete_session(Transaction& transaction, const std::string& token_hash);

/// All of an account but the one with that hash; an empty one spares none.
void delete_sessions_of(Transaction& transaction, const std::string& account, const std::string& except_hash);

void delete_expired_sessions(Transaction& transaction, core::Instant now);

}  // namespace portal::server::storage
