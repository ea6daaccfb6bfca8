#include "server/storage/sessions.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {

void insert_session(Transaction& transaction, const Session& session) {
    const std::string used = session.used_at.to_string();
    const std::string expires = session.expires_at.to_string();
    sql_of(transaction) << "INSERT INTO sessions (token_hash, account_id, created_at, used_at, expires_at)"
                           " VALUES (:hash, :account, :created, :used, :expires)",
        soci::use(session.token_hash), soci::use(session.account_id), soci::use(used), soci::use(used),
        soci::use(expires);
}

std::optional<Session> find_session(Transaction& transaction, const std::string& token_hash, core::Instant now) {
    Session session;
    std::string used;
    std::string expires;
    soci::session& sql = sql_of(transaction);
    sql << "SELECT token_hash, account_id, used_at, expires_at FROM sessions WHERE token_hash = :hash",
        soci::use(token_hash), soci::into(session.token_hash), soci::into(session.account_id), soci::into(used),
        soci::into(expires);
    if (!sql.got_data()) {
        return std::nullopt;
    }
    session.used_at = to_instant(used);
    session.expires_at = to_instant(expires);
    return now < session.expires_at ? std::optional{session} : std::nullopt;
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

void delete_expired_sessions(Transaction& transaction, core::Instant now) {
    const std::string moment = now.to_string();
    sql_of(transaction) << "DELETE FROM sessions WHERE expires_at <= :now", soci::use(moment);
}

}  // namespace portal::server::storage
