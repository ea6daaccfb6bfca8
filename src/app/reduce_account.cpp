#include "app/reduce_account.hpp"

#include "api/account_codec.hpp"
#include "app/account.hpp"
#include "app/format.hpp"
#include "app/loading.hpp"
#include "app/reducers.hpp"
#include "core/email_address.hpp"

#include <algorithm>
#include <utility>

namespace portal::app::reducers {
namespace {

using Kind = Purpose::Kind;

void load_password_rules(State& state, Effects& effects) {
    if (!state.password_rules.value && !state.password_rules.loading()) {
        load(state, effects, state.password_rules, "/password-rules", Kind::kPasswordRules);
    }
}

void inspect_link(State& state, Effects& effects) {
    LinkPage& page = state.link_page;
    page = {};
    page.secret = state.route.link;
    if (page.secret.empty()) {
        page.fault = LinkFault::kUnknown;
        return;
    }
    page.link.phase = Remote<api::AccountLink>::Phase::kLoading;
    page.link.request = send(state, effects, Method::kPost, "/account-links/inspection", {Kind::kLink, {}, {}},
                             api::encode(api::LinkSecret{page.secret, mail_language(state)}));
}

[[nodiscard]] PasswordForm& form_of(State& state) {
    return state.route.screen == Screen::kWelcome ? state.link_page.form : state.account_page.form;
}

void save_password(State& state, Effects& effects) {
    PasswordForm& form = form_of(state);
    const bool by_link = state.route.screen == Screen::kWelcome;
    if (form.busy() || (by_link && !state.link_page.link.value)) {
        return;
    }
    form.pressed = true;
    form.error.reset();
    form.current_error =
        !by_link && form.current.empty() ? std::optional{Text::password_current_missing} : std::nullopt;
    if (form.current_error || password_flaw(state)) {
        return;
    }
    if (by_link) {
        const api::ChosenPassword chosen{{state.link_page.secret, mail_language(state)}, form.chosen};
        form.request = send(state, effects, Method::kPost, "/account-links/password", {Kind::kChoosePassword, {}, {}},
                            api::encode(chosen));
    } else {
        form.request = send(state, effects, Method::kPut, "/account/password", {Kind::kChangePassword, {}, {}},
                            api::encode(api::PasswordChange{form.current, form.chosen}));
    }
}

void renew_link(State& state, Effects& effects) {
    LinkPage& page = state.link_page;
    if (page.renewal != 0 || page.secret.empty()) {
        return;
    }
    page.renewal_error.reset();
    page.renewal = send(state, effects, Method::kPost, "/account-links/renewal", {Kind::kRenewLink, {}, {}},
                        api::encode(api::LinkSecret{page.secret, mail_language(state)}));
}

void ask_reset(State& state, Effects& effects) {
    ForgottenPage& page = state.forgotten_page;
    if (page.busy()) {
        return;
    }
    constexpr std::string_view kSpaces = " \t";
    const std::size_t first = std::min(page.email.find_first_not_of(kSpaces), page.email.size());
    page.email = page.email.substr(first, page.email.find_last_not_of(kSpaces) - first + 1);
    page.error.reset();
    page.email_error.reset();
    if (!core::is_email_address(page.email)) {
        page.email_error = page.email.empty() ? Text::sign_in_error_email_missing : Text::forgotten_email_invalid;
        return;
    }
    page.request = send(state, effects, Method::kPost, "/password-resets", {Kind::kPasswordReset, {}, {}},
                        api::encode(api::PasswordReset{page.email, mail_language(state)}));
}

void end_sessions(State& state, Effects& effects, const std::string& id) {
    AccountPage& page = state.account_page;
    if (page.ending != 0) {
        return;
    }
    page.ended = id;
    page.ending =
        send(state, effects, Method::kDelete, id.empty() ? "/account/other-sessions" : "/account/sessions/" + id,
             {Kind::kEndSessions, {}, {}});
}

void invite(State& state, Effects& effects, const core::GuardianId& guardian) {
    AccountPage& page = state.account_page;
    if (page.inviting != 0) {
        return;
    }
    page.invited = guardian;
    page.inviting = send(state, effects, Method::kPut, "/account/logins/" + guardian.value + "/invitation",
                         {Kind::kInvite, {}, {}}, api::encode_invitation(mail_language(state)));
}

void switch_mails(State& state, Effects& effects, bool on) {
    AccountPage& page = state.account_page;
    if (page.saving != 0 || !page.settings.value) {
        return;
    }
    page.settings_failed = false;
    api::AccountSettings wanted = *page.settings.value;
    wanted.mail_decisions = on;
    page.saving =
        send(state, effects, Method::kPut, "/account/settings", {Kind::kSaveSettings, {}, {}}, api::encode(wanted));
}

struct Press {
    State& state;
    Effects& effects;

    void operator()(const CurrentPasswordTyped& action) const {
        form_of(state).current = action.text;
        form_of(state).current_error.reset();
    }
    void operator()(const NewPasswordTyped& action) const {
        form_of(state).chosen = action.text;
        form_of(state).refused.reset();
        form_of(state).pressed = false;  // while typing nothing is found fault with
    }
    void operator()(const NewPasswordShown& action) const { form_of(state).shown = action.shown; }
    void operator()(const NewPasswordSaved&) const { save_password(state, effects); }
    void operator()(const LinkRenewalPressed&) const { renew_link(state, effects); }
    void operator()(const ResetEmailTyped& action) const {
        state.forgotten_page.email = action.text;
        state.forgotten_page.email_error.reset();
    }
    void operator()(const ResetPressed&) const { ask_reset(state, effects); }
    void operator()(const SessionEndPressed& action) const { end_sessions(state, effects, action.id); }
    void operator()(const OtherSessionsEndPressed&) const { end_sessions(state, effects, ""); }
    void operator()(const AllSessionsEndPressed&) const {
        send(state, effects, Method::kDelete, "/account/sessions", {Kind::kSignOut, {}, {}});
    }
    void operator()(const GuardianInvited& action) const { invite(state, effects, action.guardian); }
    void operator()(const MailDecisionsSwitched& action) const { switch_mails(state, effects, action.on); }
};

}  // namespace

void press_account(State& state, Effects& effects, const AccountAction& action) {
    std::visit(Press{state, effects}, action);
}

void load_account_page(State& state, Effects& effects) {
    load_password_rules(state, effects);
    load(state, effects, state.account_page.sessions, "/account/sessions", Kind::kSessions);
    load(state, effects, state.account_page.logins, "/account/logins", Kind::kLogins);
    load(state, effects, state.account_page.settings, "/account/settings", Kind::kSettings);
}

void enter_account_route(State& state, Effects& effects) {
    switch (state.route.screen) {
        case Screen::kWelcome:
            load_password_rules(state, effects);
            inspect_link(state, effects);
            break;
        case Screen::kForgotten:
            state.forgotten_page = {};
            state.forgotten_page.email = state.sign_in.email;
            break;
        case Screen::kAccount:
            if (state.session == Session::kSignedIn) {
                state.account_page.form = {};
                load_account_page(state, effects);
            }
            break;
        default:
            break;
    }
}

void reload_failed_account(State& state, Effects& effects) {
    if (state.route.screen == Screen::kWelcome && state.link_page.link.failed()) {
        inspect_link(state, effects);
    }
    if (state.password_rules.failed() && state.route.screen != Screen::kForgotten) {
        load_password_rules(state, effects);
    }
    if (state.account_page.sessions.failed() || state.account_page.logins.failed() ||
        state.account_page.settings.failed()) {
        load_account_page(state, effects);
    }
}

}  // namespace portal::app::reducers
