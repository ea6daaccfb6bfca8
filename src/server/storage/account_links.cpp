#include "server/storage/account_links.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {

void insert_link(Transaction& transaction, const StoredLink& link) {
    const std::string purpose{api::to_string(link.purpose)};
    const std::string created = link.created_at.to_string();
    const std::string expires = link.expires_at.to_string();
    sql_of(transaction) << "INSERT INTO account_links (token_hash, purpose, guardian_id, email, created_at, expires_at)"
                           " VALUES (:hash, :purpose, :guardian, :email, :created, :expires)",
        soci::use(link.token_hash), soci::use(purpose), soci::use(link.guardian.value), soci::use(link.email),
        soci::use(created), soci::use(expires);
}

std::optional<StoredLink> find_link(Transaction& transaction, const std::string& token_hash) {
    StoredLink link;
    std::string purpose;
    std::string created;
    std::string expires;
    Nullable<std::string> used;
    soci::session& sql = sql_of(transaction);
    sql << "SELECT token_hash, purpose, guardian_id, email, created_at, expires_at, used_at FROM account_links"
           " WHERE token_hash = :hash",
        soci::use(token_hash), soci::into(link.token_hash), soci::into(purpose), soci::into(link.guardian.value),
        soci::into(link.email), soci::into(created), soci::into(expires), soci::into(used.value, used.indicator);
    if (!sql.got_data()) {
        return std::nullopt;
    }
    link.purpose = read_column(purpose, api::link_purpose_from);
    link.created_at = to_instant(created);
    link.expires_at = to_instant(expires);
    link.used_at = used.has_value() ? std::optional{to_instant(used.value)} : std::nullopt;
    return link;
}

bool use_links(Transaction& transaction, const StoredLink& link, core::Instant now) {
    const std::string moment = now.to_string();
    soci::session& sql = sql_of(transaction);
    soci::statement update =
        (sql.prepare << "UPDATE account_links SET used_at = :now WHERE token_hash = :hash AND used_at IS NULL",
         soci::use(moment), soci::use(link.token_hash));
    update.execute(true);
    if (update.get_affected_rows() != 1) {
        return false;
    }
    end_links(transaction, link.guardian, now);
    return true;
}

void end_links(Transaction& transaction, const core::GuardianId& guardian, core::Instant now) {
    const std::string moment = now.to_string();
    sql_of(transaction) << "UPDATE account_links SET used_at = :now WHERE guardian_id = :guardian AND used_at IS NULL",
        soci::use(moment), soci::use(guardian.value);
}

bool is_invited(Transaction& transaction, const core::GuardianId& guardian) {
    int count = 0;
    sql_of(transaction) << "SELECT (SELECT COUNT(*) FROM account_links WHERE guardian_id = :guardian) +"
                           " (SELECT COUNT(*) FROM mails WHERE guardian_id = :same AND failed_at IS NULL)",
        soci::use(guardian.value), soci::use(guardian.value), soci::into(count);
    return count > 0;
}

void delete_links_expired(Transaction& transaction, core::Instant before) {
    const std::string moment = before.to_string();
    sql_of(transaction) << "DELETE FROM account_links WHERE expires_at < :moment", soci::use(moment);
}

}  // namespace portal::server::storage
