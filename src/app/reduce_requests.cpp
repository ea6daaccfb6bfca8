#include "api/codec.hpp"
#include "app/format.hpp"
#include "app/reducers.hpp"
#include "app/selectors.hpp"
#include "app/unsent.hpp"
#include "core/evaluate.hpp"
#include "core/occupancy.hpp"

#include <algorithm>

namespace portal::app::reducers {
namespace {

constexpr int kUnauthorized = 401;

/// Puts a request in the place of what was known of it, or in front as the newest.
void put(std::vector<core::ChangeRequest>& requests, const core::ChangeRequest& changed) {
    const auto known = std::find_if(requests.begin(), requests.end(),
                                    [&](const core::ChangeRequest& other) { return other.id == changed.id; });
    if (known != requests.end()) {
        *known = changed;
    } else {
        requests.insert(requests.begin(), changed);
    }
}

void derive(const State& state, Remote<api::Occupancy>& remote) {
    if (remote.value) {
        remote.value->blocks = core::occupancy(*state.family.value, state.locations.value->calendar, *state.rules.value,
                                               *state.requests.value, remote.value->from, remote.value->to);
    }
}

/// The months and years that are known, as the requests that are known make them.
void derive_calendar(State& state) {
    if (!state.family.value || !state.locations.value || !state.rules.value || !state.requests.value) {
        return;
    }
    for (auto& [month, remote] : state.months) {
        derive(state, remote);
    }
    for (auto& [year, remote] : state.years) {
        derive(state, remote);
    }
}

[[nodiscard]] Text done_text(Amendment::Kind kind) {
    return kind == Amendment::Kind::kWithdraw ? Text::withdraw_done : Text::recovery_done;
}

[[nodiscard]] bool is_busy(const State& state) {
    return state.amendment && state.amendment->busy();
}

void withdraw_all(State& state, Effects& effects, std::vector<core::RequestId> ids) {
    Amendment amendment;
    amendment.undoes = true;
    amendment.id = ids.front();
    ids.erase(ids.begin());
    amendment.further = std::move(ids);
    state.amendment = std::move(amendment);
    send_amendment(state, effects);
}

/// One of several is withdrawn: goes on with the next, or tells that all of it is done.
void amendment_done(State& state, Effects& effects) {
    std::vector<core::RequestId> further = std::move(state.amendment->further);
    if (!further.empty()) {
        withdraw_all(state, effects, std::move(further));
        return;
    }
    const std::string words{text(state.language, done_text(state.amendment->kind))};
    effects.push_back(Announce{words, false});
    show_toast(state, effects, words);
    state.amendment.reset();
}

}  // namespace

void requests_changed(State& state, Effects& effects, const std::vector<core::ChangeRequest>& changed) {
    if (state.requests.value && !changed.empty()) {
        for (const core::ChangeRequest& request : changed) {
            put(*state.requests.value, request);
        }
        derive_calendar(state);
    }
    load_requests(state, effects);
    load_credit(state, effects);
    load_calendar(state, effects);
}

void press_withdraw(State& state, Effects& effects, const core::RequestId& id) {
    const core::ChangeRequest* request = find_request(state, id);
    if (request == nullptr || !verdicts_ready(state) || is_busy(state) || unsent_amendment(state, id) != nullptr) {
        return;
    }
    const core::Verdict verdict = core::evaluate_withdrawal(care_context(state), *request);
    if (!verdict.allowed()) {
        return;
    }
    state.amendment = Amendment{};
    state.amendment->id = id;
    state.amendment->asking = loses_something(*request, verdict);
    if (!state.amendment->asking) {
        send_amendment(state, effects);
    }
}

void press_undo(State& state, Effects& effects) {
    if (is_busy(state) || !can_undo(state)) {
        return;
    }
    withdraw_all(state, effects, state.toast->sent);
    state.toast.reset();
}

void press_recovery(State& state, const core::RequestId& id) {
    const core::ChangeRequest* request = find_request(state, id);
    if (request == nullptr || !verdicts_ready(state) || is_busy(state) || unsent_amendment(state, id) != nullptr) {
        return;
    }
    const std::vector<core::Date> days = recovery_days(care_context(state), *request);
    if (days.empty()) {
        return;
    }
    state.amendment = Amendment{};
    state.amendment->kind = Amendment::Kind::kRecover;
    state.amendment->id = id;
    state.amendment->asking = true;
    if (days.size() == 1) {
        state.amendment->last_day = days.front();
    }
}

void choose_recovery_day(State& state, core::Date last_day) {
    if (state.amendment && !state.amendment->busy()) {
        state.amendment->last_day = last_day;
    }
}

void send_amendment(State& state, Effects& effects) {
    if (!state.amendment || state.amendment->busy()) {
        return;
    }
    Amendment& amendment = *state.amendment;
    const bool withdraws = amendment.kind == Amendment::Kind::kWithdraw;
    amendment.pressed = true;
    if (!withdraws && !amendment.last_day) {
        return;
    }
    amendment.failure = Failure::kNone;
    amendment.rejected = false;
    amendment.refused.reset();
    amendment.entry = {};
    amendment.entry.method = Method::kPut;
    amendment.entry.path = amendment_path(amendment.kind, amendment.id);
    amendment.entry.body = withdraws ? "{}" : api::encode_recovery(*amendment.last_day);
    amendment.entry.written_at = {state.now.seconds - state.clock_offset};
    effects.push_back(MakeKey{});
}

bool awaits_key(const std::optional<Amendment>& amendment) {
    return amendment && !amendment->busy() && !amendment->entry.path.empty() && amendment->entry.key.empty();
}

void key_amendment(State& state, Effects& effects, const std::string& key) {
    OutboxEntry& entry = state.amendment->entry;
    entry.key = key;
    state.amendment->request =
        send(state, effects, entry.method, entry.path, {Purpose::Kind::kAmend, {}, {}}, entry.body, entry.key);
}

bool amendment_kept(State& state, Effects& effects, const std::string& key) {
    if (!is_busy(state) || state.amendment->entry.key != key) {
        return false;
    }
    std::vector<core::RequestId> further = std::move(state.amendment->further);
    state.amendment.reset();
    if (!further.empty()) {
        withdraw_all(state, effects, std::move(further));
    }
    return true;
}

void amendment_not_kept(State& state, const std::string& key) {
    if (is_busy(state) && state.amendment->entry.key == key) {
        state.amendment->request = 0;
        state.amendment->asking = state.amendment->asking || state.amendment->undoes;
    }
}

void close_amendment(State& state) {
    state.amendment.reset();
}

void amendment_answered(State& state, Effects& effects, const Answered& answer) {
    const HttpResponse& response = answer.response;
    if (state.session != Session::kSignedIn) {
        return;
    }
    if (response.transport == Transport::kAnswered && response.status == kUnauthorized) {
        expire_session(state, effects);
        return;
    }
    const auto changed = api::decode_change_request(response.body);
    const bool awaited = state.amendment && state.amendment->request == answer.request;
    if (failure_of(response) == Failure::kNone && response.status < 300 && changed) {
        if (awaited) {
            amendment_done(state, effects);
        }
        requests_changed(state, effects, {*changed.value});
        return;
    }
    if (!awaited) {
        return;
    }
    Amendment& amendment = *state.amendment;
    if (failure_of_change(response) != Failure::kNone) {
        amendment.failure = failure_of_change(response);  // shown where the device cannot keep it either
        keep_change(state, effects, amendment.entry);
        return;
    }
    amendment.request = 0;
    amendment.failure = Failure::kNone;
    amendment.asking = amendment.asking || amendment.undoes;  // not each screen has a place for what went wrong
    const auto problem = api::decode_problem(response.body);
    const auto reason = problem ? core::reason_from(problem.value->code) : std::nullopt;
    amendment.refused = reason ? std::optional{reason->second} : std::nullopt;
    amendment.rejected = true;
    requests_changed(state, effects, {});
}

}  // namespace portal::app::reducers
