#pragma once

#include "core/evaluate.hpp"
#include "core/history.hpp"
#include "core/strip_card.hpp"

#include <string>
#include <utility>
#include <vector>

namespace portal::core::test {

inline Date date_of(const char* text) {
    return Date::parse(text).value();
}

/// A wall-clock time in the Netherlands, "2026-11-24 12:00".
inline Instant at(const std::string& text) {
    return amsterdam::instant(Date::parse(text.substr(0, 10)).value(), TimeOfDay::parse(text.substr(11)).value());
}

inline constexpr TimeRange kMorningPart{{7, 30}, {13, 0}};
inline constexpr TimeRange kAfternoonPart{{13, 0}, {18, 30}};
inline constexpr TimeRange kFullDay{{7, 30}, {18, 30}};
inline constexpr TimeRange kAfterSchool{{14, 0}, {18, 30}};
inline constexpr TimeRange kHolidayDay{{8, 0}, {18, 30}};

/// Noor (day care, Monday and Thursday) and Sam (out-of-school care, Monday), each with the default rules, at 9 o'clock
/// on Monday 23 November 2026.
struct CareWorld {
    ChildId noor{"noor"};
    ChildId sam{"sam"};
    LocationId kikkers{"kikkers"};
    LocationId reigers{"reigers"};
    Family family;
    Locations locations;
    RuleBook book;
    std::vector<ChangeRequest> requests;
    std::vector<CreditLedger> ledgers;
    Instant now = at("2026-11-23 09:00");

    CareWorld();

    CareRules& noors() { return book.versions[0]; }
    CareRules& sams() { return book.versions[1]; }

    [[nodiscard]] CareFacts facts() const { return {family, locations, book}; }
    [[nodiscard]] CareContext context() const { return {facts(), requests, ledgers, now}; }
    [[nodiscard]] std::vector<CareBlock> blocks(Date first, Date last) const {
        return occupancy(family, locations.calendar, requests, first, last);
    }
    /// Extra care as it is stored, whatever the rules say.
    [[nodiscard]] ChangeRequest request(const char* id, const ChildId& child, const char* date, TimeRange time,
                                        RequestState state) const {
        ChangeRequest made;
        made.id = RequestId{id};
        made.child = child;
        made.location = child == noor ? kikkers : reigers;
        made.care_type = child == noor ? CareType::kDayCare : CareType::kOutOfSchoolCare;
        made.date = date_of(date);
        made.time = time;
        made.state = state;
        return made;
    }
    [[nodiscard]] Verdict judge(const Wish& wish) const { return evaluate(context(), wish); }

    [[nodiscard]] Verdict extra(const ChildId& child, const char* date, TimeRange time,
                                Payment payment = Payment::kInvoice) const {
        return judge(extra_wish(child, {date_of(date), time}, payment));
    }
    [[nodiscard]] Verdict swap(const char* given, const char* wanted, TimeRange time = kFullDay) const {
        return judge(swap_wish(noor, {date_of(given), kFullDay}, {date_of(wanted), time}));
    }
    [[nodiscard]] Verdict absence(const char* date, TimeRange time = kFullDay,
                                  AbsenceReason reason = AbsenceReason::kOther) const {
        return judge(absence_wish(noor, {date_of(date), time}, reason));
    }

    /// Sends a wish; the request is one of `requests` from then on. Its verdict must allow it.
    const ChangeRequest& send(const std::string& id, const Wish& wish) {
        ChangeRequest request = request_of(context(), wish, judge(wish));
        request.id = RequestId{id};
        CareEvent event;
        event.at = now;
        event.request = request.id;
        event.submitted = request;
        account();
        requests.push_back(request);
        book_event(requests.back(), event);
        return requests.back();
    }

    /// Lets something happen to a request.
    const ChangeRequest& happen(const std::string& id, CareEvent::Kind kind, std::optional<Date> last = std::nullopt,
                                std::optional<Instant> written_at = std::nullopt) {
        for (ChangeRequest& request : requests) {
            if (request.id.value == id) {
                CareEvent event;
                event.kind = kind;
                event.at = now;
                event.request = request.id;
                event.last = last;
                event.written_at = written_at;
                account();
                apply(event, request);
                book_event(request, event);
                return request;
            }
        }
        return requests.front();
    }

    /// The clock goes on, and the days in between are accounted for.
    void pass_to(const char* text) {
        now = at(text);
        account();
    }
    void pass(int hours) {
        now.seconds += std::int64_t{3600} * hours;
        account();
    }

    void give_credit(const ChildId& child, Credit credit, std::optional<Date> use_before = std::nullopt) {
        CreditBooking booking;
        booking.child = child;
        booking.credit = credit;
        booking.use_before = use_before;
        booking.at = now;
        core::book(booking, ledger(child));
    }

    CreditLedger& ledger(const ChildId& child) { return ledgers[child == noor ? 0 : 1]; }

    [[nodiscard]] std::int64_t balance(const ChildId& child, CreditUnit unit = CreditUnit::kMinutes) {
        std::int64_t sum = 0;
        for (const CreditLot& lot : lots_on(ledger(child), amsterdam::local_time(now).date)) {
            sum += lot.unit() == unit ? lot.left : 0;
        }
        return sum;
    }

  private:
    void account() {
        for (CreditLedger& entries : ledgers) {
            book_days(facts(), requests, entries, amsterdam::local_time(now).date);
        }
    }

    void book_event(const ChangeRequest& request, const CareEvent& event) {
        core::book(facts(), requests, request, event, ledger(request.child));
    }
};

}  // namespace portal::core::test
