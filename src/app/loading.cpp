#include "app/loading.hpp"

#include "app/keeping.hpp"

namespace portal::app::reducers {

void fetch(State& state, Effects& effects, RemoteStatus& remote, bool known, Purpose purpose) {
    if (!known && state.session == Session::kSignedIn && state.account) {
        effects.push_back(Recall{state.account->guardian.value, purpose});
    }
    if (state.from_memory) {
        remote.phase = RemoteStatus::Phase::kFailed;
        remote.failure = state.session_failure;
        return;
    }
    remote.phase = RemoteStatus::Phase::kLoading;
    remote.failure = Failure::kNone;
    std::string path = purpose.path;
    remote.request = send(state, effects, Method::kGet, std::move(path), std::move(purpose));
}

bool is_awaited(const RemoteStatus& remote, bool known, const Answered& answer) {
    return answer.kept_at ? !known : remote.request == answer.request;
}

bool is_usable(const Answered& answer) {
    return failure_of(answer.response) == Failure::kNone && answer.response.status < 300;
}

void settle(State& state, Effects& effects, RemoteStatus& remote, const Answered& answer, bool understood) {
    constexpr int kNotFound = 404;
    if (answer.kept_at) {
        if (understood) {
            remote.as_of = answer.kept_at;
        } else {
            forget_answer(state, effects, answer.purpose);
        }
        return;
    }
    remote.request = 0;
    if (understood) {
        remote.failure = Failure::kNone;
        remote.phase = RemoteStatus::Phase::kReady;
        remote.as_of = state.now;
        keep_answer(state, effects, answer);
        return;
    }
    remote.failure = failure_of(answer.response);
    if (remote.failure == Failure::kNone) {
        remote.failure = answer.response.status == kNotFound ? Failure::kMissing : Failure::kServer;
    }
    remote.phase = RemoteStatus::Phase::kFailed;
}

}  // namespace portal::app::reducers
