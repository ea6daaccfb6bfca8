#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "core/evaluate.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/confirm_dialog.hpp"
#include "ui/widgets/radio_group.hpp"
#include "ui/widgets/sheet.hpp"

#include <string>
#include <vector>

namespace portal::ui {
namespace {

void withdrawal(Ui& ui, const app::Amendment& amendment, const core::CareContext& context,
                const core::ChangeRequest& request) {
    const app::State& state = ui.state();
    const core::Verdict verdict = core::evaluate_withdrawal(context, request);
    const std::string title = ui.text(Text::withdraw_ask, {{"what", app::request_name(state.language, request.kind)},
                                                           {"child", app::first_name(state, request.child)},
                                                           {"day", app::day_name(state.language, request.date)}});
    const std::string text = app::withdrawal_text(state, request, verdict);
    const std::string error = amendment_error(ui, amendment, verdict, request.date);
    ConfirmDialog dialog;
    dialog.key = "withdraw";
    dialog.title = title;
    dialog.text = text;
    dialog.confirm = ui.text(Text::withdraw_action);
    dialog.cancel = ui.text(Text::withdraw_keep);
    dialog.error = error;
    dialog.danger = true;
    dialog.busy = amendment.busy();
    switch (confirm_dialog(ui, dialog)) {
        case Confirmation::kConfirmed:
            ui.emit(app::AmendmentConfirmed{});
            break;
        case Confirmation::kCancelled:
            ui.emit(app::AmendmentClosed{});
            break;
        case Confirmation::kNone:
            break;
    }
}

std::string day_label(const Ui& ui, const core::CareContext& context, core::Date day) {
    std::string name = app::day_name(ui.state().language, day);
    if (context.today() - day > 1) {
        return name;
    }
    return ui.text(day == context.today() ? Text::recovery_today : Text::recovery_yesterday, {{"day", name}});
}

void last_day(Ui& ui, Column& column, const app::Amendment& amendment, const core::CareContext& context,
              const core::ChangeRequest& request) {
    const std::vector<core::Date> days = app::recovery_days(context, request);
    std::vector<std::string> keys;
    std::vector<std::string> labels;
    for (const core::Date day : days) {
        keys.push_back(day.to_string());
        labels.push_back(day_label(ui, context, day));
    }
    std::vector<RadioOption> options;
    for (std::size_t i = 0; i < days.size(); ++i) {
        options.push_back({keys[i], labels[i], {}, false});
    }
    const std::string question =
        ui.text(Text::recovery_choose, {{"child", app::first_name(ui.state(), request.child)}});
    const std::string chosen = amendment.last_day ? amendment.last_day->to_string() : std::string();
    RadioGroup group;
    group.key = "last-day";
    group.caption.label = question;
    group.caption.error = amendment.pressed && chosen.empty() ? ui.text(Text::change_choose_day) : std::string_view();
    group.chosen = chosen;
    group.options = options;
    group.disabled = amendment.busy();
    group.required = true;
    if (const auto picked = radio_group(ui, column, group)) {
        ui.emit(app::RecoveryDayChosen{days[*picked]});
    }
}

void recovery(Ui& ui, const app::Amendment& amendment, const core::CareContext& context,
              const core::ChangeRequest& request) {
    const std::string name(app::first_name(ui.state(), request.child));
    Sheet form;
    form.key = "recovery";
    form.title = ui.text(Text::recovery_action);
    form.subtitle = name;
    form.is_form = true;
    form.content = [&](Column& column) {
        last_day(ui, column, amendment, context, request);
        const core::Verdict verdict =
            core::evaluate_recovery(context, request, amendment.last_day.value_or(context.today()));
        const std::string error = amendment_error(ui, amendment, verdict, request.date);
        if (!error.empty()) {
            column.space(12);
            Banner failed;
            failed.key = "failed";
            failed.text = error;
            failed.kind = BannerKind::kError;
            failed.appears = true;
            banner(ui, column, failed);
        }
    };
    form.footer = [&](Column& column) {
        Button save;
        save.key = "save";
        save.label = ui.text(Text::recovery_action);
        save.submits = true;
        save.busy = amendment.busy();
        if (button(ui, column, save)) {
            ui.emit(app::AmendmentConfirmed{});
        }
    };
    if (sheet(ui, form)) {
        ui.emit(app::AmendmentClosed{});
    }
}

}  // namespace

void amendment_dialog(Ui& ui) {
    const app::State& state = ui.state();
    if (!state.amendment || !state.amendment->asking || !app::verdicts_ready(state)) {
        return;
    }
    const core::ChangeRequest* request = app::find_request(state, state.amendment->id);
    if (request == nullptr) {
        return;
    }
    const core::CareContext context = app::care_context(state);
    if (state.amendment->kind == app::Amendment::Kind::kWithdraw) {
        withdrawal(ui, *state.amendment, context, *request);
    } else {
        recovery(ui, *state.amendment, context, *request);
    }
}

}  // namespace portal::ui
