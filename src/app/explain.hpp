#pragma once

#include "app/state.hpp"
#include "core/verdict.hpp"

#include <string>
#include <vector>

/// Verdicts in plain words of the state's language.
namespace portal::app {

/// One or two sentences: why, and what can be done instead. `date` is the day that the verdict is about.
[[nodiscard]] std::string explain(const State& state, const core::Reason& reason, const core::Verdict& verdict,
                                  core::Date date);

/// A reason that the server gave, with what the browser's own verdict knows about it.
[[nodiscard]] core::Reason reason_of(const core::Verdict& verdict, core::ReasonCode code);

/// Other times, days or payments would do, so that it is the parent's to mend.
[[nodiscard]] bool can_be_mended(core::ReasonCode code);

/// "Aanvragen kan tot dinsdag 24 november om 12:00." With how long that is when it is soon; empty without a deadline.
[[nodiscard]] std::string deadline_text(const State& state, const core::Verdict& verdict);

/// What it costs or uses: "€ 61,77", "5,5 uur tegoed", both, or "Geen kosten".
[[nodiscard]] std::string cost_text(const State& state, const core::Verdict& verdict);

/// What credit it uses and leaves, or earns and until when; empty without any.
[[nodiscard]] std::string credit_text(const State& state, const core::Verdict& verdict);

/// Whether and until when it can be undone.
[[nodiscard]] std::string revocation_text(const State& state, const core::Verdict& verdict);

/// When the answer comes, or that none is needed.
[[nodiscard]] std::string decision_text(const State& state, const core::Verdict& verdict);

/// What withdrawing a request means; `withdrawal` is evaluate_withdrawal()'s.
[[nodiscard]] std::string withdrawal_text(const State& state, const core::ChangeRequest& request,
                                          const core::Verdict& withdrawal);

/// The rule that stands beside 'Opslaan' and is stored with each request: what has to be known, how it can be undone,
/// and what the organisation says itself.
[[nodiscard]] std::string rule_text(const State& state, const std::vector<core::Verdict>& verdicts, core::Date date);

/// "Extra opvang", "Ruilen", "Afmelden", "Ziekmelden": what one does.
[[nodiscard]] std::string_view action_name(Language language, core::RequestKind kind);

/// "Extra opvang", "Ruildag", "Afmelding", "Ziekmelding": what one has done.
[[nodiscard]] std::string_view request_name(Language language, core::RequestKind kind);

}  // namespace portal::app
