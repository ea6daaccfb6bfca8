#include "server/storage/account_links.hpp"
#include "api/account_codec.hpp"
#include "core/email_address.hpp"
#include "server/auth/random.hpp"
#include "server/auth/session_cookie.hpp"
#include "server/handlers/account_answer.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/password_rule.hpp"
#include "server/mail/outbox.hpp"
#include "server/storage/guardian_logins.hpp"
#include "server/storage/organisation.hpp"
#include "server/storage/sessions.hpp"

namespace portal::server {
namespace {

/// The link with that secret, used or not. Throws for none.
storage::StoredLink known_link(storage::Transaction& transaction, const std::string& token) {
    auto link = storage::find_link(transaction, fingerprint(token));
    if (!link) {
        throw http::Failure(410, "link-unknown", "This link does not exist, or has expired long ago.");
    }
    return std::move(*link);
}

http::Failure used_link() {
    return {410, "link-used", "This link has been used."};
}

/// The link where it can still be used.
storage::StoredLink usable_link(storage::Transaction& transaction, const std::string& token, core::Instant now) {
    storage::StoredLink link = known_link(transaction, token);
    if (link.used_at) {
        throw used_link();
    }
    if (link.expires_at <= now) {
        throw http::Failure(410, "link-expired", "This link has expired.");
    }
    return link;
}

storage::GuardianRecord guardian_of(storage::Transaction& transaction, const storage::StoredLink& link) {
    auto guardian = storage::find_guardian(transaction, link.guardian);
    if (!guardian) {
        throw http::Failure(410, "link-unknown", "This link belongs to nobody any more.");
    }
    return std::move(*guardian);
}

/// The guardian's account with the new password: a first one, or another.
std::string account_with_password(storage::Transaction& transaction, const storage::StoredLink& link,
                                  const std::string& hash) {
    const storage::GuardianRecord guardian = guardian_of(transaction, link);
    if (guardian.account) {
        storage::set_password(transaction, *guardian.account, hash);
        return *guardian.account;
    }
    if (storage::find_account_by_email(transaction, link.email)) {
        throw http::Failure(422, "email-in-use", "Somebody else signs in with this e-mail address.");
    }
    std::string id = random_id();
    storage::insert_account(transaction, id, guardian.id, link.email, hash);
    return id;
}

}  // namespace

http::Response show_password_rules(const Services& services, const Call& /*call*/) {
    return json(200, api::encode(services.password_rules));
}

http::Response inspect_link(const Services& services, const Call& call) {
    const auto secret = decoded(api::decode_link_secret(call.request.body));
    storage::Transaction transaction = services.database.read();
    const storage::StoredLink link = usable_link(transaction, secret.token, services.clock.now());
    const auto organisation = storage::find_organisation(transaction);
    return json(200, api::encode(api::AccountLink{link.purpose, guardian_of(transaction, link).name, link.email,
                                                  organisation ? organisation->name : "", link.expires_at}));
}

http::Response choose_password(const Services& services, const Call& call) {
    const auto chosen = decoded(api::decode_chosen_password(call.request.body));
    const core::Instant now = services.clock.now();
    std::string email;
    {
        storage::Transaction transaction = services.database.read();
        email = usable_link(transaction, chosen.link.token, now).email;
    }
    refuse_bad_password(services, chosen.password, email);
    // Takes its time, in which nothing in the database is held.
    const std::string hash = services.passwords.hash(chosen.password);
    storage::Transaction transaction = services.database.write();
    const storage::StoredLink link = usable_link(transaction, chosen.link.token, now);
    if (!storage::use_links(transaction, link, now)) {
        throw used_link();
    }
    const std::string id = account_with_password(transaction, link, hash);
    storage::set_language(transaction, id, chosen.link.language);
    // Whoever knew the old password, and whoever sat at this browser before, is signed out.
    storage::delete_sessions_of(transaction, id, "");
    close_session(services, transaction, call.request);
    const auto account = storage::find_account(transaction, id);
    const auto cookie = open_session(services, transaction, account.value(), call.request);
    http::Response answer = account_answer(transaction, *account);
    transaction.commit();
    answer.headers.push_back(cookie);
    return answer;
}

http::Response renew_link(const Services& services, const Call& call) {
    const auto secret = decoded(api::decode_link_secret(call.request.body));
    storage::StoredLink link;
    {
        storage::Transaction transaction = services.database.read();
        link = known_link(transaction, secret.token);
    }
    count_mail(services, call, link.email);
    storage::Transaction transaction = services.database.write();
    mail::enqueue_invitation(transaction, link.guardian, link.email, secret.language, services.clock.now());
    transaction.commit();
    return {204, {}, {}};
}

http::Response ask_password_reset(const Services& services, const Call& call) {
    const auto reset = decoded(api::decode_password_reset(call.request.body));
    const std::string email = storage::normalised_email(reset.email);
    if (!core::is_email_address(email)) {
        throw http::Failure(400, "invalid-body", "is no e-mail address", "email");
    }
    count_mail(services, call, email);
    storage::Transaction transaction = services.database.write();
    mail::enqueue_reset(transaction, email, reset.language, services.clock.now());
    transaction.commit();
    return {204, {}, {}};
}

}  // namespace portal::server
