#pragma once

#include "core/location.hpp"
#include "core/occupancy.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace portal::core {

/// The verdict on extra care alone. Inline, so that it and the general one of evaluate.hpp can be linked into one
/// program; a source includes one of them.
inline namespace extra_care {

/// Why extra care cannot be asked. Each has a stable code (API, translations).
enum class Refusal : std::uint8_t {
    kNoContract,  ///< the child has no placement contract on that day
    kNotOffered,  ///< this location gives no extra care
    kDayInPast,
    kClosed,   ///< a holiday, a closing day, or a weekday without opening hours
    kTooLate,  ///< the deadline has passed
    kTooFarAhead,
    kEndBeforeStart,
    kOutsideOpeningHours,
    kNotASlot,  ///< only the location's slots can be asked
    kTooShort,
    kNotOnStep,     ///< not on a multiple of the rule's minutes
    kOverlapsCare,  ///< the child is there already, or asked to be
};

/// "extra-too-late": the `code` of problem details.
[[nodiscard]] std::string_view code(Refusal refusal);
[[nodiscard]] std::optional<Refusal> refusal_from(std::string_view code);

/// What a parent wants: extra care for one child on one day.
struct ExtraCareWish {
    ChildId child;
    Date date;
    TimeRange time;
};

/// What can be said about a wish before it is sent.
struct Verdict {
    ChildId child;
    std::vector<Refusal> refusals;     ///< most important first; empty: it may be asked
    std::optional<Instant> deadline;   ///< until when it may be asked, where the day is open
    std::optional<Money> price;        ///< where times and rate are known
    const Closure* closure = nullptr;  ///< why it is closed; points into the calendar given
    Date last_bookable;                ///< the last day that may be asked today

    [[nodiscard]] bool allowed() const { return refusals.empty(); }
};

/// Everything that a verdict depends on. References must outlive the call only.
struct CareContext {
    const Family& family;
    const Locations& locations;
    const std::vector<CareBlock>& blocks;  ///< of at least the wish's day
    Instant now;                           ///< by the organisation's clock
};

/// Whether extra care may be asked for the day at all, before times are chosen.
[[nodiscard]] Verdict evaluate_day(const CareContext& context, const ChildId& child, Date date);

/// Whether exactly this may be asked. The browser explains with it, the server decides with it.
[[nodiscard]] Verdict evaluate(const CareContext& context, const ExtraCareWish& wish);

}  // namespace extra_care
}  // namespace portal::core
