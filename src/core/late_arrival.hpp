#pragma once

#include "core/request.hpp"
#include "core/rules.hpp"

namespace portal::core {

/// The moment that counts for deadlines: when it was written, where it arrived no later than the rules let it, else
/// when it arrived. A device whose clock is ahead gains nothing by that.
[[nodiscard]] Instant counted_at(const LateArrivalRules& rules, const std::optional<Instant>& written, Instant arrived);

[[nodiscard]] Instant counted_at(const LateArrivalRules& rules, const ChangeRequest& request);

/// Until when it can arrive that was written at `written`, before `deadline`.
[[nodiscard]] Instant arrives_until(const LateArrivalRules& rules, Instant written, Instant deadline);

}  // namespace portal::core
