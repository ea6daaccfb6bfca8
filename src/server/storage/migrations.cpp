#include "server/storage/migrations.hpp"

#include "server/storage/connection.hpp"
#include "server/storage/schema.hpp"

#include <string>

namespace portal::server::storage {
namespace {

int current_version(Transaction& transaction) {
    Connection& connection = transaction.connection();
    int tables = 0;
    const std::string name = "schema_versions";
    connection.sql << connection.dialect->table_exists, soci::use(name), soci::into(tables);
    if (tables == 0) {
        connection.sql << "CREATE TABLE schema_versions (version INTEGER PRIMARY KEY)";
        return 0;
    }
    int version = 0;
    connection.sql << "SELECT COALESCE(MAX(version), 0) FROM schema_versions", soci::into(version);
    return version;
}

}  // namespace

int newest_schema() {
    return static_cast<int>(schema_steps().size());
}

void migrate(Transaction& transaction) {
    Connection& connection = transaction.connection();
    if (!connection.dialect->lock_migrations.empty()) {
        connection.sql << connection.dialect->lock_migrations;
    }
    const int current = current_version(transaction);
    if (current > newest_schema()) {
        throw DatabaseError("The database was made by a newer version of this program (its tables are version " +
                            std::to_string(current) + ", this program knows " + std::to_string(newest_schema()) + ").");
    }
    for (int version = current + 1; version <= newest_schema(); ++version) {
        for (const std::string_view statement : schema_steps()[static_cast<std::size_t>(version - 1)]) {
            connection.sql << std::string(statement);
        }
        connection.sql << "INSERT INTO schema_versions (version) VALUES (:version)", soci::use(version);
    }
}

}  // namespace portal::server::storage
