#pragma once

#include "ui/core/ui.hpp"

#include <string>
#include <string_view>

namespace portal::ui {

/// What stands above a field or a group of choices: its label, a hint, and an error that says what to do. Above,
/// because below it lists of the browser and a phone's keyboard would cover them.
struct Caption {
    std::string_view label;
    std::string_view hint;
    std::string_view error;
};

/// Paint only; the field says it in its name and description.
void caption(Ui& ui, Column& column, const Caption& caption);

/// The height that it takes.
[[nodiscard]] float caption_height(const Ui& ui, float width, const Caption& caption);

/// What is read out after the name.
[[nodiscard]] std::string description_of(const Caption& caption);

/// An error alone, with its icon. Paint only.
void error_line(Ui& ui, Column& column, std::string_view error);

}  // namespace portal::ui
