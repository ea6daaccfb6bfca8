#pragma once

#include "core/location.hpp"
#include "server/storage/database.hpp"

#include <optional>

namespace portal::server::storage {

/// What the locations of a family's contracts offer, with the days on which they or all locations are closed.
[[nodiscard]] core::Locations load_locations(Transaction& transaction, const core::FamilyId& family);

/// Whether the organisation has that kind of care there.
[[nodiscard]] bool has_offer(Transaction& transaction, const core::LocationId& location, core::CareType care_type);

[[nodiscard]] std::optional<core::CareOffer> find_offer(Transaction& transaction, const core::LocationId& location,
                                                        core::CareType care_type);
[[nodiscard]] bool has_location(Transaction& transaction, const core::LocationId& location);

/// Adds an offer and where needed its location, or lays its registration, name, hours and slots down anew.
void save_offer(Transaction& transaction, const core::CareOffer& offer);

void insert_locations(Transaction& transaction, const core::Locations& locations);

}  // namespace portal::server::storage
