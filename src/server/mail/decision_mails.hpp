#pragma once

#include "core/instant.hpp"
#include "server/storage/database.hpp"

#include <cstdint>
#include <string>

namespace portal::server::mail {

/// The organisation's answer to what a parent asked for.
struct Decision {
    enum class About : std::uint8_t { kRequest, kChange };

    std::string id;  ///< of the change request, or of the change of a record
    About about = About::kRequest;
    core::Instant asked_at;
    bool approved = false;
};

/// Mails the account that asked for it, where it wants that. A mail is read by others than parents, too: it tells when
/// something was asked and what became of it, neither about whom or what it was nor why it was refused.
void tell_decision(storage::Transaction& transaction, const Decision& decision, core::Instant now);

}  // namespace portal::server::mail
