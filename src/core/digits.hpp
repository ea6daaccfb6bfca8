#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace portal::core {

/// The number that at most nine ASCII digits make; nothing for anything else, a sign or an empty text included.
[[nodiscard]] constexpr std::optional<int> parse_digits(std::string_view text) {
    if (text.empty() || text.size() > 9) {
        return std::nullopt;
    }
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

/// `number` (not negative) in decimal with leading zeros up to `width`.
[[nodiscard]] inline std::string digits(int number, std::size_t width) {
    const std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace portal::core
