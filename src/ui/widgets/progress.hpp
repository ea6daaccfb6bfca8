#pragma once

#include "ui/core/ui.hpp"

#include <optional>
#include <string_view>

namespace portal::ui {

/// How far something has come, or how much of something is used.
struct Progress {
    std::string_view key;
    std::string_view label;
    std::string_view value;      ///< in words, "34 van 46 weken"
    std::optional<float> share;  ///< 0 to 1; none while nobody knows
    bool exceeded = false;       ///< more was used than there is
};

void progress(Ui& ui, Column& column, const Progress& progress);

}  // namespace portal::ui
