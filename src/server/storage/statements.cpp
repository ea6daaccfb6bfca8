#include "server/storage/statements.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {

std::map<int, core::Date> published_statements(Transaction& transaction, const core::FamilyId& family) {
    int year = 0;
    std::string day;
    soci::statement rows =
        (sql_of(transaction).prepare << "SELECT year, published_on FROM published_statements WHERE family_id = :family",
         soci::use(family.value), soci::into(year), soci::into(day));
    rows.execute();
    std::map<int, core::Date> published;
    while (rows.fetch()) {
        published[year] = to_date(day);
    }
    return published;
}

void publish_statement(Transaction& transaction, const core::FamilyId& family, int year, core::Date day) {
    const std::string on = day.to_string();
    sql_of(transaction) << "INSERT INTO published_statements (family_id, year, published_on)"
                           " VALUES (:family, :year, :day)"
                           " ON CONFLICT (family_id, year) DO UPDATE SET published_on = excluded.published_on",
        soci::use(family.value), soci::use(year), soci::use(on);
}

}  // namespace portal::server::storage
