#pragma once

#include "core/care_context.hpp"
#include "core/child_care.hpp"

#include <optional>

/// The parts that the verdicts on single actions have in common. Only for the sources that make verdicts.
namespace portal::core::judge {

/// What is known of a child's day before anything is judged.
struct Day {
    Date date;
    const ChildCare* care = nullptr;  ///< nothing for a child that is not of the family
    const Placement* placement = nullptr;
    const CareRules* rules = nullptr;
    const Closure* closure = nullptr;
    std::optional<TimeRange> open;
};

[[nodiscard]] Day day_of(const CareContext& context, const ChildCare* care, Date date);

/// The same at the location of a given contract.
[[nodiscard]] Day day_at(const CareContext& context, const ChildCare& care, const Placement& placement, Date date);

/// A verdict that says what is known of the day and refuses what has no contract or no rules. `done` then.
struct Start {
    Verdict verdict;
    bool done = false;
};

[[nodiscard]] Start start(const CareContext& context, RequestKind kind, const Day& day, bool offered);

void add(Verdict& verdict, ReasonCode code, std::int64_t amount = 0, std::optional<Instant> deadline = std::nullopt);

/// The day on which it was told that a child stays home. Nobody can come on a day that is over, but a report of one
/// may have been under way.
[[nodiscard]] Date today_of(const CareContext& context, const CareRules* rules);

/// Refuses a past or closed day, one after the deadline, and one too far ahead.
void judge_date(const CareContext& context, const Day& day, Verdict& verdict);

/// What of contracted care a time meets.
struct Block {
    const Placement* placement = nullptr;
    TimeRange whole;                         ///< the contracted block
    CareState state = CareState::kContract;  ///< of its first piece within the time
};

/// The contracted block that holds `care`, on a public holiday as well.
[[nodiscard]] std::optional<Block> find_block(const CareContext& context, const ChildCare& care, const CareSpan& span);

/// The first contracted block of the day that is still in use.
[[nodiscard]] std::optional<CareSpan> first_block(const CareContext& context, const ChildCare& care, Date date);

/// Whether the child is there, or asked to be, at that time. Contracted care within `except` does not count.
[[nodiscard]] bool is_taken(const CareContext& context, const ChildCare& care, const CareSpan& span,
                            const std::optional<CareSpan>& except);

/// Minutes of contracted care in use within the time.
[[nodiscard]] int contracted_minutes(const CareContext& context, const ChildCare& care, const CareSpan& span);

[[nodiscard]] bool is_study_day(const CareContext& context, const Day& day);

/// How what is asked now can be taken back.
[[nodiscard]] Revocation revocation(const CareContext& context, const Withdrawal& withdrawal,
                                    const Cancellation& cancellation, bool needs_approval, Date date, TimeOfDay start);

/// The verdicts themselves. Without a time: on the day, before one is chosen.
[[nodiscard]] Verdict extra(const CareContext& context, const Day& day, std::optional<TimeRange> time, Payment payment);
[[nodiscard]] Verdict swap(const CareContext& context, const ChildCare* care, const Wish& wish);
[[nodiscard]] Verdict swap_to(const CareContext& context, const Day& day);
[[nodiscard]] Verdict swap_from(const CareContext& context, const Day& day);
[[nodiscard]] Verdict absence(const CareContext& context, const Day& day, std::optional<TimeRange> time,
                              AbsenceReason reason);
[[nodiscard]] Verdict sick(const CareContext& context, const Day& day, std::optional<Date> last);

}  // namespace portal::core::judge
