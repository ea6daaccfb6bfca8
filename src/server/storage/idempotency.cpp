#include "server/storage/idempotency.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {

std::optional<StoredAnswer> find_answer(Transaction& transaction, const std::string& account, const std::string& key) {
    StoredAnswer answer;
    soci::session& sql = sql_of(transaction);
    sql << "SELECT body_hash, status, location, etag, answer FROM idempotency_keys"
           " WHERE account_id = :account AND idempotency_key = :key",
        soci::use(account), soci::use(key), soci::into(answer.request_hash), soci::into(answer.status),
        soci::into(answer.location), soci::into(answer.etag), soci::into(answer.body);
    return sql.got_data() ? std::optional{answer} : std::nullopt;
}

void insert_answer(Transaction& transaction, const std::string& account, const std::string& key,
                   const StoredAnswer& answer, core::Instant now) {
    const std::string created = now.to_string();
    Nullable<std::string> written = nullable_text(answer.written_at);
    sql_of(transaction) << "INSERT INTO idempotency_keys (account_id, idempotency_key, body_hash, status, location,"
                           " etag, answer, created_at, written_at) VALUES (:account, :key, :hash, :status, :location,"
                           " :etag, :answer, :created, :written)",
        soci::use(account), soci::use(key), soci::use(answer.request_hash), soci::use(answer.status),
        soci::use(answer.location), soci::use(answer.etag), soci::use(answer.body), soci::use(created),
        soci::use(written.value, written.indicator);
}

void delete_answers_before(Transaction& transaction, core::Instant moment) {
    const std::string created = moment.to_string();
    sql_of(transaction) << "DELETE FROM idempotency_keys WHERE created_at < :moment", soci::use(created);
}

}  // namespace portal::server::storage
