#include "core/decision.hpp"
#include "core/judge.hpp"
#include "core/request_terms.hpp"

#include <algorithm>

namespace portal::core::judge {
namespace {

constexpr TimeOfDay kNoon{12, 0};

/// The latest moment at which something of the day can still begin: where notice is counted in hours before care, a
/// later slot may still be open when the first one is not.
[[nodiscard]] TimeOfDay last_start(const CareContext& context, const Day& day) {
    const ExtraRules& rules = day.rules->extra;
    if (rules.free_times) {
        const int minute = day.open->end.minutes() - rules.minimum_minutes;
        return std::max(day.open->start, TimeOfDay{0, minute});
    }
    return last_slot_start(*day.placement->offer, *day.rules, context.days(), day.date).value_or(day.open->start);
}

[[nodiscard]] int minimum_minutes(const CareContext& context, const Day& day, TimeRange time) {
    const std::optional<FlexRules>& flex = day.rules->flex;
    if (!flex) {
        return day.rules->extra.free_times ? day.rules->extra.minimum_minutes : 0;
    }
    const bool before_school = flex->minimum_minutes_before_school && time.end <= kNoon &&
                               day.placement->contract->care_type == CareType::kOutOfSchoolCare &&
                               !context.days().is_school_holiday(day.date);
    return before_school ? *flex->minimum_minutes_before_school : flex->minimum_minutes;
}

void judge_times(const CareContext& context, const Day& day, TimeRange time, Verdict& verdict) {
    const ExtraRules& rules = day.rules->extra;
    if (!time.is_valid()) {
        add(verdict, ReasonCode::kEndBeforeStart);
        return;
    }
    if (!day.open->contains(time)) {
        add(verdict, ReasonCode::kOutsideOpeningHours);
    }
    if (!rules.free_times && !is_slot(*day.placement->offer, *day.rules, context.days(), {day.date, time})) {
        add(verdict, ReasonCode::kNotASlot);
        return;
    }
    const int minimum = minimum_minutes(context, day, time);
    if (time.minutes() < minimum) {
        add(verdict, ReasonCode::kTooShort, minimum);
    }
    const int step = std::max(rules.step_minutes, 1);
    if (rules.free_times && (time.start.minutes() % step != 0 || time.end.minutes() % step != 0)) {
        add(verdict, ReasonCode::kNotOnStep, step);
    }
}

[[nodiscard]] int billed_minutes(const CareContext& context, const Day& day, TimeRange time) {
    const CareSpan care{day.date, time};
    if (is_study_day(context, day) && day.rules->study_days.only_extra_hours_billed) {
        return time.minutes() - contracted_minutes(context, *day.care, care);
    }
    if (day.rules->extra.billing == ExtraBilling::kDayParts) {
        return shortest_slot_around(*day.placement->offer, *day.rules, context.days(), care).value_or(time).minutes();
    }
    return time.minutes();
}

void pay_by_strips(const Day& day, int minutes, Verdict& verdict) {
    const int strip = std::max(day.rules->strip_card->strip_minutes, 1);
    const std::int64_t needed = (minutes + strip - 1) / strip;
    const std::int64_t usable = usable_on(day.care->lots, CreditUnit::kStrips, day.date);
    verdict.credit_used = {CreditUnit::kStrips, needed};
    verdict.credit_left = usable - needed;
    if (usable < needed) {
        add(verdict, ReasonCode::kNotEnoughCredit, needed - usable);
    }
    add(verdict, ReasonCode::kPaidBeforehand);
}

[[nodiscard]] bool offers(const CareRules& rules, Payment payment) {
    switch (payment) {
        case Payment::kInvoice:
            return rules.extra.by_invoice;
        case Payment::kCredit:
            return rules.extra.by_credit && rules.credit.enabled;
        case Payment::kCreditAndInvoice:
            return rules.extra.by_credit_and_invoice && rules.credit.enabled;
    }
    return false;
}

void pay(const Day& day, int minutes, Payment payment, Verdict& verdict) {
    const CareRules& rules = *day.rules;
    const Money price = price_of(minutes, rules.extra.hourly_rate.value_or(day.placement->contract->hourly_rate));
    const CreditUnit unit = rules.credit.unit;
    const std::int64_t usable = usable_on(day.care->lots, unit, day.date);
    verdict.credit_used = {unit, 0};
    verdict.credit_left = usable;
    verdict.cost = price;
    if (!offers(rules, payment)) {
        add(verdict, ReasonCode::kPaymentNotOffered);
    }
    if (payment == Payment::kInvoice || !rules.credit.enabled) {
        return;
    }
    const std::int64_t needed = minutes > 0 ? credit_for(rules.credit, minutes) : 0;
    const std::int64_t used = payment == Payment::kCredit ? needed : std::min(needed, usable);
    verdict.credit_used.amount = used;
    verdict.credit_left = usable - used;
    verdict.cost = needed > 0 ? Money{(price.cents * (needed - used) + needed / 2) / needed} : Money{};
    if (usable < used) {
        add(verdict, ReasonCode::kNotEnoughCredit, used - usable);
    }
}

/// Refusals of what is known of the day alone; the deadline is that of care that starts at `start`.
void judge_day(const CareContext& context, const Day& day, std::optional<TimeOfDay> start, Verdict& verdict) {
    const ExtraRules& rules = day.rules->extra;
    if (rules.max_ahead) {
        verdict.last_bookable = context.today() + *rules.max_ahead;
    }
    if (day.open) {
        const Notice& notice = day.rules->flex ? day.rules->flex->request_notice : rules.notice;
        verdict.deadline = deadline(notice, context.days(), day.date, start.value_or(last_start(context, day)));
    }
    judge_date(context, day, verdict);
}

/// What has to be known before it is sent.
void inform(const CareContext& context, const Day& day, Verdict& verdict) {
    const CareRules& rules = *day.rules;
    if (verdict.has(ReasonCode::kTooLate) && rules.extra.phone_after_deadline) {
        add(verdict, ReasonCode::kByPhone);
    }
    const Cancellation terms = cancellation_of(rules, RequestKind::kExtra);
    if (!terms.free_until && terms.late == Cancellation::Late::kRefused) {
        add(verdict, ReasonCode::kNoRefund);
    }
    add(verdict, ReasonCode::kNotSwappable);
    if (rules.study_days.minimum_sign_ups > 0 && is_study_day(context, day)) {
        add(verdict, ReasonCode::kMinimumSignUps, rules.study_days.minimum_sign_ups);
    }
}

void judge_care(const CareContext& context, const Day& day, TimeRange time, Payment payment, Verdict& verdict) {
    if (day.open) {
        judge_times(context, day, time, verdict);
    }
    if (!time.is_valid()) {
        return;
    }
    const std::optional<CareSpan> except =
        is_study_day(context, day) ? std::optional{CareSpan{day.date, time}} : std::nullopt;
    if (is_taken(context, *day.care, {day.date, time}, except)) {
        add(verdict, ReasonCode::kOverlapsCare);
    }
    const int minutes = billed_minutes(context, day, time);
    if (day.rules->strip_card) {
        pay_by_strips(day, minutes, verdict);
    } else {
        pay(day, minutes, payment, verdict);
    }
}

}  // namespace

Verdict extra(const CareContext& context, const Day& day, std::optional<TimeRange> time, Payment payment) {
    Start begun = start(context, RequestKind::kExtra, day, day.rules != nullptr && day.rules->extra.offered);
    Verdict& verdict = begun.verdict;
    if (begun.done) {
        return verdict;
    }
    const CareRules& rules = *day.rules;
    judge_day(context, day, time ? std::optional{time->start} : std::nullopt, verdict);
    if (time) {
        judge_care(context, day, *time, payment, verdict);
    } else {
        const CreditUnit unit = rules.strip_card ? CreditUnit::kStrips : rules.credit.unit;
        verdict.credit_used.unit = unit;
        verdict.credit_left = usable_on(day.care->lots, unit, day.date);
    }
    inform(context, day, verdict);
    if (day.open) {
        verdict.revocation = revocation(context, rules.extra.withdrawal, cancellation_of(rules, RequestKind::kExtra),
                                        rules.extra.needs_approval, day.date, time ? time->start : day.open->start);
    }
    verdict.needs_approval = rules.extra.needs_approval;
    if (verdict.needs_approval && verdict.allowed()) {
        verdict.decision_by = decision_due(rules.decision, context.days(), context.now(), day.date);
    }
    return verdict;
}

}  // namespace portal::core::judge
