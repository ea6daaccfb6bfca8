#pragma once

#include "core/care_event.hpp"

#include <vector>

namespace portal::core {

/// When a request that nobody answered lapses (verlopen): at the end of its day, of a swap the end of the earlier of
/// both.
[[nodiscard]] Instant lapses_at(const ChangeRequest& request);

/// The kExpired events of the open ones among `requests` until `now`, by time.
[[nodiscard]] std::vector<CareEvent> lapses(const std::vector<ChangeRequest>& requests, Instant now);

}  // namespace portal::core
