#pragma once

#include "app/state.hpp"
#include "core/care_context.hpp"
#include "core/contract_weeks.hpp"

#include <optional>
#include <vector>

/// The holiday planner: weeks without care of contracts of 46 or 40 weeks. All of it needs verdicts_ready(); `context`
/// is that of the state.
namespace portal::app {

/// The contracts that ask parents to choose such weeks, this year or the next.
[[nodiscard]] std::vector<const core::PlacementContract*> planner_contracts(const State& state,
                                                                            const core::CareContext& context);

/// The one that is planned; null where there is none.
[[nodiscard]] const core::PlacementContract* planner_contract(const State& state, const core::CareContext& context);

[[nodiscard]] int planner_year(const State& state);

/// A week that still lies ahead, with what choosing it would report.
struct PlannedWeek {
    core::ContractWeek week;
    std::vector<core::Wish> absences;
    std::optional<core::Verdict> refused;  ///< why one of them is not possible
    bool marked = false;
};
[[nodiscard]] std::vector<PlannedWeek> planned_weeks(const State& state, const core::CareContext& context,
                                                     const core::PlacementContract& contract);

/// The budget with the marked weeks.
[[nodiscard]] core::WeekBudget planner_budget(const State& state, const core::CareContext& context,
                                              const core::PlacementContract& contract);

/// The absences that the marked weeks are made of.
[[nodiscard]] std::vector<core::Wish> planner_wishes(const State& state, const core::CareContext& context);

}  // namespace portal::app
