#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/month_model.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/chip.hpp"
#include "ui/widgets/icon_button.hpp"
#include "ui/widgets/month_grid.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kPanel = 360;
constexpr float kPanelGap = 24;

/// 'Vandaag': a pill.
bool today_button(Ui& ui, const Rect& rect) {
    Node& node = ui.record(Role::kButton, "today", rect);
    node.name = ui.text(Text::month_today);
    const NodeId id = node.id;
    const Rect pill = inset(rect, 0, std::max(0.0F, (rect.height - 36) / 2));
    ui.paint().fill(pill, ui.colors().accent_tint, pill.height / 2);
    if (ui.hovered(id) || ui.pressed(id)) {
        ui.paint().fill(pill, faded(ui.colors().accent, ui.pressed(id) ? 0.16F : 0.08F), pill.height / 2);
    }
    draw_line(ui, pill, ui.theme().type(Type::kSecondaryStrong), ui.text(Text::month_today), ui.colors().accent,
              Align::kCentre);
    ui.focus_ring(id, inset(pill, 1), pill.height / 2 - 1);
    return ui.clicked(id);
}

float pager_width(const Ui& ui) {
    return ui.fonts().width(ui.theme().type(Type::kSecondaryStrong), ui.text(Text::month_today)) + 28 + 2 * kTarget + 8;
}

/// 'Vandaag' and the arrows, against the right side of `row`; `spread` puts 'Vandaag' at its left.
void pager(Ui& ui, const Rect& row, bool spread = false) {
    const core::Month month = ui.state().route.month;
    const float today_width = pager_width(ui) - 2 * kTarget - 8;
    const float height = std::max(kTarget, ui.theme().type(Type::kSecondaryStrong).line + 16);
    const Rect line = centred(row, row.width, height);
    const float x = right(row) - pager_width(ui) + 8;
    if (today_button(ui, {spread ? row.x : x, line.y, today_width, height})) {
        ui.memory().grid_day.reset();
        ui.emit(app::TodayPressed{});
    }
    IconButton step;
    step.key = "previous-month";
    step.name = ui.text(Text::month_previous);
    step.icon = icon::kChevronLeft;
    const float y = row.y + (row.height - kTarget) / 2;
    if (icon_button(ui, {x + today_width + 8, y, kTarget, kTarget}, step)) {
        ui.emit(app::MonthChosen{month.plus(-1)});
    }
    step.key = "next-month";
    step.name = ui.text(Text::month_next);
    step.icon = icon::kChevronRight;
    if (icon_button(ui, {x + today_width + 8 + kTarget, y, kTarget, kTarget}, step)) {
        ui.emit(app::MonthChosen{month.plus(1)});
    }
}

/// The month's name. Where no bar shows the screen's title, it is that as well.
void month_title(Ui& ui, const Rect& row, bool is_screen_title) {
    const std::string month = app::month_name(ui.state().language, ui.state().route.month);
    const TextStyle style = fitted(ui, ui.theme().type(Type::kTitle), month, row.width, 16);
    const float width = draw_line(ui, row, style, month, ui.colors().text);
    const Rect rect{row.x, row.y + (row.height - style.line) / 2, width, style.line};
    Node& node = ui.record(Role::kHeading, is_screen_title ? kTitleKey : "month", rect);
    node.name = month;
    node.level = is_screen_title ? 1 : 2;
    node.live = semantics::Live::kPolite;  // turning the page says which month came
    if (is_screen_title) {
        node.name = std::string(ui.text(Text::app_changes)) + ", " + month;
        node.focusable = true;
        node.tab_stop = false;
    }
}

void child_chips(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    if (!state.family.value || state.family.value->children.size() < 2) {
        return;
    }
    const Group group(ui, Role::kGroup, "children", ui.text(Text::month_children));
    ChipRow row(ui, column);
    Chip everybody;
    everybody.key = "everybody";
    everybody.label = ui.text(Text::month_everybody);
    everybody.chosen = !state.only_child;
    if (row.add(everybody)) {
        ui.emit(app::ChildShown{});
    }
    std::size_t index = 0;
    for (const core::Child& child : state.family.value->children) {
        Chip chip;
        chip.key = child.id.value;
        chip.label = child.first_name;
        chip.child = index++;
        chip.chosen = state.only_child == child.id;
        if (row.add(chip)) {
            ui.emit(app::ChildShown{child.id});
        }
    }
}

/// Why the month is not there, or not as it is now.
app::Failure month_failure(const app::State& state) {
    const auto found = state.months.find(state.route.month);
    if (found != state.months.end() && found->second.failed()) {
        return found->second.failure;
    }
    if (state.family.failed()) {
        return state.family.failure;
    }
    return state.locations.failed() ? state.locations.failure : app::Failure::kNone;
}

/// True when there is nothing of the month to show below.
bool draw_month_failure(Ui& ui, Column& column) {
    const app::Failure failure = month_failure(ui.state());
    if (failure == app::Failure::kNone) {
        return false;
    }
    const bool ready = app::calendar_ready(ui.state());
    load_failure(ui, column, failure, ready);
    return !ready;
}

void calendar(Ui& ui, Column& column, bool full) {
    const MonthModel model = month_model(ui.state(), ui.state().route.month);
    const MonthGrid grid{model, full, [&ui](core::Month month) { return month_model(ui.state(), month); }};
    const MonthGridResult result = month_grid(ui, column, grid);
    if (result.chosen) {
        ui.emit(app::DayChosen{*result.chosen});
    }
    if (result.turned_to) {
        ui.emit(app::MonthChosen{*result.turned_to});
    }
}

/// Title and pager on one line, or on two where that is too narrow.
void phone_head(Ui& ui, Column& column) {
    const std::string month = app::month_name(ui.state().language, ui.state().route.month);
    const float title = ui.fonts().width(ui.theme().type(Type::kTitle), month);
    const float height = std::max(kTarget, ui.theme().type(Type::kTitle).line);
    const Rect row = column.take(height);
    if (title + 8 + pager_width(ui) <= column.width) {
        month_title(ui, {row.x, row.y, row.width - pager_width(ui) - 8, row.height}, false);
        pager(ui, {row.x, row.y, row.width + 8, row.height});
        return;
    }
    month_title(ui, row, false);
    pager(ui, column.take(height), true);
}

void narrow(Ui& ui, Page& page) {
    Column& column = page.column;
    constexpr float kSide = 16;
    Column head{kSide, column.y + 8, ui.viewport().width - 2 * kSide};
    phone_head(ui, head);
    head.space(2);
    child_chips(ui, head);
    head.space(2);
    const bool failed = draw_month_failure(ui, head);
    // The grid uses the screen's whole width: days have to be large enough to press.
    const float grid_side = ui.viewport().width < 360 ? 4 : 8;
    Column grid{grid_side, head.y, ui.viewport().width - 2 * grid_side};
    calendar(ui, grid, false);
    constexpr float kCardSide = 12;
    Column cards{kCardSide, grid.y + 12, ui.viewport().width - 2 * kCardSide};
    if (!failed) {
        day_panel(ui, cards);
    }
    column.y = cards.y;
}

void wide_head(Ui& ui, Card& card) {
    Column& content = card.content();
    const float chips_space = content.width - 32 - pager_width(ui);
    const std::string month = app::month_name(ui.state().language, ui.state().route.month);
    const float title = std::max(ui.fonts().width(ui.theme().type(Type::kTitle), month), 190.0F);
    // Many or long names get a line of their own.
    float chips = 0;
    if (ui.state().family.value && ui.state().family.value->children.size() > 1) {
        Chip everybody;
        everybody.label = ui.text(Text::month_everybody);
        chips = ChipRow::width(ui, everybody);
        for (const core::Child& child : ui.state().family.value->children) {
            Chip chip;
            chip.label = child.first_name;
            chip.child = 0;
            chips += 8 + ChipRow::width(ui, chip);
        }
    }
    const bool one_line = title + 16 + chips + 16 <= chips_space;
    const float height = ChipRow::height(ui) + 16;
    const Rect row = content.take(height);
    month_title(ui, {row.x + 20, row.y, chips_space - (one_line ? chips + 16 : 0), row.height}, true);
    if (one_line) {
        Column place{row.x + 20 + chips_space - chips - 8, row.y + 8, chips + 1};
        child_chips(ui, place);
    }
    pager(ui, {row.x, row.y, row.width - 8, row.height});
    if (!one_line) {
        Column place{row.x + 20, content.y, content.width - 40};
        child_chips(ui, place);
        content.y = place.y + 8;
    }
}

/// The month with its blocks' times, in a card. True when it is there.
bool month_card(Ui& ui, Column& column) {
    Card card(ui, column, 0);
    Column& content = card.content();
    wide_head(ui, card);
    Column failure = content.inside(20);
    const bool failed = draw_month_failure(ui, failure);
    content.y = failure.y;
    calendar(ui, content, true);
    return !failed;
}

/// The day under the month.
void medium(Ui& ui, Page& page) {
    constexpr float kSide = 24;
    Column column{kSide, page.column.y + 16, ui.viewport().width - 2 * kSide};
    if (month_card(ui, column)) {
        column.space(16);
        day_panel(ui, column);
    }
    page.column.y = column.y;
}

/// The day beside the month.
void wide(Ui& ui, Page& page) {
    constexpr float kWidest = 1240;
    const float width = std::min(kWidest, ui.viewport().width - 64);
    const float left = (ui.viewport().width - width) / 2;
    const float panel = std::min(width * 0.4F, kPanel * std::min(ui.theme().text_scale, 1.3F));
    Column main{left, page.column.y + 20, width - panel - kPanelGap};
    Column side{left + main.width + kPanelGap, main.y, panel};
    if (month_card(ui, main)) {
        const Group aside(ui, Role::kRegion, "day", ui.text(Text::day_panel));
        day_panel(ui, side);
    }
    page.column.y = std::max(main.y, side.y);
}

}  // namespace

void changes_screen(Ui& ui, Page& page) {
    if (ui.is_phone()) {
        narrow(ui, page);
    } else if (ui.is_wide()) {
        wide(ui, page);
    } else {
        medium(ui, page);
    }
}

}  // namespace portal::ui
