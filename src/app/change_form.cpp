#include "app/change_form.hpp"

#include "app/selectors.hpp"
#include "core/occupancy.hpp"
#include "core/stable_sort.hpp"

#include <algorithm>

namespace portal::app {
namespace {

using core::CareContext;
using core::CareOption;
using core::RequestKind;

[[nodiscard]] RequestKind kind_of(const State& state) {
    return state.route.form.value_or(RequestKind::kExtra);
}

/// An allowed way of `kind`, else any of it, else none. Of ways to pay the last, which is the invoice.
[[nodiscard]] const CareOption* best_of(const std::vector<CareOption>& options, RequestKind kind) {
    const CareOption* best = nullptr;
    for (const CareOption& option : options) {
        const bool better = option.verdict.allowed() || best == nullptr;
        if (option.wish.kind == kind && better) {
            best = &option;
        }
    }
    return best;
}

/// The parts of a day that can be asked: the location's slots, and for swaps the times of the contract.
[[nodiscard]] std::vector<core::Slot> candidates(const State& state, const CareContext& context, core::Date day) {
    const FormPlace place = form_place(state, day);
    if (place.offer == nullptr || place.rules == nullptr) {
        return {};
    }
    std::vector<core::Slot> slots = core::slots_on(*place.offer, *place.rules, context.days(), day);
    if (kind_of(state) != RequestKind::kSwap) {
        return slots;
    }
    for (const core::CareMoment& moment : place.contract->week) {
        const bool known =
            std::any_of(slots.begin(), slots.end(), [&](const core::Slot& slot) { return slot.time == moment.time; });
        if (!known && context.days().applies(moment.days, day)) {
            slots.push_back({{}, day.weekday(), moment.time, moment.days});
        }
    }
    core::stable_sort(slots, [](const core::Slot& a, const core::Slot& b) { return a.time < b.time; });
    return slots;
}

/// The verdict on having `slot` in the form's way.
[[nodiscard]] std::optional<core::Verdict> verdict_on(const State& state, const CareContext& context, core::Date day,
                                                      core::TimeRange time) {
    const core::ChildId child = form_child(state);
    if (state.form.choices.gives_day) {
        const auto given = given_care(state, context);
        return given ? std::optional{core::evaluate(context, core::swap_wish(child, *given, {day, time}))}
                     : std::nullopt;
    }
    const std::vector<CareOption> options = core::options_for(context, child, {day, time});
    const CareOption* best = best_of(options, kind_of(state));
    return best != nullptr ? std::optional{best->verdict} : std::nullopt;
}

[[nodiscard]] std::vector<core::Wish> extra_wishes(const State& state, const CareContext& context) {
    std::vector<CareOption> all = ways(state, context);
    all.erase(std::remove_if(all.begin(), all.end(),
                             [](const CareOption& way) { return way.wish.kind != RequestKind::kExtra; }),
              all.end());
    const auto possible =
        std::count_if(all.begin(), all.end(), [](const CareOption& way) { return way.verdict.allowed(); });
    if (all.size() == 1 || (possible == 0 && !all.empty())) {
        return {all.back().wish};  // no choice that matters: what is wrong is wrong with all of them
    }
    // While nothing is chosen it is the only one that is possible, else what costs no money: credit, which would
    // expire.
    const auto chosen = std::find_if(all.begin(), all.end(), [&](const CareOption& way) {
        return state.form.choices.payment
                   ? way.wish.payment == state.form.choices.payment
                   : way.verdict.allowed() && (possible == 1 || way.verdict.cost == core::Money{0});
    });
    return chosen == all.end() ? std::vector<core::Wish>{} : std::vector{chosen->wish};
}

[[nodiscard]] std::vector<core::Wish> swap_wishes(const State& state, const CareContext& context) {
    const auto given = given_care(state, context);
    const auto time = typed_time(state);
    if (!given || !time || (state.form.choices.gives_day && !state.form.choices.wanted)) {
        return {};
    }
    return {core::swap_wish(form_child(state), *given, {wanted_day(state), *time})};
}

[[nodiscard]] std::vector<core::Wish> absence_wishes(const State& state, const CareContext& context) {
    const std::vector<CareOption> all = absences(state, context);
    std::vector<core::Wish> wishes;
    for (const CareOption& absence : all) {
        if (absence.verdict.allowed() && !is_left_out(state, absence.wish)) {
            wishes.push_back(absence.wish);
        }
    }
    const auto part = typed_time(state);
    if (part && wishes.size() == 1 && has_part_times(state, all)) {
        wishes.front().time = *part;
    }
    return wishes;
}

[[nodiscard]] std::vector<core::Wish> sick_wishes(const State& state) {
    const ChangeChoices& choices = state.form.choices;
    const auto last = choices.has_last ? core::Date::parse(choices.last) : std::nullopt;
    std::vector<core::Wish> wishes;
    if (choices.has_last && !last) {
        return wishes;
    }
    for (const core::ChildId& child : choices.children) {
        wishes.push_back(core::sick_wish(child, *state.route.day, last));
    }
    return wishes;
}

}  // namespace

core::Date wanted_day(const State& state) {
    const ChangeChoices& choices = state.form.choices;
    return choices.gives_day ? choices.wanted.value_or(*state.route.day) : *state.route.day;
}

core::ChildId form_child(const State& state) {
    return state.form.choices.children.empty() ? core::ChildId{} : state.form.choices.children.front();
}

FormPlace form_place(const State& state) {
    return form_place(state, wanted_day(state));
}

FormPlace form_place(const State& state, core::Date day) {
    FormPlace place;
    place.contract = core::contract_on(*state.family.value, form_child(state), day);
    if (place.contract != nullptr) {
        place.offer = core::find_offer(*state.locations.value, place.contract->location, place.contract->care_type);
        place.rules = core::rules_on(*state.rules.value, *place.contract, day);
    }
    return place;
}

bool has_free_times(const State& state) {
    const FormPlace place = form_place(state);
    if (place.rules == nullptr || !place.rules->extra.free_times) {
        return false;
    }
    return kind_of(state) == RequestKind::kExtra || !place.rules->swap.slots_only;
}

std::optional<core::TimeRange> typed_time(const State& state) {
    const auto start = core::TimeOfDay::parse_typed(state.form.choices.start);
    const auto end = core::TimeOfDay::parse_typed(state.form.choices.end);
    return start && end ? std::optional{core::TimeRange{*start, *end}} : std::nullopt;
}

std::vector<TimeChoice> time_choices(const State& state, const CareContext& context) {
    std::vector<TimeChoice> choices;
    if (state.form.choices.gives_day && !state.form.choices.wanted) {
        return choices;
    }
    const core::Date day = wanted_day(state);
    for (const core::Slot& slot : candidates(state, context, day)) {
        const auto verdict = verdict_on(state, context, day, slot.time);
        if (verdict && !verdict->has(core::ReasonCode::kOverlapsCare) && !verdict->has(core::ReasonCode::kNotASlot)) {
            choices.push_back({slot.name, slot.time, *verdict});
        }
    }
    return choices;
}

std::vector<CareOption> ways(const State& state, const CareContext& context) {
    const auto time = typed_time(state);
    if (!time || state.form.choices.gives_day) {
        return {};
    }
    return core::options_for(context, form_child(state), {*state.route.day, *time});
}

bool can_be_had(const State& state, const CareContext& context) {
    const core::Date day = *state.route.day;
    const std::vector<core::Slot> slots = candidates(state, context, day);
    return std::any_of(slots.begin(), slots.end(), [&](const core::Slot& slot) {
        const auto options = core::options_for(context, form_child(state), {day, slot.time});
        return std::any_of(options.begin(), options.end(), [&](const CareOption& option) {
            return option.wish.given && option.wish.given->date != day && option.verdict.allowed();
        });
    });
}

std::vector<core::CareSpan> givable(const State& state, const CareContext& context) {
    const core::Date day = *state.route.day;
    std::vector<core::CareSpan> spans;
    const auto blocks = core::occupancy(context.facts().family, context.facts().locations.calendar,
                                        context.facts().rules, *state.requests.value, day, day);
    for (const core::CareBlock& block : blocks) {
        if (block.child == form_child(state) && block.state == core::CareState::kContract) {
            spans.push_back({day, block.time});
        }
    }
    return spans;
}

std::optional<core::CareSpan> given_care(const State& state, const CareContext& context) {
    const ChangeChoices& choices = state.form.choices;
    if (!choices.given && choices.gives_day) {
        const std::vector<core::CareSpan> spans = givable(state, context);
        return spans.size() == 1 ? std::optional{spans.front()} : std::nullopt;
    }
    return choices.given;
}

std::vector<core::Date> wanted_days(const State& state, const CareContext& context) {
    constexpr int kMost = 92;  // a longer list helps nobody
    std::vector<core::Date> days;
    const core::Verdict day = form_day_verdict(state, context, form_child(state));
    if (!day.wanted_window || !given_care(state, context)) {
        return days;
    }
    const core::Date first = std::max(day.wanted_window->first, context.today());
    for (core::Date date = first; date <= std::min(day.wanted_window->last, first + kMost); date = date + 1) {
        const std::vector<core::Slot> slots = candidates(state, context, date);
        const bool possible = std::any_of(slots.begin(), slots.end(), [&](const core::Slot& slot) {
            const auto verdict = verdict_on(state, context, date, slot.time);
            return verdict && verdict->allowed();
        });
        if (possible) {
            days.push_back(date);
        }
    }
    return days;
}

std::optional<core::DateRange> form_range(const State& state) {
    const core::Date first = *state.route.day;
    if (!state.form.choices.has_last) {
        return core::DateRange{first, first};
    }
    const auto last = core::Date::parse(state.form.choices.last);
    return last && *last >= first ? std::optional{core::DateRange{first, *last}} : std::nullopt;
}

std::vector<CareOption> absences(const State& state, const CareContext& context) {
    constexpr int kMostDays = 366;  // what can be sent at once
    std::vector<CareOption> options;
    const auto range = form_range(state);
    if (!range) {
        return options;
    }
    const ChangeChoices& choices = state.form.choices;
    const auto blocks =
        core::occupancy(context.facts().family, context.facts().locations.calendar, context.facts().rules,
                        *state.requests.value, range->first, std::min(range->last, range->first + kMostDays));
    std::vector<core::Wish> wishes;
    for (const core::CareBlock& block : blocks) {
        const bool chosen =
            std::find(choices.children.begin(), choices.children.end(), block.child) != choices.children.end();
        if (chosen && block.state == core::CareState::kContract && wishes.size() < api::Submission::kMostWishes) {
            wishes.push_back(core::absence_wish(block.child, {block.date, block.time}, choices.reason));
        }
    }
    std::vector<core::Verdict> verdicts = core::evaluate_all(context, wishes);
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        options.push_back({std::move(wishes[i]), verdicts[i]});
    }
    return options;
}

bool is_left_out(const State& state, const core::Wish& absence) {
    const std::vector<core::Wish>& out = state.form.choices.left_out;
    return std::any_of(out.begin(), out.end(), [&](const core::Wish& other) {
        return other.child == absence.child && other.date == absence.date && other.time == absence.time;
    });
}

bool has_part_times(const State& state, const std::vector<CareOption>& absences) {
    return !state.form.choices.has_last && absences.size() == 1 && absences.front().verdict.allowed() &&
           absences.front().verdict.rules != nullptr && !absences.front().verdict.rules->absence.whole_blocks_only;
}

std::vector<core::Wish> form_wishes(const State& state, const CareContext& context) {
    switch (kind_of(state)) {
        case RequestKind::kExtra:
            return extra_wishes(state, context);
        case RequestKind::kSwap:
            return swap_wishes(state, context);
        case RequestKind::kAbsence:
            return absence_wishes(state, context);
        case RequestKind::kSick:
            return sick_wishes(state);
    }
    return {};
}

core::Verdict form_day_verdict(const State& state, const CareContext& context, const core::ChildId& child) {
    const core::DayVerdicts day = core::evaluate_day(context, child, *state.route.day);
    switch (kind_of(state)) {
        case RequestKind::kExtra:
            return day.extra;
        case RequestKind::kSwap:
            return state.form.choices.gives_day ? day.give_swap : day.swap;
        case RequestKind::kAbsence:
            return day.absence;
        case RequestKind::kSick:
            return day.sick;
    }
    return day.extra;
}

std::vector<core::ChildId> possible_children(const State& state, const CareContext& context, RequestKind kind,
                                             core::Date day) {
    std::vector<core::ChildId> children;
    for (const core::Child& child : state.family.value->children) {
        const core::DayVerdicts verdicts = core::evaluate_day(context, child.id, day);
        const bool possible =
            (kind == RequestKind::kExtra && verdicts.extra.allowed()) ||
            (kind == RequestKind::kSwap && (verdicts.swap.allowed() || verdicts.give_swap.allowed())) ||
            (kind == RequestKind::kAbsence && verdicts.absence.allowed()) ||
            (kind == RequestKind::kSick && verdicts.sick.allowed());
        if (possible) {
            children.push_back(child.id);
        }
    }
    return children;
}

}  // namespace portal::app
