#pragma once

#include "app/action.hpp"
#include "app/effect.hpp"
#include "app/state.hpp"

/// The part of `reduce` about the account itself. Internal to app.
namespace portal::app::reducers {

void press_account(State& state, Effects& effects, const AccountAction& action);

/// After the route has changed by whatever means, also before anybody has signed in: asks what the page needs.
void enter_account_route(State& state, Effects& effects);

/// Devices and logins, again.
void load_account_page(State& state, Effects& effects);

void reload_failed_account(State& state, Effects& effects);

/// Takes the answers to all of the above.
void account_answered(State& state, Effects& effects, const Answered& answer);

}  // namespace portal::app::reducers
