#pragma once

#include "core/family.hpp"
#include "server/storage/database.hpp"

#include <optional>
#include <string>

namespace portal::server::storage {

/// What a location's care of one kind is registered as.
struct Registration {
    std::string location_name;
    std::string lrk;
};

/// Nothing where the organisation does not offer it.
[[nodiscard]] std::optional<Registration> find_registration(Transaction& transaction, const core::LocationId& location,
                                                            core::CareType care_type);

}  // namespace portal::server::storage
