#include "api/codec.hpp"
#include "app/format.hpp"
#include "app/keeping.hpp"
#include "app/reduce_account.hpp"
#include "app/reducers.hpp"
#include "app/selectors.hpp"

#include <algorithm>

namespace portal::app::reducers {
namespace {

constexpr int kOk = 200;
constexpr int kUnauthorized = 401;
constexpr int kTooManyRequests = 429;

/// A state that knows nothing of anybody, at the same place and in the same language.
[[nodiscard]] State without_account(const State& state) {
    State fresh;
    fresh.language = state.language;
    fresh.now = state.now;
    fresh.clock_offset = state.clock_offset;
    fresh.route = state.route;
    fresh.last_id = state.last_id;
    fresh.outbox = state.outbox;  // it is closed in its own way
    fresh.session = Session::kSignedOut;
    fresh.storage_fault = state.storage_fault;
    fresh.site = state.site;
    fresh.installation = state.installation;
    return fresh;
}

/// Begins with the account, and with what there is of it.
void enter(State& state, Effects& effects, api::Account account) {
    state.session = Session::kSignedIn;
    state.session_expired = false;
    if (!(state.record_forms_of == account.guardian)) {
        state.record_forms.clear();  // what somebody else typed on this device
    }
    if (state.draft && !(state.draft->account == account.guardian)) {
        state.draft.reset();
    }
    state.account = std::move(account);
    state.sign_in = {};
    load_everything(state, effects);
    if (state.route.screen == Screen::kAccount) {
        enter_account_route(state, effects);
    }
}

void signed_in(State& state, Effects& effects, api::Account account) {
    forget_accounts(state, effects, account.guardian);
    state.session_failure = Failure::kNone;
    state.session_request = 0;
    state.from_memory = false;
    state.remembered = account;
    enter(state, effects, std::move(account));
    keep_account(state, effects);
}

/// No password is asked: the session most likely still stands, and the server says so when it does not.
void enter_from_memory(State& state, Effects& effects) {
    state.from_memory = true;
    enter(state, effects, *state.remembered);
}

/// The server says who is there, after data of the device has been shown.
void confirmed(State& state, Effects& effects, api::Account account) {
    if (!(state.account->guardian == account.guardian)) {
        forget_accounts(state, effects, account.guardian);
        state = without_account(state);
    }
    signed_in(state, effects, std::move(account));
    reload_failed(state, effects);
}

[[nodiscard]] Text error_text(const HttpResponse& response) {
    if (response.transport != Transport::kAnswered) {
        return Text::sign_in_error_unreachable;
    }
    if (response.status == kTooManyRequests) {
        return Text::sign_in_error_too_many;
    }
    return response.status == kUnauthorized ? Text::sign_in_error_wrong : Text::sign_in_error_server;
}

}  // namespace

void begin_session(State& state, Effects& effects, api::Account account) {
    forget_accounts(state, effects, account.guardian);
    State fresh = without_account(state);
    fresh.route = {Screen::kOverview, core::Month::of(today(state)), std::nullopt, std::nullopt};
    state = std::move(fresh);
    effects.push_back(ReplacePath{to_path(state.route)});
    signed_in(state, effects, std::move(account));
}

void ask_session(State& state, Effects& effects) {
    constexpr std::chrono::milliseconds kPatience{2000};
    if (state.session_request != 0) {
        return;
    }
    if (!state.from_memory) {
        state.session = Session::kUnknown;
        state.session_failure = Failure::kNone;
    }
    state.session_request = send(state, effects, Method::kGet, "/session", {Purpose::Kind::kSession, {}, {}});
    effects.push_back(Remind{Reminder::kSessionLate, kPatience});
}

void session_answered(State& state, Effects& effects, const Answered& answer) {
    const HttpResponse& response = answer.response;
    if (answer.request != state.session_request) {
        return;
    }
    state.session_request = 0;
    if (response.transport == Transport::kAnswered && response.status == kUnauthorized) {
        if (state.from_memory) {
            expire_session(state, effects);
        } else {
            forget_accounts(state, effects);
            state.session = Session::kSignedOut;
        }
        return;
    }
    const Failure failure = failure_of(response);
    auto account = failure == Failure::kNone ? api::decode_account(response.body) : api::Decoded<api::Account>{};
    if (account) {
        (state.from_memory ? confirmed : signed_in)(state, effects, std::move(*account.value));
        return;
    }
    state.session_failure = failure == Failure::kNone ? Failure::kServer : failure;
    if (!state.from_memory && state.remembered) {
        enter_from_memory(state, effects);
    }
}

void account_recalled(State& state, Effects& effects, const Recalled& recalled) {
    const auto answer = answer_of(recalled);
    auto account = answer ? api::decode_account(answer->response.body) : api::Decoded<api::Account>{};
    if (!account || state.session == Session::kSignedIn) {
        return;
    }
    state.remembered = std::move(account.value);
    if (state.session == Session::kSignedOut) {
        forget_accounts(state, effects);  // the server was quicker to say that nobody is there
    } else if (state.session_failure != Failure::kNone) {
        enter_from_memory(state, effects);
    }
}

void session_late(State& state, Effects& effects) {
    if (state.session == Session::kUnknown && state.session_request != 0 && state.remembered) {
        state.session_failure = Failure::kTimedOut;
        enter_from_memory(state, effects);
    }
}

void press_sign_in(State& state, Effects& effects) {
    SignInForm& form = state.sign_in;
    if (form.busy()) {
        return;
    }
    form.error.reset();
    form.email_error = form.email.empty() ? std::optional{Text::sign_in_error_email_missing} : std::nullopt;
    form.password_error = form.password.empty() ? std::optional{Text::sign_in_error_password_missing} : std::nullopt;
    if (form.email_error || form.password_error) {
        return;
    }
    form.request = send(state, effects, Method::kPost, "/session", {Purpose::Kind::kSignIn, {}, {}},
                        api::encode(api::Credentials{form.email, form.password}));
}

void sign_in_answered(State& state, Effects& effects, const Answered& answer) {
    if (answer.request != state.sign_in.request) {
        return;
    }
    state.sign_in.request = 0;
    auto account = api::decode_account(answer.response.body);
    if (answer.response.transport == Transport::kAnswered && answer.response.status == kOk && account) {
        signed_in(state, effects, std::move(*account.value));
        return;
    }
    state.sign_in.error = error_text(answer.response);
    state.sign_in.retry_after = std::max<std::int64_t>(answer.response.retry_after, 60);
    if (state.sign_in.error == Text::sign_in_error_wrong) {
        state.sign_in.password.clear();
    }
}

void press_sign_out(State& state, Effects& effects) {
    if (!state.outbox.box.entries().empty()) {
        show_toast(state, effects, translate(state.language, Text::outbox_before_sign_out));
        go(state, effects, {Screen::kLog, core::Month::of(today(state)), std::nullopt, std::nullopt});
        return;
    }
    send(state, effects, Method::kDelete, "/session", {Purpose::Kind::kSignOut, {}, {}});
}

void sign_out_answered(State& state, Effects& effects, const HttpResponse& response) {
    if (failure_of(response) != Failure::kNone) {
        show_toast(state, effects, translate(state.language, Text::sign_out_failed));
        return;
    }
    forget_accounts(state, effects);
    State fresh = without_account(state);
    fresh.route = {Screen::kOverview, core::Month::of(today(state)), std::nullopt, std::nullopt};
    state = std::move(fresh);
    effects.push_back(ReplacePath{to_path(state.route)});
}

void expire_session(State& state, Effects& effects) {
    forget_accounts(state, effects);
    State fresh = without_account(state);
    fresh.session_expired = true;
    fresh.form = std::move(state.form);
    fresh.form.request = 0;
    // These belong to no session: who opens a link may have been signed in as somebody else, or long ago.
    fresh.link_page = std::move(state.link_page);
    fresh.forgotten_page = std::move(state.forgotten_page);
    fresh.password_rules = std::move(state.password_rules);
    fresh.record_forms = std::move(state.record_forms);
    fresh.record_forms_of = state.record_forms_of;
    for (auto& [path, form] : fresh.record_forms) {
        form.request = 0;
    }
    if (state.account) {
        fresh.sign_in.email = state.account->email;
    }
    state = std::move(fresh);
}

}  // namespace portal::app::reducers
