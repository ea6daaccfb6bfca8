#pragma once

#include "server/storage/database.hpp"
#include "server/storage/dialect.hpp"

#include <soci/soci.h>

/// For the .cpp files of storage/ only: they alone see SOCI.
namespace portal::server::storage {

struct Connection {
    const Dialect* dialect = nullptr;
    soci::session sql;
};

[[nodiscard]] inline soci::session& sql_of(Transaction& transaction) {
    return transaction.connection().sql;
}

}  // namespace portal::server::storage
