#pragma once

#include <compare>
#include <cstdint>

namespace portal::core {

/// An amount in euro cents. Childcare is exempt from VAT in the Netherlands, so there is one amount, not two.
struct Money {
    std::int64_t cents = 0;

    friend auto operator<=>(const Money&, const Money&) = default;
    friend constexpr Money operator+(Money a, Money b) { return {a.cents + b.cents}; }
};

/// The price of `minutes` of care at `hourly` per hour, rounded half up to the cent.
[[nodiscard]] constexpr Money price_of(int minutes, Money hourly) {
    return {(hourly.cents * minutes + 30) / 60};
}

}  // namespace portal::core
