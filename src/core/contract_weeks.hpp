#pragma once

#include "core/care_context.hpp"

#include <optional>
#include <vector>

/// Contracts of 46 or 40 weeks: the weeks without care that parents choose, and what too few of them cost.
namespace portal::core {

/// A week of the year with contracted care.
struct ContractWeek {
    Date monday;
    int minutes = 0;                                ///< of contracted care
    bool absent = false;                            ///< all of it is reported not to be used
    const SchoolHoliday* school_holiday = nullptr;  ///< that its first day of care lies in
};

/// The weeks in which the contract gives care in `year`, a week belonging to the year of its Thursday (ISO 8601).
[[nodiscard]] std::vector<ContractWeek> contract_weeks(const CareFacts& facts, const PlacementContract& contract,
                                                       const std::vector<ChangeRequest>& requests, int year);

struct WeekBudget {
    /// Weeks without care that the contract asks of this year, in proportion where it begins or ends in it, less those
    /// in which it gives none anyway.
    int to_choose = 0;
    int chosen = 0;           ///< reported already, or marked
    int remaining = 0;        ///< still to choose
    int beyond = 0;           ///< chosen more than asked, which makes nothing cheaper
    int surplus_minutes = 0;  ///< of care in the weeks still to choose, at the average of the weeks not chosen
    Money surplus_cost;       ///< what they would cost; nothing where surplus is not invoiced
};

/// The budget if the weeks of `marked` (Mondays) were chosen as well. For each change of a mark: pass `weeks` of the
/// year.
[[nodiscard]] WeekBudget week_budget(const CareFacts& facts, const PlacementContract& contract, int year,
                                     const std::vector<ContractWeek>& weeks, const std::vector<Date>& marked);

/// Weeks of care beyond those of the contract (meerweken), once a year's weeks are over.
struct SurplusWeeks {
    Date last;    ///< day of these weeks: of the year, or of the contract where it ends before
    Month month;  ///< in which they count: that of `last`, within the year
    int minutes = 0;
    Money cost;
};

/// What `year` cost on top of the contract's weeks, as `week_budget` tells beforehand; nothing where nothing is due.
[[nodiscard]] std::optional<SurplusWeeks> surplus_weeks(const CareFacts& facts, const PlacementContract& contract,
                                                        const std::vector<ChangeRequest>& requests, int year);

/// The Mondays of the chosen weeks that cost nothing: the first ones, as many as the contract leaves out. None for
/// contracts of 52 weeks.
[[nodiscard]] std::vector<Date> unpaid_weeks(const CareFacts& facts, const PlacementContract& contract,
                                             const std::vector<ChangeRequest>& requests, int year);

/// The absences that make the week of `monday` one without care: a vacation for each contracted block still in use.
[[nodiscard]] std::vector<Wish> absences_for_week(const CareContext& context, const PlacementContract& contract,
                                                  Date monday);

}  // namespace portal::core
