#pragma once

#include "app/action.hpp"
#include "app/effect.hpp"
#include "app/state.hpp"

/// What the device keeps of the server's answers, to begin with it the next time: their JSON as it came, by account and
/// path, each with its moment on a line before it. Beside them, as a record of nobody, who was signed in last.
/// Internal to app.
namespace portal::app::reducers {

/// Of the API, where the family's records are.
inline constexpr const char* kRecordsPath = "/records";

void keep_answer(const State& state, Effects& effects, const Answered& answer);
/// The family's records as they are known by now, in the place of the answer that they came with.
void keep_records(const State& state, Effects& effects);
void forget_answer(const State& state, Effects& effects, const Purpose& purpose);
/// All answers to the account.
void forget_answers(const State& state, Effects& effects);

/// Who signed in, for a start without network.
void keep_account(const State& state, Effects& effects);
void recall_account(Effects& effects);

/// A record as an answer; nothing when there is none, or none that is whole.
[[nodiscard]] std::optional<Answered> answer_of(const Recalled& recalled);

/// Drops what the device has kept of everybody whom it knows but `but`; of everybody for none.
void forget_accounts(const State& state, Effects& effects, const core::GuardianId& but = {});

}  // namespace portal::app::reducers
