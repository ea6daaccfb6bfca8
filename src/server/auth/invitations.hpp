#pragma once

#include "core/instant.hpp"
#include "core/language.hpp"
#include "server/storage/guardian_logins.hpp"

#include <cstdint>
#include <optional>

namespace portal::server {

/// Why a guardian cannot be invited to a login.
enum class NotInvited : std::uint8_t {
    kHasLogin,
    kNoEmail,     ///< none that mail can be sent to
    kEmailInUse,  ///< somebody else signs in with it
};

/// Nothing where the guardian can be invited; also again, when the first mail was lost.
[[nodiscard]] std::optional<NotInvited> why_not_invited(storage::Transaction& transaction,
                                                        const storage::GuardianRecord& guardian);

/// Puts the mail into the outbox. To be asked first: why_not_invited.
void invite(storage::Transaction& transaction, const storage::GuardianRecord& guardian, core::Language language,
            core::Instant now);

}  // namespace portal::server
