#pragma once

#include "core/instant.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>

namespace portal::server::storage {

/// What was answered to a request that carried an Idempotency-Key, to be answered again when it is repeated.
struct StoredAnswer {
    std::string request_hash;
    std::optional<core::Instant> written_at;  ///< of the request, by the device's clock
    int status = 0;
    std::string location;  ///< the answer's Location header
    std::string etag;      ///< likewise
    std::string body;      ///< of the answer
};

[[nodiscard]] std::optional<StoredAnswer> find_answer(Transaction& transaction, const std::string& account,
                                                      const std::string& key);
void insert_answer(Transaction& transaction, const std::string& account, const std::string& key,
                   const StoredAnswer& answer, core::Instant now);
void delete_answers_before(Transaction& transaction, core::Instant moment);

}  // namespace portal::server::storage
