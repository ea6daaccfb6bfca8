#pragma once

#include "ui/theme/theme.hpp"

#include <optional>
#include <string_view>

namespace portal::ui {

/// "#0B6E69" or "0b6e69"; nothing for anything else.
[[nodiscard]] std::optional<Color> parse_color(std::string_view text);

/// Gives the palette an organisation's own accent: its hue, as light or as dark as text in it and on it has to be to be
/// read, 4.5:1 (WCAG 2.2, 1.4.3) and 7:1 with high contrast (1.4.6). A colour that is fine already stays as it is.
void set_accent(Palette& palette, Color accent, bool dark, bool high_contrast);

}  // namespace portal::ui
