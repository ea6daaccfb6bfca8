#pragma once

#include "ui/core/ui.hpp"

namespace portal::ui {

/// The state's short message, above what lies at the bottom of the screen (`above`, CSS pixels). Emits ToastClosed.
void toast(Ui& ui, float above);

}  // namespace portal::ui
