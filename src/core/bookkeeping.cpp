#include "core/bookkeeping.hpp"

#include "core/child_care.hpp"
#include "core/late_arrival.hpp"
#include "core/ledger_writer.hpp"
#include "core/request_terms.hpp"
#include "core/stable_sort.hpp"

#include <algorithm>
#include <functional>
#include <limits>

namespace portal::core {
namespace {

/// Books what one child's days bring.
class DayBooker {
  public:
    DayBooker(const CareFacts& facts, const std::vector<ChangeRequest>& requests, CreditLedger& ledger, DateRange range)
        : facts_(facts), ledger_(ledger), days_(facts.locations.calendar, range) {
        for (const ChangeRequest& request : requests) {
            if (request.child == ledger.child) {
                requests_.add(request);
            }
        }
        requests_.sort();
        for (const Closure& closure : facts.locations.calendar.closures) {
            if (closure.kind == ClosureKind::kHoliday && range.contains(closure.date)) {
                holidays_.push_back(closure.date);
            }
        }
        stable_sort(holidays_, std::less<>{});
    }

    void book(Date date) {
        expire(date);
        if (std::binary_search(holidays_.begin(), holidays_.end(), date)) {
            book_holiday(date);
        }
        for (const ChangeRequest* illness : requests_.illnesses()) {
            book_illness(*illness, date);
        }
    }

    void book_illness(const ChangeRequest& illness, Date date) {
        if (!is_ill_on(illness, date) || has_earned(illness.id, date)) {
            return;
        }
        each_contract(date, [&](const PlacementContract& contract, const CareRules& rules) {
            each_open_time(contract, &rules, days_, date, [&](TimeRange block) {
                book_ill_block(illness, contract, rules, {date, block});
            });
        });
    }

  private:
    template <class Use>
    void each_contract(Date date, Use use) const {
        for (const PlacementContract& contract : facts_.family.contracts) {
            if (contract.child != ledger_.child || !contract.covers(date)) {
                continue;
            }
            if (const CareRules* rules = rules_on(facts_.rules, contract, date)) {
                use(contract, *rules);
            }
        }
    }

    void expire(Date date) {
        if (known_entries_ != ledger_.entries.size()) {
            known_entries_ = ledger_.entries.size();
            const std::vector<CreditLot> lots = lots_on(ledger_, Date{std::numeric_limits<std::int32_t>::max()});
            first_expiry_ = lots.empty() ? std::nullopt : lots.front().terms().use_before;
        }
        if (first_expiry_ && *first_expiry_ < date) {
            LedgerWriter{ledger_}.expire(date);
        }
    }

    [[nodiscard]] bool has_earned(const RequestId& request, Date date) const {
        return std::any_of(ledger_.entries.begin(), ledger_.entries.end(), [&](const CreditEntry& entry) {
            return entry.kind == EntryKind::kEarned && entry.opens->earned_for == date && entry.request == request;
        });
    }

    void book_ill_block(const ChangeRequest& illness, const PlacementContract& contract, const CareRules& rules,
                        const CareSpan& block) {
        const auto until = sick_credit_deadline(rules, facts_.locations.calendar, block);
        if (!until || *until < counted_at(rules.late_arrival, illness)) {
            return;
        }
        each_piece(contract, requests_, block, [&](TimeRange piece, CareState state, const ChangeRequest*) {
            if (state == CareState::kSick) {
                const Date booked = std::max(block.date, ledger_.accounted_until);
                LedgerWriter{ledger_}.earn(rules.credit, contract, booked, block.date, piece.minutes(), illness.id);
            }
        });
    }

    void book_holiday(Date date) {
        each_contract(date, [&](const PlacementContract& contract, const CareRules& rules) {
            const Closure* closure = facts_.locations.calendar.closure(date, contract.location);
            const bool credited = rules.holidays.treatment == HolidayTreatment::kCredited && rules.credit.enabled;
            if (closure == nullptr || !credited || credited_holidays(date.year()) >= rules.holidays.credited_days) {
                return;
            }
            each_agreed_time(contract, days_, date, [&](TimeRange time) {
                LedgerWriter{ledger_}.earn(rules.credit, contract, date, date, time.minutes(), std::nullopt);
            });
        });
    }

    /// How many holidays of the year have earned credit.
    [[nodiscard]] int credited_holidays(int year) const {
        int count = 0;
        Date counted;
        for (const CreditEntry& entry : ledger_.entries) {
            if (entry.kind == EntryKind::kEarned && !entry.request && entry.opens->earned_for.year() == year &&
                (count == 0 || entry.opens->earned_for != counted)) {
                counted = entry.opens->earned_for;
                ++count;
            }
        }
        return count;
    }

    const CareFacts& facts_;
    CreditLedger& ledger_;
    CalendarIndex days_;
    RequestDays requests_;
    std::vector<Date> holidays_;
    std::size_t known_entries_ = std::numeric_limits<std::size_t>::max();
    std::optional<Date> first_expiry_;
};

/// Credit for absence that was reported in time.
void earn_by_absence(const CareFacts& facts, const ChangeRequest& request, Date booked, CreditLedger& ledger) {
    const PlacementContract* contract = contract_of(facts.family, request, request.date);
    const CareRules* rules = rules_of(facts, request);
    if (contract == nullptr || rules == nullptr) {
        return;
    }
    const CareSpan care{request.date, request.time};
    const auto until = absence_credit_deadline(*rules, *contract, facts.locations.calendar, request.reason, care);
    if (until && counted_at(rules->late_arrival, request) <= *until) {
        LedgerWriter{ledger}.earn(rules->credit, *contract, booked, request.date, request.time.minutes(), request.id);
    }
}

/// Late cancellation of care that was paid, where the rules turn it into credit.
void earn_by_cancellation(const CareFacts& facts, const ChangeRequest& request, Date booked, CreditLedger& ledger) {
    const PlacementContract* contract = contract_of(facts.family, request, request.date);
    const CareRules* rules = rules_of(facts, request);
    const int minutes = rules != nullptr ? invoiced_minutes(*rules, request) : 0;
    if (contract != nullptr && minutes > 0) {
        LedgerWriter{ledger}.earn(rules->credit, *contract, booked, request.date, minutes, request.id);
    }
}

void book_withdrawal(const CareFacts& facts, const ChangeRequest& request, Date booked, CreditLedger& ledger) {
    LedgerWriter writer{ledger};
    writer.revoke(request.id, booked, std::nullopt);
    switch (outcome_of_withdrawal(facts, request)) {
        case WithdrawalOutcome::kFree:
            writer.give_back(request.id, booked);
            break;
        case WithdrawalOutcome::kCredited:
            writer.give_back(request.id, booked);
            earn_by_cancellation(facts, request, booked, ledger);
            break;
        case WithdrawalOutcome::kBilled:
            break;
    }
}

void book_sent(const CareFacts& facts, const std::vector<ChangeRequest>& requests, const ChangeRequest& request,
               Date booked, CreditLedger& ledger) {
    if (request.credit_used.amount > 0) {
        LedgerWriter{ledger}.spend(request.id, request.credit_used, booked, request.date);
    }
    if (request.kind == RequestKind::kSick && request.date <= ledger.accounted_until) {
        // These days had been booked before the illness was reported.
        DayBooker booker{facts, requests, ledger, {request.date, ledger.accounted_until}};
        for (Date date = request.date; date <= ledger.accounted_until; date = date + 1) {
            booker.book_illness(request, date);
        }
    }
}

}  // namespace

void book_days(const CareFacts& facts, const std::vector<ChangeRequest>& requests, CreditLedger& ledger, Date today) {
    if (today <= ledger.accounted_until) {
        return;
    }
    const Date first = ledger.accounted_until + 1;
    DayBooker booker{facts, requests, ledger, {first, today}};
    for (Date date = first; date <= today; date = date + 1) {
        booker.book(date);
    }
    ledger.accounted_until = today;
}

void book(const CareFacts& facts, const std::vector<ChangeRequest>& requests, const ChangeRequest& request,
          const CareEvent& event, CreditLedger& ledger) {
    const Date booked = amsterdam::local_time(event.at).date;
    LedgerWriter writer{ledger};
    switch (event.kind) {
        case CareEvent::Kind::kSubmitted:
            book_sent(facts, requests, request, booked, ledger);
            break;
        case CareEvent::Kind::kRejected:
        case CareEvent::Kind::kExpired:
            writer.give_back(request.id, booked);
            break;
        case CareEvent::Kind::kWithdrawn:
            book_withdrawal(facts, request, booked, ledger);
            break;
        case CareEvent::Kind::kRecovered:
            writer.revoke(request.id, booked, request.last);
            break;
        case CareEvent::Kind::kApproved:
        case CareEvent::Kind::kReviewed:
        case CareEvent::Kind::kBooked:
            break;
    }
    const bool approved = request.state == RequestState::kApproved &&
                          (event.kind == CareEvent::Kind::kSubmitted || event.kind == CareEvent::Kind::kApproved);
    if (request.kind == RequestKind::kAbsence && approved) {
        earn_by_absence(facts, request, booked, ledger);
    }
}

void book(const CreditBooking& booking, CreditLedger& ledger) {
    LedgerWriter{ledger}.correct(booking, amsterdam::local_time(booking.at).date);
}

WithdrawalOutcome outcome_of_withdrawal(const CareFacts& facts, const ChangeRequest& request) {
    const bool was_approved = request.withdrawn_at && request.decided_at;
    const bool paid_care = request.kind == RequestKind::kExtra || request.kind == RequestKind::kSwap;
    const CareRules* rules = was_approved && paid_care ? rules_of(facts, request) : nullptr;
    if (rules == nullptr) {
        return WithdrawalOutcome::kFree;
    }
    const Cancellation terms = cancellation_of(*rules, request.kind);
    const CareSpan care = first_care(request);
    const Instant counted = counted_at(rules->late_arrival, request.withdrawal_written_at, *request.withdrawn_at);
    if (terms.free_until &&
        counted <= deadline(*terms.free_until, facts.locations.calendar, care.date, care.time.start)) {
        return WithdrawalOutcome::kFree;
    }
    return terms.late == Cancellation::Late::kCredited ? WithdrawalOutcome::kCredited : WithdrawalOutcome::kBilled;
}

}  // namespace portal::core
