#pragma once

#include "api/codec.hpp"
#include "app/reducers.hpp"

#include <string>
#include <string_view>
#include <utility>

/// How remote data comes: from the server, and until then from what the device has kept. Internal to app.
namespace portal::app::reducers {

/// Asks the server for `purpose.path`. While nothing is `known`, the device is asked for what it has kept of it.
void fetch(State& state, Effects& effects, RemoteStatus& remote, bool known, Purpose purpose);

/// Whether the answer is awaited; what the device has kept is, until something is `known`.
[[nodiscard]] bool is_awaited(const RemoteStatus& remote, bool known, const Answered& answer);

/// Whether there is something to read in it.
[[nodiscard]] bool is_usable(const Answered& answer);

/// Notes what became of an awaited answer. The device keeps what was understood, and drops what was not.
void settle(State& state, Effects& effects, RemoteStatus& remote, const Answered& answer, bool understood);

/// Takes an answer that is still awaited; an older one is dropped.
template <class T>
void finish(State& state, Effects& effects, Remote<T>& remote, const Answered& answer,
            api::Decoded<T> (*decode)(std::string_view)) {
    if (!is_awaited(remote, remote.value.has_value(), answer)) {
        return;
    }
    auto decoded = is_usable(answer) ? decode(answer.response.body) : api::Decoded<T>{};
    const bool understood = decoded.value.has_value();
    if (understood) {
        remote.value = std::move(decoded.value);
    }
    settle(state, effects, remote, answer, understood);
}

template <class T>
void load(State& state, Effects& effects, Remote<T>& remote, std::string path, Purpose::Kind purpose,
          std::string id = {}) {
    fetch(state, effects, remote, remote.value.has_value(), {purpose, {}, {}, std::move(id), std::move(path)});
}

}  // namespace portal::app::reducers
