#include "ui/screens/password_fields.hpp"

#include "app/account.hpp"
#include "ui/screens/front.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/progress.hpp"
#include "ui/widgets/text_field.hpp"

#include <array>
#include <string>

namespace portal::ui {
namespace {

constexpr std::string_view kPresent = "current-password";
constexpr std::string_view kNew = "new-password";

/// One button shows all passwords of the form.
void field(Ui& ui, Column& column, PasswordField& password, bool is_current) {
    const app::PasswordForm& form = app::password_form(ui.state());
    password.field.autocomplete = is_current ? kPresent : kNew;
    password.field.key = password.field.autocomplete;
    password.field.required = true;
    password.field.disabled = form.busy();
    password.show_name = ui.text(is_current ? Text::password_show_current : Text::password_show_new);
    password.shown = form.shown;
    const Group group(ui, Role::kGroup, is_current ? "current" : "new");
    if (const std::string* typed = password_field(ui, column, password)) {
        if (is_current) {
            ui.emit(app::AccountAction{app::CurrentPasswordTyped{*typed}});
        } else {
            ui.emit(app::AccountAction{app::NewPasswordTyped{*typed}});
        }
    }
    if (password.toggled) {
        ui.emit(app::AccountAction{app::NewPasswordShown{!form.shown}});
    }
}

void strength(Ui& ui, Column& column) {
    constexpr std::array<Text, 4> kWords{Text::password_strength_weak, Text::password_strength_fair,
                                         Text::password_strength_good, Text::password_strength_strong};
    const auto step = static_cast<std::size_t>(app::password_strength(ui.state()));
    Progress bar;
    bar.key = "strength";
    bar.label = ui.text(Text::password_strength);
    bar.value = ui.text(kWords[step]);
    bar.share = static_cast<float>(step + 1) / kWords.size();
    bar.exceeded = step == 0;
    progress(ui, column, bar);
}

}  // namespace

void password_owner(Ui& ui, Column& column) {
    const std::string email = app::password_email(ui.state());
    TextField owner;
    owner.key = "email";
    owner.label = ui.text(Text::sign_in_email);
    owner.value = email;
    owner.autocomplete = "username";
    owner.kind = semantics::InputKind::kEmail;
    owner.disabled = true;
    text_field(ui, column, owner);
}

void present_password(Ui& ui, Column& column) {
    const app::PasswordForm& form = app::password_form(ui.state());
    PasswordField password;
    password.field.label = ui.text(Text::password_current);
    password.field.value = form.current;
    password.field.error = form.current_error ? ui.text(*form.current_error) : std::string_view();
    field(ui, column, password, true);
}

void new_password(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    const app::PasswordForm& form = app::password_form(state);
    const auto flaw = app::password_flaw(state);
    const bool wrong = flaw && (form.pressed || form.refused);
    const std::string error = wrong ? app::flaw_text(state, *flaw) : std::string();
    const std::string hint =
        ui.text(Text::password_hint, {{"count", std::to_string(app::password_rules(state).shortest)}});
    PasswordField password;
    password.field.label = ui.text(Text::password_new);
    password.field.value = form.chosen;
    password.field.hint = hint;
    password.field.error = error;
    field(ui, column, password, false);
    if (!form.chosen.empty()) {
        column.space(12);
        strength(ui, column);
    }
}

void save_password(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    const app::PasswordForm& form = app::password_form(state);
    failure_banner(ui, column, app::account_error(state, form.error, form.retry_after));
    const bool wrong = (form.pressed || form.refused) && app::password_flaw(state).has_value();
    const NodeId group = semantics::make_id(ui.parent(), form.current_error ? "current" : "new");
    const NodeId first = semantics::make_id(group, form.current_error ? kPresent : kNew);
    focus_wrong(ui, wrong || form.current_error || form.error, first);
    column.space(20);
    Button save;
    save.key = "save";
    save.label = ui.text(form.busy() ? Text::password_busy : Text::common_save);
    save.submits = true;
    save.busy = form.busy();
    if (button(ui, column, save)) {
        ui.memory().sign_in_wrong = false;
        ui.emit(app::AccountAction{app::NewPasswordSaved{}});
    }
}

}  // namespace portal::ui
