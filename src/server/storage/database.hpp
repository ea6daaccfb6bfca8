#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace portal::server::storage {

/// Why a database cannot be used at all; the message is one sentence for whoever starts the server.
class DatabaseError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct Connection;
class Pool;

/// One piece of work on the database, seen by others as a whole or not at all. Without `commit` nothing of it remains.
/// Every function of storage/ takes one. Database failures are exceptions; see failure.hpp.
class Transaction {
  public:
    Transaction(Pool& pool, std::unique_ptr<Connection> connection);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    void commit();
    [[nodiscard]] Connection& connection() { return *connection_; }

  private:
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
    bool open_ = true;
};

class Database {
  public:
    /// Opens "sqlite://<path>" or "postgresql://..." and brings its tables up to date. Throws DatabaseError.
    Database(const std::string& url, std::size_t connections);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// A consistent view of one moment; nothing may be written.
    [[nodiscard]] Transaction read();

    /// On SQLite only one of these runs at a time, the others wait for up to five seconds.
    [[nodiscard]] Transaction write();

    /// The file of an SQLite URL, nothing for other databases.
    [[nodiscard]] static std::optional<std::filesystem::path> sqlite_file(std::string_view url);

  private:
    std::unique_ptr<Pool> pool_;
};

}  // namespace portal::server::storage
