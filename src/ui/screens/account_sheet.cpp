#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/select.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/text.hpp"

#include <array>

namespace portal::ui {
namespace {

constexpr std::string_view kDutch = "nl";
constexpr std::string_view kEnglish = "en";

}  // namespace

void language_choice(Ui& ui, const Rect& row) {
    const std::array<SelectOption, 2> options{
        {{kDutch, ui.text(Text::language_nl)}, {kEnglish, ui.text(Text::language_en)}}};
    Select choice;
    choice.key = "language";
    choice.name = ui.text(Text::language_label);
    choice.icon = icon::kGlobe;
    choice.chosen = ui.state().language == app::Language::en ? kEnglish : kDutch;
    choice.options = options;
    const float width = std::min(row.width, select_width(ui, choice));
    if (const std::string* chosen = select(ui, {right(row) - width, row.y, width, row.height}, choice)) {
        ui.emit(app::LanguageChosen{*chosen == kEnglish ? app::Language::en : app::Language::nl});
    }
}

void account_sheet(Ui& ui) {
    const app::State& state = ui.state();
    if (!ui.memory().account_open || !state.account) {
        return;
    }
    Sheet account;
    account.key = "account-sheet";
    account.title = state.account->name;
    account.subtitle = state.account->organisation;
    account.widest = 400;
    account.content = [&](Column& column) {
        if (!state.account->email.empty()) {
            quiet_line(ui, column, "email", state.account->email);
            column.space(12);
        }
        if (state.site.languages.size() < 2) {
            return;
        }
        const TextStyle style = ui.theme().type(Type::kItem);
        const Rect row = column.take(std::max(kTarget, style.line + 16));
        const float label = draw_line(ui, {row.x, row.y, row.width / 2, row.height}, style,
                                      ui.text(Text::language_label), ui.colors().text);
        language_choice(ui, {row.x + label + 8, row.y, row.width - label - 8, row.height});
        column.space(4);
    };
    account.footer = [&](Column& column) {
        Button manage;
        manage.key = "manage";
        manage.label = ui.text(Text::account_manage);
        manage.kind = ButtonKind::kSecondary;
        manage.icon = icon::kLock;
        if (button(ui, column, manage)) {
            ui.memory().account_open = false;
            app::Route route;
            route.screen = app::Screen::kAccount;
            route.month = state.route.month;
            ui.emit(app::Navigated{route});
        }
        column.space(8);
        Button out;
        out.key = "sign-out";
        out.label = ui.text(Text::account_sign_out);
        out.kind = ButtonKind::kSecondary;
        out.icon = icon::kLogOut;
        if (button(ui, column, out)) {
            ui.memory().account_open = false;
            ui.emit(app::SignOutPressed{});
        }
    };
    if (sheet(ui, account)) {
        ui.memory().account_open = false;
        ui.redo();
    }
}

}  // namespace portal::ui
