#pragma once

#include "core/care_context.hpp"

#include <vector>

/// The verdicts on what a parent wants. The browser explains with them before anything is sent, the server decides with
/// them; whether a group has room is a planner's decision and never computed here.
namespace portal::core {

/// Whether exactly this may be asked, what it costs and earns, and how it can be undone.
[[nodiscard]] Verdict evaluate(const CareContext& context, const Wish& wish);

/// Wishes sent at once: each verdict sees the allowed wishes before it as sent. All or nothing is the caller's.
[[nodiscard]] std::vector<Verdict> evaluate_all(CareContext context, const std::vector<Wish>& wishes);

/// Every action of a child's day before times are chosen. Deadlines are those of the last moment of the day that can
/// still be asked; cost is unknown. A swap is one to this day, absence is of the day's contracted care.
struct DayVerdicts {
    Verdict extra;
    Verdict swap;       ///< to this day
    Verdict give_swap;  ///< of this day's care for another day
    Verdict absence;
    Verdict sick;
};

[[nodiscard]] DayVerdicts evaluate_day(const CareContext& context, const ChildId& child, Date date);

/// A way to have care on a wanted day.
struct CareOption {
    Wish wish;
    Verdict verdict;
};

/// Swaps of each contracted block that the rules let go for `wanted`, then extra care with credit, then on the invoice:
/// those that the rules offer, allowed or not. Both together are a way of its own where credit alone is too little.
[[nodiscard]] std::vector<CareOption> options_for(const CareContext& context, const ChildId& child,
                                                  const CareSpan& wanted);

/// Whether the request may be taken back now. Cost is what stays on the invoice, credit_earned what is credited or
/// given back, `deadline` until when it can be done for free.
[[nodiscard]] Verdict evaluate_withdrawal(const CareContext& context, const ChangeRequest& request);

/// Whether a child may be reported well, `last` having been its last day of illness.
[[nodiscard]] Verdict evaluate_recovery(const CareContext& context, const ChangeRequest& request, Date last);

/// The request that `wish` becomes when it is sent now: submitted, or approved at once where the rules want no
/// approval. Without id, sender and rule text.
[[nodiscard]] ChangeRequest request_of(const CareContext& context, const Wish& wish, const Verdict& verdict);

}  // namespace portal::core
