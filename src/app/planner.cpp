#include "app/planner.hpp"

#include "app/selectors.hpp"
#include "core/evaluate.hpp"

#include <algorithm>

namespace portal::app {
namespace {

[[nodiscard]] std::vector<core::ContractWeek> weeks_of(const State& state, const core::CareContext& context,
                                                       const core::PlacementContract& contract, int year) {
    return core::contract_weeks(context.facts(), contract, *state.requests.value, year);
}

[[nodiscard]] bool asks_for_weeks(const core::CareContext& context, const core::PlacementContract& contract, int year) {
    return core::week_budget(context.facts(), contract, year, {}, {}).to_choose > 0;
}

[[nodiscard]] bool is_marked(const State& state, core::Date monday) {
    const std::vector<core::Date>& weeks = state.form.choices.weeks;
    return std::find(weeks.begin(), weeks.end(), monday) != weeks.end();
}

}  // namespace

std::vector<const core::PlacementContract*> planner_contracts(const State& state, const core::CareContext& context) {
    constexpr int kWholeYear = 52;
    const int year = context.today().year();
    std::vector<const core::PlacementContract*> contracts;
    for (const core::PlacementContract& contract : state.family.value->contracts) {
        const bool ended = contract.end && *contract.end < context.today();
        if (!ended && contract.is_signed() && contract.weeks_per_year < kWholeYear &&
            (asks_for_weeks(context, contract, year) || asks_for_weeks(context, contract, year + 1))) {
            contracts.push_back(&contract);
        }
    }
    return contracts;
}

const core::PlacementContract* planner_contract(const State& state, const core::CareContext& context) {
    const std::vector<const core::PlacementContract*> all = planner_contracts(state, context);
    const auto& children = state.form.choices.children;
    const auto chosen = std::find_if(all.begin(), all.end(), [&](const core::PlacementContract* contract) {
        return !children.empty() && contract->child == children.front();
    });
    return chosen != all.end() ? *chosen : all.empty() ? nullptr : all.front();
}

int planner_year(const State& state) {
    return today(state).year() + (state.form.choices.next_year ? 1 : 0);
}

std::vector<PlannedWeek> planned_weeks(const State& state, const core::CareContext& context,
                                       const core::PlacementContract& contract) {
    constexpr int kDays = 7;
    std::vector<PlannedWeek> planned;
    for (const core::ContractWeek& week : weeks_of(state, context, contract, planner_year(state))) {
        if (week.monday + kDays <= context.today()) {
            continue;
        }
        PlannedWeek one{week, core::absences_for_week(context, contract, week.monday), std::nullopt,
                        is_marked(state, week.monday)};
        for (const core::Wish& absence : one.absences) {
            const core::Verdict verdict = core::evaluate(context, absence);
            if (!verdict.allowed() && !one.refused) {
                one.refused = verdict;
            }
        }
        planned.push_back(std::move(one));
    }
    return planned;
}

core::WeekBudget planner_budget(const State& state, const core::CareContext& context,
                                const core::PlacementContract& contract) {
    const int year = planner_year(state);
    return core::week_budget(context.facts(), contract, year, weeks_of(state, context, contract, year),
                             state.form.choices.weeks);
}

std::vector<core::Wish> planner_wishes(const State& state, const core::CareContext& context) {
    std::vector<core::Wish> wishes;
    const core::PlacementContract* contract = planner_contract(state, context);
    if (contract == nullptr) {
        return wishes;
    }
    for (const PlannedWeek& planned : planned_weeks(state, context, *contract)) {
        if (planned.marked && !planned.refused) {
            wishes.insert(wishes.end(), planned.absences.begin(), planned.absences.end());
        }
    }
    return wishes;
}

}  // namespace portal::app
