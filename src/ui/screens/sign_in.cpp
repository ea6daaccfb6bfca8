#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/text_field.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace portal::ui {
namespace {

constexpr float kWidest = 400;

/// The shapes of the children's avatars, large and pale: the page's only ornament.
void ornaments(Ui& ui) {
    struct Shape {
        float x;  // of the middle, as a share of the width
        float y;  // of the middle
        float size;
        std::size_t child;
        int kind;
    };
    constexpr std::array<Shape, 5> kShapes{{{0.02F, 96, 190, 0, 0},
                                            {0.93F, 210, 150, 1, 1},
                                            {0.88F, 26, 96, 2, 2},
                                            {0.06F, 640, 130, 2, 2},
                                            {0.97F, 700, 210, 0, 0}}};
    if (ui.theme().high_contrast) {
        return;
    }
    for (const Shape& shape : kShapes) {
        const Rect rect = centred({ui.viewport().width * shape.x, shape.y, 0, 0}, shape.size, shape.size);
        const Color color = faded(ui.theme().child(shape.child).ground, ui.theme().dark ? 0.5F : 0.6F);
        switch (shape.kind) {
            case 0:
                ui.paint().fill(rect, color, shape.size / 2);
                break;
            case 1:
                ui.paint().fill(rect, color, shape.size * 0.26F);
                break;
            default:
                ui.paint().leaf(rect, color);
                break;
        }
    }
}

void welcome(Ui& ui, Column& column) {
    constexpr float kLogo = 56;
    const Rect sign = column.take(kLogo);
    logo(ui, {sign.x, sign.y, kLogo, kLogo});
    draw_line(ui, {sign.x + kLogo + 14, sign.y, sign.width - kLogo - 14, kLogo}, ui.theme().type(Type::kTitle),
              ui.text(Text::app_name), ui.colors().text);
    ui.record(Role::kText, "brand", {sign.x, sign.y, sign.width, kLogo}).name = ui.text(Text::app_name);
    column.space(28);
    Heading title;
    title.key = kTitleKey;
    title.text = ui.text(Text::sign_in_title);
    title.level = 1;
    title.type = Type::kDisplay;
    title.focusable = true;
    heading(ui, column, title);
    column.space(4);
    Paragraph text;
    text.key = "welcome";
    text.text = ui.text(Text::sign_in_welcome);
    text.color = ui.colors().secondary;
    paragraph(ui, column, text);
    column.space(20);
}

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

/// After an attempt focus goes to the first field that is wrong; the fields lost it while they were disabled.
void focus_wrong_field(Ui& ui) {
    const app::SignInForm& form = ui.state().sign_in;
    const bool wrong = form.email_error || form.password_error || form.error;
    if (wrong && !ui.memory().sign_in_wrong) {
        ui.want_focus(ui.id(form.email_error ? "email" : "password"));
    }
    ui.memory().sign_in_wrong = wrong;
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
    focus_wrong_field(ui);
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
}

}  // namespace

void sign_in_screen(Ui& ui) {
    const app::Viewport& viewport = ui.viewport();
    ornaments(ui);
    const float width = std::min(kWidest, viewport.width - 32);
    const NodeId measure = ui.id("sign-in-height");
    const float height = ui.remembered(measure, 480);
    const float spare = viewport.height - viewport.safe_top - viewport.safe_bottom - height;
    Column column{(viewport.width - width) / 2, viewport.safe_top + std::max(24.0F, spare * 0.36F), width};
    const float top = column.y;
    {
        const Group main(ui, Role::kMain, "main");
        welcome(ui, column);
        form(ui, column);
        column.space(16);
        language_choice(ui, column.take(std::max(kTarget, ui.theme().type(Type::kSecondaryStrong).line + 16)));
    }
    ui.remember(measure, column.y - top);
}

}  // namespace portal::ui
