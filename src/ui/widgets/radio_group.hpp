#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/caption.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace portal::ui {

struct RadioOption {
    std::string_view key;
    std::string_view label;
    std::string_view detail;  ///< a quieter line under the label
    bool disabled = false;
};

/// One of a few short answers. Arrow keys move the choice, as the browser's own radio buttons do.
struct RadioGroup {
    std::string_view key;
    Caption caption;
    std::string_view chosen;  ///< key of the chosen option; empty: none yet
    std::span<const RadioOption> options;
    bool disabled = false;
    bool required = false;
};

/// Position of the option that was chosen now.
std::optional<std::size_t> radio_group(Ui& ui, Column& column, const RadioGroup& group);

}  // namespace portal::ui
