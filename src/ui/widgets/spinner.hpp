#pragma once

#include "ui/core/ui.hpp"

namespace portal::ui {

/// Turns while something is awaited; stands still for who wants no motion. Paint only: what waits says that it is busy.
void spinner(Ui& ui, Point centre, float radius, Color color);

}  // namespace portal::ui
