#include "core/evaluate.hpp"

#include "core/judge.hpp"

#include <algorithm>
#include <utility>

namespace portal::core {
namespace {

/// No window reaches further: a calendar year, or some months.
constexpr int kFurthestGiven = 366;

/// The contracted blocks that may be given up for care on `wanted`, each as a swap with its verdict.
[[nodiscard]] std::vector<CareOption> swaps_for(const CareContext& context, const ChildCare& care,
                                                const CareSpan& wanted) {
    std::vector<CareOption> options;
    const Date first = std::max(context.today(), wanted.date - kFurthestGiven);
    for (Date date = first; date <= wanted.date + kFurthestGiven; date = date + 1) {
        for (const Placement& placement : care.placements) {
            const CareRules* rules = placement.contract->covers(date) ? placement.rules_on(date) : nullptr;
            if (rules == nullptr || !rules->swap.offered ||
                !dates_of(rules->swap.window, context.days(), date).contains(wanted.date)) {
                continue;
            }
            each_agreed_time(*placement.contract, context.days(), date, [&](TimeRange block) {
                Wish wish = swap_wish(care.child->id, {date, block}, wanted);
                Verdict verdict = evaluate(context, wish);
                if (verdict.allowed()) {
                    options.push_back({std::move(wish), verdict});
                }
            });
        }
    }
    return options;
}

/// Whether the wish is one that the organisation offers at all.
[[nodiscard]] bool is_offered(const Verdict& verdict) {
    return !verdict.has(ReasonCode::kPaymentNotOffered) && !verdict.has(ReasonCode::kNotOffered);
}

}  // namespace

Verdict evaluate(const CareContext& context, const Wish& wish) {
    const ChildCare* care = context.find(wish.child);
    switch (wish.kind) {
        case RequestKind::kExtra:
            return judge::extra(context, judge::day_of(context, care, wish.date), wish.time, wish.payment);
        case RequestKind::kSwap:
            return judge::swap(context, care, wish);
        case RequestKind::kAbsence:
            return judge::absence(context, judge::day_of(context, care, wish.date), wish.time, wish.reason);
        case RequestKind::kSick:
            return judge::sick(context, judge::day_of(context, care, wish.date), wish.last);
    }
    return {};
}

std::vector<Verdict> evaluate_all(CareContext context, const std::vector<Wish>& wishes) {
    std::vector<Verdict> verdicts;
    verdicts.reserve(wishes.size());
    for (const Wish& wish : wishes) {
        verdicts.push_back(evaluate(context, wish));
        if (verdicts.back().allowed()) {
            context.assume(request_of(context, wish, verdicts.back()), verdicts.back());
        }
    }
    return verdicts;
}

DayVerdicts evaluate_day(const CareContext& context, const ChildId& child, Date date) {
    const judge::Day day = judge::day_of(context, context.find(child), date);
    return {judge::extra(context, day, std::nullopt, Payment::kInvoice), judge::swap_to(context, day),
            judge::swap_from(context, day), judge::absence(context, day, std::nullopt, AbsenceReason::kOther),
            judge::sick(context, day, std::nullopt)};
}

std::vector<CareOption> options_for(const CareContext& context, const ChildId& child, const CareSpan& wanted) {
    const ChildCare* care = context.find(child);
    std::vector<CareOption> options;
    if (care == nullptr) {
        return options;
    }
    options = swaps_for(context, *care, wanted);
    if (options.empty()) {
        // Why not, in general.
        Wish wish = swap_wish(child, {}, wanted);
        wish.given.reset();
        options.push_back({wish, judge::swap_to(context, judge::day_of(context, care, wanted.date))});
        if (options.back().verdict.allowed()) {
            judge::add(options.back().verdict, ReasonCode::kNoCare);
        }
    }
    bool credit_will_do = false;
    for (const Payment payment : {Payment::kCredit, Payment::kCreditAndInvoice, Payment::kInvoice}) {
        if (payment == Payment::kCreditAndInvoice && credit_will_do) {
            continue;  // nothing would be left for the invoice
        }
        Wish wish = extra_wish(child, wanted, payment);
        Verdict verdict = evaluate(context, wish);
        credit_will_do = credit_will_do || (payment == Payment::kCredit && verdict.allowed());
        if (is_offered(verdict)) {
            options.push_back({std::move(wish), verdict});
        }
    }
    return options;
}

ChangeRequest request_of(const CareContext& context, const Wish& wish, const Verdict& verdict) {
    ChangeRequest request;
    request.kind = wish.kind;
    request.child = wish.child;
    if (verdict.contract != nullptr) {
        request.location = verdict.contract->location;
        request.care_type = verdict.contract->care_type;
    }
    request.date = wish.date;
    request.time = wish.time;
    request.given = wish.given;
    request.last = wish.last;
    request.reason = wish.reason;
    request.payment = wish.payment;
    request.price = verdict.cost;
    request.credit_used = verdict.credit_used;
    request.submitted_at = context.now();
    request.written_at = context.written();
    if (verdict.rules != nullptr) {
        request.rule_version = verdict.rules->id;
    }
    if (!verdict.needs_approval) {
        request.state = RequestState::kApproved;
        request.decided_at = context.now();
    }
    return request;
}

}  // namespace portal::core
