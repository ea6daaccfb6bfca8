#include "app/selectors.hpp"
#include "ui/screens/calendar_head.hpp"
#include "ui/screens/calendar_text.hpp"
#include "ui/screens/month_model.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/month_grid.hpp"

#include <algorithm>
#include <iterator>

namespace portal::ui {
namespace {

constexpr float kPanel = 360;
constexpr float kPanelGap = 24;

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

/// What the month's days show, and only that.
void month_legend(Ui& ui, Column& column) {
    const core::Month month = ui.state().route.month;
    std::vector<LegendItem> items =
        care_states(ui.state(), app::occupancy_of(ui.state(), month), month.first(), month.last());
    std::vector<LegendItem> days = free_time(ui.state(), month);
    items.insert(items.end(), std::make_move_iterator(days.begin()), std::make_move_iterator(days.end()));
    legend(ui, column, items);
}

void narrow(Ui& ui, Page& page) {
    Column& column = page.column;
    constexpr float kSide = 16;
    Column head{kSide, column.y + 4, ui.viewport().width - 2 * kSide};
    narrow_calendar_head(ui, head);
    const bool failed = calendar_failure_notice(ui, head);
    pointed_days(ui, head);
    // The grid uses the screen's whole width: days have to be large enough to press.
    const float grid_side = ui.viewport().width < 360 ? 4 : 8;
    Column grid{grid_side, head.y, ui.viewport().width - 2 * grid_side};
    calendar(ui, grid, false);
    Column key{kSide, grid.y + 6, ui.viewport().width - 2 * kSide};
    month_legend(ui, key);
    constexpr float kCardSide = 12;
    Column cards{kCardSide, key.y + 12, ui.viewport().width - 2 * kCardSide};
    if (!failed) {
        day_panel(ui, cards);
    }
    column.y = cards.y;
}

/// The month with its blocks' times, in a card. True when it is there.
bool month_card(Ui& ui, Column& column) {
    bool failed = false;
    {
        Card card(ui, column, 0);
        Column& content = card.content();
        wide_calendar_head(ui, card);
        Column failure = content.inside(20);
        failed = calendar_failure_notice(ui, failure);
        pointed_days(ui, failure);
        content.y = failure.y;
        calendar(ui, content, true);
    }
    Column key{column.x + 20, column.y + 10, column.width - 40};
    month_legend(ui, key);
    column.y = key.y;
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
    if (ui.state().route.whole_year) {
        year_view(ui, page);
    } else if (ui.is_phone()) {
        narrow(ui, page);
    } else if (ui.is_wide()) {
        wide(ui, page);
    } else {
        medium(ui, page);
    }
}

}  // namespace portal::ui
