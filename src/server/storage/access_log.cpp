#include "server/storage/access_log.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {

void insert_refused_access(Transaction& transaction, const std::string& id, const RefusedAccess& access) {
    const std::string at = access.at.to_string();
    sql_of(transaction) << "INSERT INTO refused_accesses (id, at, account_id, route, what, asked_id, request_id)"
                           " VALUES (:id, :at, :account, :route, :what, :asked, :request)",
        soci::use(id), soci::use(at), soci::use(access.account_id), soci::use(access.route), soci::use(access.what),
        soci::use(access.asked_id), soci::use(access.request_id);
}

std::vector<RefusedAccess> list_refused_accesses(Transaction& transaction) {
    RefusedAccess access;
    std::string at;
    soci::statement rows = (sql_of(transaction).prepare << "SELECT at, account_id, route, what, asked_id, request_id"
                                                           " FROM refused_accesses ORDER BY at, id",
                            soci::into(at), soci::into(access.account_id), soci::into(access.route),
                            soci::into(access.what), soci::into(access.asked_id), soci::into(access.request_id));
    rows.execute();
    std::vector<RefusedAccess> accesses;
    while (rows.fetch()) {
        access.at = to_instant(at);
        accesses.push_back(access);
    }
    return accesses;
}

}  // namespace portal::server::storage
