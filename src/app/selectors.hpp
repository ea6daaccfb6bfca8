#pragma once

#include "app/state.hpp"
#include "core/extra_care.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What screens derive from the state. All return at once and allocate little.
namespace portal::app {

[[nodiscard]] core::Date today(const State& state);

/// The occupancy of the month's calendar as last known, of its year where that has all of its weeks; nothing before
/// their first answers.
[[nodiscard]] const api::Occupancy* occupancy_of(const State& state, core::Month month);

/// Care on `day` as last known, by start and child; only the child that the calendar is narrowed to, if any.
[[nodiscard]] std::vector<core::CareBlock> blocks_on(const State& state, core::Date day);

/// Requests about `day`, newest first; only the child that the calendar is narrowed to, if any.
[[nodiscard]] std::vector<core::ChangeRequest> requests_on(const State& state, core::Date day);

/// What went wrong with signing in, in a sentence; empty when nothing did.
[[nodiscard]] std::string sign_in_error(const State& state);

/// Position of the child among the family's, which chooses its colour and shape; 0 when unknown.
[[nodiscard]] std::size_t child_index(const State& state, const core::ChildId& child);
[[nodiscard]] const core::Child* find_child(const State& state, const core::ChildId& child);

/// The day whose agenda is shown: the chosen one, else today, else the shown month's first.
[[nodiscard]] core::Date shown_day(const State& state);

/// What the first screen needs is there: family, locations and the shown month.
[[nodiscard]] bool calendar_ready(const State& state);

/// Whether the child may be asked extra care for on `day`, before times are chosen.
[[nodiscard]] core::Verdict day_verdict(const State& state, const core::ChildId& child, core::Date day);

/// The same for the day as a whole: allowed when it is for one child at least, else the first child's refusals.
[[nodiscard]] core::Verdict day_verdict(const State& state, core::Date day);

/// The location and rules that hold for the open form's child on its day.
[[nodiscard]] const core::CareOffer* extra_offer(const State& state);

/// The slots that the open form offers; empty when times are free.
[[nodiscard]] std::vector<core::Slot> extra_slots(const State& state);

/// The wish of the open form; nothing while a time is missing or is no time.
[[nodiscard]] std::optional<core::ExtraCareWish> extra_wish(const State& state);

/// The verdict on the open form: of its wish, or of the day while times are missing.
[[nodiscard]] core::Verdict extra_verdict(const State& state);

/// Price of a time for the open form's child, where it can be known.
[[nodiscard]] std::optional<core::Money> extra_price(const State& state, core::TimeRange time);

/// The rule that stands beside 'Opslaan' and is stored with the request.
[[nodiscard]] std::string extra_rule_text(const State& state);

/// One sentence why: "Aanvragen kon tot dinsdag 24 november 12:00."
[[nodiscard]] std::string explain(const State& state, core::Refusal refusal, const core::Verdict& verdict);

}  // namespace portal::app
