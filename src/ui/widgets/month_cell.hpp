#pragma once

#include "ui/widgets/month_grid.hpp"

namespace portal::ui {

/// Paints one day of the month grid, `full` with its blocks' times, else with a bar for each.
void paint_day(Ui& ui, const Rect& rect, const DayCell& day, NodeId id, bool full);

/// How high a week has to be.
[[nodiscard]] float week_height(const Ui& ui, const DayCell* monday, bool full);

}  // namespace portal::ui
