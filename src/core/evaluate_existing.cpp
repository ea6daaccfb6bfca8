#include "core/evaluate.hpp"

#include "core/judge.hpp"
#include "core/request_terms.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr TimeOfDay kMidnight{24, 0};

/// The moment that counts for deadlines: where no rules are known, now.
[[nodiscard]] Instant counted(const CareContext& context, const Verdict& verdict) {
    return verdict.rules != nullptr ? context.counted(*verdict.rules) : context.now();
}

/// What no one has answered yet.
void judge_open(const CareContext& context, const ChangeRequest& request, const Withdrawal& terms, Verdict& verdict) {
    verdict.credit_earned = request.credit_used;
    if (!terms.while_open) {
        judge::add(verdict, ReasonCode::kNotWithdrawable);
        return;
    }
    if (terms.within_minutes) {
        verdict.deadline = Instant{request.submitted_at.seconds + std::int64_t{60} * *terms.within_minutes};
        if (*verdict.deadline < counted(context, verdict)) {
            judge::add(verdict, ReasonCode::kTooLate, 0, verdict.deadline);
        }
    }
}

void judge_late(const ChangeRequest& request, const Cancellation& terms, const CareRules& rules, Verdict& verdict) {
    verdict.cost = request.price;
    switch (terms.late) {
        case Cancellation::Late::kRefused:
            judge::add(verdict, terms.free_until ? ReasonCode::kTooLate : ReasonCode::kNotWithdrawable, 0,
                       verdict.deadline);
            break;
        case Cancellation::Late::kBilled:
            judge::add(verdict, ReasonCode::kCancelledBilled);
            break;
        case Cancellation::Late::kCredited:
            verdict.credit_earned = {rules.credit.unit, credit_for(rules.credit, request.time.minutes())};
            judge::add(verdict, ReasonCode::kCancelledCredited);
            break;
    }
}

/// What was approved.
void judge_approved(const CareContext& context, const ChangeRequest& request, const CareRules& rules,
                    Verdict& verdict) {
    const CareSpan care = first_care(request);
    if (amsterdam::instant(care.date, care.time.start) <= counted(context, verdict)) {
        judge::add(verdict, ReasonCode::kDayInPast);
        return;
    }
    const Cancellation terms = cancellation_of(rules, request.kind);
    if (terms.free_until) {
        verdict.deadline = deadline(*terms.free_until, context.days(), care.date, care.time.start);
    }
    if (verdict.deadline && counted(context, verdict) <= *verdict.deadline) {
        verdict.credit_earned = request.credit_used;
        return;
    }
    judge_late(request, terms, rules, verdict);
}

[[nodiscard]] std::int64_t earned_by(const CareContext& context, const ChildCare& care, const RequestId& request) {
    std::int64_t sum = 0;
    for (const CreditLedger& ledger : context.ledgers()) {
        if (ledger.child == care.child->id) {
            sum += credit_earned_by(ledger, request);
        }
    }
    return sum;
}

void judge_absence(const CareContext& context, const ChangeRequest& request, const CareRules& rules, Verdict& verdict) {
    switch (rules.absence.undo) {
        case AbsenceUndo::kViaLocation:
            judge::add(verdict, ReasonCode::kViaLocation);
            return;
        case AbsenceUndo::kAsExtra:
            judge::add(verdict, ReasonCode::kAsNewExtra);
            return;
        case AbsenceUndo::kNever:
            judge::add(verdict, ReasonCode::kNotWithdrawable);
            return;
        case AbsenceUndo::kUntilNotice:
            break;
    }
    verdict.deadline = deadline(rules.absence.notice, context.days(), request.date, request.time.start);
    if (*verdict.deadline < counted(context, verdict)) {
        judge::add(verdict, ReasonCode::kTooLate, 0, verdict.deadline);
    }
    const ChildCare* care = context.find(request.child);
    const std::int64_t earned = care != nullptr ? earned_by(context, *care, request.id) : 0;
    verdict.credit_earned = {rules.credit.unit, -earned};
    if (care != nullptr && care->balance(rules.credit.unit) < earned) {
        judge::add(verdict, ReasonCode::kCreditSpent, earned - care->balance(rules.credit.unit));
    }
}

void judge_illness(const CareContext& context, const ChangeRequest& request, Verdict& verdict) {
    verdict.deadline = amsterdam::instant(request.date, kMidnight);
    if (*verdict.deadline < counted(context, verdict)) {
        judge::add(verdict, ReasonCode::kTooLate, 0, verdict.deadline);
    }
}

[[nodiscard]] Verdict begin(const CareContext& context, const ChangeRequest& request) {
    Verdict verdict;
    verdict.kind = request.kind;
    verdict.rules = rules_of(context.facts(), request);
    verdict.contract = contract_of(context.facts().family, request, request.date);
    if (const ChildCare* care = context.find(request.child)) {
        verdict.child = care->child;
    }
    return verdict;
}

}  // namespace

Verdict evaluate_withdrawal(const CareContext& context, const ChangeRequest& request) {
    Verdict verdict = begin(context, request);
    if (!request.stands()) {
        judge::add(verdict, ReasonCode::kAlreadyDecided);
        return verdict;
    }
    if (request.kind == RequestKind::kSick) {
        judge_illness(context, request, verdict);
        return verdict;
    }
    if (verdict.rules == nullptr) {
        judge::add(verdict, ReasonCode::kNotWithdrawable);
        return verdict;
    }
    if (request.kind == RequestKind::kAbsence) {
        judge_absence(context, request, *verdict.rules, verdict);
    } else if (request.state == RequestState::kApproved) {
        judge_approved(context, request, *verdict.rules, verdict);
    } else {
        const bool swap = request.kind == RequestKind::kSwap;
        judge_open(context, request, swap ? verdict.rules->swap.withdrawal : verdict.rules->extra.withdrawal, verdict);
    }
    return verdict;
}

Verdict evaluate_recovery(const CareContext& context, const ChangeRequest& request, Date last) {
    Verdict verdict = begin(context, request);
    if (request.kind != RequestKind::kSick || !request.stands() || request.last) {
        judge::add(verdict, ReasonCode::kNotSick);
    } else if (last < request.date) {
        judge::add(verdict, ReasonCode::kEndBeforeStart);
    }
    return verdict;
}

}  // namespace portal::core
