#pragma once

#include "ui/core/ui.hpp"

namespace portal::ui {

/// What a day of the calendar lies on, the same in the month, the year and the legend. Paint only.

/// Stripes: nobody can come.
void closed_ground(Ui& ui, const Rect& rect);

/// A band behind the number of a day, with a line along its top: schools have a holiday.
void school_holiday_ground(Ui& ui, const Rect& rect);

/// The ring around the day that has keyboard focus, outside of whatever else surrounds it.
void day_ring(Ui& ui, const Rect& rect, float radius);

}  // namespace portal::ui
