#pragma once

#include "api/account_dto.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>

namespace portal::server::storage {

/// A link by which a guardian chooses a password. Only the secret's hash is kept: who reads the database cannot use it.
struct StoredLink {
    std::string token_hash;
    api::LinkPurpose purpose = api::LinkPurpose::kInvitation;
    core::GuardianId guardian;
    std::string email;  ///< to which it was sent, as accounts have it
    core::Instant created_at;
    core::Instant expires_at;
    std::optional<core::Instant> used_at;
};

void insert_link(Transaction& transaction, const StoredLink& link);

/// Also used and expired ones, for a month.
[[nodiscard]] std::optional<StoredLink> find_link(Transaction& transaction, const std::string& token_hash);

/// Makes all links of the guardian used. False where that one had been used already: of two who use a link at the same
/// moment only one gets past this.
[[nodiscard]] bool use_links(Transaction& transaction, const StoredLink& link, core::Instant now);

/// Makes all links of the guardian used.
void end_links(Transaction& transaction, const core::GuardianId& guardian, core::Instant now);

/// Whether the guardian has been sent an invitation.
[[nodiscard]] bool is_invited(Transaction& transaction, const core::GuardianId& guardian);

/// Those that expired before that moment, so long ago that nobody opens them any more.
void delete_links_expired(Transaction& transaction, core::Instant before);

}  // namespace portal::server::storage
