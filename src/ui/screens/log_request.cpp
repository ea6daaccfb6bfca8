#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/log_parts.hpp"
#include "ui/screens/request_actions.hpp"
#include "ui/screens/request_look.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/card_links.hpp"
#include "ui/widgets/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

constexpr std::string_view kRule = "rule-button";

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
void head(Ui& ui, Column& column, const core::ChangeRequest& request) {
    const std::string_view name = app::first_name(ui.state(), request.child);
    std::string what(app::request_name(ui.state().language, request.kind));
    what.append(" · ").append(name);
    EntryHead head;
    head.what = what;
    head.lines = {{"when", when_of(ui, request)}, {"given", given_of(ui, request)}, {"cost", cost_of(ui, request)}};
    head.state = badge_of(ui, request);
    head.lead = [&](const Rect& square) { lead(ui, square, request, name); };
    entry_head(ui, column, head);
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

/// The rule that the parent saw.
void seen_rule(Ui& ui, Column& column, const core::ChangeRequest& request) {
    column.space(8);
    quiet_line(ui, column, "rule", request.rule_text);
    if (!request.rule_version.empty()) {
        column.space(4);
        quiet_line(ui, column, "version", ui.text(Text::log_rule_version, {{"version", request.rule_version.value}}));
    }
}

/// What can be done with the entry, at the lower edge of its card: taking it back, and unfolding the rule.
void links(Ui& ui, Card& card, const core::ChangeRequest& request, const std::optional<RequestActions>& actions) {
    std::vector<CardLink> all = actions ? request_links(ui, request, *actions) : std::vector<CardLink>();
    const NodeId rule = ui.id(kRule);
    auto& unfolded = ui.memory().unfolded;
    if (!request.rule_text.empty()) {
        CardLink& show = all.emplace_back();
        show.key = kRule;
        show.label = ui.text(Text::log_rule_show);
        show.name = show.label;
        show.icon = icon::kScrollText;
        show.expanded = unfolded.count(rule) > 0 ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    }
    if (all.empty()) {
        return;
    }
    card.content().space(12);
    const std::string_view followed = card_links(ui, card, all);
    if (followed == kRule) {
        if (unfolded.erase(rule) == 0) {
            unfolded.insert(rule);
        }
        ui.redo();
    } else if (!followed.empty()) {
        follow_request_link(ui, request, followed);
    }
}

}  // namespace

void request_card(Ui& ui, Column& column, const core::ChangeRequest& request, const core::CareContext* context) {
    const Group item(ui, Role::kListItem, "request-" + request.id.value);
    Card card(ui, column);
    Column& content = card.content();
    head(ui, content, request);
    content.space(12);
    card.divider();
    content.space(10);
    history(ui, content, request);
    const auto actions = context != nullptr ? actions_of(ui, *context, request) : std::nullopt;
    if (actions) {
        request_standing(ui, content, request, *actions);
    }
    if (ui.memory().unfolded.count(ui.id(kRule)) > 0) {
        seen_rule(ui, content, request);
    }
    links(ui, card, request, actions);
}

}  // namespace portal::ui
