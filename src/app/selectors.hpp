#pragma once

#include "app/state.hpp"
#include "core/care_context.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What screens derive from the state. All return at once and allocate little.
namespace portal::app {

[[nodiscard]] core::Date today(const State& state);

/// The occupancy of the month's calendar as last known, of its year where that has all of its weeks; nothing before
/// their first answers.
[[nodiscard]] const api::Occupancy* occupancy_of(const State& state, core::Month month);

/// Care on `day` as last known, by start and child; only the child that the calendar is narrowed to, if any.
[[nodiscard]] std::vector<core::CareBlock> blocks_on(const State& state, core::Date day);

/// Requests about `day` (of a swap both days, of illness each), newest first; only the child that the calendar is
/// narrowed to, if any.
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

/// What verdicts need is there as well: rules, requests and credit.
[[nodiscard]] bool verdicts_ready(const State& state);

/// Why it is not; kNone while it may still come.
[[nodiscard]] Failure verdicts_failure(const State& state);

/// What verdicts are made of, at this moment: what is known, and the wishes that wait to be sent, as if they had been.
/// Points into the state.
[[nodiscard]] core::CareContext care_context(const State& state);

/// The same for what waits itself: with what waits before it, and as if it had arrived when it was written.
[[nodiscard]] core::CareContext context_of(const State& state, const OutboxEntry& waiting);

/// The name by which a child is spoken of; empty when unknown.
[[nodiscard]] std::string_view first_name(const State& state, const core::ChildId& child);

[[nodiscard]] const core::ChangeRequest* find_request(const State& state, const core::RequestId& id);

/// Whether taking it back loses money or a place, so that it has to be asked first.
[[nodiscard]] bool loses_something(const core::ChangeRequest& request, const core::Verdict& withdrawal);

/// Whether all that the shown message tells of may still be taken back, and nothing is lost by that.
[[nodiscard]] bool can_undo(const State& state);

/// The days that a report of illness may be closed with, latest first.
[[nodiscard]] std::vector<core::Date> recovery_days(const core::CareContext& context,
                                                    const core::ChangeRequest& request);

}  // namespace portal::app
