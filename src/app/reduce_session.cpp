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

/// The same with what was typed, for whoever signs in if they are who typed it.
[[nodiscard]] State with_forms(State& state) {
    State fresh = without_account(state);
    fresh.form = std::move(state.form);
    fresh.form.request = 0;
    // These belong to no session: who opens a link may have been signed in as somebody else, or long ago.
    fresh.link_page = std::move(state.link_page);
    fresh.forgotten_page = std::move(state.forgotten_page);
    fresh.password_rules = std::move(state.password_rules);
    fresh.record_forms = std::move(state.record_forms);
    fresh.typed_by = state.typed_by;
    for (auto& [path, form] : fresh.record_forms) {
        form.request = 0;
    }
    return fresh;
}

/// As after signing out.
void leave(State& state, Effects& effects) {
    state = without_account(state);
    state.route = {Screen::kOverview, core::Month::of(today(state)), std::nullopt, std::nullopt};
    effects.push_back(ReplacePath{to_path(state.route)});
}

void expire(State& state) {
    State fresh = with_forms(state);
    fresh.session_expired = true;
    if (state.account) {
        fresh.sign_in.email = state.account->email;
    }
    state = std::move(fresh);
}

/// Begins with the account, and with what there is of it.
void enter(State& state, Effects& effects, api::Account account) {
    state.session = Session::kSignedIn;
    state.session_expired = false;
    if (!(state.typed_by == account.guardian)) {
        state.form = {};  // what somebody else typed on this device
        state.record_forms.clear();
        state.typed_by = account.guardian;
    }
    if (state.draft && !(state.draft->account == account.guardian)) {
        state.draft.reset();
    }
    state.account = std::move(account);
    const std::uint64_t signing_in = state.sign_in.request;  // where another page was quicker
    state.sign_in = {};
    state.sign_in.request = signing_in;
    load_everything(state, effects);
    if (state.route.screen == Screen::kAccount) {
        enter_account_route(state, effects);
    }
}

void signed_in(State& state, Effects& effects, api::Account account) {
    forget_accounts(state, effects, account.guardian);
    if (state.account && !(state.account->guardian == account.guardian)) {
        state = without_account(state);
    }
    state.session_failure = Failure::kNone;
    state.session_request = 0;
    state.from_memory = false;
    state.remembered = account;
    enter(state, effects, std::move(account));
    keep_account(state, effects);
    constexpr std::chrono::milliseconds kSoon{3000};
    effects.push_back(Remind{Reminder::kIdle, kSoon});
}

/// No password is asked: the session most likely still stands, and the server says so when it does not.
void enter_from_memory(State& state, Effects& effects) {
    state.from_memory = true;
    enter(state, effects, *state.remembered);
}

/// The server says who is there, after data of the device has been shown.
void confirmed(State& state, Effects& effects, api::Account account) {
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
    leave(state, effects);
    signed_in(state, effects, std::move(account));
    effects.push_back(TellTabs{TabNews::kSignedIn});
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
        effects.push_back(TellTabs{TabNews::kSignedIn});
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
    leave(state, effects);
    effects.push_back(TellTabs{TabNews::kSignedOut});
}

void expire_session(State& state, Effects& effects) {
    forget_accounts(state, effects);
    expire(state);
    effects.push_back(TellTabs{TabNews::kExpired});
}

void session_told(State& state, Effects& effects, TabNews news) {
    if (news != TabNews::kSignedIn && state.session == Session::kSignedOut) {
        return;
    }
    forget_answers(state, effects);  // this page may have kept some since the other one forgot them
    if (news == TabNews::kSignedOut) {
        leave(state, effects);
        return;
    }
    if (news == TabNews::kExpired) {
        expire(state);
        return;
    }
    // It may be somebody else, of another family. Nothing is shown before the server says who.
    SignInForm sign_in = std::move(state.sign_in);
    state = with_forms(state);
    state.sign_in = std::move(sign_in);  // an answer to it comes later than this, and counts
    recall_account(effects);
    ask_session(state, effects);
}

}  // namespace portal::app::reducers
