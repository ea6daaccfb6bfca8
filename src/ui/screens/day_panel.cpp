#include "app/calendar.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/calendar_text.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/list_row.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

using core::CareState;

const core::ChangeRequest* request_of(const std::vector<core::ChangeRequest>& requests, const core::CareBlock& block) {
    const auto found = std::find_if(requests.begin(), requests.end(),
                                    [&](const core::ChangeRequest& request) { return block.request == request.id; });
    return found == requests.end() ? nullptr : &*found;
}

/// A row about one child's time.
void care_row(Ui& ui, Column& column, std::string_view key, const core::ChildId& child, std::string_view title,
              std::string_view detail, std::string_view note, const std::optional<RowBadge>& badge) {
    const core::Child* who = app::find_child(ui.state(), child);
    ListRow row;
    row.key = key;
    row.title = title;
    row.detail = detail;
    row.note = note;
    row.child = app::child_index(ui.state(), child);
    row.child_name = who != nullptr ? std::string_view(who->first_name) : std::string_view();
    row.badge = badge;
    list_row(ui, column, row);
}

std::string name_of(const Ui& ui, const core::ChildId& id) {
    const core::Child* child = app::find_child(ui.state(), id);
    return child != nullptr ? child->first_name : std::string();
}

void block_row(Ui& ui, Column& column, const core::CareBlock& block, const std::vector<core::ChangeRequest>& requests,
               std::size_t index) {
    const std::string key = "care-" + std::to_string(index);
    const std::string time = app::time_range(block.time);
    if (block.state == CareState::kContract) {
        care_row(ui, column, key, block.child, name_of(ui, block.child),
                 time + " · " + place_name(ui.state(), block.location, block.care_type), {}, std::nullopt);
        return;
    }
    const bool asked = block.state == CareState::kExtraRequested;
    const core::ChangeRequest* request = request_of(requests, block);
    const std::string price = request != nullptr ? app::money(ui.state().language, request->price) : std::string();
    care_row(ui, column, key, block.child, ui.text(Text::extra_title), name_of(ui, block.child) + " · " + time, price,
             asked ? RowBadge{ui.colors().asked, icon::kClock, ui.text(Text::badge_asked)}
                   : RowBadge{ui.colors().approved, icon::kCheck, ui.text(Text::badge_approved)});
}

void rejected_row(Ui& ui, Column& column, const core::ChangeRequest& request) {
    care_row(ui, column, "request-" + request.id.value, request.child, ui.text(Text::extra_title),
             name_of(ui, request.child) + " · " + app::time_range(request.time), request.decision_reason,
             RowBadge{ui.colors().error, icon::kX, ui.text(Text::badge_rejected)});
}

/// The day's care and answers; what there is to say when there is none.
void care_list(Ui& ui, Column& column, core::Date day) {
    const std::vector<core::CareBlock> blocks = app::blocks_on(ui.state(), day);
    const std::vector<core::ChangeRequest> requests = app::requests_on(ui.state(), day);
    const bool rejected = std::any_of(requests.begin(), requests.end(), [](const core::ChangeRequest& request) {
        return request.state == core::RequestState::kRejected;
    });
    if (blocks.empty() && !rejected) {
        column.space(4);
        const auto closed = app::closed_day(ui.state(), day);
        const std::string text = closed ? ui.text(Text::day_closed, {{"name", closed_name(ui.state(), *closed)}})
                                        : std::string(ui.text(Text::day_no_care));
        Paragraph none;
        none.key = "no-care";
        none.text = text;
        none.color = ui.colors().secondary;
        paragraph(ui, column, none);
        return;
    }
    const Group list(ui, Role::kList, "care", ui.text(Text::day_care));
    std::size_t index = 0;
    for (const core::CareBlock& block : blocks) {
        block_row(ui, column, block, requests, index++);
    }
    for (const core::ChangeRequest& request : requests) {
        if (request.state == core::RequestState::kRejected) {
            rejected_row(ui, column, request);
        }
    }
}

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

void day_card(Ui& ui, Column& column, core::Date day, const core::Verdict& verdict, bool ready) {
    Card card(ui, column);
    Column& content = card.content();
    day_title(ui, content, day);
    if (!ready) {
        content.space(14);
        skeleton(ui, content.take(36), 18);
        content.space(16);
        skeleton(ui, content.take(button_height(ui)), radius::kControl);
        return;
    }
    care_list(ui, content, day);
    if (!verdict.allowed()) {
        return;  // the next card says why
    }
    content.space(12);
    Button extra;
    extra.key = "extra";
    extra.label = ui.text(Text::extra_title);
    extra.icon = icon::kPlus;
    if (button(ui, content, extra)) {
        ui.emit(app::ExtraOpened{day});
    }
}

/// Until when, in how long.
std::string deadline_text(const Ui& ui, const core::Verdict& verdict) {
    if (!verdict.deadline) {
        return std::string(ui.text(Text::verdict_allowed));
    }
    return ui.text(Text::verdict_until, {{"moment", app::moment(ui.state().language, *verdict.deadline)}});
}

/// The same rules that the server decides by, said before anything is asked.
void verdict_card(Ui& ui, Column& column, const core::Verdict& verdict) {
    constexpr float kIcon = 20;
    Card card(ui, column);
    Column& content = card.content();
    Heading title;
    title.key = "verdict-title";
    title.text = ui.text(Text::verdict_title);
    heading(ui, content, title);
    content.space(10);

    const bool allowed = verdict.allowed();
    const Palette& colors = ui.colors();
    const Color color = allowed ? colors.approved.text : colors.secondary;
    const TextStyle name = ui.theme().type(Type::kItem);
    const TextStyle detail = ui.theme().type(Type::kSecondary);
    const std::string text =
        allowed ? deadline_text(ui, verdict) : app::explain(ui.state(), verdict.refusals.front(), verdict);
    const Group list(ui, Role::kList, "verdicts");
    const float top = content.y;
    Column inner{content.x + kIcon + 12, content.y, content.width - kIcon - 12};
    ui.paint().icon({content.x, top + (name.line - kIcon) / 2}, kIcon,
                    allowed ? icon::kCircleCheck : icon::kCircleSlash, color);
    inner.space(draw_text(ui, {inner.x, inner.y}, inner.width, name, ui.text(Text::extra_title), color));
    inner.space(2 + draw_text(ui, {inner.x, inner.y + 2}, inner.width, detail, text, colors.secondary));
    content.y = inner.y;
    const std::string_view word = ui.text(allowed ? Text::verdict_possible : Text::verdict_impossible);
    Node& node = ui.record(Role::kListItem, "extra", {content.x, top, content.width, inner.y - top});
    node.name = std::string(ui.text(Text::extra_title)) + " " + std::string(word) + ": " + text;
}

}  // namespace

void day_panel(Ui& ui, Column& column) {
    const core::Date day = app::shown_day(ui.state());
    const bool ready = app::calendar_ready(ui.state());
    const core::Verdict verdict = ready ? app::day_verdict(ui.state(), day) : core::Verdict{};
    day_card(ui, column, day, verdict, ready);
    if (ready) {
        column.space(ui.is_wide() ? 20 : 12);
        verdict_card(ui, column, verdict);
    }
}

}  // namespace portal::ui
