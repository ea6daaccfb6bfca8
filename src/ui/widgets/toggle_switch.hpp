#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

/// A setting that takes effect at once: the label at the left, the switch at the right.
struct Switch {
    std::string_view key;
    std::string_view label;
    std::string_view detail;  ///< a quieter line under the label
    std::string_view error;   ///< why it could not be saved
    bool on = false;
    bool busy = false;  ///< being saved: it stays where it is
    bool disabled = false;
};

/// True when it was switched.
bool toggle_switch(Ui& ui, Column& column, const Switch& toggle);

}  // namespace portal::ui
