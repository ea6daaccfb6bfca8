#include "app/calendar.hpp"
#include "app/selectors.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <string>

namespace portal::ui {
namespace {

/// 'vandaag' or 'morgen'; empty for other days.
std::string_view nearness(const Ui& ui, core::Date day) {
    const int ahead = day - app::today(ui.state());
    if (ahead == 0) {
        return ui.text(Text::day_today);
    }
    return ahead == 1 ? ui.text(Text::day_tomorrow) : std::string_view();
}

/// The date in full and how near it is; below it the week, which a phone's month has no room for.
void day_title(Ui& ui, Column& column, core::Date day) {
    constexpr float kGap = 10;
    const TextStyle style = ui.theme().type(Type::kSection);
    const std::string name = app::day_name(ui.state().language, day);
    const float top = column.y;
    Heading title;
    title.key = "day-title";
    title.text = name;
    heading(ui, column, title);
    if (const std::string_view near = nearness(ui, day); !near.empty()) {
        const float width = badge_width(ui, nullptr, near);
        const float date = ui.fonts().width(style, name);
        // Beside the date where that has room, else on a line of its own.
        const bool beside = date + kGap + width <= column.width;
        const Rect place =
            beside ? Rect{column.x + date + kGap, top + (style.line - badge_height(ui)) / 2, width, badge_height(ui)}
                   : Rect{column.x, column.take(badge_height(ui) + 2).y + 2, width, badge_height(ui)};
        badge(ui, {place.x, place.y}, ui.colors().closed, nullptr, near);
        ui.record(Role::kText, "day-near", place).name = near;
    }
    const std::string week = ui.text(Text::month_week_number, {{"number", std::to_string(day.iso_week())}});
    Paragraph below;
    below.key = "day-week";
    below.text = week;
    below.type = Type::kSecondary;
    below.color = ui.colors().secondary;
    paragraph(ui, column, below);
}

void day_card(Ui& ui, Column& column, core::Date day, const core::CareContext* context) {
    Card card(ui, column);
    Column& content = card.content();
    day_title(ui, content, day);
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
        further_links(ui, column, context);
    }
}

}  // namespace portal::ui
