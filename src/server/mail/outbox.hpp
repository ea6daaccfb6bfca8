#pragma once

#include "api/account_dto.hpp"
#include "server/mail/message.hpp"
#include "server/storage/database.hpp"

#include <string>

namespace portal::server::mail {

/// Puts a mail into the outbox: it goes out if and only if the transaction is committed, from the server's own thread,
/// as often as it takes. Throws BadMail for an address that is none.
void enqueue(storage::Transaction& transaction, const MailMessage& message, core::Instant now);

/// The same for a mail with a link, which is written when it goes out. Of a reset whose address no account has, nothing
/// will come: whoever asks cannot tell the difference by the answer nor by its time.
void enqueue_invitation(storage::Transaction& transaction, const core::GuardianId& guardian, const std::string& email,
                        core::Language language, core::Instant now);
void enqueue_reset(storage::Transaction& transaction, const std::string& email, core::Language language,
                   core::Instant now);

}  // namespace portal::server::mail
