#include "app/format.hpp"
#include "app/selectors.hpp"

namespace portal::app {
namespace {

using core::Refusal;

[[nodiscard]] std::string about_child(const State& state, const core::ChildId& id, Text key) {
    const core::Child* child = find_child(state, id);
    return child != nullptr ? translate(state.language, key, {{"child", child->first_name}})
                            : translate(state.language, Text::refusal_nobody);
}

[[nodiscard]] std::string explain_closed(Language language, const core::Verdict& verdict) {
    return verdict.closure != nullptr
               ? translate(language, Text::refusal_closed_because, {{"name", verdict.closure->name}})
               : translate(language, Text::refusal_closed);
}

[[nodiscard]] std::string minutes_text(Language language, int minutes) {
    return time_left(language, std::int64_t{60} * minutes);
}

[[nodiscard]] std::string explain_times(const State& state, Refusal refusal) {
    const core::CareOffer* offer = extra_offer(state);
    const auto open = offer != nullptr && state.route.day
                          ? core::opening_hours(*offer, state.locations.value->calendar, *state.route.day)
                          : std::nullopt;
    if (!open) {
        return translate(state.language, Text::refusal_closed);
    }
    if (refusal == Refusal::kOutsideOpeningHours) {
        return translate(state.language, Text::refusal_outside_opening_hours,
                         {{"start", open->start.to_string()}, {"end", open->end.to_string()}});
    }
    if (refusal == Refusal::kTooShort) {
        return translate(state.language, Text::refusal_too_short,
                         {{"duration", minutes_text(state.language, offer->extra_care.minimum_minutes)}});
    }
    const int step = offer->extra_care.step_minutes;
    const core::TimeOfDay example{0, (open->start.minutes() / step + 1) * step};
    return translate(state.language, Text::refusal_not_on_step,
                     {{"duration", minutes_text(state.language, step)}, {"example", example.to_string()}});
}

}  // namespace

std::string explain(const State& state, Refusal refusal, const core::Verdict& verdict) {
    const Language language = state.language;
    switch (refusal) {
        case Refusal::kNoContract:
            return about_child(state, verdict.child, Text::refusal_no_contract);
        case Refusal::kNotOffered:
            return translate(language, Text::refusal_not_offered);
        case Refusal::kDayInPast:
            return translate(language, Text::refusal_day_in_past);
        case Refusal::kClosed:
            return explain_closed(language, verdict);
        case Refusal::kTooLate:
            return translate(language, Text::refusal_too_late,
                             {{"moment", moment(language, verdict.deadline.value_or(state.now))}});
        case Refusal::kTooFarAhead:
            return translate(language, Text::refusal_too_far_ahead,
                             {{"day", day_name(language, verdict.last_bookable)}});
        case Refusal::kEndBeforeStart:
            return translate(language, Text::refusal_end_before_start);
        case Refusal::kNotASlot:
            return translate(language, Text::refusal_not_a_slot);
        case Refusal::kOverlapsCare:
            return about_child(state, verdict.child, Text::refusal_overlaps_care);
        case Refusal::kOutsideOpeningHours:
        case Refusal::kTooShort:
        case Refusal::kNotOnStep:
            return explain_times(state, refusal);
    }
    return {};
}

}  // namespace portal::app
