#include "app/money.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/amount_row.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <string>
#include <vector>

namespace portal::ui {
namespace {

void year_row(Ui& ui, Column& column, const api::StatementEntry& entry) {
    const app::State& state = ui.state();
    app::Route route;
    route.screen = app::Screen::kStatement;
    route.month = core::Month::of(app::today(state));
    route.id = std::to_string(entry.year);
    const std::string title = ui.text(Text::statement_title, {{"year", route.id}});
    const std::string amount = app::money(state.language, entry.total.cost);
    const std::vector<std::string> lines{
        app::hours(state.language, static_cast<int>(entry.total.minutes)),
        entry.published_on
            ? ui.text(Text::statement_published, {{"day", app::plain_date(state.language, *entry.published_on)}})
            : std::string(ui.text(Text::statement_provisional_until))};
    const std::string key = "year-" + route.id;
    const std::string href = app::to_path(route);
    AmountRow row;
    row.key = key;
    row.title = title;
    row.lines = lines;
    row.amount = amount;
    row.icon = icon::kChartColumn;
    row.href = href;
    if (!entry.published_on) {
        row.badge = RowBadge{ui.colors().asked, icon::kClock, ui.text(Text::statement_provisional)};
    }
    if (amount_row(ui, column, row)) {
        ui.emit(app::Navigated{route});
    }
}

void list(Ui& ui, Column& column, const std::vector<api::StatementEntry>& entries) {
    if (entries.empty()) {
        Notice empty;
        empty.key = "empty";
        empty.icon = icon::kChartColumn;
        empty.title = ui.text(Text::statements_empty_title);
        empty.text = ui.text(Text::statements_empty_text);
        notice(ui, column, empty);
        return;
    }
    Paragraph about;
    about.key = "about";
    about.text = ui.text(Text::statements_about);
    paragraph(ui, column, about);
    column.space(16);
    Card card(ui, column);
    Column& content = card.content();
    content.space(-8);
    const Group group(ui, Role::kList, "years", ui.text(Text::app_statements));
    for (const api::StatementEntry& entry : entries) {
        if (&entry != &entries.front()) {
            card.divider();
        }
        year_row(ui, content, entry);
    }
    content.space(-8);
}

}  // namespace

void statements_screen(Ui& ui, Page& page) {
    Column& column = page.column;
    page_head(ui, page, ui.text(Text::app_statements));
    const auto& statements = ui.state().money.statements;
    if (statements.failed()) {
        load_failure(ui, column, statements.failure, statements.value.has_value());
    }
    if (statements.value) {
        list(ui, column, *statements.value);
    } else if (!statements.failed()) {
        skeleton_cards(ui, column, 2);
    }
}

}  // namespace portal::ui
