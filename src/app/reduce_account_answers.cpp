#include "api/account_codec.hpp"
#include "app/account.hpp"
#include "app/format.hpp"
#include "app/loading.hpp"
#include "app/reduce_account.hpp"
#include "app/reducers.hpp"

#include <algorithm>
#include <utility>

namespace portal::app::reducers {
namespace {

using Kind = Purpose::Kind;

constexpr int kUnauthorized = 401;
constexpr int kGone = 410;
constexpr int kRefused = 422;
constexpr int kTooMany = 429;

[[nodiscard]] bool is_answered(const HttpResponse& response, int status) {
    return response.transport == Transport::kAnswered && response.status == status;
}

[[nodiscard]] bool succeeded(const HttpResponse& response) {
    return response.transport == Transport::kAnswered && response.status >= 200 && response.status < 300;
}

[[nodiscard]] std::string code_of(const HttpResponse& response) {
    const auto problem = api::decode_problem(response.body);
    return problem ? problem.value->code : std::string();
}

[[nodiscard]] Text error_of(const HttpResponse& response) {
    if (response.transport != Transport::kAnswered) {
        return Text::password_error_unreachable;
    }
    return response.status == kTooMany ? Text::password_error_too_many : Text::password_error_server;
}

[[nodiscard]] LinkFault fault_of(const HttpResponse& response) {
    const std::string code = code_of(response);
    return code == "link-used" ? LinkFault::kUsed : code == "link-expired" ? LinkFault::kExpired : LinkFault::kUnknown;
}

void link_answered(State& state, Effects& effects, const Answered& answer) {
    LinkPage& page = state.link_page;
    if (page.link.request != answer.request) {
        return;
    }
    // What is no secret at all gets another refusal than one that has never been.
    if (is_answered(answer.response, kGone) || is_answered(answer.response, 400)) {
        page.link = {};
        page.fault = fault_of(answer.response);
        return;
    }
    finish(state, effects, page.link, answer, api::decode_account_link);
}

/// What the server said about a password that was to be saved, where it did not take it.
void note_refusal(PasswordForm& form, const HttpResponse& response) {
    const std::string code = code_of(response);
    if (is_answered(response, kRefused) && code == "password-wrong") {
        form.current_error = Text::password_current_wrong;
        form.current.clear();
        return;
    }
    form.refused = is_answered(response, kRefused) ? core::password_flaw_from(code) : std::nullopt;
    if (!form.refused) {
        form.error = code == "email-in-use" ? Text::password_error_email_in_use : error_of(response);
        form.retry_after = response.retry_after;
    }
}

void choice_answered(State& state, Effects& effects, const Answered& answer) {
    LinkPage& page = state.link_page;
    if (page.form.request != answer.request) {
        return;
    }
    page.form.request = 0;
    auto account =
        succeeded(answer.response) ? api::decode_account(answer.response.body) : api::Decoded<api::Account>{};
    if (account) {
        begin_session(state, effects, std::move(*account.value));
        show_toast(state, effects, translate(state.language, Text::welcome_done));
        return;
    }
    if (is_answered(answer.response, kGone)) {
        page.fault = fault_of(answer.response);
        return;
    }
    note_refusal(page.form, answer.response);
}

void change_answered(State& state, Effects& effects, const Answered& answer) {
    PasswordForm& form = state.account_page.form;
    if (form.request != answer.request) {
        return;
    }
    form.request = 0;
    if (!succeeded(answer.response)) {
        note_refusal(form, answer.response);
        return;
    }
    form = {};
    const std::string words = translate(state.language, Text::password_changed);
    effects.push_back(Announce{words, false});
    show_toast(state, effects, words);
    load_account_page(state, effects);
}

void renewal_answered(State& state, const Answered& answer) {
    LinkPage& page = state.link_page;
    if (page.renewal != answer.request) {
        return;
    }
    page.renewal = 0;
    page.renewed = succeeded(answer.response);
    if (!page.renewed) {
        page.renewal_error = error_of(answer.response);
        page.retry_after = answer.response.retry_after;
    }
}

void reset_answered(State& state, const Answered& answer) {
    ForgottenPage& page = state.forgotten_page;
    if (page.request != answer.request) {
        return;
    }
    page.request = 0;
    page.sent = succeeded(answer.response);
    if (is_answered(answer.response, 400)) {
        page.email_error = Text::forgotten_email_invalid;
    } else if (!page.sent) {
        page.error = error_of(answer.response);
        page.retry_after = answer.response.retry_after;
    }
}

/// Tells what became of a press, and asks for the lists again: somebody else may have changed them.
void tell(State& state, Effects& effects, const std::string& words) {
    effects.push_back(Announce{words, false});
    show_toast(state, effects, words);
    load_account_page(state, effects);
}

void ending_answered(State& state, Effects& effects, const Answered& answer) {
    AccountPage& page = state.account_page;
    if (page.ending != answer.request) {
        return;
    }
    page.ending = 0;
    // One that is not there any more has ended as well.
    const bool gone = succeeded(answer.response) || is_answered(answer.response, 404);
    tell(state, effects, translate(state.language, gone ? Text::account_ended : Text::account_end_failed));
}

void invitation_answered(State& state, Effects& effects, const Answered& answer) {
    AccountPage& page = state.account_page;
    if (page.inviting != answer.request) {
        return;
    }
    page.inviting = 0;
    std::string name;
    if (page.logins.value) {
        const auto& all = page.logins.value->guardians;
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.guardian == page.invited; });
        name = found == all.end() ? std::string() : found->name;
    }
    const bool done = succeeded(answer.response);
    tell(state, effects,
         translate(state.language, done ? Text::account_invited : Text::account_invite_failed, {{"name", name}}));
}

void settings_answered(State& state, const Answered& answer) {
    AccountPage& page = state.account_page;
    if (page.saving != answer.request) {
        return;
    }
    page.saving = 0;
    auto saved = succeeded(answer.response) ? api::decode_account_settings(answer.response.body)
                                            : api::Decoded<api::AccountSettings>{};
    page.settings_failed = !saved;
    if (saved) {
        page.settings.value = *saved.value;
    }
}

/// Answers that only who is signed in is given.
void private_answered(State& state, Effects& effects, const Answered& answer) {
    if (state.session != Session::kSignedIn) {
        return;
    }
    if (is_answered(answer.response, kUnauthorized)) {
        expire_session(state, effects);
        return;
    }
    switch (answer.purpose.kind) {
        case Kind::kChangePassword:
            change_answered(state, effects, answer);
            break;
        case Kind::kSessions:
            finish(state, effects, state.account_page.sessions, answer, api::decode_sessions);
            break;
        case Kind::kLogins:
            finish(state, effects, state.account_page.logins, answer, api::decode_logins);
            break;
        case Kind::kSettings:
            finish(state, effects, state.account_page.settings, answer, api::decode_account_settings);
            break;
        case Kind::kSaveSettings:
            settings_answered(state, answer);
            break;
        case Kind::kEndSessions:
            ending_answered(state, effects, answer);
            break;
        case Kind::kInvite:
            invitation_answered(state, effects, answer);
            break;
        default:
            break;
    }
}

}  // namespace

void account_answered(State& state, Effects& effects, const Answered& answer) {
    switch (answer.purpose.kind) {
        case Kind::kPasswordRules:
            finish(state, effects, state.password_rules, answer, api::decode_password_rules);
            break;
        case Kind::kLink:
            link_answered(state, effects, answer);
            break;
        case Kind::kChoosePassword:
            choice_answered(state, effects, answer);
            break;
        case Kind::kRenewLink:
            renewal_answered(state, answer);
            break;
        case Kind::kPasswordReset:
            reset_answered(state, answer);
            break;
        default:
            private_answered(state, effects, answer);
            break;
    }
}

}  // namespace portal::app::reducers
