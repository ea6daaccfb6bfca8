#include "core/care_event.hpp"

#include "core/stable_sort.hpp"

#include <utility>

namespace portal::core {
namespace {

[[nodiscard]] CareEvent event(CareEvent::Kind kind, Instant at, const ChangeRequest& request) {
    CareEvent made;
    made.kind = kind;
    made.at = at;
    made.request = request.id;
    return made;
}

/// The request as it was when it was sent.
[[nodiscard]] ChangeRequest as_sent(const ChangeRequest& request) {
    ChangeRequest sent = request;
    sent.state = RequestState::kSubmitted;
    sent.decided_at.reset();
    sent.decision_reason.clear();
    sent.withdrawn_at.reset();
    sent.withdrawal_written_at.reset();
    sent.expired_at.reset();
    if (sent.recovered_at) {
        sent.recovered_at.reset();
        sent.last.reset();
    }
    return sent;
}

void add_events(const ChangeRequest& request, std::vector<CareEvent>& events) {
    events.push_back(event(CareEvent::Kind::kSubmitted, request.submitted_at, request));
    events.back().submitted = as_sent(request);
    if (request.decided_at) {
        const bool rejected = request.state == RequestState::kRejected;
        events.push_back(
            event(rejected ? CareEvent::Kind::kRejected : CareEvent::Kind::kApproved, *request.decided_at, request));
        events.back().reason = request.decision_reason;
    }
    if (request.recovered_at) {
        events.push_back(event(CareEvent::Kind::kRecovered, *request.recovered_at, request));
        events.back().last = request.last;
    }
    if (request.withdrawn_at) {
        events.push_back(event(CareEvent::Kind::kWithdrawn, *request.withdrawn_at, request));
        events.back().written_at = request.withdrawal_written_at;
    }
    if (request.expired_at) {
        events.push_back(event(CareEvent::Kind::kExpired, *request.expired_at, request));
    }
}

}  // namespace

bool can_happen(CareEvent::Kind kind, const ChangeRequest& request) {
    const bool open = request.state == RequestState::kSubmitted || request.state == RequestState::kInReview;
    switch (kind) {
        case CareEvent::Kind::kReviewed:
            return request.state == RequestState::kSubmitted;
        case CareEvent::Kind::kApproved:
        case CareEvent::Kind::kRejected:
        case CareEvent::Kind::kExpired:
            return open;
        case CareEvent::Kind::kWithdrawn:
            return request.stands();
        case CareEvent::Kind::kRecovered:
            return request.stands() && request.kind == RequestKind::kSick && !request.last;
        case CareEvent::Kind::kSubmitted:
        case CareEvent::Kind::kBooked:
            return false;
    }
    return false;
}

void apply(const CareEvent& event, ChangeRequest& request) {
    switch (event.kind) {
        case CareEvent::Kind::kReviewed:
            request.state = RequestState::kInReview;
            break;
        case CareEvent::Kind::kApproved:
        case CareEvent::Kind::kRejected:
            request.state =
                event.kind == CareEvent::Kind::kApproved ? RequestState::kApproved : RequestState::kRejected;
            request.decided_at = event.at;
            request.decision_reason = event.reason;
            break;
        case CareEvent::Kind::kWithdrawn:
            request.state = RequestState::kWithdrawn;
            request.withdrawn_at = event.at;
            request.withdrawal_written_at = event.written_at;
            break;
        case CareEvent::Kind::kExpired:
            request.state = RequestState::kExpired;
            request.expired_at = event.at;
            break;
        case CareEvent::Kind::kRecovered:
            request.last = event.last;
            request.recovered_at = event.at;
            break;
        case CareEvent::Kind::kSubmitted:
        case CareEvent::Kind::kBooked:
            break;
    }
}

std::vector<CareEvent> events_of(const std::vector<ChangeRequest>& requests,
                                 const std::vector<CreditBooking>& bookings) {
    std::vector<CareEvent> events;
    for (const ChangeRequest& request : requests) {
        add_events(request, events);
    }
    for (const CreditBooking& booking : bookings) {
        CareEvent booked;
        booked.kind = CareEvent::Kind::kBooked;
        booked.at = booking.at;
        booked.booking = booking;
        events.push_back(std::move(booked));
    }
    stable_sort(events, [](const CareEvent& a, const CareEvent& b) { return a.at < b.at; });
    return events;
}

}  // namespace portal::core
