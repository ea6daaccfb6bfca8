#pragma once

#include "core/occupancy.hpp"
#include "ui/core/ui.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace portal::ui {

/// One thing that the calendar draws, and its name.
struct LegendItem {
    enum class Sign : std::uint8_t { kCare, kClosed, kSchoolHoliday };

    Sign sign = Sign::kCare;
    core::CareState state = core::CareState::kContract;  ///< kCare
    std::size_t child = 0;                               ///< kCare: in whose colour
    std::string text;
};

/// The key to a calendar: a quiet row of signs and names, on as many lines as it needs.
void legend(Ui& ui, Column& column, std::span<const LegendItem> items);

/// One of them alone, under each other where texts are long. Paint only. Returns its height.
float legend_line(Ui& ui, Point at, float width, const LegendItem& item);

/// The height that legend_line takes.
[[nodiscard]] float legend_line_height(const Ui& ui, float width, const LegendItem& item);

}  // namespace portal::ui
