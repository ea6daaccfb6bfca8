#include "ui/widgets/month_grid.hpp"

#include "ui/widgets/month_cell.hpp"
#include "ui/widgets/page_swipe.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/tooltip.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

using core::Date;
using core::Month;
using semantics::Key;

constexpr int kDaysOfWeek = 7;

struct Metrics {
    Rect whole;
    float week_width = 0;  ///< of the column with week numbers
    float cell_width = 0;
    float head_height = 0;
    bool shows_weeks = true;
};

Metrics measure(const Ui& ui, const Column& column, bool full) {
    Metrics metrics;
    metrics.whole = {column.x, column.y, column.width, 0};
    const float wanted = (full ? 24.0F : 16.0F) + 12 * ui.theme().text_scale;
    // Days stay large enough to press before week numbers get room.
    const float most = column.width - kDaysOfWeek * kTarget;
    metrics.week_width = std::clamp(most, 0.0F, wanted);
    metrics.shows_weeks = metrics.week_width > 10 + 10 * ui.theme().text_scale;
    if (!metrics.shows_weeks) {
        metrics.week_width = std::min(metrics.week_width, 4.0F);
    }
    metrics.cell_width = (column.width - metrics.week_width) / kDaysOfWeek;
    metrics.head_height = ui.theme().type(Type::kCaption).line + (full ? 20.0F : 8.0F);
    return metrics;
}

Rect cell_rect(const Metrics& metrics, int column, float y, float height) {
    return {metrics.whole.x + metrics.week_width + static_cast<float>(column) * metrics.cell_width, y,
            metrics.cell_width, height};
}

void column_heads(Ui& ui, const Metrics& metrics, bool full) {
    Group row(ui, Role::kRow, "head");
    row.node().row = 1;
    const TextStyle style = ui.theme().type(Type::kCaption);
    const Rect week{metrics.whole.x, metrics.whole.y, metrics.week_width, metrics.head_height};
    {
        Node& node = ui.record(Role::kColumnHeader, "week", week);
        node.name = ui.text(Text::month_week);
        node.column = 1;
    }
    for (int i = 0; i < kDaysOfWeek; ++i) {
        const auto weekday = static_cast<core::Weekday>(i);
        const Rect rect = cell_rect(metrics, i, metrics.whole.y, metrics.head_height);
        const std::string name = app::weekday_long(ui.state().language, weekday);
        Node& node = ui.record(Role::kColumnHeader, name, rect);
        node.name = name;
        node.column = static_cast<std::uint16_t>(i + 2);
        const Rect text = full ? Rect{rect.x + 10, rect.y, rect.width - 10, rect.height} : rect;
        draw_line(ui, text, style, app::weekday_short(ui.state().language, weekday), ui.colors().secondary,
                  full ? Align::kLeft : Align::kCentre);
    }
}

void week_number(Ui& ui, const Metrics& metrics, float y, int week) {
    if (!metrics.shows_weeks) {
        return;
    }
    const Rect line{metrics.whole.x, y + 5, metrics.week_width, ui.theme().type(Type::kDay).line};
    TextStyle style = ui.theme().type(Type::kCaption);
    draw_line(ui, line, style, std::to_string(week), ui.colors().secondary, Align::kCentre);
}

/// The grid's lines, behind whose cells nothing else is.
void paint_lines(Ui& ui, const Metrics& metrics, float y, float height) {
    const Color line = ui.colors().line;
    ui.paint().line({metrics.whole.x, y}, {right(metrics.whole), y}, line);
    for (int i = 0; i < kDaysOfWeek; ++i) {
        const float x = cell_rect(metrics, i, 0, 0).x;
        ui.paint().line({x, y}, {x, y + height}, line);
    }
}

/// The day that Tab leads to.
Date tab_day(const Memory& memory, const MonthModel& model) {
    if (memory.grid_day && Month::of(*memory.grid_day) == model.month) {
        return *memory.grid_day;
    }
    Date day = model.month.first();
    for (const DayCell& cell : model.days) {
        if (cell.in_month && cell.chosen) {
            day = cell.date;
        }
    }
    return day;
}

Date same_day(Date day, Month month) {
    return std::min(month.first() + (day.day() - 1), month.last());
}

/// Comes after the days have noticed where focus went: quick keys arrive together with what the one before moved.
void handle_keys(Ui& ui, NodeId grid, const MonthModel& model, MonthGridResult& result) {
    Memory& memory = ui.memory();
    const Date before = tab_day(memory, model);
    Date day = before;
    for (const Key key : ui.keys(grid)) {
        day = moved_by(key, day);
    }
    if (day == before) {
        return;
    }
    memory.grid_day = day;
    memory.focus_day = day;
    ui.redo();
    if (Month::of(day) != model.month) {
        result.turned_to = Month::of(day);
    }
}

/// What one pass over the days has found.
struct Found {
    MonthGridResult& result;
    Date tab_day;
    std::optional<Rect> ring;       ///< of the cell with keyboard focus
    const DayCell* hint = nullptr;  ///< the day to say more about
    Rect hint_place;
};

/// Records one day and takes what happened to it. Returns its id.
NodeId record_day(Ui& ui, const DayCell& day, const Rect& rect, std::uint16_t column, Found& found) {
    Memory& memory = ui.memory();
    Node& node = ui.record(Role::kGridCell, day.date.to_string(), rect);
    node.name = day.name;
    node.column = column;
    node.selected = day.chosen ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    node.current = day.today;
    node.focusable = true;
    node.tab_stop = day.date == found.tab_day;
    const NodeId id = node.id;
    if (ui.event(id, semantics::EventKind::kFocus) != nullptr) {
        memory.grid_day = day.date;
    }
    if (memory.focus_day == day.date && day.in_month) {
        memory.focus_day.reset();
        ui.want_focus(id);
    }
    if (ui.clicked(id)) {
        memory.grid_day = day.date;
        found.result.chosen = day.date;
    }
    if (ui.ringed(id)) {
        found.ring = rect;
    }
    if (!day.hint.empty() && (ui.hovered(id) || ui.ringed(id))) {
        found.hint = &day;
        found.hint_place = rect;
    }
    return id;
}

/// One week of the grid that is really there.
void week(Ui& ui, const Metrics& metrics, const MonthGrid& grid, std::size_t first, float y, Found& found) {
    const DayCell* const days = &grid.model.days[first];
    const float height = week_height(ui, grid.model, first, grid.full);
    Group row(ui, Role::kRow, "week-" + days[0].date.to_string());
    row.node().row = static_cast<std::uint16_t>(first / kDaysOfWeek + 2);
    const int number = days[0].date.iso_week();
    {
        Node& node = ui.record(Role::kRowHeader, "number", {metrics.whole.x, y, metrics.week_width, height});
        node.name = ui.text(Text::month_week_number, {{"number", std::to_string(number)}});
        node.column = 1;
    }
    if (grid.full) {
        paint_lines(ui, metrics, y, height);
    }
    week_number(ui, metrics, y, number);
    for (int i = 0; i < kDaysOfWeek; ++i) {
        const Rect rect = cell_rect(metrics, i, y, height);
        const NodeId id = record_day(ui, days[i], rect, static_cast<std::uint16_t>(i + 2), found);
        paint_day(ui, rect, days[i], id, grid.full, grid.model.lanes);
    }
}

/// A month beside the one that is there: seen while the calendar moves, never reached.
void paint_neighbour(Ui& ui, const Metrics& metrics, const MonthModel& model, bool full, float x) {
    const Point offset = ui.paint().offset();
    ui.paint().set_offset({offset.x + x, offset.y});
    float y = metrics.whole.y + metrics.head_height;
    for (std::size_t first = 0; first < model.days.size(); first += kDaysOfWeek) {
        const float height = week_height(ui, model, first, full);
        if (full) {
            paint_lines(ui, metrics, y, height);
        }
        week_number(ui, metrics, y, model.days[first].date.iso_week());
        for (int i = 0; i < kDaysOfWeek; ++i) {
            paint_day(ui, cell_rect(metrics, i, y, height), model.days[first + static_cast<std::size_t>(i)],
                      semantics::kNoNode, full, model.lanes);
        }
        y += height;
    }
    ui.paint().set_offset(offset);
}

void weeks(Ui& ui, const Metrics& metrics, const MonthGrid& grid, Found& found) {
    float y = metrics.whole.y + metrics.head_height;
    for (std::size_t first = 0; first < grid.model.days.size(); first += kDaysOfWeek) {
        week(ui, metrics, grid, first, y, found);
        y += week_height(ui, grid.model, first, grid.full);
    }
}

/// The weeks where a finger has them, between those of the month that comes in.
void moving_weeks(Ui& ui, const Metrics& metrics, const MonthGrid& grid, float away, Found& found) {
    const Point offset = ui.paint().offset();
    const int step = away > 0 ? -1 : 1;
    // In a card the weeks leave at its edges, on a phone at those of the screen.
    const Rect& whole = metrics.whole;
    const float side = grid.full ? 0 : whole.x;
    ui.paint().push_clip({whole.x - side, whole.y + metrics.head_height - 1, whole.width + 2 * side,
                          whole.height - metrics.head_height + 1});
    paint_neighbour(ui, metrics, grid.neighbour(grid.model.month.plus(step)), grid.full,
                    away + static_cast<float>(step) * whole.width);
    ui.paint().set_offset({offset.x + away, offset.y});
    weeks(ui, metrics, grid, found);
    ui.paint().set_offset(offset);
    ui.paint().pop_clip();
}

}  // namespace

Date moved_by(Key key, Date day) {
    switch (key) {
        case Key::kLeft:
            return day - 1;
        case Key::kRight:
            return day + 1;
        case Key::kUp:
            return day - kDaysOfWeek;
        case Key::kDown:
            return day + kDaysOfWeek;
        case Key::kHome:
            return day.monday();
        case Key::kEnd:
            return day.monday() + (kDaysOfWeek - 1);
        case Key::kPageUp:
            return same_day(day, Month::of(day).plus(-1));
        case Key::kPageDown:
            return same_day(day, Month::of(day).plus(1));
        default:
            return day;
    }
}

MonthGridResult month_grid(Ui& ui, Column& column, const MonthGrid& grid) {
    MonthGridResult result;
    Group group(ui, Role::kGrid, "month-grid", app::month_name(ui.state().language, grid.model.month));
    Node& node = group.node();
    node.takes_keys = true;
    node.swipes = true;
    node.busy = grid.model.loading;
    Metrics metrics = measure(ui, column, grid.full);
    for (std::size_t first = 0; first < grid.model.days.size(); first += kDaysOfWeek) {
        metrics.whole.height += week_height(ui, grid.model, first, grid.full);
    }
    metrics.whole.height += metrics.head_height;
    if (const int step = swiped(ui, group.id(), metrics.whole.width); step != 0) {
        result.turned_to = grid.model.month.plus(step);
    }

    column_heads(ui, metrics, grid.full);
    Found found{result, tab_day(ui.memory(), grid.model), std::nullopt, nullptr, {}};
    if (const float away = swipe_offset(ui); away != 0) {
        moving_weeks(ui, metrics, grid, away, found);
    } else {
        weeks(ui, metrics, grid, found);
        if (found.ring) {
            paint_day_ring(ui, *found.ring, grid.full);
        }
        if (found.hint != nullptr && !grid.full) {
            tooltip(ui, found.hint_place, found.hint->hint);
        }
    }
    handle_keys(ui, group.id(), grid.model, result);
    group.set_rect(column.take(metrics.whole.height));
    return result;
}

}  // namespace portal::ui
