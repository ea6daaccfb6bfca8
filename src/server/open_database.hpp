#pragma once

#include "server/clock.hpp"
#include "server/options.hpp"
#include "server/storage/database.hpp"

#include <cstddef>
#include <memory>

namespace portal::server {

/// The database that the options name, its tables up to date. Throws std::exception with one sentence.
[[nodiscard]] std::unique_ptr<storage::Database> open_database(const Options& options, std::size_t connections);

/// The same for commands on an organisation that is there: they neither make nor delete a database.
[[nodiscard]] std::unique_ptr<storage::Database> open_existing_database(const Options& options);

[[nodiscard]] std::unique_ptr<Clock> clock_of(const Options& options);

}  // namespace portal::server
