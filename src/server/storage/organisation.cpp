#include "server/storage/organisation.hpp"

#include "server/storage/connection.hpp"

namespace portal::server::storage {

std::optional<Organisation> find_organisation(Transaction& transaction) {
    Organisation organisation;
    int demo = 0;
    soci::session& sql = sql_of(transaction);
    sql << "SELECT name, demo FROM organisations", soci::into(organisation.name), soci::into(demo);
    if (!sql.got_data()) {
        return std::nullopt;
    }
    organisation.demo = demo != 0;
    return organisation;
}

void insert_organisation(Transaction& transaction, const Organisation& organisation) {
    const int demo = organisation.demo ? 1 : 0;
    sql_of(transaction) << "INSERT INTO organisations (id, name, demo) VALUES ('organisation', :name, :demo)",
        soci::use(organisation.name), soci::use(demo);
}

}  // namespace portal::server::storage
