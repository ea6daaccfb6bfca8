#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

/// A short text above what the pointer is on, below it where there is no room above. Paint only: what it belongs to
/// has the text in its name.
void tooltip(Ui& ui, const Rect& anchor, std::string_view text);

}  // namespace portal::ui
