#include "app/overview.hpp"
#include "app/calendar.hpp"
#include "app/explain.hpp"
#include "app/extra_days.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/overview_parts.hpp"
#include "ui/screens/request_look.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/unfold_button.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using core::RequestKind;

/// The first day that can be asked; where none can, the form on today's says why.
core::Date extra_day(const Ui& ui) {
    const core::Date today = app::today(ui.state());
    if (!app::verdicts_ready(ui.state())) {
        return today + 1;
    }
    const std::vector<core::Date> days = app::extra_days(ui.state(), app::care_context(ui.state()), 1);
    return days.empty() ? today : days.front();
}

void failure_part(Ui& ui, Column& column, bool ready) {
    const app::Failure calendar = app::calendar_failure(ui.state());
    const app::Failure failure = calendar != app::Failure::kNone ? calendar : app::verdicts_failure(ui.state());
    if (failure != app::Failure::kNone) {
        load_failure(ui, column, failure, ready);
        column.space(12);
    }
}

/// The portal keeps nothing for when there is no network, and cannot change that.
void storage_part(Ui& ui, Column& column) {
    const app::StorageFault fault = ui.state().storage_fault;
    if (fault != app::StorageFault::kNone) {
        Banner told;
        told.key = "storage";
        told.text = ui.text(fault == app::StorageFault::kFull ? Text::storage_full : Text::storage_unavailable);
        banner(ui, column, told);
        column.space(12);
    }
}

/// Beside each other on wide screens: today at the left, the week at the right, the rest where there is more room.
void parts(Ui& ui, Column& column) {
    const float gap = ui.is_wide() ? 20 : 12;
    Column left = column;
    if (ui.is_wide()) {
        left.width = (column.width - gap) * 0.5F;
    }
    notice_part(ui, left);
    today_part(ui, left);
    left.space(gap);
    action_part(ui, left);
    Column right = left;
    if (ui.is_wide()) {
        right = {column.x + left.width + gap, column.y, column.width - left.width - gap};
    } else {
        right.space(24);
    }
    week_part(ui, right);
    Column& rest = ui.is_wide() && left.y < right.y ? left : right;
    rest.space(24);
    news_part(ui, rest);
    column.y = std::max(left.y, right.y);
}

/// The way to a longer text: a button that unfolds it. Returns whether it is unfolded.
bool unfolds(Ui& ui, Column& column, std::string_view label) {
    Button show;
    show.key = "read";
    show.label = label;
    show.kind = ButtonKind::kQuiet;
    show.tight = true;
    const Rect row = column.take(button_height(ui));
    return unfold_button(ui, {row.x - kTightPadding, row.y, std::min(row.width, button_width(ui, show)), row.height},
                         show);
}

}  // namespace

void notice_part(Ui& ui, Column& column) {
    constexpr std::size_t kShort = 200;  // characters: more would push today off a phone's screen
    const app::State& state = ui.state();
    const api::Notice* told = app::current_notice(state);
    if (told == nullptr) {
        return;
    }
    {
        const Group region(ui, Role::kRegion, "notice-" + told->id, told->title);
        Card card(ui, column);
        Column& content = card.content();
        const core::Date day = core::amsterdam::local_time(told->published_at).date;
        const std::string from =
            ui.text(Text::overview_notice_from, {{"organisation", state.account ? state.account->organisation : ""},
                                                 {"day", app::plain_date(state.language, day)}});
        Paragraph sender;
        sender.key = "from";
        sender.text = from;
        sender.type = Type::kSecondary;
        sender.color = ui.colors().secondary;
        paragraph(ui, content, sender);
        Heading title;
        title.key = "title";
        title.text = told->title;
        heading(ui, content, title);
        content.space(4);
        if (told->text.size() <= kShort || unfolds(ui, content, ui.text(Text::overview_notice_read))) {
            Paragraph text;
            text.key = "text";
            text.text = told->text;
            paragraph(ui, content, text);
        }
    }
    column.space(ui.is_wide() ? 20 : 12);
}

void action_part(Ui& ui, Column& column) {
    constexpr float kGap = 8;
    Button sick;
    sick.key = "sick";
    sick.label = app::action_name(ui.state().language, RequestKind::kSick);
    sick.kind = ButtonKind::kSecondary;
    sick.icon = icon_of(RequestKind::kSick);
    Button extra;
    extra.key = "extra";
    extra.label = app::action_name(ui.state().language, RequestKind::kExtra);
    extra.kind = ButtonKind::kSecondary;
    extra.icon = icon_of(RequestKind::kExtra);
    const float half = (column.width - kGap) / 2;
    const bool beside = std::max(button_width(ui, sick), button_width(ui, extra)) <= half;
    const Rect row = column.take(button_height(ui));
    if (button(ui, {row.x, row.y, beside ? half : row.width, row.height}, sick)) {
        ui.emit(app::FormOpened{RequestKind::kSick, app::sick_day(ui.state())});
    }
    Rect rest{row.x + half + kGap, row.y, half, row.height};
    if (!beside) {
        column.space(kGap);
        rest = column.take(button_height(ui));
    }
    if (button(ui, rest, extra)) {
        ui.emit(app::FormOpened{RequestKind::kExtra, extra_day(ui)});
    }
}

std::string_view greeting(const Ui& ui) {
    const core::TimeOfDay now = core::amsterdam::local_time(ui.state().now).time;
    if (now < core::TimeOfDay{12, 0}) {
        return ui.text(Text::overview_greeting_morning);
    }
    return ui.text(now < core::TimeOfDay{18, 0} ? Text::overview_greeting_afternoon : Text::overview_greeting_evening);
}

void overview_screen(Ui& ui, Page& page) {
    constexpr float kWidest = 760;
    Column& column = page.column;
    const float width = ui.is_wide() ? column.width : std::min(column.width, kWidest * ui.theme().text_scale);
    column = {column.x + (column.width - width) / 2, column.y, width};
    page_head(ui, page, greeting(ui));
    const bool ready = app::knows_day(ui.state(), app::today(ui.state()));
    failure_part(ui, column, ready);
    storage_part(ui, column);
    if (ready) {
        parts(ui, column);
    } else if (app::calendar_failure(ui.state()) == app::Failure::kNone) {
        skeleton_cards(ui, column, 3);
    }
}

}  // namespace portal::ui
