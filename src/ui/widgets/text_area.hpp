#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/caption.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace portal::ui {

/// A text of several lines.
struct TextArea {
    std::string_view key;
    Caption caption;
    std::string_view value;
    int lines = 4;                   ///< that are in sight; a longer text scrolls in its box
    std::uint16_t max_length = 500;  ///< in characters; what is left of them stands below when it becomes little
    bool disabled = false;
};

/// The new text when the parent changed it.
const std::string* text_area(Ui& ui, Column& column, const TextArea& area);

}  // namespace portal::ui
