#include "core/random_history.hpp"

#include <algorithm>
#include <array>

namespace portal::core::test {
namespace {

constexpr Month kFirst{2026, 12};
constexpr Month kLast{2027, 1};
constexpr int kMostEvents = 14;

[[nodiscard]] TimeRange random_time(Random& random) {
    const std::array<TimeRange, 4> times{kFullDay, kMorningPart, kAfternoonPart, kAfterSchool};
    return times[static_cast<std::size_t>(random.below(4))];
}

[[nodiscard]] ChangeRequest random_request(const CareWorld& world, Random& random, Instant now) {
    ChangeRequest request;
    const bool noor = random.chance(60);
    request.kind = static_cast<RequestKind>(random.below(4));
    request.child = noor ? world.noor : world.sam;
    request.location = noor ? world.kikkers : world.reigers;
    request.care_type = noor ? CareType::kDayCare : CareType::kOutOfSchoolCare;
    const Date today = amsterdam::local_time(now).date;
    request.date = today + random.below(20);
    request.time = random_time(random);
    request.submitted_at = now;
    request.rule_version = RuleVersionId{random.chance(50) ? (noor ? "kikkers-1" : "reigers-1") : ""};
    if (request.kind == RequestKind::kSwap) {
        request.given = CareSpan{today + random.below(20), random_time(random)};
    }
    if (request.kind == RequestKind::kSick && random.chance(30)) {
        request.last = request.date + random.below(10);
    }
    if (request.kind == RequestKind::kAbsence) {
        request.reason = random.chance(50) ? AbsenceReason::kVacation : AbsenceReason::kOther;
    }
    if (request.kind == RequestKind::kExtra) {
        request.credit_used = {CreditUnit::kMinutes, random.chance(50) ? 330 : 0};
        request.price = Money{random.chance(50) ? 6177 : 0};
    }
    if (request.kind >= RequestKind::kAbsence || random.chance(20)) {
        request.state = RequestState::kApproved;
        request.decided_at = now;
    }
    return request;
}

[[nodiscard]] CareEvent random_event(const CareWorld& world, Random& random, Instant now, int& requests) {
    CareEvent event;
    event.at = now;
    const int choice = random.below(100);
    if (choice < 50 || requests == 0) {
        event.kind = CareEvent::Kind::kSubmitted;
        event.request = RequestId{"r" + std::to_string(++requests)};
        event.submitted = random_request(world, random, now);
        event.submitted->id = event.request;
    } else if (choice < 58) {
        event.kind = CareEvent::Kind::kBooked;
        event.booking = CreditBooking{random.chance(50) ? world.noor : world.sam,
                                      {CreditUnit::kMinutes, 330 * (random.below(5) - 2)},
                                      false,
                                      amsterdam::local_time(now).date + random.below(30),
                                      "correctie",
                                      now};
    } else {
        constexpr std::array<CareEvent::Kind, 6> kKinds{CareEvent::Kind::kReviewed,  CareEvent::Kind::kApproved,
                                                        CareEvent::Kind::kRejected,  CareEvent::Kind::kWithdrawn,
                                                        CareEvent::Kind::kRecovered, CareEvent::Kind::kExpired};
        event.kind = kKinds[static_cast<std::size_t>(random.below(6))];
        event.request = RequestId{"r" + std::to_string(1 + random.below(requests))};
        event.last = amsterdam::local_time(now).date - random.below(5);
    }
    return event;
}

/// What one ledger has that the other has not.
[[nodiscard]] std::string ledger_mismatch(const CreditLedger& kept, const CreditLedger& made) {
    if (!fault_in(kept).empty()) {
        return "the ledger of " + kept.child.value + ": " + fault_in(kept);
    }
    if (kept.entries != made.entries) {
        return "the ledger of " + kept.child.value + " has " + std::to_string(kept.entries.size()) +
               " entries kept and " + std::to_string(made.entries.size()) + " made from scratch, or others";
    }
    return {};
}

}  // namespace

int Random::below(int count) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    mixed ^= mixed >> 31U;
    return static_cast<int>(mixed % static_cast<std::uint64_t>(count));
}

CareWorld random_world(std::uint64_t seed) {
    Random random{seed};
    CareWorld world;
    for (CareRules& rules : world.book.versions) {
        rules.credit.enabled = random.chance(80);
        rules.credit.by_sickness = random.chance(50);
        rules.credit.expiry = {static_cast<CreditExpiry::Kind>(random.below(3)),
                               {Period::Unit::kDays, 5 + random.below(30)}};
        rules.credit.usable_days_before = random.below(10);
        if (random.chance(30)) {
            rules.credit.balance_cap = 330 * (1 + random.below(6));
        }
        if (random.chance(30)) {
            rules.credit.yearly_cap = 330 * (1 + random.below(6));
        }
        rules.holidays = {static_cast<HolidayTreatment>(random.below(3)), random.below(3)};
        rules.extra.cancellation.late = static_cast<Cancellation::Late>(random.below(3));
        rules.extra.cancellation.free_until = Notice{Notice::Unit::kDays, random.below(10), std::nullopt};
        rules.closures.invoiced = random.chance(50);
        rules.closures.early_closings = {{12, 24, {16, 0}}};
    }
    if (random.chance(10)) {
        world.family.contracts[0].weeks_per_year = 46;
    }
    if (random.chance(30)) {
        world.family.contracts[0].end = date_of("2027-01-10");
    }
    return world;
}

std::vector<CareEvent> random_events(const CareWorld& world, std::uint64_t seed) {
    Random random{seed ^ 0xC0FFEEU};
    std::vector<CareEvent> events;
    Instant now = at("2026-12-01 07:00");
    int requests = 0;
    const int count = 1 + random.below(kMostEvents);
    while (static_cast<int>(events.size()) < count) {
        now.seconds += 60 + random.below(5 * 86400);
        events.push_back(random_event(world, random, now, requests));
    }
    return events;
}

std::string mismatch(const CareWorld& world, const History& events,
                     const std::function<bool(const CareEvent&)>& heard) {
    const Date today = kLast.last();
    CareHistory kept{world.facts(), kFirst, kLast};
    CareHistory whole{world.facts(), kFirst, kFirst};
    for (const CareEvent& event : events) {
        const bool happened = whole.apply(event);
        if (heard(event) && kept.apply(event) != happened) {
            return "one history takes what the other refuses";
        }
    }
    kept.advance(today);
    const std::vector<ChangeRequest>& requests = whole.requests();
    const auto blocks = occupancy(world.family, world.locations.calendar, world.book, requests, kFirst.first(), today);
    const auto in_months = [&](const CareBlock& block) { return kFirst.first() <= block.date && block.date <= today; };
    if (!std::all_of(kept.occupancy().begin(), kept.occupancy().end(), in_months) || kept.occupancy() != blocks) {
        return "the occupancy differs";
    }
    if (kept.sums() != sums_of(world.facts(), requests, kFirst, kLast)) {
        return "the sums differ";
    }
    const auto made = ledgers_of(world.facts(), requests, whole.bookings(), kept.begin(), today);
    for (std::size_t i = 0; i < made.size(); ++i) {
        std::string difference = ledger_mismatch(kept.ledgers()[i], made[i]);
        if (!difference.empty()) {
            return difference;
        }
    }
    return {};
}

std::string mismatch(const CareWorld& world, const History& events) {
    return mismatch(world, events, [](const CareEvent&) { return true; });
}

History shrunk(History events, const std::function<bool(const History&)>& fails) {
    std::size_t size = std::max<std::size_t>(events.size() / 2, 1);
    while (true) {
        bool smaller = false;
        for (std::size_t first = 0; first + size <= events.size();) {
            History fewer = events;
            const auto from = fewer.begin() + static_cast<std::ptrdiff_t>(first);
            fewer.erase(from, from + static_cast<std::ptrdiff_t>(size));
            if (fails(fewer)) {
                events = std::move(fewer);
                smaller = true;
            } else {
                ++first;
            }
        }
        if (size > 1) {
            size /= 2;
        } else if (!smaller) {
            return events;
        }
    }
}

std::string told(const History& events) {
    constexpr std::array<const char*, 8> kWords{"submitted", "reviewed", "approved",  "rejected",
                                                "withdrawn", "expired",  "recovered", "booked"};
    std::string text;
    for (const CareEvent& event : events) {
        text += event.at.to_string() + ' ' + event.request.value + ' ' + kWords[static_cast<std::size_t>(event.kind)];
        if (event.submitted) {
            const ChangeRequest& request = *event.submitted;
            text += ' ' + std::string(to_string(request.kind)) + ' ' + request.child.value + ' ' +
                    request.date.to_string() + ' ' + request.time.start.to_string() + '-' +
                    request.time.end.to_string();
            if (request.given) {
                text += " for " + request.given->date.to_string();
            }
            if (request.last) {
                text += " until " + request.last->to_string();
            }
        }
        text += '\n';
    }
    return text;
}

}  // namespace portal::core::test
