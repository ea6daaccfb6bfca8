#pragma once

#include "core/request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace portal::core {

/// Credit that the organisation books by hand: a correction, or a strip card that was bought.
struct CreditBooking {
    ChildId child;
    Credit credit;  ///< below zero: taken away, as far as there is any
    bool purchased = false;
    std::optional<Date> use_before;
    std::string note;
    Instant at;
};

/// One thing that happened. A family's history is the list of these by time; all else is derived.
struct CareEvent {
    enum class Kind : std::uint8_t {
        kSubmitted,  ///< `submitted` is the request as it was sent
        kReviewed,
        kApproved,
        kRejected,
        kWithdrawn,
        kExpired,
        kRecovered,  ///< the child of a report of illness is well again; `last` was its last day of illness
        kBooked,     ///< `booking`
    };

    Kind kind = Kind::kSubmitted;
    Instant at;
    std::optional<Instant> written_at;  ///< of a withdrawal, as the device says
    RequestId request;
    std::optional<ChangeRequest> submitted;
    std::string reason;  ///< of the decision
    std::optional<Date> last;
    std::optional<CreditBooking> booking;
};

/// Whether an event of this kind can happen to `request` as it is.
[[nodiscard]] bool can_happen(CareEvent::Kind kind, const ChangeRequest& request);

/// `request` after `event`, which must be able to happen to it.
void apply(const CareEvent& event, ChangeRequest& request);

/// The events that made `requests` and `bookings` what they are, by time; at one moment a request is sent before it is
/// answered, and the order of the lists decides.
[[nodiscard]] std::vector<CareEvent> events_of(const std::vector<ChangeRequest>& requests,
                                               const std::vector<CreditBooking>& bookings);

}  // namespace portal::core
