#include "server/admin/invite_guardian.hpp"

#include "server/auth/invitations.hpp"
#include "server/auth/random.hpp"
#include "server/open_database.hpp"

#include <ostream>
#include <stdexcept>

namespace portal::server {
namespace {

storage::GuardianRecord find(storage::Transaction& transaction, const Options& options) {
    if (!options.guardian.empty()) {
        auto guardian = storage::find_guardian(transaction, core::GuardianId{options.guardian});
        if (!guardian) {
            throw std::runtime_error("There is no guardian '" + options.guardian + "'.");
        }
        return std::move(*guardian);
    }
    auto guardians = storage::find_guardians_by_email(transaction, options.email);
    if (guardians.empty()) {
        throw std::runtime_error("No guardian has the e-mail address '" + options.email + "'.");
    }
    if (guardians.size() > 1) {
        throw std::runtime_error("Several guardians have the e-mail address '" + options.email +
                                 "'; --guardian says which one is meant.");
    }
    return std::move(guardians.front());
}

void refuse(NotInvited reason, const storage::GuardianRecord& guardian) {
    switch (reason) {
        case NotInvited::kHasLogin:
            throw std::runtime_error(
                "'" + guardian.id.value +
                "' has a login already; 'Wachtwoord vergeten' in the portal gives a new password.");
        case NotInvited::kNoEmail:
            throw std::runtime_error("'" + guardian.id.value + "' has no e-mail address that mail can be sent to.");
        case NotInvited::kEmailInUse:
            throw std::runtime_error("Somebody else signs in with the e-mail address of '" + guardian.id.value + "'.");
    }
}

}  // namespace

void invite_guardian(const Options& options, std::ostream& out) {
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    const storage::GuardianRecord guardian = find(transaction, options);
    if (const auto reason = why_not_invited(transaction, guardian)) {
        refuse(*reason, guardian);
    }
    invite(transaction, guardian, options.language, clock_of(options)->now());
    transaction.commit();
    out << "Done: the running server mails '" << guardian.id.value << "' a link to choose a password by.\n";
}

}  // namespace portal::server
