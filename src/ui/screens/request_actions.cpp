#include "ui/screens/request_actions.hpp"

#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "core/evaluate.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

/// A button that says to others of which request it is.
bool row_button(Ui& ui, Column& column, const core::ChangeRequest& request, Text label) {
    const app::Amendment* amendment = ui.state().amendment ? &*ui.state().amendment : nullptr;
    Button act;
    act.key = label == Text::withdraw_action ? "withdraw" : "recover";
    act.label = ui.text(label);
    act.kind = ButtonKind::kSecondary;
    act.busy = amendment != nullptr && amendment->id == request.id && amendment->busy() && !amendment->asking;
    const Rect row = column.take(button_height(ui));
    const std::string what =
        ui.text(Text::withdraw_action_of, {{"action", ui.text(label)},
                                           {"what", app::request_name(ui.state().language, request.kind)},
                                           {"child", app::first_name(ui.state(), request.child)}});
    const bool pressed = button(ui, {row.x, row.y, std::min(row.width, button_width(ui, act)), row.height}, act);
    ui.nodes().back().name = what;
    return pressed;
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
    Banner failed;
    failed.key = "failed";
    failed.text = text;
    failed.kind = BannerKind::kError;
    failed.appears = true;
    banner(ui, column, failed);
    column.space(8);
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

void request_actions(Ui& ui, Column& column, const core::ChangeRequest& request, const RequestActions& actions) {
    if (!actions.text.empty()) {
        quiet_line(ui, column, "undo", actions.text);
        column.space(8);
    }
    outcome(ui, column, request, actions.withdrawal);
    if (actions.recovers && row_button(ui, column, request, Text::recovery_action)) {
        ui.emit(app::RecoveryPressed{request.id});
    }
    if (actions.withdrawal.allowed()) {
        column.space(actions.recovers ? 8 : 0);
        if (row_button(ui, column, request, Text::withdraw_action)) {
            ui.emit(app::WithdrawPressed{request.id});
        }
    }
}

}  // namespace portal::ui
