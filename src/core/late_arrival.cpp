#include "core/late_arrival.hpp"

#include <algorithm>

namespace portal::core {
namespace {

[[nodiscard]] Instant latest(const LateArrivalRules& rules, Instant written) {
    return {written.seconds + std::int64_t{3600} * rules.hours};
}

}  // namespace

Instant counted_at(const LateArrivalRules& rules, const std::optional<Instant>& written, Instant arrived) {
    const bool in_time = written && *written <= arrived && arrived <= latest(rules, *written);
    return in_time ? *written : arrived;
}

Instant counted_at(const LateArrivalRules& rules, const ChangeRequest& request) {
    return counted_at(rules, request.written_at, request.submitted_at);
}

Instant arrives_until(const LateArrivalRules& rules, Instant written, Instant deadline) {
    return std::max(latest(rules, written), deadline);
}

}  // namespace portal::core
