#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

/// A radio button with a title, a second line and something at the end of the line, such as a price.
struct OptionCard {
    std::string_view key;
    std::string_view title;
    std::string_view detail;
    std::string_view trailing;
    bool chosen = false;
    bool disabled = false;
};

/// Belongs into a group with the role of a radio group. True when it was chosen.
bool option_card(Ui& ui, Column& column, const OptionCard& option);

}  // namespace portal::ui
