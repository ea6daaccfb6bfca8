#include "ui/screens/request_actions.hpp"

#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "app/unsent.hpp"
#include "core/evaluate.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr std::string_view kRecover = "recover";
constexpr std::string_view kWithdraw = "withdraw";

bool is_busy(const Ui& ui, const core::ChangeRequest& request) {
    const auto& amendment = ui.state().amendment;
    return amendment && amendment->id == request.id && amendment->busy() && !amendment->asking;
}

CardLink link(const Ui& ui, const core::ChangeRequest& request, std::string_view key, Text label, const char* icon) {
    CardLink made;
    made.key = key;
    made.label = ui.text(label);
    made.name = ui.text(Text::withdraw_action_of, {{"action", ui.text(label)},
                                                   {"what", app::request_name(ui.state().language, request.kind)},
                                                   {"child", app::first_name(ui.state(), request.child)}});
    made.icon = icon;
    made.busy = is_busy(ui, request);
    return made;
}

/// What went wrong with taking it back, where no dialog says it.
void outcome(Ui& ui, Column& column, const core::ChangeRequest& request, const core::Verdict& verdict) {
    const auto& amendment = ui.state().amendment;
    if (!amendment || amendment->id != request.id || amendment->asking) {
        return;
    }
    const std::string text = amendment_error(ui, *amendment, verdict, request.date);
    if (text.empty()) {
        return;
    }
    column.space(8);
    Banner failed;
    failed.key = "failed";
    failed.text = text;
    failed.kind = BannerKind::kError;
    failed.appears = true;
    banner(ui, column, failed);
}

}  // namespace

std::optional<RequestActions> actions_of(const Ui& ui, const core::CareContext& context,
                                         const core::ChangeRequest& request) {
    if (!request.stands()) {
        return std::nullopt;
    }
    RequestActions actions{core::evaluate_withdrawal(context, request), false, {}};
    const core::Verdict& withdrawal = actions.withdrawal;
    actions.recovers = request.kind == core::RequestKind::kSick && !app::recovery_days(context, request).empty();
    const bool tells = !withdrawal.allowed() && request.kind != core::RequestKind::kSick &&
                       request.date >= context.today() &&
                       withdrawal.reasons.front().code != core::ReasonCode::kAlreadyDecided;
    if (!withdrawal.allowed() && !actions.recovers && !tells) {
        return std::nullopt;
    }
    actions.text = withdrawal.allowed() ? app::withdrawal_text(ui.state(), request, withdrawal)
                   : tells              ? app::explain(ui.state(), withdrawal.reasons.front(), withdrawal, request.date)
                                        : std::string();
    return actions;
}

std::vector<CardLink> request_links(const Ui& ui, const core::ChangeRequest& request, const RequestActions& actions) {
    std::vector<CardLink> links;
    if (app::unsent_amendment(ui.state(), request.id) != nullptr) {
        return links;
    }
    if (actions.recovers) {
        links.push_back(link(ui, request, kRecover, Text::recovery_action, icon::kCheck));
    }
    if (actions.withdrawal.allowed()) {
        links.push_back(link(ui, request, kWithdraw, Text::withdraw_action, icon::kUndo2));
    }
    return links;
}

void follow_request_link(Ui& ui, const core::ChangeRequest& request, std::string_view key) {
    if (key == kRecover) {
        ui.emit(app::RecoveryPressed{request.id});
    } else {
        ui.emit(app::WithdrawPressed{request.id});
    }
}

void request_standing(Ui& ui, Column& column, const core::ChangeRequest& request, const RequestActions& actions) {
    if (const app::OutboxEntry* waiting = app::unsent_amendment(ui.state(), request.id)) {
        const bool recovers = app::content_of(*waiting).last_day.has_value();
        column.space(4);
        quiet_line(ui, column, "unsent", ui.text(recovers ? Text::recovery_unsent : Text::withdraw_unsent));
        return;
    }
    if (!actions.text.empty()) {
        column.space(4);
        quiet_line(ui, column, "undo", actions.text);
    }
    outcome(ui, column, request, actions.withdrawal);
}

void request_actions(Ui& ui, Column& column, const core::ChangeRequest& request, const RequestActions& actions) {
    request_standing(ui, column, request, actions);
    for (const CardLink& each : request_links(ui, request, actions)) {
        column.space(8);
        Button act;
        act.key = each.key;
        act.label = each.label;
        act.kind = ButtonKind::kSecondary;
        act.busy = each.busy;
        const Rect row = column.take(button_height(ui));
        const bool pressed = button(ui, {row.x, row.y, std::min(row.width, button_width(ui, act)), row.height}, act);
        ui.nodes().back().name = each.name;
        if (pressed) {
            follow_request_link(ui, request, each.key);
        }
    }
}

}  // namespace portal::ui
