#include "server/storage/askers.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {

std::vector<core::FamilyId> list_asking_families(Transaction& transaction, bool open_only) {
    core::FamilyId family;
    const std::string condition = open_only ? " WHERE r.state IN ('submitted', 'in-review')" : "";
    soci::statement rows = (sql_of(transaction).prepare << "SELECT DISTINCT k.family_id FROM change_requests r"
                                                           " JOIN children k ON k.id = r.child_id" +
                                                               condition + " ORDER BY k.family_id",
                            soci::into(family.value));
    rows.execute();
    std::vector<core::FamilyId> families;
    while (rows.fetch()) {
        families.push_back(family);
    }
    return families;
}

std::optional<core::FamilyId> find_family_of(Transaction& transaction, const core::RequestId& request) {
    soci::session& sql = sql_of(transaction);
    core::FamilyId family;
    sql << "SELECT k.family_id FROM change_requests r JOIN children k ON k.id = r.child_id WHERE r.id = :id",
        soci::use(request.value), soci::into(family.value);
    return sql.got_data() ? std::optional{family} : std::nullopt;
}

void note_asker(Transaction& transaction, const std::string& asked, const std::string& account) {
    sql_of(transaction) << "INSERT INTO asked_by (asked_id, account_id) VALUES (:asked, :account)", soci::use(asked),
        soci::use(account);
}

std::optional<std::string> find_asker(Transaction& transaction, const std::string& asked) {
    soci::session& sql = sql_of(transaction);
    std::string account;
    sql << "SELECT account_id FROM asked_by WHERE asked_id = :asked", soci::use(asked), soci::into(account);
    return sql.got_data() ? std::optional{account} : std::nullopt;
}

}  // namespace portal::server::storage
