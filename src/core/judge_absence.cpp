#include "core/decision.hpp"
#include "core/judge.hpp"
#include "core/request_terms.hpp"

#include <algorithm>

namespace portal::core::judge {
namespace {

constexpr TimeOfDay kMidnight{24, 0};

[[nodiscard]] Revocation undo_of(const AbsenceRules& rules, Instant reported_until) {
    switch (rules.undo) {
        case AbsenceUndo::kUntilNotice:
            return {Revocation::How::kUntil, reported_until, Cancellation::Late::kRefused};
        case AbsenceUndo::kViaLocation:
            return {Revocation::How::kViaLocation, std::nullopt, Cancellation::Late::kRefused};
        case AbsenceUndo::kAsExtra:
            return {Revocation::How::kAsNewExtra, std::nullopt, Cancellation::Late::kRefused};
        case AbsenceUndo::kNever:
            return {};
    }
    return {};
}

/// What the absence earns, or why it earns nothing.
void judge_credit(const CareContext& context, const Day& day, TimeRange time, std::optional<Instant> until,
                  Verdict& verdict) {
    const CreditRules& rules = day.rules->credit;
    verdict.credit_earned = {rules.unit, 0};
    verdict.credit_used.unit = rules.unit;
    verdict.credit_left = usable_on(day.care->lots, rules.unit, day.date);
    if (!rules.enabled) {
        return;
    }
    verdict.credit_deadline = until;
    if (!until || *until < context.counted(*day.rules)) {
        add(verdict, ReasonCode::kEarnsNoCredit, 0, until);
        return;
    }
    const std::int64_t whole = credit_for(rules, time.minutes());
    verdict.credit_earned.amount =
        capped(rules, whole, day.care->balance(rules.unit), day.care->earned_in(rules.unit, day.date.year()));
    verdict.credit_use_before = use_before(rules, day.date, day.placement->contract->end);
    if (verdict.credit_earned.amount < whole) {
        add(verdict, ReasonCode::kCreditCapped, verdict.credit_earned.amount);
    }
}

void judge_block(const Day& day, const CareSpan& span, const std::optional<Block>& block, Verdict& verdict) {
    if (!span.time.is_valid()) {
        add(verdict, ReasonCode::kEndBeforeStart);
    } else if (!block) {
        add(verdict, ReasonCode::kNoCare);
    } else if (block->state == CareState::kSick) {
        add(verdict, ReasonCode::kAlreadySick);
    } else if (block->state != CareState::kContract) {
        add(verdict, ReasonCode::kAlreadyGivenUp);
    } else if (day.rules->absence.whole_blocks_only && span.time != block->whole) {
        add(verdict, ReasonCode::kNotWholeBlock);
    }
}

/// Absence from `span`; the block is what it is of.
[[nodiscard]] Verdict absence_from(const CareContext& context, const Day& day, const CareSpan& span,
                                   const std::optional<Block>& block, AbsenceReason reason) {
    Start begun = start(context, RequestKind::kAbsence, day, day.rules != nullptr && day.rules->absence.offered);
    Verdict& verdict = begun.verdict;
    if (begun.done) {
        return verdict;
    }
    const AbsenceRules& rules = day.rules->absence;
    if (rules.max_ahead) {
        verdict.last_bookable = context.today() + *rules.max_ahead;
    }
    const Instant until = deadline(rules.notice, context.days(), span.date, span.time.start);
    if (block) {
        verdict.deadline = until;
    }
    judge_date(context, day, verdict);
    if (day.open) {
        judge_block(day, span, block, verdict);
    }
    if (block && day.open) {
        judge_credit(context, day, span.time,
                     absence_credit_deadline(*day.rules, *day.placement->contract, context.days(), reason, span),
                     verdict);
        verdict.revocation = undo_of(rules, until);
    }
    verdict.needs_approval = rules.needs_approval;
    if (verdict.needs_approval && verdict.allowed()) {
        verdict.decision_by = decision_due(day.rules->decision, context.days(), context.now(), day.date);
    }
    return verdict;
}

/// Whether the child has a contract on some day of the illness.
[[nodiscard]] bool has_contract(const ChildCare& care, Date first, std::optional<Date> last) {
    return std::any_of(care.placements.begin(), care.placements.end(), [&](const Placement& placement) {
        const PlacementContract& contract = *placement.contract;
        return (!last || contract.start <= *last) && (!contract.end || first <= *contract.end);
    });
}

void judge_sick_credit(const CareContext& context, const Day& day, Verdict& verdict) {
    if (day.rules == nullptr || !day.rules->credit.enabled) {
        return;
    }
    const auto block = first_block(context, *day.care, day.date);
    if (block) {
        judge_credit(context, day, block->time, sick_credit_deadline(*day.rules, context.days(), *block), verdict);
    }
}

}  // namespace

Verdict absence(const CareContext& context, const Day& day, std::optional<TimeRange> time, AbsenceReason reason) {
    if (day.care == nullptr || day.placement == nullptr) {
        return absence_from(context, day, {day.date, {}}, std::nullopt, reason);
    }
    if (time) {
        const CareSpan span{day.date, *time};
        const std::optional<Block> block = time->is_valid() ? find_block(context, *day.care, span) : std::nullopt;
        const Day at = block ? day_at(context, *day.care, *block->placement, day.date) : day;
        return absence_from(context, at, span, block, reason);
    }
    const auto first = first_block(context, *day.care, day.date);
    if (!first) {
        const TimeRange none{TimeOfDay{0, 0}, kMidnight};
        return absence_from(context, day, {day.date, none}, std::nullopt, reason);
    }
    std::optional<Block> block = find_block(context, *day.care, *first);
    if (block) {
        block->whole = first->time;
    }
    const Day at = block ? day_at(context, *day.care, *block->placement, day.date) : day;
    return absence_from(context, at, *first, block, reason);
}

Verdict sick(const CareContext& context, const Day& day, std::optional<Date> last) {
    Verdict verdict;
    verdict.kind = RequestKind::kSick;
    verdict.child = day.care != nullptr ? day.care->child : nullptr;
    verdict.closure = day.closure;
    verdict.rules = day.rules;
    if (day.placement != nullptr) {
        verdict.contract = day.placement->contract;
        verdict.offer = day.placement->offer;
    }
    if (day.date < today_of(context, day.rules)) {
        add(verdict, ReasonCode::kDayInPast);
    } else if (last && *last < day.date) {
        add(verdict, ReasonCode::kEndBeforeStart);
    } else if (day.care == nullptr || !has_contract(*day.care, day.date, last)) {
        add(verdict, ReasonCode::kNoContract);
    } else if (day.care->requests.illness_on(day.date) != nullptr) {
        add(verdict, ReasonCode::kAlreadySick);
    }
    if (day.care != nullptr) {
        judge_sick_credit(context, day, verdict);
    }
    verdict.revocation = {Revocation::How::kUntil, amsterdam::instant(day.date, kMidnight),
                          Cancellation::Late::kRefused};
    return verdict;
}

}  // namespace portal::core::judge
