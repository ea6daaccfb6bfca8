#pragma once

#include "server/mail/message.hpp"
#include "server/storage/accounts.hpp"
#include "server/storage/mails.hpp"

#include <optional>
#include <string>

namespace portal::server::mail {

/// For how long a link can be used, in seconds from the moment at which its mail goes out.
inline constexpr std::int64_t kInvitationLasts = 14LL * 24 * 60 * 60;
inline constexpr std::int64_t kResetLasts = 2LL * 60 * 60;

/// Stands in waiting mails for the address that parents use, which only the server knows that sends them. No host can
/// have this name (RFC 2606).
inline const std::string kPortalAddress = "https://portal.invalid";

/// A mail with its link, as it goes out now.
struct PreparedMail {
    MailMessage message;
    std::string link;  ///< empty for mails without one
};

/// The words of a waiting mail. A link gets a new secret, whose hash is stored with the transaction. Nothing where
/// nobody is to get it: the address of a reset has no account, or the guardian is gone.
/// `base` is the address that parents use, "https://portal.example.nl".
[[nodiscard]] std::optional<PreparedMail> prepare(storage::Transaction& transaction, const storage::WaitingMail& mail,
                                                  const std::string& base, core::Instant now);

/// Tells an account that its password was changed.
[[nodiscard]] MailMessage password_changed_mail(storage::Transaction& transaction, const storage::Account& account,
                                                core::Instant now);

}  // namespace portal::server::mail
