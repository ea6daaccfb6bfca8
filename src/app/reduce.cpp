#include "app/reduce.hpp"

#include "app/draft.hpp"
#include "app/keeping.hpp"
#include "app/reduce_account.hpp"
#include "app/reducers.hpp"
#include "app/selectors.hpp"

#include <cstdlib>
#include <utility>

namespace portal::app {
namespace {

using namespace reducers;

/// Sets the clock by the server's Date header. That has whole seconds and took its time to come, so smaller
/// differences say nothing. What answers in the server's place when it fails has a clock of its own: an error page's
/// could end a deadline while the parent presses the button.
void follow_server_clock(State& state, const HttpResponse& response) {
    constexpr std::int64_t kNoise = 3;
    constexpr int kFirstRefusal = 400;
    if (response.status >= kFirstRefusal) {
        return;
    }
    const auto server = core::Instant::parse_http_date(response.date);
    if (server && std::abs(server->seconds - state.now.seconds) > kNoise) {
        state.clock_offset += server->seconds - state.now.seconds;
        state.now = *server;
    }
}

struct Reducer {
    State& state;
    Effects effects;

    void operator()(const Started& action) {
        state.language = action.language;
        state.site = action.site;
        state.draft = read_draft(action.draft);
        if (state.draft) {
            state.sign_in.email = state.draft->email;
        }
        const auto route = parse_route(action.path, today(state));
        state.route =
            route.value_or(Route{Screen::kOverview, core::Month::of(today(state)), std::nullopt, std::nullopt});
        if (to_path(state.route) != action.path) {
            effects.push_back(ReplacePath{to_path(state.route)});
        }
        recall_account(effects);
        ask_session(state, effects);
        enter_account_route(state, effects);
    }
    void operator()(const ClockRead& action) {
        const core::Date before = today(state);
        state.now = {action.device_now.seconds + state.clock_offset};
        // Ledgers are accounted for until the day on which they were asked.
        if (state.session == Session::kSignedIn && state.credit.value && today(state) != before) {
            load_credit(state, effects);
            follow_today();
        }
    }
    void operator()(const PathChanged& action) {
        auto route = parse_route(action.path, today(state));
        if (route && route->whole_year) {
            route->month.month = state.route.month.month;  // a way back through the years is no way to another month
        }
        if (route && *route != state.route) {
            state.route = *route;
            state.form = {};
            state.amendment.reset();
            close_contact_removal(state);
            enter_route(state, effects);
        }
    }
    void operator()(const Answered& action) { answered(action); }
    void operator()(const Recalled& action) { recalled(action); }
    void operator()(const DeviceAction& action) { std::visit(*this, action); }
    void operator()(const Reminded& action) {
        (action.reminder == Reminder::kIdle ? prefetch_more : session_late)(state, effects);
    }
    void operator()(const StorageFailed& action) { state.storage_fault = action.fault; }
    void operator()(const ChanceCame&) {
        reload_failed(state, effects);
        poll(state, effects);
        outbox_happened(state, effects, OutboxChance{});
    }
    void operator()(const TabTold& action) { tab_told(state, effects, action.news); }
    void operator()(const KeyMade& action) {
        if (awaits_key(state.amendment)) {
            key_amendment(state, effects, action.key);
        } else if (awaits_key(state.contact_task)) {
            key_contact(state, effects, action.key);
        } else if (RecordForm* form = open_record_form(state)) {
            form->idempotency_key = action.key;
        } else {
            state.form.idempotency_key = action.key;
        }
    }
    void operator()(const Polled&) { poll(state, effects); }
    void operator()(const ToastExpired& action) {
        if (state.toast && state.toast->id == action.id) {
            state.toast.reset();
        }
    }
    void operator()(const EmailTyped& action) {
        state.sign_in.email = action.text;
        state.sign_in.email_error.reset();
    }
    void operator()(const PasswordTyped& action) {
        state.sign_in.password = action.text;
        state.sign_in.password_error.reset();
    }
    void operator()(const PasswordShown& action) { state.sign_in.password_shown = action.shown; }
    void operator()(const SignInPressed&) { press_sign_in(state, effects); }
    void operator()(const SignOutPressed&) { press_sign_out(state, effects); }
    void operator()(const LanguageChosen& action) {
        state.language = action.language;
        effects.push_back(StorePreference{"language", action.language == Language::en ? "en" : "nl"});
    }
    void operator()(const Navigated& action) { go(state, effects, action.route); }
    void operator()(const MonthChosen& action) {
        go(state, effects, {Screen::kChanges, action.month, std::nullopt, std::nullopt});
    }
    void operator()(const YearChosen& action) {
        if (is_shown_year(action.year)) {
            go(state, effects,
               {Screen::kChanges, {action.year, state.route.month.month}, std::nullopt, std::nullopt, true});
        }
    }
    void operator()(const TodayPressed&) {
        go(state, effects, {Screen::kChanges, core::Month::of(today(state)), today(state), std::nullopt});
    }
    void operator()(const DayChosen& action) {
        // Looking at one day after the other would fill the history; another month is worth an entry.
        const core::Month month = core::Month::of(action.day);
        const bool same_page = month == state.route.month && !state.route.whole_year;
        go(state, effects, {Screen::kChanges, month, action.day, std::nullopt}, same_page);
    }
    void operator()(const WeekShown& action) { state.next_week = action.next; }
    void operator()(const ChildShown& action) { state.only_child = action.child; }
    void operator()(const DaysPointedAt& action) {
        state.pointed = PointedDays{action.child, action.dates, action.invoice};
        state.only_child = action.child;
        go(state, effects, {Screen::kChanges, core::Month::of(action.dates.front()), std::nullopt, std::nullopt});
    }
    void operator()(const PointingEnded&) {
        state.pointed.reset();
        state.only_child.reset();
    }
    void operator()(const InvoicesFiltered& action) {
        state.money.filter = action.filter;
        state.money.year = action.year;
    }
    void operator()(const LogFiltered& action) { filter_log(state, effects, action); }
    void operator()(const RetryPressed&) { reload_failed(state, effects); }
    void operator()(const ToastClosed&) { state.toast.reset(); }
    void operator()(const UndoPressed&) { press_undo(state, effects); }
    void operator()(const FormOpened& action) { open_form(state, effects, action.kind, action.day); }
    void operator()(const FormClosed&) { close_form(state, effects); }
    void operator()(const FormDayChosen& action) { choose_form_day(state, effects, action.day); }
    void operator()(const FormEdited& action) { edit_form(state, effects, action); }
    void operator()(const FormSubmitted&) { submit_form(state, effects); }
    void operator()(const WithdrawPressed& action) { press_withdraw(state, effects, action.id); }
    void operator()(const RecoveryPressed& action) { press_recovery(state, action.id); }
    void operator()(const RecoveryDayChosen& action) { choose_recovery_day(state, action.last_day); }
    void operator()(const AmendmentConfirmed&) { send_amendment(state, effects); }
    void operator()(const AmendmentClosed&) { close_amendment(state); }
    void operator()(const AccountAction& action) { press_account(state, effects, action); }
    void operator()(const OutboxAction& action) { outbox_happened(state, effects, action); }
    void operator()(const RecordTyped& action) { type_record(state, effects, action); }
    void operator()(const RecordSubmitted&) { submit_record(state, effects); }
    void operator()(const RecordFormClosed&) { close_record_form(state, effects); }
    void operator()(const ConflictChosen& action) { choose_conflict(state, action); }
    void operator()(const ContactMoved& action) { move_contact(state, effects, action); }
    void operator()(const ContactRemovalPressed& action) { press_contact_removal(state, action.id); }
    void operator()(const ContactRemovalConfirmed&) { remove_contact(state, effects); }
    void operator()(const ContactRemovalClosed&) { close_contact_removal(state); }

    void operator()(const InstallationTold& action) { installation_told(state, effects, action.event); }
    void operator()(const UpdatePressed&) { effects.push_back(StartNewVersion{}); }
    void operator()(const UpdatePutOff&) { state.installation.update_put_off = true; }
    void operator()(const InstallPressed&) { press_install(state, effects); }

    /// Overzicht is about today, also in a page that was left open over the end of a month.
    void follow_today() {
        const core::Month month = core::Month::of(today(state));
        if (state.route.screen == Screen::kOverview && state.route.month != month) {
            state.route.month = month;
            load_calendar(state, effects);
        }
    }

    void recalled(const Recalled& action) {
        if (action.fault == StorageFault::kCorrupt) {
            effects.push_back(EraseRecords{action.account, action.purpose.path});
        } else if (action.fault != StorageFault::kNone) {
            state.storage_fault = action.fault;
        }
        if (action.purpose.kind == Purpose::Kind::kSession) {
            account_recalled(state, effects, action);
            return;
        }
        if (action.purpose.kind == Purpose::Kind::kPrefetch) {
            prefetch_recalled(state, effects, action);
            return;
        }
        const bool theirs = state.account && state.account->guardian.value == action.account;
        const auto answer = answer_of(action);
        if (state.session == Session::kSignedIn && theirs && answer) {
            take(*answer);
            begin_form(state, effects);
        }
    }

    void answered(const Answered& action) {
        follow_server_clock(state, action.response);
        if (state.session == Session::kSignedIn && is_about_somebody_else(action.response)) {
            session_told(state, effects, TabNews::kSignedIn);
            return;
        }
        tell_of_change(effects, action);
        take(action);
        begin_form(state, effects);
    }

    void take(const Answered& action) {
        switch (action.purpose.kind) {
            case Purpose::Kind::kSession:
                session_answered(state, effects, action);
                break;
            case Purpose::Kind::kSignIn:
                sign_in_answered(state, effects, action);
                break;
            case Purpose::Kind::kSignOut:
                sign_out_answered(state, effects, action.response);
                break;
            case Purpose::Kind::kSubmit:
                submission_answered(state, effects, action);
                break;
            case Purpose::Kind::kAmend:
                amendment_answered(state, effects, action);
                break;
            case Purpose::Kind::kRecordEdit:
                record_answered(state, effects, action);
                break;
            case Purpose::Kind::kContactChange:
                contact_answered(state, effects, action);
                break;
            case Purpose::Kind::kOutbox:
                outbox_answered(state, effects, action);
                break;
            case Purpose::Kind::kRecords:
                data_answered(state, effects, action);
                begin_record_form(state, effects);
                break;
            case Purpose::Kind::kRequests:
                requests_answered(state, effects, action);
                break;
            case Purpose::Kind::kChanges:
                changes_answered(state, effects, action);
                break;
            case Purpose::Kind::kRevisions:
                revisions_answered(state, effects, action);
                break;
            case Purpose::Kind::kFamily:
            case Purpose::Kind::kLocations:
            case Purpose::Kind::kOccupancy:
            case Purpose::Kind::kYear:
            case Purpose::Kind::kRules:
            case Purpose::Kind::kCredit:
            case Purpose::Kind::kNotices:
            case Purpose::Kind::kDecisionsSeen:
            case Purpose::Kind::kInvoices:
            case Purpose::Kind::kInvoice:
            case Purpose::Kind::kStatements:
            case Purpose::Kind::kStatement:
            case Purpose::Kind::kContracts:
                data_answered(state, effects, action);
                break;
            default:
                account_answered(state, effects, action);
                break;
        }
    }
};

}  // namespace

namespace reducers {

std::uint64_t next_id(State& state) {
    return ++state.last_id;
}

std::uint64_t send_request(State& state, Effects& effects, HttpRequest request, Purpose purpose) {
    request.id = next_id(state);
    // A page that has not heard of it must neither act for who has signed in on another nor read what is theirs.
    if (state.session == Session::kSignedIn && state.account) {
        request.guardian = state.account->guardian.value;
    }
    const std::uint64_t id = request.id;
    effects.push_back(SendHttp{std::move(request), std::move(purpose)});
    return id;
}

std::uint64_t send(State& state, Effects& effects, Method method, std::string path, Purpose purpose, std::string body,
                   std::string idempotency_key) {
    HttpRequest request;
    request.method = method;
    request.path = std::move(path);
    request.body = std::move(body);
    request.idempotency_key = std::move(idempotency_key);
    return send_request(state, effects, std::move(request), std::move(purpose));
}

Failure failure_of(const HttpResponse& response) {
    switch (response.transport) {
        case Transport::kUnreachable:
            return Failure::kUnreachable;
        case Transport::kTimedOut:
            return Failure::kTimedOut;
        case Transport::kAnswered:
            break;
    }
    return response.status >= 200 && response.status < 500 ? Failure::kNone : Failure::kServer;
}

void show_toast(State& state, Effects& effects, std::string text, std::vector<core::RequestId> sent,
                std::optional<Route> link) {
    // Long enough to read twice; it can be closed earlier.
    constexpr std::chrono::milliseconds kShown{10000};
    state.toast = Toast{next_id(state), std::move(text), std::move(sent), std::move(link)};
    effects.push_back(ExpireToast{state.toast->id, kShown});
}

void go(State& state, Effects& effects, const Route& route, bool replace) {
    const bool moved = route != state.route;
    state.route = route;
    if (moved) {
        effects.push_back(replace ? Effect{ReplacePath{to_path(route)}} : Effect{PushPath{to_path(route)}});
    }
    enter_route(state, effects);
}

void enter_route(State& state, Effects& effects) {
    enter_account_route(state, effects);
    if (state.session != Session::kSignedIn) {
        return;
    }
    if (state.pointed && state.route.screen != Screen::kChanges) {
        state.pointed.reset();
        state.only_child.reset();
    }
    const bool overview = state.route.screen == Screen::kOverview && !state.route.form;
    if (overview || state.route.screen == Screen::kChanges) {
        load_calendar(state, effects);
    }
    const bool log = state.route.screen == Screen::kLog || state.route.screen == Screen::kRequests;
    if (overview || log) {
        load_requests(state, effects);
    }
    if (log) {
        load_changes(state, effects);
    }
    if (overview) {
        load_notices(state, effects);
    }
    if (state.route.screen == Screen::kCredit) {
        load_credit(state, effects);
    }
    load_money(state, effects);
    if (state.route.screen == Screen::kContract) {
        load_records(state, effects);  // where the child lives
    }
    if (state.route.screen == Screen::kFamily) {
        load_records(state, effects);
        return_to_record_form(state);
        begin_record_form(state, effects);
    }
    begin_form(state, effects);
}

}  // namespace reducers

Effects reduce(State& state, const Action& action) {
    Reducer reducer{state, {}};
    std::visit(reducer, action);
    settle_outbox(state, reducer.effects);
    return std::move(reducer.effects);
}

}  // namespace portal::app
