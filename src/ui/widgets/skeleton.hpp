#pragma once

#include "ui/core/ui.hpp"

namespace portal::ui {

/// A quiet block where something will be. Paint only, and still: waiting needs no attention.
void skeleton(Ui& ui, const Rect& rect, float radius = radius::kMark);

/// As many cards as are usual, with lines in them, and one sentence for who does not see them.
void skeleton_cards(Ui& ui, Column& column, int count);

}  // namespace portal::ui
