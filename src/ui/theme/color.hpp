#pragma once

#include <cstdint>

namespace portal::ui {

/// sRGB with straight alpha.
struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;

    friend constexpr bool operator==(const Color& a, const Color& b) {
        return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
    }
};

/// From 0xRRGGBB.
[[nodiscard]] constexpr Color rgb(unsigned hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
            static_cast<std::uint8_t>(hex)};
}

/// To 0xRRGGBB.
[[nodiscard]] constexpr unsigned to_hex(Color color) {
    return (static_cast<unsigned>(color.red) << 16U) | (static_cast<unsigned>(color.green) << 8U) | color.blue;
}

/// A channel as light, 0 to 1: sRGB without its gamma.
[[nodiscard]] double to_linear(std::uint8_t channel);

/// The same colour, `share` (0 to 1) as opaque.
[[nodiscard]] Color faded(Color color, float share);

/// What `over` (with its alpha) looks like on an opaque `ground`.
[[nodiscard]] Color blend(Color over, Color ground);

/// Contrast by WCAG 2.2, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
[[nodiscard]] double contrast(Color one, Color other);

}  // namespace portal::ui
