#include "app/selectors.hpp"

#include "app/calendar.hpp"
#include "app/format.hpp"
#include "app/unsent.hpp"
#include "core/evaluate.hpp"

#include <algorithm>
#include <iterator>

namespace portal::app {
namespace {

const core::Family kNoFamily;
const core::Locations kNoLocations;
const core::RuleBook kNoRules;
const std::vector<core::ChangeRequest> kNoRequests;
const std::vector<core::CreditLedger> kNoLedgers;
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

/// Whether a request is about that day.
[[nodiscard]] bool is_about(const core::ChangeRequest& request, core::Date day) {
    if (request.kind == core::RequestKind::kSick) {
        return request.date <= day && (!request.last || day <= *request.last);
    }
    return request.date == day || (request.given && request.given->date == day);
}

/// With what has been answered, and nothing that waits.
core::CareContext known_context(const State& state) {
    return {{family_of(state), locations_of(state), state.rules.value ? *state.rules.value : kNoRules},
            state.requests.value ? *state.requests.value : kNoRequests,
            state.credit.value ? state.credit.value->ledgers : kNoLedgers,
            state.now};
}

/// What waits is carried out as far as the rules allow.
void assume(const State& state, core::CareContext& context, const OutboxEntry& entry) {
    if (entry.refused() || !verdicts_ready(state)) {
        return;
    }
    context.written_at(moment_written(state, entry));
    for (const core::Wish& wish : content_of(entry).wishes) {
        // What has arrived unheard stands in its own way, and counts already.
        if (const core::Verdict verdict = core::evaluate(context, wish); verdict.allowed()) {
            context.assume(core::request_of(context, wish, verdict), verdict);
        }
    }
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
            return is_about(request, day) && is_shown(state, request.child);
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

bool verdicts_ready(const State& state) {
    return state.family.value && state.locations.value && state.rules.value && state.requests.value &&
           state.credit.value;
}

Failure verdicts_failure(const State& state) {
    const auto missing = [](const auto& remote) {
        return remote.failed() && !remote.value ? remote.failure : Failure::kNone;
    };
    for (const Failure failure : {missing(state.family), missing(state.locations), missing(state.rules),
                                  missing(state.requests), missing(state.credit)}) {
        if (failure != Failure::kNone) {
            return failure;
        }
    }
    return Failure::kNone;
}

core::CareContext care_context(const State& state) {
    core::CareContext context = known_context(state);
    for (const OutboxEntry& entry : state.outbox.box.entries()) {
        if (entry.key != state.form.replaces && entry.key != state.form.entry.key) {
            assume(state, context, entry);
        }
    }
    context.written_at(std::nullopt);
    return context;
}

core::CareContext context_of(const State& state, const OutboxEntry& waiting) {
    core::CareContext context = known_context(state);
    for (const OutboxEntry& entry : state.outbox.box.entries()) {
        if (entry.key == waiting.key) {
            break;
        }
        assume(state, context, entry);
    }
    context.written_at(moment_written(state, waiting));
    return context;
}

std::string_view first_name(const State& state, const core::ChildId& child) {
    const core::Child* known = find_child(state, child);
    return known != nullptr ? std::string_view(known->first_name) : std::string_view();
}

const core::ChangeRequest* find_request(const State& state, const core::RequestId& id) {
    if (!state.requests.value) {
        return nullptr;
    }
    const auto& all = *state.requests.value;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const core::ChangeRequest& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool loses_something(const core::ChangeRequest& request, const core::Verdict& withdrawal) {
    const bool has_place = request.kind == core::RequestKind::kExtra || request.kind == core::RequestKind::kSwap;
    return withdrawal.cost.cents > 0 || (has_place && request.state == core::RequestState::kApproved);
}

bool can_undo(const State& state) {
    if (!state.toast || state.toast->sent.empty() || !verdicts_ready(state)) {
        return false;
    }
    const core::CareContext context = care_context(state);
    const std::vector<core::RequestId>& sent = state.toast->sent;
    return std::all_of(sent.begin(), sent.end(), [&](const core::RequestId& id) {
        const core::ChangeRequest* request = find_request(state, id);
        if (request == nullptr) {
            return false;
        }
        const core::Verdict verdict = core::evaluate_withdrawal(context, *request);
        return verdict.allowed() && !loses_something(*request, verdict);
    });
}

std::vector<core::Date> recovery_days(const core::CareContext& context, const core::ChangeRequest& request) {
    constexpr int kMost = 7;  // who reports later than that has the location's ear
    std::vector<core::Date> days;
    for (core::Date last = context.today(); last >= request.date && context.today() - last < kMost; last = last - 1) {
        if (core::evaluate_recovery(context, request, last).allowed()) {
            days.push_back(last);
        }
    }
    return days;
}

}  // namespace portal::app
