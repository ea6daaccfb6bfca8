#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

/// A state in a word: coloured, with an icon. Paint only; what it is the state of says it in its name.
void badge(Ui& ui, Point at, const Tone& tone, const char* icon, std::string_view label);

[[nodiscard]] float badge_width(const Ui& ui, const char* icon, std::string_view label);
[[nodiscard]] float badge_height(const Ui& ui);

}  // namespace portal::ui
