#include "server/mail/outbox.hpp"

#include "core/email_address.hpp"
#include "server/auth/random.hpp"
#include "server/storage/mails.hpp"

namespace portal::server::mail {
namespace {

void put(storage::Transaction& transaction, storage::WaitingMail mail, core::Instant now) {
    if (!core::is_email_address(mail.recipient)) {
        throw BadMail("an address that mail cannot be sent to");
    }
    mail.id = random_id();
    mail.created_at = now;
    mail.next_attempt_at = now;
    storage::insert_mail(transaction, mail);
}

}  // namespace

void enqueue(storage::Transaction& transaction, const MailMessage& message, core::Instant now) {
    storage::WaitingMail mail;
    mail.kind = "message";
    mail.recipient = message.to;
    mail.subject = message.subject;
    mail.text = message.text;
    mail.html = message.html;
    put(transaction, std::move(mail), now);
}

void enqueue_invitation(storage::Transaction& transaction, const core::GuardianId& guardian, const std::string& email,
                        core::Language language, core::Instant now) {
    storage::WaitingMail mail;
    mail.kind = api::to_string(api::LinkPurpose::kInvitation);
    mail.recipient = email;
    mail.guardian = guardian;
    mail.language = language;
    put(transaction, std::move(mail), now);
}

void enqueue_reset(storage::Transaction& transaction, const std::string& email, core::Language language,
                   core::Instant now) {
    storage::WaitingMail mail;
    mail.kind = api::to_string(api::LinkPurpose::kReset);
    mail.recipient = email;
    mail.language = language;
    put(transaction, std::move(mail), now);
}

}  // namespace portal::server::mail
