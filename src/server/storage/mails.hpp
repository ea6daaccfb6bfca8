#pragma once

#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/language.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>

namespace portal::server::storage {

/// A mail that waits to be sent. Of mails with a link the words are made when they go out: the link's secret is then
/// in the mail alone, nowhere in the database.
struct WaitingMail {
    std::string id;
    std::string kind;  ///< "message", or what kind of link (api::LinkPurpose)
    std::string recipient;
    std::optional<core::GuardianId> guardian;          ///< for whom a link is; none where the recipient tells
    core::Language language = core::Language::kDutch;  ///< of a mail with a link
    std::string subject;
    std::string text;
    std::string html;
    core::Instant created_at;
    core::Instant next_attempt_at;
    int attempts = 0;
};

void insert_mail(Transaction& transaction, const WaitingMail& mail);

/// The mail whose time came first; nothing where none is due.
[[nodiscard]] std::optional<WaitingMail> find_due_mail(Transaction& transaction, core::Instant now);

/// Counts an attempt, and puts the next one off. False where somebody else has taken the mail meanwhile.
[[nodiscard]] bool begin_attempt(Transaction& transaction, const WaitingMail& mail, core::Instant next);

void note_failure(Transaction& transaction, const std::string& id, const std::string& failure);

/// Gives it up: for the organisation to see whom no mail reached and why; its words are deleted.
void give_up_mail(Transaction& transaction, const std::string& id, core::Instant now);

void delete_mail(Transaction& transaction, const std::string& id);

/// Mails that were given up before that moment.
void delete_failed_mails(Transaction& transaction, core::Instant before);

}  // namespace portal::server::storage
