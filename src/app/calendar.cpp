#include "app/calendar.hpp"

#include "app/selectors.hpp"

#include <algorithm>

namespace portal::app {
namespace {

template <class Key>
[[nodiscard]] Failure failure_in(const std::map<Key, Remote<api::Occupancy>>& parts, const Key& key) {
    const auto found = parts.find(key);
    return found != parts.end() && found->second.failed() ? found->second.failure : Failure::kNone;
}

[[nodiscard]] bool counts(core::CareState state) {
    switch (state) {
        case core::CareState::kContract:
        case core::CareState::kExtraApproved:
        case core::CareState::kSwapApproved:
        case core::CareState::kGivenUpRequested:
            return true;
        default:
            return false;
    }
}

/// The closed location among those where shown children are placed that day, and whether it is the only one of them.
struct ClosedPlace {
    const core::Closure* closure = nullptr;
    const core::PlacementContract* contract = nullptr;
    bool only_one = true;
};

[[nodiscard]] ClosedPlace closed_place(const State& state, core::Date day) {
    ClosedPlace found;
    bool any_open = false;
    for (const core::Child* child : shown_children(state)) {
        const core::PlacementContract* contract = core::contract_on(*state.family.value, child->id, day);
        if (contract == nullptr) {
            continue;
        }
        const core::Closure* closure = state.locations.value->calendar.closure(day, contract->location);
        any_open = any_open || closure == nullptr;
        if (closure != nullptr && found.closure == nullptr) {
            found.closure = closure;
            found.contract = contract;
        }
    }
    found.only_one = !any_open;
    return found;
}

}  // namespace

bool is_shown(const State& state, const core::ChildId& child) {
    return !state.only_child || *state.only_child == child;
}

std::vector<const core::Child*> shown_children(const State& state) {
    std::vector<const core::Child*> children;
    if (state.family.value) {
        for (const core::Child& child : state.family.value->children) {
            if (is_shown(state, child.id)) {
                children.push_back(&child);
            }
        }
    }
    return children;
}

const api::Occupancy* occupancy_of_year(const State& state, int year) {
    const auto found = state.years.find(year);
    return found != state.years.end() && found->second.value ? &*found->second.value : nullptr;
}

bool year_ready(const State& state) {
    return state.family.value && state.locations.value && occupancy_of_year(state, state.route.month.year) != nullptr;
}

Failure calendar_failure(const State& state) {
    const Failure failure = state.route.whole_year ? failure_in(state.years, state.route.month.year)
                                                   : failure_in(state.months, state.route.month);
    if (failure != Failure::kNone) {
        return failure;
    }
    if (state.family.failed()) {
        return state.family.failure;
    }
    return state.locations.failed() ? state.locations.failure : Failure::kNone;
}

std::optional<ClosedDay> closed_day(const State& state, core::Date day) {
    if (!state.locations.value) {
        return std::nullopt;
    }
    // Nearly all days of a year: no child's contract need be looked up.
    const std::vector<core::Closure>& closures = state.locations.value->calendar.closures;
    if (std::none_of(closures.begin(), closures.end(),
                     [&](const core::Closure& closure) { return closure.date == day; })) {
        return std::nullopt;
    }
    if (const core::Closure* closure = state.locations.value->calendar.closure_everywhere(day)) {
        return ClosedDay{closure->name, {}};
    }
    if (!state.family.value) {
        return std::nullopt;
    }
    const ClosedPlace place = closed_place(state, day);
    if (place.closure == nullptr) {
        return std::nullopt;
    }
    const core::CareOffer* offer =
        core::find_offer(*state.locations.value, place.contract->location, place.contract->care_type);
    return ClosedDay{place.closure->name, place.only_one || offer == nullptr ? std::string() : offer->location_name};
}

const core::SchoolHoliday* school_holiday(const State& state, core::Date day) {
    return state.locations.value ? state.locations.value->calendar.school_holiday(day) : nullptr;
}

std::vector<CareTotal> care_totals(const State& state, core::Month month) {
    std::vector<CareTotal> totals;
    const api::Occupancy* year = occupancy_of_year(state, month.year);
    if (year == nullptr) {
        return totals;
    }
    const core::Date first = month.first();
    const core::Date last = month.last();
    for (const core::Child* child : shown_children(state)) {
        CareTotal& total = totals.emplace_back();
        total.child = child_index(state, child->id);
        std::optional<core::Date> counted;
        for (const core::CareBlock& block : year->blocks) {
            if (block.date < first || last < block.date || block.child != child->id || !counts(block.state)) {
                continue;
            }
            total.minutes += block.time.minutes();
            total.days += counted == block.date ? 0 : 1;
            counted = block.date;
        }
    }
    return totals;
}

}  // namespace portal::app
