#include "app/selectors.hpp"

#include "app/calendar.hpp"
#include "app/format.hpp"

#include <algorithm>
#include <iterator>

namespace portal::app {
namespace {

const core::Family kNoFamily;
const core::Locations kNoLocations;
const std::vector<core::CareBlock> kNoBlocks;

[[nodiscard]] const core::Family& family_of(const State& state) {
    return state.family.value ? *state.family.value : kNoFamily;
}

[[nodiscard]] const core::Locations& locations_of(const State& state) {
    return state.locations.value ? *state.locations.value : kNoLocations;
}

[[nodiscard]] const std::vector<core::CareBlock>& all_blocks(const State& state, core::Date day) {
    const api::Occupancy* occupancy = occupancy_of(state, core::Month::of(day));
    return occupancy != nullptr ? occupancy->blocks : kNoBlocks;
}

[[nodiscard]] core::CareContext context_on(const State& state, core::Date day) {
    return {family_of(state), locations_of(state), all_blocks(state, day), state.now};
}

[[nodiscard]] const core::PlacementContract* extra_contract(const State& state) {
    return state.route.day ? core::contract_on(family_of(state), state.extra.child, *state.route.day) : nullptr;
}

}  // namespace

core::Date today(const State& state) {
    return core::amsterdam::local_time(state.now).date;
}

const api::Occupancy* occupancy_of(const State& state, core::Month month) {
    const auto found = state.months.find(month);
    if (found != state.months.end() && found->second.value) {
        return &*found->second.value;
    }
    const api::Occupancy* year = occupancy_of_year(state, month.year);
    return year != nullptr && year->from <= month.grid_begin() && month.grid_end() <= year->to ? year : nullptr;
}

std::vector<core::CareBlock> blocks_on(const State& state, core::Date day) {
    std::vector<core::CareBlock> blocks;
    const auto& all = all_blocks(state, day);
    std::copy_if(all.begin(), all.end(), std::back_inserter(blocks),
                 [&](const core::CareBlock& block) { return block.date == day && is_shown(state, block.child); });
    return blocks;
}

std::vector<core::ChangeRequest> requests_on(const State& state, core::Date day) {
    std::vector<core::ChangeRequest> requests;
    if (state.requests.value) {
        const auto& all = *state.requests.value;
        std::copy_if(all.begin(), all.end(), std::back_inserter(requests), [&](const core::ChangeRequest& request) {
            return request.date == day && is_shown(state, request.child);
        });
    }
    return requests;
}

std::string sign_in_error(const State& state) {
    const SignInForm& form = state.sign_in;
    // Rounded up to whole minutes, so that the end of the wait is never told too early.
    return form.error ? translate(state.language, *form.error,
                                  {{"duration", time_left(state.language, (form.retry_after + 59) / 60 * 60)}})
                      : std::string{};
}

std::size_t child_index(const State& state, const core::ChildId& child) {
    const auto& children = family_of(state).children;
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const core::Child& candidate) { return candidate.id == child; });
    return found == children.end() ? 0 : static_cast<std::size_t>(found - children.begin());
}

const core::Child* find_child(const State& state, const core::ChildId& child) {
    return core::find_child(family_of(state), child);
}

core::Date shown_day(const State& state) {
    if (state.route.day) {
        return *state.route.day;
    }
    const core::Date now = today(state);
    return core::Month::of(now) == state.route.month ? now : state.route.month.first();
}

bool calendar_ready(const State& state) {
    return state.family.value && state.locations.value && occupancy_of(state, state.route.month) != nullptr;
}

core::Verdict day_verdict(const State& state, const core::ChildId& child, core::Date day) {
    return core::evaluate_day(context_on(state, day), child, day);
}

core::Verdict day_verdict(const State& state, core::Date day) {
    core::Verdict first;
    first.refusals.push_back(core::Refusal::kNoContract);
    bool judged = false;
    for (const core::Child& child : family_of(state).children) {
        if (!is_shown(state, child.id)) {
            continue;
        }
        core::Verdict verdict = day_verdict(state, child.id, day);
        if (verdict.allowed()) {
            return verdict;
        }
        // 'No contract' says the least about the day: another child's reason is worth more.
        const bool says_more = verdict.refusals.front() != core::Refusal::kNoContract &&
                               first.refusals.front() == core::Refusal::kNoContract;
        if (!judged || says_more) {
            first = std::move(verdict);
            judged = true;
        }
    }
    return first;
}

const core::CareOffer* extra_offer(const State& state) {
    const core::PlacementContract* contract = extra_contract(state);
    return contract == nullptr ? nullptr
                               : core::find_offer(locations_of(state), contract->location, contract->care_type);
}

std::vector<core::Slot> extra_slots(const State& state) {
    const core::CareOffer* offer = extra_offer(state);
    if (offer == nullptr || offer->extra_care.free_times) {
        return {};
    }
    return core::slots_on(*offer, locations_of(state).calendar, *state.route.day);
}

std::optional<core::ExtraCareWish> extra_wish(const State& state) {
    const auto start = core::TimeOfDay::parse_typed(state.extra.start);
    const auto end = core::TimeOfDay::parse_typed(state.extra.end);
    if (!start || !end || !state.route.day || state.extra.child.empty()) {
        return std::nullopt;
    }
    return core::ExtraCareWish{state.extra.child, *state.route.day, {*start, *end}};
}

core::Verdict extra_verdict(const State& state) {
    if (const auto wish = extra_wish(state)) {
        return core::evaluate(context_on(state, wish->date), *wish);
    }
    return state.route.day ? day_verdict(state, state.extra.child, *state.route.day) : core::Verdict{};
}

std::optional<core::Money> extra_price(const State& state, core::TimeRange time) {
    const core::PlacementContract* contract = extra_contract(state);
    const core::CareOffer* offer = extra_offer(state);
    if (contract == nullptr || offer == nullptr || !time.is_valid()) {
        return std::nullopt;
    }
    return core::price_of(time.minutes(), offer->extra_care.hourly_rate.value_or(contract->hourly_rate));
}

std::string extra_rule_text(const State& state) {
    return translate(state.language, Text::extra_rule);
}

}  // namespace portal::app
