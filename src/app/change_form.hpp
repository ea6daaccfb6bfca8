#pragma once

#include "app/state.hpp"
#include "core/evaluate.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the open form (Route::form) makes of the state and of what a parent chose in it. All of it needs
/// verdicts_ready(); `context` is that of the state.
namespace portal::app {

/// The day of the care that is wanted or given up; the other day of a swap once one is chosen.
[[nodiscard]] core::Date wanted_day(const State& state);

/// The child of extra care and of a swap.
[[nodiscard]] core::ChildId form_child(const State& state);

/// The contract of the form's child on the wanted day, and what holds for it. Null what is unknown.
struct FormPlace {
    const core::PlacementContract* contract = nullptr;
    const core::CareOffer* offer = nullptr;
    const core::CareRules* rules = nullptr;
};
[[nodiscard]] FormPlace form_place(const State& state);
[[nodiscard]] FormPlace form_place(const State& state, core::Date day);

/// Whether times are typed, else one of time_choices() is chosen.
[[nodiscard]] bool has_free_times(const State& state);

/// The times of the form, where both are times.
[[nodiscard]] std::optional<core::TimeRange> typed_time(const State& state);

/// A time of the wanted day. Those that overlap the child's care are left out.
struct TimeChoice {
    std::string name;  ///< "Ochtend"; may be empty
    core::TimeRange time;
    core::Verdict verdict;  ///< of the best way to have it
};
[[nodiscard]] std::vector<TimeChoice> time_choices(const State& state, const core::CareContext& context);

/// The ways to have the wanted time, side by side; empty while it is not known.
[[nodiscard]] std::vector<core::CareOption> ways(const State& state, const core::CareContext& context);

/// Whether some time of the route's day can be had for another day.
[[nodiscard]] bool can_be_had(const State& state, const core::CareContext& context);

/// The contracted care of the form's child on the route's day that may be given up.
[[nodiscard]] std::vector<core::CareSpan> givable(const State& state, const core::CareContext& context);

/// What is given up in a swap: the chosen care, or the only care there is to give.
[[nodiscard]] std::optional<core::CareSpan> given_care(const State& state, const core::CareContext& context);

/// The days that can be had for given_care().
[[nodiscard]] std::vector<core::Date> wanted_days(const State& state, const core::CareContext& context);

/// The first and last day of an absence; nothing while the last is no day or lies before the first.
[[nodiscard]] std::optional<core::DateRange> form_range(const State& state);

/// The contracted care in the range that can or cannot be reported as not used, each with its verdict.
[[nodiscard]] std::vector<core::CareOption> absences(const State& state, const core::CareContext& context);
[[nodiscard]] bool is_left_out(const State& state, const core::Wish& absence);

/// Whether a part of the only absence may be reported, so that it has times of its own.
[[nodiscard]] bool has_part_times(const State& state, const std::vector<core::CareOption>& absences);

/// The wishes that would be sent; none while something is missing.
[[nodiscard]] std::vector<core::Wish> form_wishes(const State& state, const core::CareContext& context);

/// The verdict on the form before its wishes are complete: that of the day.
[[nodiscard]] core::Verdict form_day_verdict(const State& state, const core::CareContext& context,
                                             const core::ChildId& child);

/// The children that a form for `kind` could be about on `day`.
[[nodiscard]] std::vector<core::ChildId> possible_children(const State& state, const core::CareContext& context,
                                                           core::RequestKind kind, core::Date day);

}  // namespace portal::app
