#include "api/codec.hpp"
#include "app/format.hpp"
#include "app/reducers.hpp"
#include "app/selectors.hpp"

#include <algorithm>
#include <utility>

namespace portal::app::reducers {
namespace {

constexpr int kUnauthorized = 401;

/// The child that the parent most likely means: the one that the calendar is narrowed to, else the first that may be
/// asked for on that day, else the first that is placed at all.
[[nodiscard]] core::ChildId likely_child(const State& state, core::Date day) {
    if (state.only_child) {
        return *state.only_child;
    }
    const auto& children = state.family.value->children;
    for (const core::Child& child : children) {
        if (day_verdict(state, child.id, day).allowed()) {
            return child.id;
        }
    }
    for (const core::Child& child : children) {
        if (core::contract_on(*state.family.value, child.id, day) != nullptr) {
            return child.id;
        }
    }
    return children.empty() ? core::ChildId{} : children.front().id;
}

/// Times that the new child's location does not offer would only be refused. Nothing is chosen in their place, not even
/// the only slot: it costs money.
void fit_times_to_slots(State& state) {
    const std::vector<core::Slot> slots = extra_slots(state);
    if (slots.empty()) {
        return;
    }
    ExtraCareForm& form = state.extra;
    const bool offered = std::any_of(slots.begin(), slots.end(), [&](const core::Slot& slot) {
        return slot.time.start.to_string() == form.start && slot.time.end.to_string() == form.end;
    });
    if (!offered) {
        form.start.clear();
        form.end.clear();
    }
}

/// Another wish is another request: it must not carry the key of an attempt whose outcome is unknown.
void wish_changed(State& state, Effects& effects) {
    ExtraCareForm& form = state.extra;
    form.failure = Failure::kNone;
    form.refused.reset();
    form.rejected_for_another_reason = false;
    effects.push_back(MakeKey{});
}

void add_block(Remote<api::Occupancy>& remote, const core::CareBlock& block) {
    if (!remote.value || block.date < remote.value->from || remote.value->to < block.date) {
        return;
    }
    auto& blocks = remote.value->blocks;
    const bool known = std::any_of(blocks.begin(), blocks.end(),
                                   [&](const core::CareBlock& other) { return other.request == block.request; });
    if (!known) {
        blocks.push_back(block);
        core::sort_blocks(blocks);
    }
}

void add_to_calendar(State& state, const core::ChangeRequest& request) {
    const auto block = core::block_of(request);
    if (!block) {
        return;
    }
    for (auto& [month, remote] : state.months) {
        add_block(remote, *block);
    }
    for (auto& [year, remote] : state.years) {
        add_block(remote, *block);
    }
}

void add_to_log(State& state, const core::ChangeRequest& request) {
    if (!state.requests.value) {
        return;
    }
    auto& requests = *state.requests.value;
    const bool known = std::any_of(requests.begin(), requests.end(),
                                   [&](const core::ChangeRequest& other) { return other.id == request.id; });
    if (!known) {
        requests.insert(requests.begin(), request);
    }
}

void request_stored(State& state, Effects& effects, const core::ChangeRequest& request) {
    add_to_calendar(state, request);
    add_to_log(state, request);
    const core::Child* child = find_child(state, request.child);
    effects.push_back(Announce{translate(state.language, Text::extra_saved_announcement,
                                         {{"child", child != nullptr ? child->first_name : std::string{}},
                                          {"day", day_name(state.language, request.date)}}),
                               false});
    show_toast(state, effects, translate(state.language, Text::extra_saved));
    close_extra(state, effects);
    load_requests(state, effects);
}

}  // namespace

void open_extra(State& state, Effects& effects, core::Date day) {
    // The entry below the form is its day, so that the back button closes the form and nothing else.
    const core::Month month = core::Month::of(day);
    const bool replace = state.route.screen == Screen::kChanges && state.route.month == month;
    go(state, effects, {Screen::kChanges, month, day, false}, replace);
    state.extra = {};
    state.extra.pushed = true;
    go(state, effects, {Screen::kChanges, month, day, true});
}

void close_extra(State& state, Effects& effects) {
    if (!state.route.asks_extra) {
        return;
    }
    const bool pushed = state.extra.pushed;
    state.extra = {};
    state.route.asks_extra = false;
    effects.push_back(pushed ? Effect{GoBack{}} : Effect{ReplacePath{to_path(state.route)}});
    load_calendar(state, effects);
}

void begin_extra(State& state, Effects& effects) {
    if (!state.route.asks_extra || !state.route.day || !state.family.value || !state.locations.value) {
        return;
    }
    if (find_child(state, state.extra.child) != nullptr) {
        return;
    }
    const bool pushed = state.extra.pushed;
    state.extra = {};
    state.extra.pushed = pushed;
    state.extra.child = likely_child(state, *state.route.day);
    if (state.extra.child.empty()) {
        return;
    }
    fit_times_to_slots(state);
    effects.push_back(MakeKey{});
}

void choose_extra_child(State& state, Effects& effects, const core::ChildId& child) {
    if (state.extra.busy() || state.extra.child == child) {
        return;
    }
    state.extra.child = child;
    fit_times_to_slots(state);
    wish_changed(state, effects);
}

void set_extra_times(State& state, Effects& effects, std::string start, std::string end) {
    ExtraCareForm& form = state.extra;
    if (form.busy() || (form.start == start && form.end == end)) {
        return;
    }
    form.start = std::move(start);
    form.end = std::move(end);
    wish_changed(state, effects);
}

void submit_extra(State& state, Effects& effects) {
    ExtraCareForm& form = state.extra;
    if (form.busy() || form.idempotency_key.empty()) {
        return;
    }
    form.pressed = true;
    const auto wish = extra_wish(state);
    if (!wish || !extra_verdict(state).allowed()) {
        return;
    }
    form.failure = Failure::kNone;
    form.refused.reset();
    form.rejected_for_another_reason = false;
    form.request = send(state, effects, Method::kPost, "/change-requests", {Purpose::Kind::kSubmitExtra, {}},
                        api::encode(api::NewExtraCare{*wish, extra_rule_text(state)}), form.idempotency_key);
}

void extra_answered(State& state, Effects& effects, const Answered& answer) {
    ExtraCareForm& form = state.extra;
    const HttpResponse& response = answer.response;
    if (response.transport == Transport::kAnswered && response.status == kUnauthorized) {
        if (state.session == Session::kSignedIn) {
            expire_session(state);
        }
        return;
    }
    auto stored = api::decode_change_request(response.body);
    const bool success = failure_of(response) == Failure::kNone && response.status < 300 && stored;
    if (answer.request != form.request) {
        // The form was closed meanwhile; the calendar has to tell the truth all the same.
        if (success && state.session == Session::kSignedIn) {
            add_to_calendar(state, *stored.value);
            add_to_log(state, *stored.value);
        }
        return;
    }
    form.request = 0;
    if (success) {
        request_stored(state, effects, *stored.value);
        return;
    }
    form.failure = failure_of(response);
    if (form.failure != Failure::kNone) {
        return;
    }
    const auto problem = api::decode_problem(response.body);
    form.refused = problem ? core::refusal_from(problem.value->code) : std::nullopt;
    form.rejected_for_another_reason = !form.refused;
    load_calendar(state, effects);
}

}  // namespace portal::app::reducers
