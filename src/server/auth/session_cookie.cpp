#include "server/auth/session_cookie.hpp"

#include "server/auth/device_name.hpp"
#include "server/auth/random.hpp"
#include "server/storage/sessions.hpp"

namespace portal::server {
namespace {

constexpr std::int64_t kLifetime = 30LL * 24 * 60 * 60;
/// A session that is used all the time is written this seldom.
constexpr std::int64_t kProlongAfter = 60LL * 60;

std::string cookie_name(const Services& services) {
    // The prefix makes browsers refuse the cookie from another host or over plain HTTP; it needs https itself.
    return services.secure ? "__Host-session" : "session";
}

std::pair<std::string, std::string> cookie_header(const Services& services, const std::string& token,
                                                  std::int64_t lifetime) {
    return {"Set-Cookie", cookie_name(services) + '=' + token + "; Path=/; Max-Age=" + std::to_string(lifetime) +
                              "; HttpOnly; SameSite=Lax" + (services.secure ? "; Secure" : "")};
}

core::Instant later(core::Instant moment, std::int64_t seconds) {
    return {moment.seconds + seconds};
}

}  // namespace

std::pair<std::string, std::string> open_session(const Services& services, storage::Transaction& transaction,
                                                 const storage::Account& account, const http::Request& request) {
    const std::string token = random_token();
    const core::Instant now = services.clock.now();
    DeviceName device = device_name(request.header("User-Agent"));
    storage::insert_session(transaction, {fingerprint(token), account.id, now, now, later(now, kLifetime),
                                          std::move(device.browser), std::move(device.system)});
    return cookie_header(services, token, kLifetime);
}

void close_session(const Services& services, storage::Transaction& transaction, const http::Request& request) {
    const std::string hash = session_hash(services, request);
    if (!hash.empty()) {
        storage::delete_session(transaction, hash);
    }
}

std::string session_hash(const Services& services, const http::Request& request) {
    const std::string token = request.cookie(cookie_name(services));
    return token.empty() ? std::string{} : fingerprint(token);
}

std::pair<std::string, std::string> no_session_header(const Services& services) {
    return cookie_header(services, "", 0);
}

std::optional<CurrentSession> current_session(const Services& services, const http::Request& request) {
    const std::string token = request.cookie(cookie_name(services));
    if (token.empty()) {
        return std::nullopt;
    }
    const core::Instant now = services.clock.now();
    std::optional<storage::Session> session;
    std::optional<storage::Account> account;
    {
        storage::Transaction transaction = services.database.read();
        session = storage::find_session(transaction, fingerprint(token), now);
        if (session) {
            account = storage::find_account(transaction, session->account_id);
        }
    }
    if (!account) {
        return std::nullopt;
    }
    CurrentSession current{{account->id, account->guardian, account->family, account->name, account->email}, {}};
    if (session->used_at.seconds + kProlongAfter <= now.seconds) {
        session->used_at = now;
        session->expires_at = later(now, kLifetime);
        storage::Transaction transaction = services.database.write();
        storage::extend_session(transaction, *session);
        transaction.commit();
        current.header = cookie_header(services, token, kLifetime);
    }
    return current;
}

}  // namespace portal::server
