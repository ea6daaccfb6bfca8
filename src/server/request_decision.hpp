#pragma once

#include "core/id.hpp"
#include "core/instant.hpp"
#include "server/storage/database.hpp"

#include <string>

namespace portal::server {

/// The organisation's answer to a change request, with all that follows from it for credit. Throws std::runtime_error
/// with one sentence where there is no such request or it is not open any more.
void decide_request(storage::Transaction& transaction, const core::RequestId& id, bool approved,
                    const std::string& reason, core::Instant now);

/// Parents see that their request is being looked at ('in behandeling'). Throws as decide_request() does.
void review_request(storage::Transaction& transaction, const core::RequestId& id, core::Instant now);

}  // namespace portal::server
