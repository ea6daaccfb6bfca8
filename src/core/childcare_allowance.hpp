#pragma once

#include "core/family.hpp"
#include "core/money.hpp"

#include <optional>

/// What the Dutch childcare allowance (kinderopvangtoeslag) has regard to.
namespace portal::core {

/// Hours beyond 230 a month and child give no allowance (Besluit kinderopvangtoeslag, art. 4).
inline constexpr std::int64_t kMostAllowanceMinutes = 230 * 60;

/// The part of an hourly rate that counts for the allowance of a year, for care in a centre; nothing for years that
/// this program does not know. Besluit kinderopvangtoeslag, art. 4, as adjusted for each year:
/// https://wetten.overheid.nl/BWBR0017321
[[nodiscard]] std::optional<Money> most_allowance_rate(int year, CareType type);

}  // namespace portal::core
