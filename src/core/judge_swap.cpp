#include "core/decision.hpp"
#include "core/judge.hpp"

#include <algorithm>
#include <set>

namespace portal::core::judge {
namespace {

[[nodiscard]] Instant sooner(const std::optional<Instant>& a, Instant b) {
    return a && *a < b ? *a : b;
}

[[nodiscard]] int days_per_week(const PlacementContract& contract) {
    std::set<Weekday> weekdays;
    for (const CareMoment& moment : contract.week) {
        weekdays.insert(moment.weekday);
    }
    return static_cast<int>(weekdays.size());
}

/// How many swaps the cap lets through in the year or month of `date`.
[[nodiscard]] int allowance(const SwapCap& cap, const PlacementContract& contract, Date date) {
    int count = cap.count * (cap.times_days_per_week ? days_per_week(contract) : 1);
    if (cap.pro_rata && cap.per == SwapCap::Per::kYear) {
        const Date first = Month{date.year(), 1}.first();
        const Date last = Month{date.year(), 12}.last();
        const int days = last - first + 1;
        const int covered = std::min(contract.end.value_or(last), last) - std::max(contract.start, first) + 1;
        count = (count * std::max(covered, 0) * 2 + days) / (2 * days);
    }
    return count;
}

[[nodiscard]] int swaps_made(const ChildCare& care, const SwapCap& cap, Date date) {
    const bool monthly = cap.per == SwapCap::Per::kMonth;
    const Date first = Month{date.year(), monthly ? date.month() : 1}.first();
    const Date last = monthly ? Month::of(date).last() : Month{date.year(), 12}.last();
    const auto& entries = care.requests.entries();
    return static_cast<int>(std::count_if(entries.begin(), entries.end(), [&](const RequestDays::Entry& entry) {
        return !entry.given && entry.request->kind == RequestKind::kSwap && first <= entry.care.date &&
               entry.care.date <= last;
    }));
}

void judge_cap(const Day& day, const SwapRules& rules, Verdict& verdict) {
    if (!rules.cap) {
        return;
    }
    const int most = allowance(*rules.cap, *day.placement->contract, day.date);
    if (swaps_made(*day.care, *rules.cap, day.date) >= most) {
        add(verdict, ReasonCode::kCapReached, most);
    }
}

[[nodiscard]] bool is_special(const CareContext& context, const Day& day) {
    return context.days().special_day(day.date, day.placement->contract->location) != nullptr;
}

[[nodiscard]] bool has_agreed_care(const CareContext& context, const Day& day) {
    bool found = false;
    each_agreed_time(*day.placement->contract, context.days(), day.date, [&](TimeRange) { found = true; });
    return found;
}

/// What speaks against a day as the wanted one, whatever is given up for it.
void judge_wanted_day(const CareContext& context, const Day& wanted, const SwapRules& rules, Verdict& verdict) {
    if (rules.not_on_contract_days && has_agreed_care(context, wanted)) {
        add(verdict, ReasonCode::kOnContractDay);
    }
    if (rules.special_days_excluded && is_special(context, wanted)) {
        add(verdict, ReasonCode::kSpecialDay);
    }
}

void set_terms(const CareContext& context, const Day& day, Date first, TimeOfDay begins, Verdict& verdict) {
    const SwapRules& rules = day.rules->swap;
    verdict.revocation = revocation(context, rules.withdrawal, rules.cancellation, rules.needs_approval, first, begins);
    verdict.needs_approval = rules.needs_approval;
    if (verdict.needs_approval && verdict.allowed()) {
        verdict.decision_by = decision_due(day.rules->decision, context.days(), context.now(), first);
    }
}

/// What can be given up, and what cannot.
void judge_given(const CareContext& context, const Day& given, const CareSpan& span, const std::optional<Block>& block,
                 Verdict& verdict) {
    if (span.date < context.today()) {
        add(verdict, ReasonCode::kDayInPast);
        return;
    }
    const bool swappable_holiday = given.closure != nullptr && given.closure->kind == ClosureKind::kHoliday &&
                                   given.rules->holidays.treatment == HolidayTreatment::kSwappable;
    if (given.closure != nullptr && !swappable_holiday) {
        add(verdict, ReasonCode::kClosed);
        return;
    }
    if (!block) {
        const auto on_day = given.care->requests.on(span.date);
        const bool extra = std::any_of(on_day.begin(), on_day.end(), [&](const RequestDays::Entry& entry) {
            return !entry.given && entry.request->kind == RequestKind::kExtra && entry.care.time.overlaps(span.time);
        });
        add(verdict, extra ? ReasonCode::kExtraNotSwappable : ReasonCode::kNoCare);
        return;
    }
    const bool slot =
        given.placement->offer != nullptr && is_slot(*given.placement->offer, *given.rules, context.days(), span);
    if (span.time != block->whole && given.rules->swap.slots_only && !slot) {
        add(verdict, ReasonCode::kNotWholeBlock);
    }
    if (block->state != CareState::kContract && block->state != CareState::kSick) {
        add(verdict, ReasonCode::kAlreadyGivenUp);
    }
    if (given.rules->swap.special_days_excluded && is_special(context, given)) {
        add(verdict, ReasonCode::kSpecialDay);
    }
}

/// The deadline of giving up: a sick child's day has its own where the rules say so.
[[nodiscard]] Instant given_deadline(const CareContext& context, const Day& given, const CareSpan& span) {
    const SwapRules& rules = given.rules->swap;
    const bool sick = given.care->requests.illness_on(span.date) != nullptr;
    return deadline(sick && rules.sick_notice ? *rules.sick_notice : rules.notice, context.days(), span.date,
                    span.time.start);
}

void judge_dates(const CareContext& context, const Day& given, const Day& wanted, const Wish& wish, Verdict& verdict) {
    const SwapRules& rules = given.rules->swap;
    if (rules.max_ahead) {
        verdict.last_bookable = context.today() + *rules.max_ahead;
    }
    verdict.deadline = given_deadline(context, given, *wish.given);
    if (wanted.open) {
        verdict.deadline = sooner(verdict.deadline, deadline(rules.notice, context.days(), wish.date, wish.time.start));
    }
    judge_date(context, wanted, verdict);
    verdict.wanted_window = dates_of(rules.window, context.days(), wish.given->date);
    if (!verdict.wanted_window->contains(wish.date)) {
        add(verdict, ReasonCode::kOutsideWindow);
    }
}

/// Whether the wanted time is as much as what is given up.
void judge_size(const CareContext& context, const Day& given, const Day& wanted, const Wish& wish, Verdict& verdict) {
    const SwapRules& rules = given.rules->swap;
    if (!wish.time.is_valid()) {
        add(verdict, ReasonCode::kEndBeforeStart);
        return;
    }
    if (wanted.open && !wanted.open->contains(wish.time)) {
        add(verdict, ReasonCode::kOutsideOpeningHours);
    }
    if (rules.slots_only && !is_slot(*wanted.placement->offer, *wanted.rules, context.days(), {wish.date, wish.time})) {
        add(verdict, ReasonCode::kNotASlot);
    }
    const int lost = wish.given->time.minutes() - wish.time.minutes();
    if (lost < 0) {
        add(verdict, ReasonCode::kLonger, -lost);
    } else if (lost > 0 && !rules.smaller_allowed) {
        add(verdict, ReasonCode::kShorter, lost);
    }
}

/// Whether one kind of day is given up for the same.
void judge_equivalence(const CareContext& context, const Day& given, const Day& wanted, Verdict& verdict) {
    const SwapRules& rules = given.rules->swap;
    const PlacementContract& from = *given.placement->contract;
    const PlacementContract& to = *wanted.placement->contract;
    if (rules.same_contract ? &from != &to : from.care_type != to.care_type) {
        add(verdict, ReasonCode::kOtherContract);
    }
    const bool other_kind =
        context.days().is_school_holiday(given.date) != context.days().is_school_holiday(wanted.date);
    if (rules.same_day_kind && other_kind && from.care_type == CareType::kOutOfSchoolCare) {
        add(verdict, ReasonCode::kOtherDayKind);
    }
}

/// The wanted day, at the given contract's location where that contract still runs.
[[nodiscard]] Day wanted_day(const CareContext& context, const ChildCare& care, const Placement& given, Date date) {
    return given.contract->covers(date) ? day_at(context, care, given, date) : day_of(context, &care, date);
}

}  // namespace

Verdict swap(const CareContext& context, const ChildCare* care, const Wish& wish) {
    const std::optional<Block> block =
        care != nullptr && wish.given ? find_block(context, *care, *wish.given) : std::nullopt;
    const Date given_date = wish.given ? wish.given->date : wish.date;
    const Day given = block ? day_at(context, *care, *block->placement, given_date) : day_of(context, care, given_date);
    Start begun = start(context, RequestKind::kSwap, given, given.rules != nullptr && given.rules->swap.offered);
    Verdict& verdict = begun.verdict;
    if (begun.done) {
        return verdict;
    }
    if (!wish.given || !wish.given->time.is_valid()) {
        add(verdict, wish.given ? ReasonCode::kEndBeforeStart : ReasonCode::kNoCare);
        return verdict;
    }
    const Day wanted = wanted_day(context, *care, *given.placement, wish.date);
    if (wanted.placement == nullptr || wanted.placement->offer == nullptr || wanted.rules == nullptr) {
        add(verdict, wanted.placement == nullptr ? ReasonCode::kNoContract : ReasonCode::kNotOffered);
        return verdict;
    }
    verdict.closure = wanted.closure != nullptr ? wanted.closure : given.closure;
    judge_given(context, given, *wish.given, block, verdict);
    judge_dates(context, given, wanted, wish, verdict);
    judge_cap(wanted, given.rules->swap, verdict);
    judge_size(context, given, wanted, wish, verdict);
    judge_equivalence(context, given, wanted, verdict);
    judge_wanted_day(context, wanted, given.rules->swap, verdict);
    if (wish.time.is_valid() && is_taken(context, *care, {wish.date, wish.time}, std::nullopt)) {
        add(verdict, ReasonCode::kOverlapsCare);
    }
    const int lost = wish.given->time.minutes() - wish.time.minutes();
    if (lost > 0 && given.rules->swap.smaller_allowed) {
        add(verdict, ReasonCode::kRemainderLost, lost);
    }
    const CareSpan first = std::min(*wish.given, CareSpan{wish.date, wish.time});
    set_terms(context, given, first.date, first.time.start, verdict);
    return verdict;
}

Verdict swap_to(const CareContext& context, const Day& day) {
    Start begun = start(context, RequestKind::kSwap, day, day.rules != nullptr && day.rules->swap.offered);
    Verdict& verdict = begun.verdict;
    if (begun.done) {
        return verdict;
    }
    const SwapRules& rules = day.rules->swap;
    if (rules.max_ahead) {
        verdict.last_bookable = context.today() + *rules.max_ahead;
    }
    if (day.open) {
        const TimeOfDay last =
            last_slot_start(*day.placement->offer, *day.rules, context.days(), day.date).value_or(day.open->start);
        verdict.deadline = deadline(rules.notice, context.days(), day.date, last);
    }
    judge_date(context, day, verdict);
    judge_cap(day, rules, verdict);
    judge_wanted_day(context, day, rules, verdict);
    if (day.open) {
        set_terms(context, day, day.date, day.open->start, verdict);
    }
    return verdict;
}

Verdict swap_from(const CareContext& context, const Day& day) {
    Start begun = start(context, RequestKind::kSwap, day, day.rules != nullptr && day.rules->swap.offered);
    Verdict& verdict = begun.verdict;
    if (begun.done) {
        return verdict;
    }
    const SwapRules& rules = day.rules->swap;
    if (rules.max_ahead) {
        verdict.last_bookable = context.today() + *rules.max_ahead;
    }
    const auto block = first_block(context, *day.care, day.date);
    if (block) {
        verdict.deadline = given_deadline(context, day, *block);
        verdict.wanted_window = dates_of(rules.window, context.days(), day.date);
    }
    judge_date(context, day, verdict);
    if (day.open && !block) {
        add(verdict, ReasonCode::kNoCare);
    }
    judge_cap(day, rules, verdict);
    if (rules.special_days_excluded && is_special(context, day)) {
        add(verdict, ReasonCode::kSpecialDay);
    }
    if (block) {
        set_terms(context, day, day.date, block->time.start, verdict);
    }
    return verdict;
}

}  // namespace portal::core::judge
