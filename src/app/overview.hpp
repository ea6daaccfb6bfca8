#pragma once

#include "app/state.hpp"

#include <optional>
#include <vector>

/// What Overzicht tells, derived from the state. All children of the family are meant, also while the calendar is
/// narrowed to one.
namespace portal::app {

/// Credit that is lost within so many days has to be spoken of.
inline constexpr int kCreditExpiresSoon = 31;

/// What the organisation tells now, the newest of it; null for none.
[[nodiscard]] const api::Notice* current_notice(const State& state);

/// Whether the care of that day is known.
[[nodiscard]] bool knows_day(const State& state, core::Date day);

/// A child with its care of a day, which may be asked, given up or missed by illness.
struct ChildDay {
    const core::Child* child = nullptr;
    std::vector<core::CareBlock> blocks;  ///< by start
};

/// The children that have something on that day, in the family's order.
[[nodiscard]] std::vector<ChildDay> care_on(const State& state, core::Date day);

/// Whether the child goes there: expected, and not merely asked for.
[[nodiscard]] bool comes(const core::CareBlock& block);
[[nodiscard]] bool anybody_comes(const State& state, core::Date day);

/// The first day after today on which a child goes to care, as far as is known.
[[nodiscard]] std::optional<core::Date> next_care_day(const State& state);

/// The days of the week that is shown: Monday to Friday, and those of its weekend on which a child has care.
[[nodiscard]] std::vector<core::Date> shown_week(const State& state);

/// Where illness is reported: today, or the next day with care where none of today's can be.
[[nodiscard]] core::Date sick_day(const State& state);

/// Credit of a child that is lost soon unless it is used.
struct ExpiringCredit {
    const core::Child* child = nullptr;
    core::Credit credit;
    core::Date last;  ///< on which it can be used
};
[[nodiscard]] std::vector<ExpiringCredit> expiring_credit(const State& state);

/// Answers that the parent has not looked at in Logboek, newest first.
[[nodiscard]] std::vector<const core::ChangeRequest*> unread_decisions(const State& state);

/// Whether the organisation has answered it: what the rules allowed at once and what was only reported has no answer.
[[nodiscard]] bool was_answered(const core::ChangeRequest& request);
[[nodiscard]] bool was_answered(const core::RecordChange& change);

/// The same of changes of the family's data.
[[nodiscard]] std::vector<const core::RecordChange*> unread_changes(const State& state);

/// When the newest answer was given that was not looked at; nothing where all were.
[[nodiscard]] std::optional<core::Instant> newest_unread(const State& state);

/// Requests for days to come that wait for their answer, by day.
[[nodiscard]] std::vector<const core::ChangeRequest*> open_requests(const State& state);

}  // namespace portal::app
