#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace portal::core {

/// What credit (tegoed) is counted in: minutes where an organisation speaks of hours, dagdelen, points, or the strips
/// of a strip card. One unit never turns into another.
enum class CreditUnit : std::uint8_t { kMinutes, kDayParts, kPoints, kStrips };

/// Wire names "minutes", "day-parts", "points", "strips".
[[nodiscard]] std::string_view to_string(CreditUnit unit);
[[nodiscard]] std::optional<CreditUnit> credit_unit_from(std::string_view text);

/// An amount of credit, negative where it is taken away.
struct Credit {
    CreditUnit unit = CreditUnit::kMinutes;
    std::int64_t amount = 0;

    friend bool operator==(const Credit&, const Credit&) = default;
};

}  // namespace portal::core
