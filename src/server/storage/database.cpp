#include "server/storage/database.hpp"

#include "server/storage/failure.hpp"
#include "server/storage/migrations.hpp"
#include "server/storage/pool.hpp"

#include <utility>

namespace portal::server::storage {
namespace {

Dialect checked_dialect(const std::string& url) {
    auto dialect = dialect_of(url);
    if (!dialect) {
        throw DatabaseError("The database has to be sqlite://<file> or postgresql://<address>.");
    }
    if (dialect->backend == "sqlite3" && dialect->connection.find('=') != std::string::npos) {
        throw DatabaseError("The path of the database must not contain '='.");
    }
    return std::move(*dialect);
}

std::unique_ptr<Pool> open_pool(const std::string& url, std::size_t connections) {
    Dialect dialect = checked_dialect(url);
    const bool is_file = dialect.backend == "sqlite3";
    const std::string file = dialect.connection;
    try {
        return std::make_unique<Pool>(std::move(dialect), connections);
    } catch (const std::exception& error) {
        const std::string what =
            is_file ? "The database " + file + " cannot be opened: " : "The PostgreSQL database cannot be opened: ";
        throw DatabaseError(what + safe_message(error));
    }
}

}  // namespace

Transaction::Transaction(Pool& pool, std::unique_ptr<Connection> connection)
    : pool_(&pool), connection_(std::move(connection)) {}

Transaction::Transaction(Transaction&& other) noexcept
    : pool_(other.pool_), connection_(std::move(other.connection_)), open_(std::exchange(other.open_, false)) {}

Transaction::~Transaction() {
    if (!connection_) {
        return;
    }
    if (open_) {
        try {
            connection_->sql << "ROLLBACK";
        } catch (const std::exception&) {
            // Nothing was committed, which is all that counts; the connection itself may be unusable.
            connection_.reset();
        }
    }
    pool_->give_back(std::move(connection_));
}

void Transaction::commit() {
    connection_->sql << "COMMIT";
    open_ = false;
}

Database::Database(const std::string& url, std::size_t connections) : pool_(open_pool(url, connections)) {
    Transaction transaction = write();
    migrate(transaction);
    transaction.commit();
}

Database::~Database() = default;

Transaction Database::read() {
    return {*pool_, pool_->begin(pool_->dialect().begin_read)};
}

Transaction Database::write() {
    return {*pool_, pool_->begin(pool_->dialect().begin_write)};
}

std::optional<std::filesystem::path> Database::sqlite_file(std::string_view url) {
    const auto dialect = dialect_of(url);
    if (!dialect || dialect->backend != "sqlite3") {
        return std::nullopt;
    }
    return std::filesystem::path{dialect->connection};
}

}  // namespace portal::server::storage
