#include "app/account.hpp"
#include "ui/screens/front.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text_field.hpp"

#include <string>

namespace portal::ui {
namespace {

void sent(Ui& ui, Column& column) {
    const std::string text = ui.text(Text::forgotten_sent, {{"email", ui.state().forgotten_page.email}});
    Banner told;
    told.key = "sent";
    told.text = text;
    told.appears = true;
    banner(ui, column, told);
}

void form(Ui& ui, Column& column) {
    const app::ForgottenPage& page = ui.state().forgotten_page;
    const Group group(ui, Role::kForm, "forgotten", ui.text(Text::forgotten_title));
    TextField email;
    email.key = "email";
    email.label = ui.text(Text::sign_in_email);
    email.value = page.email;
    email.error = page.email_error ? ui.text(*page.email_error) : std::string_view();
    email.autocomplete = "username";
    email.kind = semantics::InputKind::kEmail;
    email.required = true;
    email.disabled = page.busy();
    if (const std::string* typed = text_field(ui, column, email)) {
        ui.emit(app::AccountAction{app::ResetEmailTyped{*typed}});
    }
    focus_wrong(ui, page.email_error || page.error, ui.id("email"));
    failure_banner(ui, column, app::account_error(ui.state(), page.error, page.retry_after));
    column.space(20);
    Button submit;
    submit.key = "submit";
    submit.label = ui.text(page.busy() ? Text::forgotten_busy : Text::forgotten_submit);
    submit.submits = true;
    submit.busy = page.busy();
    if (button(ui, column, submit)) {
        ui.memory().sign_in_wrong = false;
        ui.emit(app::AccountAction{app::ResetPressed{}});
    }
}

}  // namespace

void forgotten_screen(Ui& ui) {
    const bool is_sent = ui.state().forgotten_page.sent;
    FrontPage page;
    page.title = ui.text(is_sent ? Text::forgotten_sent_title : Text::forgotten_title);
    page.text = is_sent ? std::string_view() : ui.text(Text::forgotten_text);
    page.content = [&](Column& column) {
        Card card(ui, column, 20);
        Column& content = card.content();
        if (is_sent) {
            sent(ui, content);
        } else {
            form(ui, content);
        }
        content.space(12);
        front_link(ui, content, "sign-in", ui.text(Text::forgotten_back), app::Screen::kOverview);
    };
    front_page(ui, page);
}

}  // namespace portal::ui
