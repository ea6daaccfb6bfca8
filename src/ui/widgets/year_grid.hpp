#pragma once

#include "core/date.hpp"
#include "core/occupancy.hpp"
#include "ui/core/ui.hpp"
#include "ui/widgets/legend.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace portal::ui {

/// Care of one child on one day of the year.
struct YearMark {
    std::size_t child = 0;  ///< its position in the family
    std::size_t lane = 0;   ///< its position among the children that are shown
    core::CareState state = core::CareState::kContract;
};

struct YearDay {
    bool today = false;
    bool closed = false;
    bool school_holiday = false;
    std::string name;  ///< all of it in words
    std::vector<YearMark> marks;
};

/// The care of one child in one month.
struct YearTotal {
    std::size_t child = 0;  ///< its position in the family
    std::string child_name;
    std::string text;  ///< "13 dagen · 104 uur"
    std::string name;  ///< the same with the child's name, in words
};

struct YearMonth {
    core::Month month;
    std::string title;          ///< "november"
    std::string name;           ///< "november 2026"
    std::vector<YearDay> days;  ///< from the first on
    std::vector<LegendItem> free_time;
    std::vector<YearTotal> totals;
};

struct YearModel {
    int year = 0;
    std::array<YearMonth, 12> months;
    std::size_t lanes = 1;  ///< children that are shown
    bool loading = false;   ///< nothing is known yet
};

struct YearGrid {
    const YearModel& model;
    core::Month home;                ///< the month to have in sight when the year appears
    std::uint8_t heading_level = 2;  ///< of the months' names
    bool clipped = false;            ///< a page that moves leaves at the column's edges, else at those of the screen
    /// The years beside it, drawn while a finger moves the page.
    std::function<YearModel(int)> neighbour;
};

struct YearGridResult {
    std::optional<core::Date> chosen;
    std::optional<core::Month> chosen_month;  ///< its title was pressed
    std::optional<int> turned_to;             ///< by keys or a swipe
};

/// Twelve small months, as many beside each other as have room: one stop for Tab, arrow keys walk over the days, swipes
/// turn to the next year.
YearGridResult year_grid(Ui& ui, Column& column, const YearGrid& grid);

}  // namespace portal::ui
