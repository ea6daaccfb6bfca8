#include "app/selectors.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <string>

namespace portal::ui {
namespace {

void day_card(Ui& ui, Column& column, core::Date day, const core::CareContext* context) {
    Card card(ui, column);
    Column& content = card.content();
    const std::string name = app::day_name(ui.state().language, day);
    Heading title;
    title.key = "day-title";
    title.text = name;
    heading(ui, content, title);
    if (app::calendar_ready(ui.state())) {
        day_care_list(ui, content, context, day);
        return;
    }
    content.space(14);
    skeleton(ui, content.take(36), 18);
    content.space(16);
    skeleton(ui, content.take(36), 18);
}

/// Where the verdicts will be, or why they are not there.
void waiting_card(Ui& ui, Column& column) {
    Card card(ui, column);
    const app::Failure failure = app::verdicts_failure(ui.state());
    if (failure != app::Failure::kNone) {
        load_failure(ui, card.content(), failure, false);
        return;
    }
    for (int i = 0; i < 4; ++i) {
        skeleton(ui, card.content().take(40), radius::kMark);
        card.content().space(12);
    }
}

}  // namespace

void day_panel(Ui& ui, Column& column) {
    const core::Date day = app::shown_day(ui.state());
    const bool ready = app::calendar_ready(ui.state());
    if (!app::verdicts_ready(ui.state())) {
        day_card(ui, column, day, nullptr);
        column.space(ui.is_wide() ? 20 : 12);
        waiting_card(ui, column);
        return;
    }
    const core::CareContext context = app::care_context(ui.state());
    day_card(ui, column, day, &context);
    if (ready) {
        column.space(ui.is_wide() ? 20 : 12);
        day_actions(ui, column, context, day);
        credit_link(ui, column, context);
    }
}

}  // namespace portal::ui
