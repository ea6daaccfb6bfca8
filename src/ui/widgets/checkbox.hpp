#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

struct Checkbox {
    std::string_view key;
    std::string_view label;
    std::string_view detail;  ///< a quieter line under the label
    std::string_view error;   ///< what to do, above it
    bool checked = false;
    bool disabled = false;
    bool required = false;  ///< a form is not sent without it
};

/// True when it was ticked or unticked.
bool checkbox(Ui& ui, Column& column, const Checkbox& checkbox);

}  // namespace portal::ui
