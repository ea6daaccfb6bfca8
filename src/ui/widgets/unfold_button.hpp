#pragma once

#include "ui/widgets/button.hpp"

namespace portal::ui {

/// A button that unfolds what stands below it, and folds it again. Returns whether it is unfolded.
bool unfold_button(Ui& ui, const Rect& rect, const Button& look);

}  // namespace portal::ui
