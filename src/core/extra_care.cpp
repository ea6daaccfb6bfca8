#include "core/extra_care.hpp"

#include "core/names.hpp"

#include <algorithm>

namespace portal::core {
inline namespace extra_care {
namespace {

constexpr Names<Refusal, 12> kCodes{{{Refusal::kNoContract, "extra-no-contract"},
                                     {Refusal::kNotOffered, "extra-not-offered"},
                                     {Refusal::kDayInPast, "extra-day-in-past"},
                                     {Refusal::kClosed, "extra-closed"},
                                     {Refusal::kTooLate, "extra-too-late"},
                                     {Refusal::kTooFarAhead, "extra-too-far-ahead"},
                                     {Refusal::kEndBeforeStart, "extra-end-before-start"},
                                     {Refusal::kOutsideOpeningHours, "extra-outside-opening-hours"},
                                     {Refusal::kNotASlot, "extra-not-a-slot"},
                                     {Refusal::kTooShort, "extra-too-short"},
                                     {Refusal::kNotOnStep, "extra-not-on-step"},
                                     {Refusal::kOverlapsCare, "extra-overlaps-care"}}};

/// What is known of a child's day before anything is judged.
struct Placement {
    const PlacementContract* contract = nullptr;
    const CareOffer* offer = nullptr;
};

[[nodiscard]] Placement placement_on(const CareContext& context, const ChildId& child, Date date) {
    Placement placement;
    placement.contract = contract_on(context.family, child, date);
    if (placement.contract != nullptr) {
        placement.offer = find_offer(context.locations, placement.contract->location, placement.contract->care_type);
    }
    return placement;
}

/// The latest moment at which something of the day can still begin: where notice is counted in hours before care, a
/// later slot may still be open when the first one is not.
[[nodiscard]] TimeOfDay last_start(const CareOffer& offer, const CareCalendar& calendar, Date date, TimeRange open) {
    if (offer.extra_care.free_times) {
        const int minute = open.end.minutes() - offer.extra_care.minimum_minutes;
        return std::max(open.start, TimeOfDay{0, minute});
    }
    const std::vector<Slot> slots = slots_on(offer, calendar, date);
    return slots.empty() ? open.start : slots.back().time.start;
}

void judge_times(const CareOffer& offer, const CareCalendar& calendar, const ExtraCareWish& wish, TimeRange open,
                 std::vector<Refusal>& refusals) {
    const ExtraCareRules& rules = offer.extra_care;
    if (!wish.time.is_valid()) {
        refusals.push_back(Refusal::kEndBeforeStart);
        return;
    }
    if (!open.contains(wish.time)) {
        refusals.push_back(Refusal::kOutsideOpeningHours);
    }
    if (!rules.free_times) {
        const std::vector<Slot> slots = slots_on(offer, calendar, wish.date);
        if (std::none_of(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.time == wish.time; })) {
            refusals.push_back(Refusal::kNotASlot);
        }
        return;
    }
    if (wish.time.minutes() < rules.minimum_minutes) {
        refusals.push_back(Refusal::kTooShort);
    }
    const int step = std::max(rules.step_minutes, 1);
    if (wish.time.start.minutes() % step != 0 || wish.time.end.minutes() % step != 0) {
        refusals.push_back(Refusal::kNotOnStep);
    }
}

[[nodiscard]] bool overlaps_care(const std::vector<CareBlock>& blocks, const ExtraCareWish& wish) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const CareBlock& block) {
        return block.child == wish.child && block.date == wish.date && block.time.overlaps(wish.time);
    });
}

/// The day's verdict with the deadline of care that starts at `start`, or of the last start where that is absent.
[[nodiscard]] Verdict judge_day(const CareContext& context, const ChildId& child, const Placement& placement, Date date,
                                std::optional<TimeOfDay> start) {
    Verdict verdict;
    verdict.child = child;
    const Date today = amsterdam::local_time(context.now).date;
    verdict.last_bookable = today;
    if (placement.contract == nullptr) {
        verdict.refusals.push_back(date < today ? Refusal::kDayInPast : Refusal::kNoContract);
        return verdict;
    }
    if (placement.offer == nullptr || !placement.offer->extra_care.offered) {
        verdict.refusals.push_back(Refusal::kNotOffered);
        return verdict;
    }
    const CareCalendar& calendar = context.locations.calendar;
    const ExtraCareRules& rules = placement.offer->extra_care;
    verdict.last_bookable = today + rules.max_days_ahead;
    verdict.closure = calendar.closure(date, placement.offer->location);
    const auto open = opening_hours(*placement.offer, calendar, date);
    if (open) {
        const TimeOfDay begin = start.value_or(last_start(*placement.offer, calendar, date, *open));
        verdict.deadline = deadline(rules.notice, calendar, date, begin);
    }
    if (date < today) {
        verdict.refusals.push_back(Refusal::kDayInPast);
    } else if (!open) {
        verdict.refusals.push_back(Refusal::kClosed);
    } else if (context.now > *verdict.deadline) {
        verdict.refusals.push_back(Refusal::kTooLate);
    } else if (date > verdict.last_bookable) {
        verdict.refusals.push_back(Refusal::kTooFarAhead);
    }
    return verdict;
}

}  // namespace

std::string_view code(Refusal refusal) {
    return name_of(kCodes, refusal);
}

std::optional<Refusal> refusal_from(std::string_view code) {
    return value_of(kCodes, code);
}

Verdict evaluate_day(const CareContext& context, const ChildId& child, Date date) {
    return judge_day(context, child, placement_on(context, child, date), date, std::nullopt);
}

Verdict evaluate(const CareContext& context, const ExtraCareWish& wish) {
    const Placement placement = placement_on(context, wish.child, wish.date);
    Verdict verdict = judge_day(context, wish.child, placement, wish.date, wish.time.start);
    if (placement.contract == nullptr || placement.offer == nullptr) {
        return verdict;
    }
    const CareCalendar& calendar = context.locations.calendar;
    if (const auto open = opening_hours(*placement.offer, calendar, wish.date)) {
        judge_times(*placement.offer, calendar, wish, *open, verdict.refusals);
    }
    if (wish.time.is_valid()) {
        verdict.price = price_of(wish.time.minutes(),
                                 placement.offer->extra_care.hourly_rate.value_or(placement.contract->hourly_rate));
        if (overlaps_care(context.blocks, wish)) {
            verdict.refusals.push_back(Refusal::kOverlapsCare);
        }
    }
    return verdict;
}

}  // namespace extra_care
}  // namespace portal::core
