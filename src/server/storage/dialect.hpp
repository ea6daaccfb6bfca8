#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::server::storage {

/// Everything in which the databases differ. All other SQL is the same for both.
struct Dialect {
    std::string backend;     ///< SOCI's name
    std::string connection;  ///< SOCI's connection string
    std::vector<std::string> on_connect;
    std::string begin_read;
    std::string begin_write;
    std::string lock_migrations;  ///< waits for another server that migrates; empty where begin_write does
    std::string lock_family;      ///< with :id; empty where begin_write already lets one writer in at a time
    std::string table_exists;     ///< counts tables named :name
};

/// Nothing for a URL that names neither database.
[[nodiscard]] std::optional<Dialect> dialect_of(std::string_view url);

}  // namespace portal::server::storage
