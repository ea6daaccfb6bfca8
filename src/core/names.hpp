#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace portal::core {

/// The stable words by which values of an enumeration go over the wire and into databases.
template <class Enum, std::size_t Count>
using Names = std::array<std::pair<Enum, std::string_view>, Count>;

template <class Enum, std::size_t Count>
[[nodiscard]] constexpr std::string_view name_of(const Names<Enum, Count>& names, Enum value) {
    for (const auto& [candidate, name] : names) {
        if (candidate == value) {
            return name;
        }
    }
    return {};
}

template <class Enum, std::size_t Count>
[[nodiscard]] constexpr std::optional<Enum> value_of(const Names<Enum, Count>& names, std::string_view text) {
    for (const auto& [value, name] : names) {
        if (name == text) {
            return value;
        }
    }
    return std::nullopt;
}

}  // namespace portal::core
