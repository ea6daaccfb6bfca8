#include "server/storage/schema_outbox.hpp"

namespace portal::server::storage {

std::vector<std::string_view> outbox_step() {
    return {
        "ALTER TABLE change_requests ADD COLUMN written_at TEXT",
        "ALTER TABLE idempotency_keys ADD COLUMN etag TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE idempotency_keys ADD COLUMN written_at TEXT",
        // Their hashes were of the body alone.
        "DELETE FROM idempotency_keys",
    };
}

}  // namespace portal::server::storage
