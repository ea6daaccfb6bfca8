#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/log_parts.hpp"
#include "ui/screens/request_actions.hpp"
#include "ui/screens/request_look.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

/// The child, with the kind of change at its foot.
void lead(Ui& ui, const Rect& square, const core::ChangeRequest& request, std::string_view name) {
    constexpr float kMark = 20;
    constexpr float kIcon = 12;
    child_avatar(ui, square, app::child_index(ui.state(), request.child), name);
    const Rect mark{right(square) - kMark + 4, bottom(square) - kMark + 4, kMark, kMark};
    ui.paint().disc(centre(mark), kMark / 2 + 2, ui.colors().surface);
    ui.paint().disc(centre(mark), kMark / 2, ui.colors().accent_tint);
    const Rect place = centred(mark, kIcon, kIcon);
    ui.paint().icon({place.x, place.y}, kIcon, icon_of(request.kind), ui.colors().accent);
}

/// What was asked, for whom and when, with its state.
void head(Ui& ui, Column& column, const core::ChangeRequest& request, std::string_view name) {
    constexpr float kAvatar = 40;
    constexpr float kTextX = kAvatar + 12;
    const RowBadge look = badge_of(ui, request);
    const float badge_room = badge_width(ui, look.icon, look.label) + 12;
    const bool beside = column.width - kTextX - badge_room >= 220;
    Column text{column.x + kTextX, column.y, column.width - kTextX - (beside ? badge_room : 0)};
    const float top = text.y;
    std::string what(app::request_name(ui.state().language, request.kind));
    what.append(" · ").append(name);
    Heading title;
    title.key = "what";
    title.text = what;
    title.level = 3;
    title.type = Type::kItem;
    heading(ui, text, title);
    text.space(2);
    quiet_line(ui, text, "when", when_of(ui, request));
    quiet_line(ui, text, "given", given_of(ui, request));
    quiet_line(ui, text, "cost", cost_of(ui, request));
    const float height = badge_height(ui);
    const Point at = beside ? Point{column.x + column.width - badge_room + 12, top} : Point{text.x, text.y + 8};
    badge(ui, at, look.tone, look.icon, look.label);
    ui.record(Role::kText, "state", {at.x, at.y, badge_room - 12, height}).name = look.label;
    lead(ui, {column.x, top, kAvatar, kAvatar}, request, name);
    column.y = std::max(beside ? text.y : at.y + height, top + kAvatar);
}

/// What happened to it, in the order in which it did.
void history(Ui& ui, Column& column, const core::ChangeRequest& request) {
    const app::Language language = ui.state().language;
    const auto line = [&](std::string_view key, Text text, const std::optional<core::Instant>& at) {
        if (at) {
            quiet_line(ui, column, key, ui.text(text, {{"moment", app::moment(language, *at)}}));
        }
    };
    const bool report = request.kind == core::RequestKind::kAbsence || request.kind == core::RequestKind::kSick;
    quiet_line(ui, column, "submitted",
               ui.text(report ? Text::log_reported : Text::log_submitted,
                       {{"name", request.submitted_by}, {"moment", app::moment(language, request.submitted_at)}}));
    line("written", Text::log_written, request.written_at);
    const bool rejected = request.state == core::RequestState::kRejected;
    // What the rules approved at once has no decision of its own.
    if (!report || rejected) {
        line("decided",
             rejected                                         ? Text::log_rejected
             : request.state == core::RequestState::kApproved ? Text::log_approved
                                                              : Text::log_decided,
             request.decided_at);
    }
    if (!request.decision_reason.empty()) {
        column.space(6);
        Paragraph reason;
        reason.key = "reason";
        reason.text = request.decision_reason;
        reason.type = Type::kSecondaryStrong;
        paragraph(ui, column, reason);
        column.space(2);
    }
    line("recovered", Text::log_recovered, request.recovered_at);
    line("withdrawn", Text::log_withdrawn, request.withdrawn_at);
    line("expired", Text::log_expired, request.expired_at);
}

/// The rule that the parent saw, behind a button that unfolds it.
void seen_rule(Ui& ui, Column& column, const core::ChangeRequest& request) {
    if (request.rule_text.empty()) {
        return;
    }
    Button show;
    show.key = "rule-button";
    show.label = ui.text(Text::log_rule_show);
    show.kind = ButtonKind::kQuiet;
    show.icon = icon::kScrollText;
    const NodeId id = ui.id(show.key);
    auto& unfolded = ui.memory().unfolded;
    const Rect row = column.take(button_height(ui));
    const float width = std::min(row.width, button_width(ui, show));
    if (button(ui, {row.x - 12, row.y, width, row.height}, show)) {
        if (unfolded.erase(id) == 0) {
            unfolded.insert(id);
        }
        ui.redo();
    }
    const bool open = unfolded.count(id) > 0;
    ui.nodes().back().expanded = open ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    if (!open) {
        return;
    }
    Paragraph rule;
    rule.key = "rule";
    rule.text = request.rule_text;
    rule.type = Type::kSecondary;
    paragraph(ui, column, rule);
    if (!request.rule_version.empty()) {
        column.space(4);
        quiet_line(ui, column, "version", ui.text(Text::log_rule_version, {{"version", request.rule_version.value}}));
    }
    column.space(4);
}

}  // namespace

void request_card(Ui& ui, Column& column, const core::ChangeRequest& request, const core::CareContext* context) {
    const Group item(ui, Role::kListItem, "request-" + request.id.value);
    Card card(ui, column);
    Column& content = card.content();
    head(ui, content, request, app::first_name(ui.state(), request.child));
    content.space(12);
    card.divider();
    content.space(10);
    history(ui, content, request);
    if (const auto actions = context != nullptr ? actions_of(ui, *context, request) : std::nullopt) {
        content.space(8);
        request_actions(ui, content, request, *actions);
    }
    seen_rule(ui, content, request);
}

}  // namespace portal::ui
