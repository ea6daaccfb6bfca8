#include "api/account_codec.hpp"
#include "core/email_address.hpp"
#include "server/auth/client_address.hpp"
#include "server/auth/invitations.hpp"
#include "server/auth/random.hpp"
#include "server/auth/session_cookie.hpp"
#include "server/handlers/access.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/password_rule.hpp"
#include "server/mail/account_mails.hpp"
#include "server/mail/outbox.hpp"
#include "server/storage/account_links.hpp"
#include "server/storage/guardian_logins.hpp"
#include "server/storage/sessions.hpp"

#include <algorithm>

namespace portal::server {
namespace {

/// What the contract calls a session: nothing that a cookie could be made of.
std::string public_id(const storage::Session& session) {
    constexpr std::size_t kDigits = 24;
    return fingerprint("session " + session.token_hash).substr(0, kDigits);
}

storage::Account account_of(storage::Transaction& transaction, const Call& call) {
    auto account = storage::find_account(transaction, call.who.account);
    if (!account) {
        throw http::Failure(401, "not-signed-in", "Nobody is signed in, or the session has ended.");
    }
    return std::move(*account);
}

/// Guessing the present password at a device that was left signed in is slowed down as signing in is.
void check_present_password(const Services& services, const Call& call, const storage::Account& account,
                            const std::string& password) {
    const std::string email = storage::normalised_email(account.email);
    const std::string address = client_address(services, call.request);
    const std::int64_t wait = services.throttle.begin_attempt(email, address, services.clock.now());
    if (wait > 0) {
        throw http::Failure(429, "too-many-attempts", "There were too many wrong passwords. Try again later.")
            .with_header("Retry-After", std::to_string(wait));
    }
    if (!Passwords::matches(account.password_hash, password)) {
        throw http::Failure(422, "password-wrong", "The present password is not right.", "currentPassword");
    }
    services.throttle.succeeded(email, address);
}

/// The id that the path names. Throws for what nobody gives out as one.
const std::string& path_id(const Call& call, const char* what) {
    const std::string& id = call.parameters.at("id");
    if (!is_identifier(id)) {
        throw http::Failure(404, "not-found", std::string("There is no such ") + what + '.');
    }
    return id;
}

bool pays(const std::vector<storage::GuardianRecord>& guardians, const core::GuardianId& who) {
    return std::any_of(guardians.begin(), guardians.end(),
                       [&](const storage::GuardianRecord& it) { return it.id == who && it.pays; });
}

void refuse_invitation(NotInvited reason) {
    switch (reason) {
        case NotInvited::kHasLogin:
            throw http::Failure(422, "login-exists", "This guardian has a login already.");
        case NotInvited::kNoEmail:
            throw http::Failure(422, "no-email", "The organisation has no e-mail address of this guardian.");
        case NotInvited::kEmailInUse:
            throw http::Failure(422, "email-in-use", "Somebody else signs in with this e-mail address.");
    }
}

}  // namespace

http::Response change_password(const Services& services, const Call& call) {
    const auto change = decoded(api::decode_password_change(call.request.body));
    std::optional<storage::Account> account;
    {
        storage::Transaction transaction = services.database.read();
        account = account_of(transaction, call);
    }
    check_present_password(services, call, *account, change.current);
    refuse_bad_password(services, change.chosen, account->email);
    const std::string hash = services.passwords.hash(change.chosen);
    const core::Instant now = services.clock.now();
    storage::Transaction transaction = services.database.write();
    storage::set_password(transaction, account->id, hash);
    storage::delete_sessions_of(transaction, account->id, session_hash(services, call.request));
    storage::end_links(transaction, account->guardian, now);
    if (core::is_email_address(account->email)) {
        mail::enqueue(transaction, mail::password_changed_mail(transaction, *account, now), now);
    }
    transaction.commit();
    return {204, {}, {}};
}

http::Response show_sessions(const Services& services, const Call& call) {
    const std::string current = session_hash(services, call.request);
    storage::Transaction transaction = services.database.read();
    std::vector<api::DeviceSession> sessions;
    for (const storage::Session& each : storage::list_sessions(transaction, call.who.account, services.clock.now())) {
        sessions.push_back(
            {public_id(each), each.browser, each.system, each.created_at, each.used_at, each.token_hash == current});
    }
    return json(200, api::encode(sessions));
}

http::Response end_session(const Services& services, const Call& call) {
    const std::string& id = path_id(call, "session");
    bool found = false;
    {
        storage::Transaction transaction = services.database.write();
        for (const storage::Session& each :
             storage::list_sessions(transaction, call.who.account, services.clock.now())) {
            if (public_id(each) == id) {
                storage::delete_session(transaction, each.token_hash);
                found = true;
            }
        }
        transaction.commit();
    }
    if (!found) {
        throw refused_access(services, call, "session", id, "");
    }
    return {204, {}, {}};
}

http::Response end_all_sessions(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.write();
    storage::delete_sessions_of(transaction, call.who.account, "");
    transaction.commit();
    return {204, {no_session_header(services)}, {}};
}

http::Response end_other_sessions(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.write();
    storage::delete_sessions_of(transaction, call.who.account, session_hash(services, call.request));
    transaction.commit();
    return {204, {}, {}};
}

http::Response show_logins(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    const auto guardians = storage::list_guardians(transaction, call.who.family);
    api::FamilyLogins logins;
    logins.may_invite = pays(guardians, call.who.guardian);
    for (const storage::GuardianRecord& each : guardians) {
        const api::LoginState state = each.account                                ? api::LoginState::kActive
                                      : storage::is_invited(transaction, each.id) ? api::LoginState::kInvited
                                                                                  : api::LoginState::kNone;
        logins.guardians.push_back({each.id, each.name, each.email, state});
    }
    return json(200, api::encode(logins));
}

http::Response invite_to_login(const Services& services, const Call& call) {
    const core::Language language = decoded(api::decode_invitation(call.request.body));
    const std::string& id = path_id(call, "guardian");
    std::vector<storage::GuardianRecord> guardians;
    {
        storage::Transaction transaction = services.database.read();
        guardians = storage::list_guardians(transaction, call.who.family);
    }
    const auto invited = std::find_if(guardians.begin(), guardians.end(),
                                      [&](const storage::GuardianRecord& it) { return it.id.value == id; });
    if (invited == guardians.end()) {
        throw refused_access(services, call, "guardian", id, "");
    }
    if (!pays(guardians, call.who.guardian)) {
        throw http::Failure(403, "not-allowed", "Only the guardian who pays may invite others.");
    }
    {
        storage::Transaction transaction = services.database.read();
        if (const auto reason = why_not_invited(transaction, *invited)) {
            refuse_invitation(*reason);
        }
    }
    count_mail(services, call, storage::normalised_email(invited->email));
    storage::Transaction transaction = services.database.write();
    invite(transaction, *invited, language, services.clock.now());
    transaction.commit();
    return {204, {}, {}};
}

}  // namespace portal::server
