#pragma once

#include "ui/widgets/month_grid.hpp"

namespace portal::ui {

/// Paints one day of the month grid, `full` with its blocks' times, else with a bar in each of `lanes` lanes. `cell` is
/// all of its place in the grid.
void paint_day(Ui& ui, const Rect& cell, const DayCell& day, NodeId id, bool full, std::size_t lanes);

/// The ring around the day that has keyboard focus; after all days, because it lies over its neighbours' edges.
void paint_day_ring(Ui& ui, const Rect& cell, bool full);

/// How high the week has to be whose Monday is the day at `first`: a week without care is low.
[[nodiscard]] float week_height(const Ui& ui, const MonthModel& model, std::size_t first, bool full);

/// Puts what the children of a day have into at most three lanes: who has none of their own share the last.
struct SharedLane {
    static constexpr std::size_t kMost = 3;

    /// The lane that a child's care goes to, of `lanes` children that are shown.
    [[nodiscard]] static std::size_t of(std::size_t lane, std::size_t lanes) {
        return lanes > kMost && lane >= kMost - 1 ? kMost - 1 : lane;
    }
    [[nodiscard]] static std::size_t count(std::size_t lanes) { return lanes < kMost ? lanes : kMost; }
};

}  // namespace portal::ui
