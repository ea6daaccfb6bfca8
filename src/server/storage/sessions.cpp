#include "server/storage/sessions.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {
namespace {

std::vector<Session> list_where(Transaction& transaction, const std::string& column, const std::string& value,
                                core::Instant now) {
    Session session;
    const std::string moment = now.to_string();
    std::string created;
    std::string used;
    std::string expires;
    soci::statement rows =
        (sql_of(transaction).prepare << "SELECT token_hash, account_id, created_at, used_at, expires_at, browser,"
                                        " operating_system FROM sessions WHERE " +
                                            column +
                                            " = :value AND expires_at > :now ORDER BY used_at DESC, created_at DESC,"
                                            " token_hash",
         soci::use(value), soci::use(moment), soci::into(session.token_hash), soci::into(session.account_id),
         soci::into(created), soci::into(used), soci::into(expires), soci::into(session.browser),
         soci::into(session.system));
    rows.execute();
    std::vector<Session> sessions;
    while (rows.fetch()) {
        session.created_at = to_instant(created);
        session.used_at = to_instant(used);
        session.expires_at = to_instant(expires);
        sessions.push_back(session);
    }
    return sessions;
}

}  // namespace

void insert_session(Transaction& transaction, const Session& session) {
    const std::string created = session.created_at.to_string();
    const std::string used = session.used_at.to_string();
    const std::string expires = session.expires_at.to_string();
    sql_of(transaction) << "INSERT INTO sessions (token_hash, account_id, created_at, used_at, expires_at, browser,"
                           " operating_system) VALUES (:hash, :account, :created, :used, :expires, :browser, :system)",
        soci::use(session.token_hash), soci::use(session.account_id), soci::use(created), soci::use(used),
        soci::use(expires), soci::use(session.browser), soci::use(session.system);
}

std::optional<Session> find_session(Transaction& transaction, const std::string& token_hash, core::Instant now) {
    const auto found = list_where(transaction, "token_hash", token_hash, now);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<Session> list_sessions(Transaction& transaction, const std::string& account, core::Instant now) {
    return list_where(transaction, "account_id", account, now);
}

void extend_session(Transaction& transaction, const Session& session) {
    const std::string used = session.used_at.to_string();
    const std::string expires = session.expires_at.to_string();
    sql_of(transaction) << "UPDATE sessions SET used_at = :used, expires_at = :expires WHERE token_hash = :hash",
        soci::use(used), soci::use(expires), soci::use(session.token_hash);
}

void delete_session(Transaction& transaction, const std::string& token_hash) {
    sql_of(transaction) << "DELETE FROM sessions WHERE token_hash = :hash", soci::use(token_hash);
}

void delete_sessions_of(Transaction& transaction, const std::string& account, const std::string& except_hash) {
    sql_of(transaction) << "DELETE FROM sessions WHERE account_id = :account AND token_hash <> :hash",
        soci::use(account), soci::use(except_hash);
}

void delete_expired_sessions(Transaction& transaction, core::Instant now) {
    const std::string moment = now.to_string();
    sql_of(transaction) << "DELETE FROM sessions WHERE expires_at <= :now", soci::use(moment);
}

}  // namespace portal::server::storage
