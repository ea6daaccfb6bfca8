#pragma once

#include "core/date.hpp"
#include "core/occupancy.hpp"
#include "ui/core/ui.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace portal::ui {

/// Care of one child in a cell.
struct DayMark {
    std::size_t child = 0;  ///< its position in the family
    std::string initial;
    std::string time;   ///< "07:30–18:30"
    std::string start;  ///< "07:30", where the whole does not fit
    core::CareState state = core::CareState::kContract;
};

struct DayCell {
    core::Date date;
    bool in_month = false;
    bool today = false;
    bool chosen = false;
    std::string closed;  ///< name of the closing day; empty when open
    std::string name;    ///< all of it in words
    std::vector<DayMark> marks;
};

/// What a month's calendar shows: whole weeks.
struct MonthModel {
    core::Month month;
    std::vector<DayCell> days;  ///< a multiple of seven, from a Monday
    bool loading = false;       ///< nothing is known yet
};

struct MonthGrid {
    const MonthModel& model;
    /// Care blocks with their times in the cells, else a bar for each.
    bool full = false;
    /// The months beside it, drawn while a finger moves the calendar.
    std::function<MonthModel(core::Month)> neighbour;
};

struct MonthGridResult {
    std::optional<core::Date> chosen;
    std::optional<core::Month> turned_to;  ///< by keys or a swipe
};

/// The calendar of a month as a grid: one stop for Tab, arrow keys within, swipes turn the page.
MonthGridResult month_grid(Ui& ui, Column& column, const MonthGrid& grid);

}  // namespace portal::ui
