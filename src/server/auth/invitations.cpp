#include "server/auth/invitations.hpp"

#include "core/email_address.hpp"
#include "server/mail/outbox.hpp"
#include "server/storage/accounts.hpp"

namespace portal::server {

std::optional<NotInvited> why_not_invited(storage::Transaction& transaction, const storage::GuardianRecord& guardian) {
    if (guardian.account) {
        return NotInvited::kHasLogin;
    }
    const std::string email = storage::normalised_email(guardian.email);
    if (!core::is_email_address(email)) {
        return NotInvited::kNoEmail;
    }
    return storage::find_account_by_email(transaction, email) ? std::optional{NotInvited::kEmailInUse} : std::nullopt;
}

void invite(storage::Transaction& transaction, const storage::GuardianRecord& guardian, core::Language language,
            core::Instant now) {
    mail::enqueue_invitation(transaction, guardian.id, storage::normalised_email(guardian.email), language, now);
}

}  // namespace portal::server
