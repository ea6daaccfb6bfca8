#include "server/storage/notices.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {

std::vector<api::Notice> list_notices(Transaction& transaction, core::Date today) {
    api::Notice notice;
    const std::string day = today.to_string();
    std::string published;
    Nullable<std::string> until;
    soci::statement rows =
        (sql_of(transaction).prepare << "SELECT id, title, text, published_at, until_day FROM notices"
                                        " WHERE until_day IS NULL OR until_day >= :today"
                                        " ORDER BY published_at DESC, id",
         soci::use(day), soci::into(notice.id), soci::into(notice.title), soci::into(notice.text),
         soci::into(published), soci::into(until.value, until.indicator));
    rows.execute();
    std::vector<api::Notice> notices;
    while (rows.fetch()) {
        notice.published_at = to_instant(published);
        notice.until = until.has_value() ? std::optional{to_date(until.value)} : std::nullopt;
        notices.push_back(notice);
    }
    return notices;
}

void insert_notice(Transaction& transaction, const api::Notice& notice) {
    const std::string published = notice.published_at.to_string();
    Nullable<std::string> until = nullable_text(notice.until);
    sql_of(transaction) << "INSERT INTO notices (id, title, text, published_at, until_day)"
                           " VALUES (:id, :title, :text, :published, :until)",
        soci::use(notice.id), soci::use(notice.title), soci::use(notice.text), soci::use(published),
        soci::use(until.value, until.indicator);
}

}  // namespace portal::server::storage
