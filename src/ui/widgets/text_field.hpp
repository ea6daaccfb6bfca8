#pragma once

#include "ui/core/ui.hpp"

#include <string>
#include <string_view>

namespace portal::ui {

struct TextField {
    std::string_view key;
    std::string_view label;
    std::string_view value;
    std::string_view hint;
    std::string_view error;         ///< what to do
    std::string_view autocomplete;  ///< the HTML autofill token
    semantics::InputKind kind = semantics::InputKind::kText;
    bool required = false;
    bool disabled = false;
};

/// A box to type in, with label, hint and error above it. The browser draws the text in it. Returns the new text when
/// the parent changed it.
const std::string* text_field(Ui& ui, Column& column, const TextField& field);

/// A field for a password with a button that shows what was typed.
struct PasswordField {
    TextField field;
    std::string_view show_name;  ///< accessible name of that button
    bool shown = false;
    bool toggled = false;  ///< out: that button was pressed
};
const std::string* password_field(Ui& ui, Column& column, PasswordField& field);

}  // namespace portal::ui
