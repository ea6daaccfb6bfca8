#pragma once

#include "app/action.hpp"
#include "app/effect.hpp"
#include "app/state.hpp"

#include <string>

/// The parts of `reduce`, a topic a file. Internal to app.
namespace portal::app::reducers {

[[nodiscard]] std::uint64_t next_id(State& state);

/// Sends a request to the server and returns its id.
std::uint64_t send(State& state, Effects& effects, Method method, std::string path, Purpose purpose,
                   std::string body = {}, std::string idempotency_key = {});

/// Why an answer cannot be used; kNone for anything that the server meant to say (2xx to 4xx).
[[nodiscard]] Failure failure_of(const HttpResponse& response);

void show_toast(State& state, Effects& effects, std::string text);

// Session
void ask_session(State& state, Effects& effects);
void press_sign_in(State& state, Effects& effects);
void press_sign_out(State& state, Effects& effects);
void session_answered(State& state, Effects& effects, const HttpResponse& response);
void sign_in_answered(State& state, Effects& effects, const Answered& answer);
void sign_out_answered(State& state, Effects& effects, const HttpResponse& response);

/// The server no longer knows the session: personal data goes, what the parent was typing stays.
void expire_session(State& state);

// Remote data
void load_everything(State& state, Effects& effects);
void load_requests(State& state, Effects& effects);

/// Loads the year or the month on the screen again; of a month also the neighbours where they are unknown.
void load_calendar(State& state, Effects& effects);
void reload_failed(State& state, Effects& effects);
void data_answered(State& state, const Answered& answer);

// Routes
/// Goes to `route`: state, address and data.
void go(State& state, Effects& effects, const Route& route, bool replace = false);

/// After the route has changed by whatever means.
void enter_route(State& state, Effects& effects);

// Extra care
void open_extra(State& state, Effects& effects, core::Date day);
void close_extra(State& state, Effects& effects);

/// Chooses the child that the form begins with, once the data is there to choose by.
void begin_extra(State& state, Effects& effects);
void choose_extra_child(State& state, Effects& effects, const core::ChildId& child);
void set_extra_times(State& state, Effects& effects, std::string start, std::string end);
void submit_extra(State& state, Effects& effects);
void extra_answered(State& state, Effects& effects, const Answered& answer);

}  // namespace portal::app::reducers
