#pragma once

#include "app/state.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What the calendar's month and year derive from the state.
namespace portal::app {

/// Whether the calendar shows the child: every child does, unless it is narrowed to one.
[[nodiscard]] bool is_shown(const State& state, const core::ChildId& child);

/// The children that the calendar shows, in the family's order.
[[nodiscard]] std::vector<const core::Child*> shown_children(const State& state);

/// The occupancy of the year as last known; nothing before its first answer.
[[nodiscard]] const api::Occupancy* occupancy_of_year(const State& state, int year);

/// What the year's page needs is there: family, locations and the shown year.
[[nodiscard]] bool year_ready(const State& state);

/// Why the shown month or year is not there, or not as it is now.
[[nodiscard]] Failure calendar_failure(const State& state);

/// A day without care for a shown child.
struct ClosedDay {
    std::string name;   ///< of the holiday or closing day
    std::string place;  ///< the location that is closed; empty when no shown child can come
};

/// Why `day` is closed for a shown child who is placed then; nothing when it is open for all of them.
[[nodiscard]] std::optional<ClosedDay> closed_day(const State& state, core::Date day);

[[nodiscard]] const core::SchoolHoliday* school_holiday(const State& state, core::Date day);

/// Care that a child has in a month, contract and approved changes together; what is only asked does not count.
struct CareTotal {
    std::size_t child = 0;  ///< its position in the family
    int days = 0;
    int minutes = 0;
};

/// Of each shown child, as far as the year is known.
[[nodiscard]] std::vector<CareTotal> care_totals(const State& state, core::Month month);

}  // namespace portal::app
