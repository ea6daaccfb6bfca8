#pragma once

#include "core/instant.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>

namespace portal::server::storage {

/// A sign-in on one device. Only the token's hash is kept: who reads the database cannot become a parent.
struct Session {
    std::string token_hash;
    std::string account_id;
    core::Instant used_at;
    core::Instant expires_at;
};

void insert_session(Transaction& transaction, const Session& session);

/// Nothing for unknown and for expired ones.
[[nodiscard]] std::optional<Session> find_session(Transaction& transaction, const std::string& token_hash,
                                                  core::Instant now);

void extend_session(Transaction& transaction, const Session& session);
void delete_session(Transaction& transaction, const std::string& token_hash);
void delete_expired_sessions(Transaction& transaction, core::Instant now);

}  // namespace portal::server::storage
