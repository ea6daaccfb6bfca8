#include "core/history.hpp"

#include "core/child_care.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace portal::core {
namespace {

[[nodiscard]] Date day_of(Instant instant) {
    return amsterdam::local_time(instant).date;
}

/// The weeks of the year that a day's week belongs to (ISO 8601): the choice of weeks without care is made among them.
[[nodiscard]] DateRange week_year_of(Date date) {
    const int year = (date.monday() + 3).year();
    return {(Month{year, 1}.first() + 3).monday(), (Month{year + 1, 1}.first() + 3).monday() - 1};
}

}  // namespace

std::vector<CreditLedger> ledgers_of(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                                     const std::vector<CreditBooking>& bookings, Date begin, Date today) {
    CareHistory replay{facts, Month::of(begin + 1), Month::of(begin + 1)};
    for (const CareEvent& event : events_of(requests, bookings)) {
        if (!replay.apply(event)) {
            break;
        }
    }
    replay.advance(today);
    return replay.ledgers();
}

CareHistory::CareHistory(const CareFacts& facts, Month first, Month last)
    : facts_(facts), range_{first.first(), last.last()}, latest_{std::numeric_limits<std::int64_t>::min()} {
    for (const Child& child : facts.family.children) {
        ledgers_.push_back({child.id, range_.first - 1, {}});
        put_in(child.id, range_);
    }
}

CreditLedger* CareHistory::ledger_of(const ChildId& child) {
    const auto found = std::find_if(ledgers_.begin(), ledgers_.end(),
                                    [&](const CreditLedger& ledger) { return ledger.child == child; });
    return found == ledgers_.end() ? nullptr : &*found;
}

bool CareHistory::apply(const CareEvent& event) {
    if (event.at < latest_) {
        return false;
    }
    bool done = false;
    switch (event.kind) {
        case CareEvent::Kind::kSubmitted:
            done = submit(event);
            break;
        case CareEvent::Kind::kBooked:
            done = enter(event);
            break;
        default:
            done = change(event);
            break;
    }
    if (done) {
        latest_ = event.at;
    }
    return done;
}

bool CareHistory::submit(const CareEvent& event) {
    const bool known = std::any_of(requests_.begin(), requests_.end(),
                                   [&](const ChangeRequest& request) { return request.id == event.request; });
    CreditLedger* ledger = event.submitted ? ledger_of(event.submitted->child) : nullptr;
    if (known || ledger == nullptr) {
        return false;
    }
    book_days(facts_, requests_, *ledger, day_of(event.at));
    const DateRange touched = touched_by(*event.submitted);
    take_out(ledger->child, touched);
    requests_.push_back(*event.submitted);
    put_in(ledger->child, touched);
    book(facts_, requests_, requests_.back(), event, *ledger);
    return true;
}

bool CareHistory::change(const CareEvent& event) {
    const auto found = std::find_if(requests_.begin(), requests_.end(),
                                    [&](const ChangeRequest& request) { return request.id == event.request; });
    if (found == requests_.end() || !can_happen(event.kind, *found)) {
        return false;
    }
    CreditLedger& ledger = *ledger_of(found->child);
    book_days(facts_, requests_, ledger, day_of(event.at));
    const DateRange touched = touched_by(*found);
    take_out(found->child, touched);
    core::apply(event, *found);
    put_in(found->child, touched);
    book(facts_, requests_, *found, event, ledger);
    return true;
}

bool CareHistory::enter(const CareEvent& event) {
    CreditLedger* ledger = event.booking ? ledger_of(event.booking->child) : nullptr;
    if (ledger == nullptr) {
        return false;
    }
    book_days(facts_, requests_, *ledger, day_of(event.at));
    bookings_.push_back(*event.booking);
    book(*event.booking, *ledger);
    return true;
}

void CareHistory::advance(Date today) {
    for (CreditLedger& ledger : ledgers_) {
        book_days(facts_, requests_, ledger, today);
    }
}

DateRange CareHistory::touched_by(const ChangeRequest& request) const {
    DateRange touched{request.date, request.date};
    if (request.given) {
        touched = {std::min(request.date, request.given->date), std::max(request.date, request.given->date)};
    }
    if (request.kind == RequestKind::kSick) {
        touched.last = request.last.value_or(range_.last);
    }
    if (request.kind == RequestKind::kAbsence) {
        touched = week_year_of(request.date);
    }
    return {std::max(touched.first, range_.first), std::min(touched.last, range_.last)};
}

void CareHistory::take_out(const ChildId& child, DateRange range) {
    sums_.add(facts_, requests_, child, range, -1);
    blocks_.erase(
        std::remove_if(blocks_.begin(), blocks_.end(),
                       [&](const CareBlock& block) { return block.child == child && range.contains(block.date); }),
        blocks_.end());
}

void CareHistory::put_in(const ChildId& child, DateRange range) {
    sums_.add(facts_, requests_, child, range, 1);
    if (range.last < range.first) {
        return;
    }
    RequestDays by_day;
    for (const ChangeRequest& request : requests_) {
        if (request.child == child) {
            by_day.add(request);
        }
    }
    by_day.sort();
    add_care(facts_.family, facts_.rules, CalendarIndex{facts_.locations.calendar, range}, child, by_day, range,
             blocks_);
    sort_blocks(blocks_);
}

}  // namespace portal::core
