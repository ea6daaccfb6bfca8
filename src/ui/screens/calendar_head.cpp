#include "ui/screens/calendar_head.hpp"

#include "app/calendar.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/widgets/chip.hpp"
#include "ui/widgets/icon_button.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace portal::ui {
namespace {

constexpr float kGap = 8;

bool is_year(const Ui& ui) {
    return ui.state().route.whole_year;
}

std::string title_of(const Ui& ui) {
    const core::Month month = ui.state().route.month;
    return is_year(ui) ? std::to_string(month.year) : app::month_name(ui.state().language, month);
}

void turn(Ui& ui, int step) {
    const core::Month month = ui.state().route.month;
    if (is_year(ui)) {
        ui.emit(app::YearChosen{month.year + step});
    } else {
        ui.emit(app::MonthChosen{month.plus(step)});
    }
}

// --- Today and the arrows --------------------------------------------------------------------------------------------

std::string_view today_label(const Ui& ui) {
    return ui.text(is_year(ui) ? Text::year_this : Text::month_today);
}

float today_width(const Ui& ui) {
    return ui.fonts().width(ui.theme().type(Type::kSecondaryStrong), today_label(ui)) + 28;
}

float row_height(const Ui& ui) {
    return std::max(kTarget, ui.theme().type(Type::kSecondaryStrong).line + 16);
}

/// 'Vandaag' or 'Dit jaar': a pill.
void today_button(Ui& ui, const Rect& rect) {
    Node& node = ui.record(Role::kButton, "today", rect);
    node.name = today_label(ui);
    const NodeId id = node.id;
    const Rect pill = inset(rect, 0, std::max(0.0F, (rect.height - 36) / 2));
    ui.paint().fill(pill, ui.colors().accent_tint, pill.height / 2);
    if (ui.theme().high_contrast) {
        ui.paint().outline(pill, ui.colors().control, pill.height / 2);
    }
    if (ui.hovered(id) || ui.pressed(id)) {
        ui.paint().fill(pill, faded(ui.colors().accent, ui.pressed(id) ? 0.16F : 0.08F), pill.height / 2);
    }
    draw_line(ui, pill, ui.theme().type(Type::kSecondaryStrong), today_label(ui), ui.colors().accent, Align::kCentre);
    ui.focus_ring(id, inset(pill, 1), pill.height / 2 - 1);
    if (!ui.clicked(id)) {
        return;
    }
    ui.memory().grid_day.reset();
    if (is_year(ui)) {
        const core::Month now = core::Month::of(app::today(ui.state()));
        ui.memory().sought = now;
        ui.emit(app::Navigated{{app::Screen::kChanges, now, std::nullopt, std::nullopt, true}});
    } else {
        ui.emit(app::TodayPressed{});
    }
}

/// The arrows against the right side of `row`.
void arrows(Ui& ui, const Rect& row) {
    const bool year = is_year(ui);
    const float y = row.y + (row.height - kTarget) / 2;
    IconButton step;
    step.key = "previous";
    step.name = ui.text(year ? Text::year_previous : Text::month_previous);
    step.icon = icon::kChevronLeft;
    if (icon_button(ui, {right(row) - 2 * kTarget, y, kTarget, kTarget}, step)) {
        turn(ui, -1);
    }
    step.key = "next";
    step.name = ui.text(year ? Text::year_next : Text::month_next);
    step.icon = icon::kChevronRight;
    if (icon_button(ui, {right(row) - kTarget, y, kTarget, kTarget}, step)) {
        turn(ui, 1);
    }
}

// --- Title, view and children ----------------------------------------------------------------------------------------

/// The month's or year's name. Where no bar shows the screen's title, it is that as well.
void calendar_title(Ui& ui, const Rect& row, bool is_screen_title) {
    const std::string title = title_of(ui);
    const TextStyle style = fitted(ui, ui.theme().type(Type::kTitle), title, row.width, 16);
    const float width = draw_line(ui, row, style, title, ui.colors().text);
    const Rect rect{row.x, row.y + (row.height - style.line) / 2, width, style.line};
    Node& node = ui.record(Role::kHeading, is_screen_title ? kTitleKey : "month", rect);
    node.name = title;
    node.level = is_screen_title ? 1 : 2;
    node.live = semantics::Live::kPolite;  // turning the page says what came
    if (is_screen_title) {
        node.name = std::string(ui.text(Text::app_changes)) + ", " + title;
        node.focusable = true;
        node.tab_stop = false;
    }
}

/// As wide as its labels need; the wider one decides, because both are equally wide.
float view_width(const Ui& ui) {
    constexpr float kPadding = 14;
    const TextStyle style = ui.theme().type(Type::kSecondaryStrong);
    return 2 * (std::max(ui.fonts().width(style, ui.text(Text::calendar_view_month)),
                         ui.fonts().width(style, ui.text(Text::calendar_view_year))) +
                2 * kPadding);
}

/// 'Maand' or 'Jaar'.
void view_choice(Ui& ui, Column& column) {
    const std::array<Segment, 2> views{
        {{"month", ui.text(Text::calendar_view_month), false}, {"year", ui.text(Text::calendar_view_year), false}}};
    SegmentedControl control;
    control.key = "view";
    control.name = ui.text(Text::calendar_view);
    control.chosen = views[is_year(ui) ? 1 : 0].key;
    control.segments = views;
    const std::optional<std::size_t> chosen = segmented_control(ui, column, control);
    if (chosen == 1U) {
        ui.emit(app::YearChosen{ui.state().route.month.year});
    } else if (chosen == 0U) {
        ui.emit(app::MonthChosen{ui.state().route.month});
    }
}

bool has_children(const Ui& ui) {
    return ui.state().family.value && ui.state().family.value->children.size() > 1;
}

Chip everybody(const Ui& ui) {
    Chip chip;
    chip.key = "everybody";
    chip.label = ui.text(Text::month_everybody);
    chip.chosen = !ui.state().only_child;
    return chip;
}

Chip chip_of(const Ui& ui, const core::Child& child, std::size_t index) {
    Chip chip;
    chip.key = child.id.value;
    chip.label = child.first_name;
    chip.child = index;
    chip.chosen = ui.state().only_child == child.id;
    return chip;
}

float children_width(const Ui& ui) {
    float width = ChipRow::width(ui, everybody(ui));
    for (const core::Child& child : ui.state().family.value->children) {
        width += kGap + ChipRow::width(ui, chip_of(ui, child, 0));
    }
    return width;
}

void child_chips(Ui& ui, Column& column) {
    if (!has_children(ui)) {
        return;
    }
    const Group group(ui, Role::kGroup, "children", ui.text(Text::month_children));
    ChipRow row(ui, column);
    if (row.add(everybody(ui))) {
        ui.emit(app::ChildShown{});
    }
    std::size_t index = 0;
    for (const core::Child& child : ui.state().family.value->children) {
        if (row.add(chip_of(ui, child, index++))) {
            ui.emit(app::ChildShown{child.id});
        }
    }
}

}  // namespace

void narrow_calendar_head(Ui& ui, Column& column) {
    const Rect row = column.take(std::max(row_height(ui), ui.theme().type(Type::kTitle).line));
    calendar_title(ui, {row.x, row.y, row.width - 2 * kTarget, row.height}, false);
    arrows(ui, {row.x, row.y, row.width + 8, row.height});
    Column views{column.x, column.y, std::min(column.width, view_width(ui))};
    const bool beside = view_width(ui) + kGap + today_width(ui) <= column.width;
    view_choice(ui, views);
    const Rect today{column.x + (beside ? column.width - today_width(ui) : 0), beside ? column.y : views.y,
                     today_width(ui), row_height(ui)};
    today_button(ui, today);
    column.y = std::max(views.y, bottom(today)) + 2;
    child_chips(ui, column);
}

void wide_calendar_head(Ui& ui, Card& card) {
    constexpr float kSide = 20;
    Column& content = card.content();
    const float height = ChipRow::height(ui) + 16;
    const Rect row = content.take(height);
    const float title =
        std::max(ui.fonts().width(ui.theme().type(Type::kTitle), title_of(ui)) + 1, 150 * ui.theme().text_scale);
    const float pager = today_width(ui) + kGap + 2 * kTarget;
    float x = row.x + kSide;
    const float end = right(row) - kGap - pager - 2 * kGap;
    const bool room_for_title = x + title + 2 * kGap + view_width(ui) <= end;
    calendar_title(ui, {x, row.y, room_for_title ? title : end - x, row.height}, true);
    x += title + 2 * kGap;
    const bool one_line =
        room_for_title && (!has_children(ui) || x + view_width(ui) + 3 * kGap + children_width(ui) <= end);
    Column views{x, row.y + 8, view_width(ui)};
    if (room_for_title) {
        view_choice(ui, views);
    }
    if (one_line) {
        Column children{x + view_width(ui) + 3 * kGap, row.y + 8, end - x - view_width(ui) - 3 * kGap};
        child_chips(ui, children);
    }
    const float middle = row.y + (row.height - row_height(ui)) / 2;
    today_button(ui, {right(row) - kGap - pager, middle, today_width(ui), row_height(ui)});
    arrows(ui, {row.x, row.y, row.width - kGap, row.height});
    if (!one_line) {
        Column below{row.x + kSide, content.y - 4, content.width - 2 * kSide};
        if (!room_for_title) {
            view_choice(ui, below);
        }
        child_chips(ui, below);
        content.y = below.y + (below.y > content.y ? 8.0F : 0.0F);
    }
}

bool calendar_failure_notice(Ui& ui, Column& column) {
    const app::Failure failure = app::calendar_failure(ui.state());
    if (failure == app::Failure::kNone) {
        return false;
    }
    const bool ready = is_year(ui) ? app::year_ready(ui.state()) : app::calendar_ready(ui.state());
    load_failure(ui, column, failure, ready);
    return !ready;
}

}  // namespace portal::ui
