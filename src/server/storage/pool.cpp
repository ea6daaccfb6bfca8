#include "server/storage/pool.hpp"

#include "server/storage/failure.hpp"

#include <utility>

namespace portal::server::storage {

Pool::Pool(Dialect dialect, std::size_t size) : dialect_(std::move(dialect)) {
    free_.push_back(open());
    free_.resize(size);
}

std::unique_ptr<Connection> Pool::open() const {
    auto connection = std::make_unique<Connection>();
    connection->dialect = &dialect_;
    try {
        connection->sql.open(dialect_.backend, dialect_.connection);
        for (const std::string& statement : dialect_.on_connect) {
            connection->sql << statement;
        }
    } catch (const soci::soci_error& error) {
        throw Unreachable(safe_message(error));
    }
    return connection;
}

std::unique_ptr<Connection> Pool::take() {
    std::unique_lock lock{mutex_};
    given_back_.wait(lock, [&] { return !free_.empty(); });
    // Prefer one that is open: a quiet server needs no more connections than it uses.
    for (auto& connection : free_) {
        if (connection) {
            std::swap(connection, free_.back());
            break;
        }
    }
    auto connection = std::move(free_.back());
    free_.pop_back();
    return connection;
}

std::unique_ptr<Connection> Pool::begin(const std::string& statement) {
    std::unique_ptr<Connection> connection = take();
    try {
        if (connection) {
            try {
                connection->sql << statement;
                return connection;
            } catch (const soci::soci_error&) {
                // The database may have been restarted since the connection was last used. Busy is no such case.
                if (connection->sql.is_connected()) {
                    throw;
                }
                connection.reset();
            }
        }
        connection = open();
        connection->sql << statement;
        return connection;
    } catch (...) {
        give_back(std::move(connection));
        throw;
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock{mutex_};
        free_.push_back(std::move(connection));
    }
    given_back_.notify_one();
}

}  // namespace portal::server::storage
