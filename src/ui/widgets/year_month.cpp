#include "ui/widgets/year_month.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/care_bar.hpp"
#include "ui/widgets/day_ground.hpp"
#include "ui/widgets/month_cell.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

using core::Date;

constexpr int kDaysOfWeek = 7;
/// WCAG 2.2, 2.5.8: https://www.w3.org/TR/WCAG22/#target-size-minimum. A press beside a day opens its month all the
/// same.
constexpr float kSmallestDay = 24;
constexpr float kRoomy = 34;
constexpr float kTop = 6;
constexpr float kMarkGap = 1;
constexpr float kNoteGap = 4;
constexpr float kBelowDays = 6;

int column_of(Date day) {
    return static_cast<int>(day.weekday());
}

int weeks_of(const core::Month& month) {
    return (column_of(month.first()) + static_cast<int>(month.last() - month.first()) + kDaysOfWeek) / kDaysOfWeek;
}

Rect cell_of(const Rect& place, const YearMetrics& metrics, const core::Month& month, int index) {
    const int position = column_of(month.first()) + index;
    const int row = position / kDaysOfWeek;
    const int column = position % kDaysOfWeek;
    return {place.x + static_cast<float>(column) * metrics.cell_width,
            place.y + metrics.title_height + metrics.head_height + static_cast<float>(row) * metrics.cell_height,
            metrics.cell_width, metrics.cell_height};
}

float days_bottom(const Rect& place, const YearMetrics& metrics, const core::Month& month) {
    return place.y + metrics.title_height + metrics.head_height +
           static_cast<float>(weeks_of(month)) * metrics.cell_height;
}

float total_height(const Ui& ui) {
    return ui.theme().type(Type::kCaption).line + 4;
}

// --- Days ------------------------------------------------------------------------------------------------------------

/// A child's states of one day beside each other in its lane; one neutral line where several children share a lane.
void paint_marks(Ui& ui, const Rect& cell, const YearMetrics& metrics, const YearDay& day) {
    constexpr float kSide = 4;
    const float top = cell.y + kTop + metrics.number.line + 1;
    for (std::size_t i = 0; i < day.marks.size(); ++i) {
        const YearMark& mark = day.marks[i];
        const std::size_t lane = SharedLane::of(mark.lane, metrics.lanes);
        std::size_t before = 0;
        std::size_t all = 0;
        bool alone = true;
        for (std::size_t j = 0; j < day.marks.size(); ++j) {
            if (SharedLane::of(day.marks[j].lane, metrics.lanes) == lane) {
                alone = alone && day.marks[j].lane == mark.lane;
                before += j < i ? 1 : 0;
                ++all;
            }
        }
        const float y = top + static_cast<float>(lane) * (metrics.mark + kMarkGap);
        const Rect line{cell.x + kSide, y, cell.width - 2 * kSide, metrics.mark};
        if (!alone) {
            ui.paint().fill(line, ui.colors().secondary, 1);
            continue;
        }
        const float width = (line.width + 1) / static_cast<float>(all);
        care_line(ui, {line.x + static_cast<float>(before) * width, y, width - 1, line.height}, mark.child, mark.state);
    }
}

void paint_number(Ui& ui, const Rect& cell, const YearMetrics& metrics, const YearDay& day, Date date) {
    TextStyle style = metrics.number;
    Color color = date.is_weekend() ? ui.colors().secondary : ui.colors().text;
    const std::string number = std::to_string(date.day());
    const Rect line{cell.x, cell.y + kTop - 1, cell.width, style.line};
    if (day.today) {
        style.weight = Weight::kExtraBold;
        const float width = ui.fonts().width(style, number) + 8;
        ui.paint().fill(centred(line, width, style.line), ui.colors().accent, 5);
        color = ui.colors().on_accent;
    }
    draw_line(ui, line, style, number, color, Align::kCentre);
}

void paint_day(Ui& ui, const Rect& cell, const YearMetrics& metrics, const YearDay& day, Date date) {
    if (day.closed) {
        closed_ground(ui, inset(cell, 1));
    }
    if (day.school_holiday) {
        school_holiday_ground(ui, {cell.x, cell.y + 2, cell.width, metrics.number.line + 4});
    }
    paint_number(ui, cell, metrics, day, date);
    paint_marks(ui, cell, metrics, day);
}

// --- Around the days -------------------------------------------------------------------------------------------------

void paint_heads(Ui& ui, const Rect& place, const YearMetrics& metrics) {
    TextStyle style = ui.theme().type(Type::kCaption);
    style.size *= 10.0F / 12;
    for (int i = 0; i < kDaysOfWeek; ++i) {
        const Rect head{place.x + static_cast<float>(i) * metrics.cell_width, place.y + metrics.title_height,
                        metrics.cell_width, metrics.head_height};
        draw_line(ui, head, style, app::weekday_short(ui.state().language, static_cast<core::Weekday>(i)),
                  ui.colors().secondary, Align::kCentre);
    }
}

void paint_total(Ui& ui, const Rect& line, const YearTotal& total) {
    const float size = ui.theme().type(Type::kCaption).line;
    child_avatar(ui, {line.x, line.y + (line.height - size) / 2, size, size}, total.child, total.child_name);
    const float x = size + 6;
    TextStyle style = ui.theme().type(Type::kCaption);
    style = fitted(ui, style, total.text, line.width - x, 9);
    draw_line(ui, {line.x + x, line.y, line.width - x, line.height}, style, total.text, ui.colors().text);
}

/// Calls back with each line below the days and its place.
template <class Note, class Total>
void below_days(const Ui& ui, const Rect& place, const YearMetrics& metrics, const YearMonth& month, Note&& note,
                Total&& total) {
    float y = days_bottom(place, metrics, month.month) + kBelowDays;
    for (const LegendItem& item : month.free_time) {
        const float height = legend_line_height(ui, place.width, item);
        note(Rect{place.x, y, place.width, height}, item);
        y += height + kNoteGap;
    }
    for (const YearTotal& each : month.totals) {
        total(Rect{place.x, y, place.width, total_height(ui)}, each);
        y += total_height(ui);
    }
}

}  // namespace

float narrowest_year_month(const Ui& ui) {
    return kDaysOfWeek * kSmallestDay * std::max(1.0F, ui.theme().text_scale);
}

YearMetrics measure_year_month(const Ui& ui, float width, std::size_t lanes) {
    YearMetrics metrics;
    const float scale = ui.theme().text_scale;
    metrics.title_height = std::max(kTarget, ui.theme().type(Type::kSection).line + 12);
    metrics.head_height = 15 * scale;
    metrics.cell_width = width / kDaysOfWeek;
    const bool roomy = metrics.cell_width >= kRoomy * scale;
    metrics.number = roomy ? TextStyle{Weight::kSemiBold, 13 * scale, 17 * scale}
                           : TextStyle{Weight::kSemiBold, 11.5F * scale, 14 * scale};
    metrics.mark = roomy ? 4 : 3;
    metrics.lanes = lanes;
    const float marks = static_cast<float>(SharedLane::count(lanes)) * (metrics.mark + kMarkGap);
    metrics.cell_height = std::max(kSmallestDay, kTop + metrics.number.line + marks + 3);
    return metrics;
}

float year_month_height(const Ui& ui, const YearMetrics& metrics, const YearMonth& month) {
    float height = days_bottom({}, metrics, month.month) + kBelowDays;
    for (const LegendItem& item : month.free_time) {
        height += legend_line_height(ui, metrics.cell_width * kDaysOfWeek, item) + kNoteGap;
    }
    // Room for the totals is there before they are, so that nothing moves when they come.
    return height + static_cast<float>(metrics.lanes) * total_height(ui);
}

void paint_year_month(Ui& ui, const Rect& place, const YearMetrics& metrics, const YearMonth& month) {
    if (!ui.paint().sees(place)) {
        return;
    }
    constexpr float kIcon = 16;
    const TextStyle style = ui.theme().type(Type::kSection);
    // Nearer to its days than to the month above.
    const Rect title{place.x + 4, place.y + 8, place.width - 8, metrics.title_height - 8};
    const float width = draw_line(ui, title, style, month.title, ui.colors().text);
    ui.paint().icon({title.x + width + 4, title.y + (title.height - kIcon) / 2}, kIcon, icon::kChevronRight,
                    ui.colors().accent);
    paint_heads(ui, place, metrics);
    for (std::size_t i = 0; i < month.days.size(); ++i) {
        const auto index = static_cast<int>(i);
        paint_day(ui, cell_of(place, metrics, month.month, index), metrics, month.days[i], month.month.first() + index);
    }
    below_days(
        ui, place, metrics, month,
        [&](const Rect& line, const LegendItem& item) {
            legend_line(ui, {line.x, line.y}, line.width, item);
        },
        [&](const Rect& line, const YearTotal& total) { paint_total(ui, line, total); });
}

// --- Meaning ---------------------------------------------------------------------------------------------------------

namespace {

bool record_title(Ui& ui, const Rect& place, const YearMetrics& metrics, const YearMonth& month, std::uint8_t level) {
    const Rect row{place.x, place.y, place.width, metrics.title_height};
    Node& heading = ui.record(Role::kHeading, "title", row);
    heading.name = month.name;
    heading.level = level;
    Node& open = ui.record(Role::kButton, "open", row);
    open.name = ui.text(Text::year_show_month, {{"month", month.name}});
    open.tab_stop = false;  // by keyboard every day leads to its month
    const NodeId id = open.id;
    if (ui.hovered(id) || ui.pressed(id)) {
        ui.paint().fill(row, faded(ui.colors().accent, ui.pressed(id) ? 0.14F : 0.06F), radius::kMark);
    }
    ui.focus_ring(id, inset(row, 4), radius::kMark - 4);
    return ui.clicked(id);
}

void record_day(Ui& ui, const Rect& cell, const YearDay& day, Date date, YearMonthInput& input,
                YearMonthResult& result) {
    Memory& memory = ui.memory();
    Node& node = ui.record(Role::kGridCell, date.to_string(), cell);
    node.name = day.name;
    node.column = static_cast<std::uint16_t>(column_of(date) + 1);
    node.current = day.today;
    node.focusable = true;
    node.tab_stop = date == input.tab_day;
    const NodeId id = node.id;
    if (ui.event(id, semantics::EventKind::kFocus) != nullptr) {
        memory.grid_day = date;
    }
    if (memory.focus_day == date) {
        memory.focus_day.reset();
        ui.want_focus(id);
    }
    if (ui.clicked(id)) {
        result.chosen = date;
    }
    const bool pointed = ui.hovered(id) || ui.pressed(id);
    if (pointed) {
        ui.paint().fill(cell, faded(ui.colors().accent, ui.pressed(id) ? 0.2F : 0.12F), 6);
    }
    if (ui.ringed(id)) {
        day_ring(ui, inset(cell, 2), 4);
    }
    if (ui.hovered(id) || ui.ringed(id)) {
        input.hint_place = cell;
        input.hint = day.name;
    }
}

void record_days(Ui& ui, const Rect& place, const YearMetrics& metrics, const YearMonth& month, YearMonthInput& input,
                 YearMonthResult& result) {
    const Group grid(ui, Role::kGrid, "days", ui.text(Text::year_days, {{"month", month.name}}));
    const auto count = static_cast<int>(month.days.size());
    for (int first = 0; first < count;) {
        const Date date = month.month.first() + first;
        const int next = std::min(count, first + kDaysOfWeek - column_of(date));
        Group row(ui, Role::kRow, date.to_string());
        row.node().row = static_cast<std::uint16_t>((column_of(month.month.first()) + first) / kDaysOfWeek + 1);
        for (; first < next; ++first) {
            record_day(ui, cell_of(place, metrics, month.month, first), month.days[static_cast<std::size_t>(first)],
                       month.month.first() + first, input, result);
        }
    }
}

}  // namespace

YearMonthResult record_year_month(Ui& ui, const Rect& place, const YearMetrics& metrics, const YearMonth& month,
                                  YearMonthInput& input) {
    YearMonthResult result;
    Group group(ui, Role::kGroup, month.month.to_string());
    group.set_rect(place);
    if (record_title(ui, place, metrics, month, input.heading_level)) {
        result.title_pressed = month.month;
    }
    record_days(ui, place, metrics, month, input, result);
    if (!month.free_time.empty() || !month.totals.empty()) {
        const Group list(ui, Role::kList, "below", ui.text(Text::year_totals, {{"month", month.name}}));
        int count = 0;
        const auto item = [&](const Rect& line, std::string_view name) {
            ui.record(Role::kListItem, "item-" + std::to_string(count++), line).name = name;
        };
        below_days(
            ui, place, metrics, month, [&](const Rect& line, const LegendItem& note) { item(line, note.text); },
            [&](const Rect& line, const YearTotal& total) { item(line, total.name); });
    }
    return result;
}

}  // namespace portal::ui
