#include "core/judge.hpp"

#include <algorithm>

namespace portal::core::judge {

Day day_at(const CareContext& context, const ChildCare& care, const Placement& placement, Date date) {
    Day day;
    day.date = date;
    day.care = &care;
    day.placement = &placement;
    day.rules = placement.rules_on(date);
    day.closure = context.days().closure(date, placement.contract->location);
    if (placement.offer != nullptr && day.rules != nullptr) {
        day.open = opening_hours(*placement.offer, *day.rules, context.days(), date);
    }
    return day;
}

Day day_of(const CareContext& context, const ChildCare* care, Date date) {
    const Placement* placement = care != nullptr ? care->placement_on(date) : nullptr;
    if (placement != nullptr) {
        return day_at(context, *care, *placement, date);
    }
    Day day;
    day.date = date;
    day.care = care;
    return day;
}

void add(Verdict& verdict, ReasonCode code, std::int64_t amount, std::optional<Instant> deadline) {
    verdict.reasons.push_back({code, static_cast<std::int32_t>(amount), deadline});
}

Start start(const CareContext& context, RequestKind kind, const Day& day, bool offered) {
    Start start;
    Verdict& verdict = start.verdict;
    verdict.kind = kind;
    verdict.child = day.care != nullptr ? day.care->child : nullptr;
    verdict.closure = day.closure;
    verdict.rules = day.rules;
    if (day.placement == nullptr) {
        add(verdict, day.date < context.today() ? ReasonCode::kDayInPast : ReasonCode::kNoContract);
        start.done = true;
        return start;
    }
    verdict.contract = day.placement->contract;
    verdict.offer = day.placement->offer;
    if (verdict.offer == nullptr || day.rules == nullptr || !offered) {
        const bool credit = day.rules != nullptr && day.rules->credit.enabled && kind == RequestKind::kSwap;
        add(verdict, credit ? ReasonCode::kCreditInstead : ReasonCode::kNotOffered);
        start.done = true;
    }
    return start;
}

Date today_of(const CareContext& context, const CareRules* rules) {
    return rules != nullptr ? amsterdam::local_time(context.counted(*rules)).date : context.today();
}

void judge_date(const CareContext& context, const Day& day, Verdict& verdict) {
    const bool absence = verdict.kind == RequestKind::kAbsence;
    if (day.date < (absence ? today_of(context, day.rules) : context.today())) {
        add(verdict, ReasonCode::kDayInPast);
    } else if (!day.open) {
        add(verdict, ReasonCode::kClosed);
    } else if (verdict.deadline && *verdict.deadline < context.counted(*day.rules)) {
        add(verdict, ReasonCode::kTooLate, 0, verdict.deadline);
    } else if (verdict.last_bookable && *verdict.last_bookable < day.date) {
        add(verdict, ReasonCode::kTooFarAhead);
    }
}

std::optional<Block> find_block(const CareContext& context, const ChildCare& care, const CareSpan& span) {
    std::optional<Block> found;
    for (const Placement& placement : care.placements) {
        if (found || !placement.contract->covers(span.date)) {
            continue;
        }
        const CareRules* rules = placement.rules_on(span.date);
        const auto use = [&](TimeRange whole) {
            if (found || !whole.contains(span.time)) {
                return;
            }
            found = Block{&placement, whole, CareState::kContract};
            bool first = true;
            each_piece(*placement.contract, care.requests, {span.date, whole},
                       [&](TimeRange piece, CareState state, const ChangeRequest*) {
                           if (first && piece.overlaps(span.time)) {
                               found->state = state;
                               first = state == CareState::kContract || state == CareState::kSick;
                           }
                       });
        };
        const Closure* closure = context.days().closure(span.date, placement.contract->location);
        if (closure != nullptr && closure->kind == ClosureKind::kHoliday) {
            each_agreed_time(*placement.contract, context.days(), span.date, use);
        } else {
            each_open_time(*placement.contract, rules, context.days(), span.date, use);
        }
    }
    return found;
}

std::optional<CareSpan> first_block(const CareContext& context, const ChildCare& care, Date date) {
    std::optional<CareSpan> found;
    for (const Placement& placement : care.placements) {
        if (!placement.contract->covers(date)) {
            continue;
        }
        const auto whole_in_use = [&](TimeRange block) {
            each_piece(*placement.contract, care.requests, {date, block},
                       [&](TimeRange piece, CareState state, const ChangeRequest*) {
                           const bool in_use = state == CareState::kContract || state == CareState::kSick;
                           if (in_use && (!found || piece.start < found->time.start)) {
                               found = CareSpan{date, piece};
                           }
                       });
        };
        each_open_time(*placement.contract, placement.rules_on(date), context.days(), date, whole_in_use);
    }
    return found;
}

namespace {

/// Calls `use` with each piece of contracted care of the day that the child uses.
template <class Use>
void each_used_piece(const CareContext& context, const ChildCare& care, Date date, Use use) {
    for (const Placement& placement : care.placements) {
        if (!placement.contract->covers(date)) {
            continue;
        }
        each_open_time(*placement.contract, placement.rules_on(date), context.days(), date, [&](TimeRange block) {
            each_piece(*placement.contract, care.requests, {date, block},
                       [&](TimeRange piece, CareState state, const ChangeRequest*) {
                           if (state != CareState::kAbsent && state != CareState::kGivenUp) {
                               use(piece);
                           }
                       });
        });
    }
}

[[nodiscard]] TimeRange overlap(const TimeRange& a, const TimeRange& b) {
    return {std::max(a.start, b.start), std::min(a.end, b.end)};
}

}  // namespace

bool is_taken(const CareContext& context, const ChildCare& care, const CareSpan& span,
              const std::optional<CareSpan>& except) {
    bool taken = false;
    for (const RequestDays::Entry& entry : care.requests.on(span.date)) {
        taken = taken || (!entry.given && entry.care.time.overlaps(span.time));
    }
    each_used_piece(context, care, span.date, [&](TimeRange piece) {
        const TimeRange common = overlap(piece, span.time);
        const bool excepted = except && except->date == span.date && except->time.contains(common);
        taken = taken || (common.is_valid() && !excepted);
    });
    return taken;
}

int contracted_minutes(const CareContext& context, const ChildCare& care, const CareSpan& span) {
    int minutes = 0;
    each_used_piece(context, care, span.date,
                    [&](TimeRange piece) { minutes += std::max(overlap(piece, span.time).minutes(), 0); });
    return minutes;
}

bool is_study_day(const CareContext& context, const Day& day) {
    if (day.rules == nullptr || !day.rules->study_days.offered) {
        return false;
    }
    const SpecialDay* special = context.days().special_day(day.date, day.placement->contract->location);
    return special != nullptr && special->kind == SpecialDayKind::kStudyDay;
}

Revocation revocation(const CareContext& context, const Withdrawal& withdrawal, const Cancellation& cancellation,
                      bool needs_approval, Date date, TimeOfDay start) {
    Revocation revocation;
    if (cancellation.free_until || cancellation.late != Cancellation::Late::kRefused) {
        revocation.how = Revocation::How::kUntil;
        revocation.late = cancellation.late;
        if (cancellation.free_until) {
            revocation.until = deadline(*cancellation.free_until, context.days(), date, start);
        }
    } else if (needs_approval && withdrawal.while_open) {
        revocation.how = Revocation::How::kUntilDecided;
        if (withdrawal.within_minutes) {
            revocation.until = Instant{context.now().seconds + std::int64_t{60} * *withdrawal.within_minutes};
        }
    }
    return revocation;
}

}  // namespace portal::core::judge
