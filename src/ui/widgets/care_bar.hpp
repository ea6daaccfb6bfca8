#pragma once

#include "core/occupancy.hpp"
#include "ui/core/ui.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace portal::ui {

/// One child's care of one day: colour and initial of the child, pattern and icon of each state.
struct CareBar {
    std::size_t child = 0;  ///< its position in the family
    std::string_view initial;
    std::span<const core::CareState> states;  ///< by time; beside each other
};

/// Paint only. Icons and initial are left out where they have no room.
void care_bar(Ui& ui, const Rect& rect, const CareBar& bar);

/// The same a few pixels high, without letters and icons. Paint only.
void care_line(Ui& ui, const Rect& rect, std::size_t child, core::CareState state);

/// How high a bar with letters has to be.
[[nodiscard]] float care_bar_height(const Ui& ui);

}  // namespace portal::ui
