#pragma once

#include "api/codec.hpp"
#include "app/reducers.hpp"

#include <string>
#include <string_view>
#include <utility>

/// How remote data comes. Internal to app.
namespace portal::app::reducers {

/// The remote is asked for by that request.
template <class T>
void begin(Remote<T>& remote, std::uint64_t request) {
    remote.phase = Remote<T>::Phase::kLoading;
    remote.failure = Failure::kNone;
    remote.request = request;
}

/// Takes an answer that is still awaited; an older one is dropped.
template <class T>
void finish(Remote<T>& remote, const Answered& answer, api::Decoded<T> (*decode)(std::string_view)) {
    if (remote.request != answer.request) {
        return;
    }
    remote.request = 0;
    remote.failure = failure_of(answer.response);
    if (remote.failure == Failure::kNone) {
        auto decoded = answer.response.status < 300 ? decode(answer.response.body) : api::Decoded<T>{};
        if (decoded) {
            remote.value = std::move(decoded.value);
            remote.phase = Remote<T>::Phase::kReady;
            return;
        }
        remote.failure = answer.response.status == 404 ? Failure::kMissing : Failure::kServer;
    }
    remote.phase = Remote<T>::Phase::kFailed;
}

template <class T>
void load(State& state, Effects& effects, Remote<T>& remote, std::string path, Purpose::Kind purpose,
          std::string id = {}) {
    begin(remote, send(state, effects, Method::kGet, std::move(path), {purpose, {}, {}, std::move(id)}));
}

}  // namespace portal::app::reducers
