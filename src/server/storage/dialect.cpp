#include "server/storage/dialect.hpp"

namespace portal::server::storage {
namespace {

constexpr std::string_view kSqlite = "sqlite://";

Dialect sqlite(std::string_view url) {
    Dialect dialect;
    dialect.backend = "sqlite3";
    // Without an '=' SOCI takes the whole string as the file's name, spaces included.
    dialect.connection = std::string(url.substr(kSqlite.size()));
    dialect.on_connect = {"PRAGMA busy_timeout = 5000", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
                          "PRAGMA foreign_keys = ON"};
    dialect.begin_read = "BEGIN";
    // A transaction that begins by reading and then writes can fail halfway; this one waits its turn first.
    dialect.begin_write = "BEGIN IMMEDIATE";
    dialect.table_exists = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = :name";
    return dialect;
}

Dialect postgresql(std::string_view url) {
    Dialect dialect;
    dialect.backend = "postgresql";
    // SOCI takes the address apart at its first '=' and puts one behind an address that has none, so it gets one. The
    // name is what an administrator sees in pg_stat_activity.
    const char separator = url.find('?') == std::string_view::npos ? '?' : '&';
    dialect.connection = std::string(url) + separator + "application_name=ouderlogin";
    dialect.on_connect = {"SET client_min_messages = warning", "SET lock_timeout = '5s'",
                          "SET statement_timeout = '15s'"};
    dialect.begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    dialect.begin_write = "BEGIN ISOLATION LEVEL READ COMMITTED";
    dialect.lock_migrations = "SELECT pg_advisory_xact_lock(20261123)";
    dialect.lock_family = "SELECT id FROM families WHERE id = :id FOR UPDATE";
    dialect.table_exists =
        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = :name";
    return dialect;
}

}  // namespace

std::optional<Dialect> dialect_of(std::string_view url) {
    if (url.substr(0, kSqlite.size()) == kSqlite && url.size() > kSqlite.size()) {
        return sqlite(url);
    }
    if (url.substr(0, 13) == "postgresql://" || url.substr(0, 11) == "postgres://") {
        return postgresql(url);
    }
    return std::nullopt;
}

}  // namespace portal::server::storage
