#pragma once

#include "core/date.hpp"
#include "core/occupancy.hpp"
#include "ui/core/ui.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace portal::ui {

/// Care of one child in a cell.
struct DayMark {
    std::size_t child = 0;  ///< its position in the family
    std::size_t lane = 0;   ///< its position among the children that are shown
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
    bool school_holiday = false;
    bool pointed = false;  ///< stands out: it is one of the days that were asked for
    std::string closed;    ///< name of the closing day; empty when open
    std::string name;      ///< all of it in words
    std::string hint;      ///< what a narrow cell has no room to write, in words; empty for nothing
    std::vector<DayMark> marks;
};

/// What a month's calendar shows: whole weeks.
struct MonthModel {
    core::Month month;
    std::vector<DayCell> days;  ///< a multiple of seven, from a Monday
    std::size_t lanes = 1;      ///< children that are shown
    bool loading = false;       ///< nothing is known yet
};

struct MonthGrid {
    const MonthModel& model;
    /// Care blocks with their times in the cells, else a bar in each child's lane.
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

/// Where an arrow, Home, End, Page Up or Page Down leads from `day`, in the month and in the year.
[[nodiscard]] core::Date moved_by(semantics::Key key, core::Date day);

}  // namespace portal::ui
