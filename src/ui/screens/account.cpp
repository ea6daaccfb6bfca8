#include "app/account.hpp"
#include "app/format.hpp"
#include "ui/icons.hpp"
#include "ui/screens/front.hpp"
#include "ui/screens/password_fields.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/toggle_switch.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

void title(Ui& ui, Column& column, Text text) {
    Heading heading;
    heading.key = "title";
    heading.text = ui.text(text);
    ui::heading(ui, column, heading);
    column.space(12);
}

/// A row's button, at its right or, where that leaves too little room, below its text.
bool row_button(Ui& ui, Column& text, const Rect& row, const Button& look) {
    const float width = button_width(ui, look);
    if (row.width - width >= 180 * ui.theme().text_scale) {
        return button(ui, {right(row) - width, row.y, width, button_height(ui)}, look);
    }
    text.space(8);
    const Rect below = text.take(button_height(ui));
    return button(ui, {below.x, below.y, std::min(width, below.width), below.height}, look);
}

/// The width that is left beside such a button.
float width_beside(Ui& ui, float width, const Button& look) {
    const float own = button_width(ui, look);
    return width - own >= 180 * ui.theme().text_scale ? width - own - 12 : width;
}

// --- Password --------------------------------------------------------------------------------------------------------

void password_card(Ui& ui, Column& column) {
    const Group region(ui, Role::kRegion, "password", ui.text(Text::password_change));
    Card card(ui, column, 20);
    Column& content = card.content();
    title(ui, content, Text::password_change);
    const Group form(ui, Role::kForm, "form", ui.text(Text::password_change));
    password_owner(ui, content);
    content.space(16);
    present_password(ui, content);
    content.space(16);
    new_password(ui, content);
    save_password(ui, content);
}

// --- Devices ---------------------------------------------------------------------------------------------------------

void session_row(Ui& ui, Column& column, const api::DeviceSession& session) {
    const app::State& state = ui.state();
    const std::string device = app::device_text(state, session);
    const std::string used =
        ui.text(Text::account_device_used, {{"when", app::moment(state.language, session.used_at)}});
    const std::string out_name = ui.text(Text::account_end_one_name, {{"device", device}});
    Button out;
    out.key = "out";
    out.label = ui.text(Text::account_end_one);
    out.description = out_name;
    out.kind = ButtonKind::kSecondary;
    out.busy = state.account_page.ending != 0 && state.account_page.ended == session.id;
    const Group item(ui, Role::kListItem, "session-" + session.id);
    column.space(12);
    const Rect row{column.x, column.y, column.width, 0};
    Column text{column.x, column.y, session.current ? column.width : width_beside(ui, column.width, out)};
    Paragraph name;
    name.key = "device";
    name.text = device;
    name.type = Type::kItem;
    name.role = Role::kText;
    paragraph(ui, text, name);
    quiet_line(ui, text, "used", used);
    if (session.current) {
        const std::string_view here = ui.text(Text::account_device_current);
        text.space(6);
        const Rect place = text.take(badge_height(ui));
        badge(ui, {place.x, place.y}, ui.colors().approved, icon::kCheck, here);
        ui.record(Role::kText, "current", {place.x, place.y, badge_width(ui, icon::kCheck, here), place.height}).name =
            here;
    } else if (row_button(ui, text, row, out)) {
        ui.emit(app::AccountAction{app::SessionEndPressed{session.id}});
    }
    column.y = std::max(text.y, column.y + (session.current ? 0 : button_height(ui))) + 12;
}

void session_buttons(Ui& ui, Column& column, bool has_others) {
    column.space(16);
    if (has_others) {
        Button others;
        others.key = "others";
        others.label = ui.text(Text::account_end_others);
        others.kind = ButtonKind::kSecondary;
        others.busy = ui.state().account_page.ending != 0 && ui.state().account_page.ended.empty();
        if (button(ui, column, others)) {
            ui.emit(app::AccountAction{app::OtherSessionsEndPressed{}});
        }
        column.space(8);
    }
    Button all;
    all.key = "all";
    all.label = ui.text(Text::account_end_all);
    all.kind = ButtonKind::kSecondary;
    all.icon = icon::kLogOut;
    if (button(ui, column, all)) {
        ui.emit(app::AccountAction{app::AllSessionsEndPressed{}});
    }
}

void sessions_card(Ui& ui, Column& column, const std::vector<api::DeviceSession>& sessions) {
    const Group region(ui, Role::kRegion, "devices", ui.text(Text::account_devices));
    Card card(ui, column, 20);
    Column& content = card.content();
    title(ui, content, Text::account_devices);
    {
        const Group list(ui, Role::kList, "sessions", ui.text(Text::account_devices));
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            if (i > 0) {
                card.divider();
            }
            session_row(ui, content, sessions[i]);
        }
    }
    session_buttons(ui, content, sessions.size() > 1);
}

// --- Mails -----------------------------------------------------------------------------------------------------------

void mails_card(Ui& ui, Column& column, const app::AccountPage& page) {
    const Group region(ui, Role::kRegion, "mails", ui.text(Text::account_mail));
    Card card(ui, column, 20);
    Column& content = card.content();
    title(ui, content, Text::account_mail);
    Switch decisions;
    decisions.key = "decisions";
    decisions.label = ui.text(Text::account_mail_decisions);
    decisions.detail = ui.text(Text::account_mail_decisions_about);
    decisions.error = page.settings_failed ? ui.text(Text::account_mail_failed) : std::string_view();
    decisions.on = page.settings.value->mail_decisions;
    decisions.busy = page.saving != 0;
    if (toggle_switch(ui, content, decisions)) {
        ui.emit(app::AccountAction{app::MailDecisionsSwitched{!decisions.on}});
    }
}

// --- Logins ----------------------------------------------------------------------------------------------------------

Text state_text(api::LoginState state) {
    switch (state) {
        case api::LoginState::kActive:
            return Text::account_guardian_active;
        case api::LoginState::kInvited:
            return Text::account_guardian_invited;
        case api::LoginState::kNone:
            return Text::account_guardian_none;
    }
    return Text::account_guardian_none;
}

void login_row(Ui& ui, Column& column, const api::GuardianLogin& login, bool may_invite) {
    constexpr float kAvatar = 44;
    const app::AccountPage& page = ui.state().account_page;
    const bool again = login.state == api::LoginState::kInvited;
    const bool offers = may_invite && login.state != api::LoginState::kActive && !login.email.empty();
    const std::string name =
        ui.text(again ? Text::account_invite_again_name : Text::account_invite_name, {{"name", login.name}});
    Button invite;
    invite.key = "invite";
    invite.label = ui.text(again ? Text::account_invite_again : Text::account_invite);
    invite.description = name;
    invite.kind = ButtonKind::kSecondary;
    invite.icon = icon::kMail;
    invite.busy = page.inviting != 0 && page.invited == login.guardian;
    const Group item(ui, Role::kListItem, "login-" + login.guardian.value);
    column.space(12);
    const float top = column.y;
    const Rect row{column.x + kAvatar + 14, top, column.width - kAvatar - 14, 0};
    Column text{row.x, top, offers ? width_beside(ui, row.width, invite) : row.width};
    person_avatar(ui, {column.x, top, kAvatar, kAvatar}, login.name);
    Paragraph who;
    who.key = "name";
    who.text = login.name;
    who.type = Type::kItem;
    who.role = Role::kText;
    paragraph(ui, text, who);
    quiet_line(ui, text, "email", login.email);
    quiet_line(ui, text, "state", ui.text(state_text(login.state)));
    if (may_invite && login.email.empty() && login.state == api::LoginState::kNone) {
        quiet_line(ui, text, "no-email", ui.text(Text::account_guardian_no_email));
    }
    if (offers && row_button(ui, text, row, invite)) {
        ui.emit(app::AccountAction{app::GuardianInvited{login.guardian}});
    }
    column.y = std::max(text.y, top + kAvatar) + 12;
}

void logins_card(Ui& ui, Column& column, const api::FamilyLogins& logins) {
    const Group region(ui, Role::kRegion, "logins", ui.text(Text::account_guardians));
    Card card(ui, column, 20);
    Column& content = card.content();
    title(ui, content, Text::account_guardians);
    const bool others = std::any_of(logins.guardians.begin(), logins.guardians.end(),
                                    [](const auto& each) { return each.state != api::LoginState::kActive; });
    if (logins.may_invite && others) {
        quiet_line(ui, content, "about", ui.text(Text::account_invite_about));
        content.space(4);
    }
    const Group list(ui, Role::kList, "guardians", ui.text(Text::account_guardians));
    for (std::size_t i = 0; i < logins.guardians.size(); ++i) {
        if (i > 0) {
            card.divider();
        }
        login_row(ui, content, logins.guardians[i], logins.may_invite);
    }
}

}  // namespace

void account_screen(Ui& ui, Page& page) {
    page_head(ui, page, ui.text(Text::account_title));
    const app::AccountPage& account = ui.state().account_page;
    const app::Failure failure = account.sessions.failed() ? account.sessions.failure
                                 : account.logins.failed() ? account.logins.failure
                                                           : app::Failure::kNone;
    Beside columns(ui, page.column, 0.5F);
    password_card(ui, columns.first());
    columns.first().space(16);
    if (failure != app::Failure::kNone) {
        load_failure(ui, columns.second(), failure, account.sessions.value || account.logins.value);
        columns.second().space(8);
    }
    if (account.sessions.value) {
        sessions_card(ui, columns.second(), *account.sessions.value);
        columns.second().space(16);
    }
    if (account.settings.value) {
        mails_card(ui, columns.first(), account);
        columns.first().space(16);
    }
    if (account.logins.value) {
        logins_card(ui, columns.second(), *account.logins.value);
        columns.second().space(16);
    }
    install_card(ui, columns.first());
    if (failure == app::Failure::kNone && !(account.sessions.value && account.logins.value)) {
        skeleton_cards(ui, columns.second(), 2);
    }
}

}  // namespace portal::ui
