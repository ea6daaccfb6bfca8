#pragma once

#include "ui/core/ui.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace portal::ui {

struct Segment {
    std::string_view key;
    std::string_view label;
    bool disabled = false;
};

/// Two to four views of the same thing, one of them shown. Radio buttons to a screen reader and for the arrow keys.
struct SegmentedControl {
    std::string_view key;
    std::string_view name;  ///< accessible name; it has no visible label
    std::string_view chosen;
    std::span<const Segment> segments;
};

/// As wide as the column; under each other where the labels do not fit beside each other. Returns the position of the
/// segment that was chosen now.
std::optional<std::size_t> segmented_control(Ui& ui, Column& column, const SegmentedControl& control);

}  // namespace portal::ui
