#include "app/selectors.hpp"
#include "ui/screens/calendar_head.hpp"
#include "ui/screens/calendar_text.hpp"
#include "ui/screens/screens.hpp"
#include "ui/screens/year_model.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/year_grid.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

void year(Ui& ui, Column& column, bool narrow) {
    const core::Month home = ui.state().route.month;
    const YearModel model = year_model(ui.state(), home.year);
    YearGrid grid{model, home, 2, false, [&ui](int other) { return year_model(ui.state(), other, false); }};
    grid.heading_level = narrow ? 3 : 2;
    grid.clipped = !narrow;
    const YearGridResult result = year_grid(ui, column, grid);
    if (result.chosen) {
        ui.emit(app::DayChosen{*result.chosen});
    }
    if (result.chosen_month) {
        ui.emit(app::MonthChosen{*result.chosen_month});
    }
    if (result.turned_to) {
        ui.emit(app::YearChosen{*result.turned_to});
    }
}

/// What the marks of the year mean; days off have their names below each month.
void year_legend(Ui& ui, Column& column) {
    const int shown = ui.state().route.month.year;
    const core::Month january{shown, 1};
    const std::vector<LegendItem> items =
        care_states(ui.state(), app::occupancy_of_year(ui.state(), shown), january.first(), january.plus(11).last());
    legend(ui, column, items);
    column.space(items.empty() ? 0.0F : 8.0F);
}

void narrow(Ui& ui, Page& page) {
    constexpr float kSide = 16;
    constexpr float kGridSide = 8;
    Column head{kSide, page.column.y + 4, ui.viewport().width - 2 * kSide};
    narrow_calendar_head(ui, head);
    head.space(6);
    const bool failed = calendar_failure_notice(ui, head);
    year_legend(ui, head);
    Column grid{kGridSide, head.y, ui.viewport().width - 2 * kGridSide};
    if (!failed) {
        year(ui, grid, true);
    }
    page.column.y = grid.y;
}

void broad(Ui& ui, Page& page) {
    constexpr float kWidest = 1240;
    constexpr float kInside = 20;
    const float margin = ui.is_wide() ? 32 : 24;
    const float width = std::min(kWidest, ui.viewport().width - 2 * margin);
    Column column{(ui.viewport().width - width) / 2, page.column.y + (ui.is_wide() ? 20.0F : 16.0F), width};
    {
        Card card(ui, column, 0);
        Column& content = card.content();
        wide_calendar_head(ui, card);
        Column inside = content.inside(kInside);
        const bool failed = calendar_failure_notice(ui, inside);
        year_legend(ui, inside);
        if (!failed) {
            year(ui, inside, false);
        }
        inside.space(kInside);
        content.y = inside.y;
    }
    page.column.y = column.y;
}

}  // namespace

void year_view(Ui& ui, Page& page) {
    if (ui.is_phone()) {
        narrow(ui, page);
    } else {
        broad(ui, page);
    }
}

}  // namespace portal::ui
