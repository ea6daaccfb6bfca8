#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

struct StateLook {
    Tone tone;
    const char* icon;
    std::string_view label;
};

StateLook look_of(const Ui& ui, core::RequestState state) {
    switch (state) {
        case core::RequestState::kApproved:
            return {ui.colors().approved, icon::kCheck, ui.text(Text::badge_approved)};
        case core::RequestState::kRejected:
            return {ui.colors().error, icon::kX, ui.text(Text::badge_rejected)};
        default:
            return {ui.colors().asked, icon::kClock, ui.text(Text::badge_asked)};
    }
}

/// What was asked, for whom and when, with its state.
void head(Ui& ui, Column& column, const core::ChangeRequest& request, const std::string& name) {
    constexpr float kAvatar = 40;
    constexpr float kTextX = kAvatar + 12;
    const app::Language language = ui.state().language;
    const StateLook look = look_of(ui, request.state);
    const float badge_room = badge_width(ui, look.icon, look.label) + 12;
    const bool beside = column.width - kTextX - badge_room >= 220;
    Column text{column.x + kTextX, column.y, column.width - kTextX - (beside ? badge_room : 0)};
    const float top = text.y;
    const std::string what = std::string(ui.text(Text::extra_title)) + " · " + name;
    Heading title;
    title.key = "what";
    title.text = what;
    title.level = 2;
    title.type = Type::kItem;
    heading(ui, text, title);
    text.space(2);
    quiet_line(ui, text, "when", app::day_name_with_year(language, request.date));
    quiet_line(ui, text, "time", app::time_range(request.time) + " · " + app::money(language, request.price));
    const float height = badge_height(ui);
    const Point at = beside ? Point{column.x + column.width - badge_room + 12, top} : Point{text.x, text.y + 8};
    badge(ui, at, look.tone, look.icon, look.label);
    ui.record(Role::kText, "state", {at.x, at.y, badge_room - 12, height}).name = look.label;
    child_avatar(ui, {column.x, top, kAvatar, kAvatar}, app::child_index(ui.state(), request.child), name);
    column.y = std::max(beside ? text.y : at.y + height, top + kAvatar);
}

void request_card(Ui& ui, Column& column, const core::ChangeRequest& request) {
    const core::Child* child = app::find_child(ui.state(), request.child);
    const std::string name = child != nullptr ? child->first_name : std::string();
    const app::Language language = ui.state().language;
    const Group item(ui, Role::kListItem, "request-" + request.id.value);
    Card card(ui, column);
    Column& content = card.content();
    head(ui, content, request, name);
    content.space(12);
    card.divider();
    content.space(10);
    quiet_line(ui, content, "submitted",
               ui.text(Text::log_submitted,
                       {{"name", request.submitted_by}, {"moment", app::moment(language, request.submitted_at)}}));
    if (request.decided_at) {
        const Text key = request.state == core::RequestState::kApproved ? Text::log_approved : Text::log_rejected;
        quiet_line(ui, content, "decided", ui.text(key, {{"moment", app::moment(language, *request.decided_at)}}));
    }
    if (!request.decision_reason.empty()) {
        content.space(6);
        Paragraph reason;
        reason.key = "reason";
        reason.text = request.decision_reason;
        reason.type = Type::kSecondaryStrong;
        paragraph(ui, content, reason);
    }
    if (!request.rule_text.empty()) {
        content.space(6);
        quiet_line(ui, content, "rule", ui.text(Text::log_rule, {{"rule", request.rule_text}}));
    }
}

void list(Ui& ui, Column& column, const std::vector<core::ChangeRequest>& requests) {
    if (requests.empty()) {
        Notice empty;
        empty.key = "empty";
        empty.icon = icon::kScrollText;
        empty.title = ui.text(Text::log_empty_title);
        empty.text = ui.text(Text::log_empty_text);
        empty.action = ui.text(Text::log_empty_action);
        if (notice(ui, column, empty)) {
            ui.emit(
                app::Navigated{{app::Screen::kChanges, core::Month::of(app::today(ui.state())), std::nullopt, false}});
        }
        return;
    }
    const Group group(ui, Role::kList, "requests", ui.text(Text::app_log));
    for (const core::ChangeRequest& request : requests) {
        request_card(ui, column, request);
        column.space(12);
    }
}

}  // namespace

void log_screen(Ui& ui, Page& page) {
    constexpr float kWidest = 760;
    Column& column = page.column;
    const float width = std::min(column.width, kWidest * ui.theme().text_scale);
    column = {column.x + (column.width - width) / 2, column.y, width};
    column.space(ui.is_phone() ? 12 : 24);
    if (page.shows_title) {
        Heading title;
        title.key = kTitleKey;
        title.text = ui.text(Text::app_log);
        title.level = 1;
        title.type = Type::kDisplay;
        title.focusable = true;
        heading(ui, column, title);
        column.space(16);
    }
    const auto& requests = ui.state().requests;
    if (requests.failed()) {
        load_failure(ui, column, requests.failure, requests.value.has_value());
    }
    if (requests.value) {
        list(ui, column, *requests.value);
    } else if (!requests.failed()) {
        skeleton_cards(ui, column, 3);
    }
}

}  // namespace portal::ui
