#include "app/selectors.hpp"
#include "ui/screens/front.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text_field.hpp"

#include <string>

namespace portal::ui {
namespace {

std::string_view error_text(const Ui& ui, const std::optional<Text>& error) {
    return error ? ui.text(*error) : std::string_view();
}

void fields(Ui& ui, Column& column) {
    const app::SignInForm& form = ui.state().sign_in;
    TextField email;
    email.key = "email";
    email.label = ui.text(Text::sign_in_email);
    email.value = form.email;
    email.error = error_text(ui, form.email_error);
    email.autocomplete = "username";
    email.kind = semantics::InputKind::kEmail;
    email.required = true;
    email.disabled = form.busy();
    if (const std::string* typed = text_field(ui, column, email)) {
        ui.emit(app::EmailTyped{*typed});
    }
    column.space(16);
    PasswordField password;
    password.field.key = "password";
    password.field.label = ui.text(Text::sign_in_password);
    password.field.value = form.password;
    password.field.error = error_text(ui, form.password_error);
    password.field.autocomplete = "current-password";
    password.field.required = true;
    password.field.disabled = form.busy();
    password.show_name = ui.text(Text::sign_in_show_password);
    password.shown = form.password_shown;
    if (const std::string* typed = password_field(ui, column, password)) {
        ui.emit(app::PasswordTyped{*typed});
    }
    if (password.toggled) {
        ui.emit(app::PasswordShown{!form.password_shown});
    }
}

void form(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    Card card(ui, column, 20);
    Column& content = card.content();
    const Group group(ui, Role::kForm, "sign-in", ui.text(Text::sign_in_title));
    if (state.session_expired) {
        Banner expired;
        expired.key = "expired";
        expired.text = ui.text(Text::sign_in_expired);
        expired.kind = BannerKind::kWarning;
        expired.appears = true;
        banner(ui, content, expired);
        content.space(16);
    }
    fields(ui, content);
    // The fields lost it while they were disabled.
    const app::SignInForm& entered = state.sign_in;
    focus_wrong(ui, entered.email_error || entered.password_error || entered.error,
                ui.id(entered.email_error ? "email" : "password"));
    if (state.sign_in.error) {
        content.space(16);
        const std::string text = app::sign_in_error(state);
        Banner error;
        error.key = "error";
        error.text = text;
        error.kind = BannerKind::kError;
        error.appears = true;
        banner(ui, content, error);
    }
    content.space(20);
    Button submit;
    submit.key = "submit";
    submit.label = ui.text(state.sign_in.busy() ? Text::sign_in_busy : Text::sign_in_submit);
    submit.submits = true;
    submit.busy = state.sign_in.busy();
    if (button(ui, content, submit)) {
        ui.memory().sign_in_wrong = false;
        ui.emit(app::SignInPressed{});
    }
    content.space(12);
    front_link(ui, content, "forgotten", ui.text(Text::forgotten_link), app::Screen::kForgotten);
}

}  // namespace

void sign_in_screen(Ui& ui) {
    FrontPage page;
    page.title = ui.text(Text::sign_in_title);
    page.text = ui.text(Text::sign_in_welcome);
    page.content = [&](Column& column) { form(ui, column); };
    front_page(ui, page);
}

}  // namespace portal::ui
