#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

/// What a checkbox and a radio button have in common: a mark, a label and a quieter second line, pressed as one.
struct ChoiceRow {
    Role role = Role::kCheckbox;  ///< or kRadio
    std::string_view key;
    std::string_view label;
    std::string_view detail;
    std::string_view description;  ///< read out after the label and the second line
    bool chosen = false;
    bool disabled = false;
    bool invalid = false;
    bool required = false;
};

/// True when it was pressed.
bool choice_row(Ui& ui, Column& column, const ChoiceRow& row);

/// The circle of a radio button. Paint only.
void radio_mark(Ui& ui, const Rect& square, bool chosen, Color edge);

}  // namespace portal::ui
