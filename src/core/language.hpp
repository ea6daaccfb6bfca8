#pragma once

#include "core/names.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace portal::core {

/// In which a parent is written to. Wire names "nl" and "en" (BCP 47).
enum class Language : std::uint8_t { kDutch, kEnglish };

inline constexpr Names<Language, 2> kLanguages{{{Language::kDutch, "nl"}, {Language::kEnglish, "en"}}};

[[nodiscard]] constexpr std::string_view to_string(Language language) {
    return name_of(kLanguages, language);
}
[[nodiscard]] constexpr std::optional<Language> language_from(std::string_view text) {
    return value_of(kLanguages, text);
}

}  // namespace portal::core
