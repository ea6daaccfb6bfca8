#include "ui/widgets/year_grid.hpp"

#include "ui/widgets/month_grid.hpp"
#include "ui/widgets/page_swipe.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/tooltip.hpp"
#include "ui/widgets/year_month.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

using core::Date;

constexpr float kMonthGap = 14;
constexpr float kRowGap = 12;
constexpr std::size_t kMostColumns = 4;

/// Where the months stand: rows of equally wide ones, each row as high as its highest month.
struct Places {
    YearMetrics metrics;
    std::vector<Rect> months;
    float height = 0;
};

std::size_t columns_in(const Ui& ui, float width) {
    const float narrowest = narrowest_year_month(ui);
    std::size_t columns = 1;
    while (columns < kMostColumns &&
           narrowest * static_cast<float>(columns + 1) + kMonthGap * static_cast<float>(columns) <= width) {
        ++columns;
    }
    return columns;
}

Places place_months(const Ui& ui, const Column& column, const YearModel& model) {
    const std::size_t columns = columns_in(ui, column.width);
    const float gaps = kMonthGap * static_cast<float>(columns - 1);
    const float width = (column.width - gaps) / static_cast<float>(columns);
    Places places;
    places.metrics = measure_year_month(ui, width, model.lanes);
    float y = column.y;
    for (std::size_t first = 0; first < model.months.size(); first += columns) {
        float height = 0;
        for (std::size_t i = first; i < std::min(first + columns, model.months.size()); ++i) {
            height = std::max(height, year_month_height(ui, places.metrics, model.months[i]));
        }
        for (std::size_t i = first; i < std::min(first + columns, model.months.size()); ++i) {
            places.months.push_back({column.x + static_cast<float>(i - first) * (width + kMonthGap), y, width, height});
        }
        y += height + kRowGap;
    }
    places.height = y - kRowGap - column.y;
    return places;
}

/// The day that Tab leads to.
Date tab_day(Ui& ui, const YearGrid& grid) {
    const std::optional<Date>& day = ui.memory().grid_day;
    if (day && day->year() == grid.model.year) {
        return *day;
    }
    for (const YearMonth& month : grid.model.months) {
        for (std::size_t i = 0; i < month.days.size(); ++i) {
            if (month.days[i].today) {
                return month.month.first() + static_cast<int>(i);
            }
        }
    }
    return grid.home.first();
}

void handle_keys(Ui& ui, NodeId area, const YearGrid& grid, YearGridResult& result) {
    const Date before = tab_day(ui, grid);
    Date day = before;
    for (const semantics::Key key : ui.keys(area)) {
        day = moved_by(key, day);
    }
    if (day == before) {
        return;
    }
    ui.memory().grid_day = day;
    ui.memory().focus_day = day;
    ui.redo();
    if (day.year() != grid.model.year) {
        result.turned_to = day.year();
    }
}

void handle_months(Ui& ui, const YearMonthResult& month, YearGridResult& result) {
    Memory& memory = ui.memory();
    if (month.chosen) {
        result.chosen = month.chosen;
        memory.grid_day = month.chosen;
        memory.focus_day = month.chosen;
    }
    if (month.title_pressed) {
        result.chosen_month = month.title_pressed;
        memory.grid_day.reset();
        memory.focus_day = month.title_pressed->first();
    }
}

/// A year beside the one that is there: seen while the page moves, never reached.
void paint_neighbour(Ui& ui, const Column& column, const YearModel& model, float x) {
    const Point offset = ui.paint().offset();
    ui.paint().set_offset({offset.x + x, offset.y});
    const Places places = place_months(ui, column, model);
    for (std::size_t i = 0; i < model.months.size(); ++i) {
        paint_year_month(ui, places.months[i], places.metrics, model.months[i]);
    }
    ui.paint().set_offset(offset);
}

/// The month that a parent comes from is in sight when the year appears, as soon as heights are known; so is today's
/// when it is asked for.
void show_home(Ui& ui, const Places& places, const YearGrid& grid) {
    Memory& memory = ui.memory();
    const bool sought = memory.sought == grid.home;
    memory.wants_home = memory.wants_home || !memory.whole_year;
    if (grid.model.loading || !(memory.wants_home || sought)) {
        return;
    }
    memory.wants_home = false;
    if (!sought && ui.viewport().scroll_y > 0 && memory.whole_year) {
        return;  // the parent has begun to look already
    }
    memory.sought.reset();
    const Rect& home = places.months[static_cast<std::size_t>(grid.home.month) - 1];
    constexpr float kBarsAtMost = 160;  // at the top and the bottom of a phone
    if (sought || bottom(home) > ui.viewport().height - kBarsAtMost / 2) {
        memory.wanted_scroll = std::max(0.0F, bottom(home) - ui.viewport().height + kBarsAtMost);
    }
}

}  // namespace

YearGridResult year_grid(Ui& ui, Column& column, const YearGrid& grid) {
    YearGridResult result;
    const Places places = place_months(ui, column, grid.model);
    Group area(ui, Role::kGroup, "year-grid", std::to_string(grid.model.year));
    area.node().takes_keys = true;
    area.node().swipes = true;
    area.node().busy = grid.model.loading;
    area.set_rect({column.x, column.y, column.width, places.height});
    show_home(ui, places, grid);
    // A page that leaves at the screen's edges has the margins between itself and the next.
    const float side = grid.clipped ? 0 : column.x;
    const float pitch = column.width + (grid.clipped ? kMonthGap : 2 * side);
    if (const int step = swiped(ui, area.id(), pitch); step != 0) {
        result.turned_to = grid.model.year + step;
    }

    const float away = swipe_offset(ui);
    const Point offset = ui.paint().offset();
    if (away != 0) {
        const int step = away > 0 ? -1 : 1;
        ui.paint().push_clip({column.x - side, column.y, column.width + 2 * side, places.height});
        paint_neighbour(ui, column, grid.neighbour(grid.model.year + step), away + static_cast<float>(step) * pitch);
        ui.paint().set_offset({offset.x + away, offset.y});
    }
    YearMonthInput input{tab_day(ui, grid), grid.heading_level, std::nullopt, {}};
    for (std::size_t i = 0; i < grid.model.months.size(); ++i) {
        paint_year_month(ui, places.months[i], places.metrics, grid.model.months[i]);
        handle_months(ui, record_year_month(ui, places.months[i], places.metrics, grid.model.months[i], input), result);
    }
    if (away != 0) {
        ui.paint().set_offset(offset);
        ui.paint().pop_clip();
    } else if (input.hint_place) {
        tooltip(ui, *input.hint_place, input.hint);
    }
    handle_keys(ui, area.id(), grid, result);
    column.space(places.height);
    return result;
}

}  // namespace portal::ui
