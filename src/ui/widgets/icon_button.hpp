#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

struct IconButton {
    std::string_view key;
    std::string_view name;  ///< what it does, for who does not see the icon
    const char* icon = nullptr;
    semantics::Toggle pressed = semantics::Toggle::kNone;
};

/// A square of kTarget or more that shows only an icon. True when it was activated.
bool icon_button(Ui& ui, const Rect& rect, const IconButton& button);

}  // namespace portal::ui
