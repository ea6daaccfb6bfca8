#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

enum class ButtonKind : std::uint8_t {
    kPrimary,    ///< the one thing that a screen is for
    kSecondary,  ///< beside it
    kQuiet,      ///< text only
    kDanger,     ///< it destroys something
};

/// CSS pixels: what stands that much further left has its label at the edge of the text above.
inline constexpr float kTightPadding = 12;

struct Button {
    std::string_view key;
    std::string_view label;
    ButtonKind kind = ButtonKind::kPrimary;
    const char* icon = nullptr;
    std::string_view description;  ///< why it cannot be pressed, or what pressing means
    bool busy = false;
    bool disabled = false;
    bool submits = false;
    bool tight = false;     ///< in a text: kTightPadding at its sides
    std::string_view file;  ///< it is a link to that file of the API instead
};

/// True when it was activated.
bool button(Ui& ui, const Rect& rect, const Button& button);

/// As wide as the column.
bool button(Ui& ui, Column& column, const Button& button);

[[nodiscard]] float button_height(const Ui& ui);
[[nodiscard]] float button_width(const Ui& ui, const Button& button);

}  // namespace portal::ui
