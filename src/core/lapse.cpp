#include "core/lapse.hpp"

#include "core/stable_sort.hpp"

#include <algorithm>

namespace portal::core {

Instant lapses_at(const ChangeRequest& request) {
    const Date last = request.given ? std::min(request.date, request.given->date) : request.date;
    return amsterdam::instant(last + 1, TimeOfDay{0, 0});
}

std::vector<CareEvent> lapses(const std::vector<ChangeRequest>& requests, Instant now) {
    std::vector<CareEvent> events;
    for (const ChangeRequest& request : requests) {
        const Instant at = lapses_at(request);
        if (can_happen(CareEvent::Kind::kExpired, request) && at <= now) {
            CareEvent event;
            event.kind = CareEvent::Kind::kExpired;
            event.at = at;
            event.request = request.id;
            events.push_back(std::move(event));
        }
    }
    stable_sort(events, [](const CareEvent& a, const CareEvent& b) { return a.at < b.at; });
    return events;
}

}  // namespace portal::core
