#include "server/auth/client_address.hpp"
#include "server/auth/session_cookie.hpp"
#include "server/handlers/account_answer.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/handlers.hpp"
#include "server/storage/idempotency.hpp"
#include "server/storage/sessions.hpp"

#include <algorithm>

namespace portal::server {
namespace {

/// Longer than any device keeps an unsent request.
constexpr std::int64_t kAnswersKept = 30LL * 24 * 60 * 60;

/// The account whose e-mail address and password these are; the time it takes does not tell which of them is wrong.
std::optional<storage::Account> authenticated(const Services& services, const api::Credentials& credentials) {
    std::optional<storage::Account> account;
    {
        storage::Transaction transaction = services.database.read();
        account = storage::find_account_by_email(transaction, credentials.email);
    }
    if (!account) {
        services.passwords.pretend_to_check(credentials.password);
        return std::nullopt;
    }
    return Passwords::matches(account->password_hash, credentials.password) ? account : std::nullopt;
}

}  // namespace

http::Response sign_in(const Services& services, const Call& call) {
    const auto credentials = decoded(api::decode_credentials(call.request.body));
    const core::Instant now = services.clock.now();
    const std::string email = storage::normalised_email(credentials.email);
    const std::string address = client_address(services, call.request);
    const std::int64_t wait = services.throttle.begin_attempt(email, address, now);
    if (wait > 0) {
        throw http::Failure(429, "too-many-attempts", "There were too many failed sign-ins. Try again later.")
            .with_header("Retry-After", std::to_string(wait));
    }
    const auto account = authenticated(services, credentials);
    if (!account) {
        throw http::Failure(401, "sign-in-failed", "The e-mail address or the password is not right.");
    }
    services.throttle.succeeded(email, address);
    storage::Transaction transaction = services.database.write();
    close_session(services, transaction, call.request);
    storage::delete_expired_sessions(transaction, now);
    storage::delete_answers_before(transaction, {now.seconds - kAnswersKept});
    const auto cookie = open_session(services, transaction, *account, call.request);
    http::Response answer = account_answer(transaction, *account);
    transaction.commit();
    answer.headers.push_back(cookie);
    return answer;
}

http::Response show_session(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    const auto account = storage::find_account(transaction, call.who.account);
    if (!account) {
        throw http::Failure(401, "not-signed-in", "Nobody is signed in, or the session has ended.");
    }
    return account_answer(transaction, *account);
}

http::Response see_decisions(const Services& services, const Call& call) {
    const core::Instant until = decoded(api::decode_decisions_seen(call.request.body));
    storage::Transaction transaction = services.database.write();
    // Nobody has seen what is yet to come.
    storage::see_decisions(transaction, call.who.account, std::min(until, services.clock.now()));
    transaction.commit();
    return {204, {}, {}};
}

http::Response sign_out(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.write();
    close_session(services, transaction, call.request);
    transaction.commit();
    return {204, {no_session_header(services)}, {}};
}

}  // namespace portal::server
