#pragma once

#include "core/instant.hpp"
#include "core/money.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace portal::core {

/// How long before care something has to be asked.
struct Notice {
    enum class Unit : std::uint8_t {
        kHours,        ///< before the care begins
        kDays,         ///< before the day, until `until` (the end of that day when absent)
        kWorkingDays,  ///< likewise, counting working days only
    };

    Unit unit = Unit::kHours;
    int amount = 0;  ///< 0 days: the same day
    std::optional<TimeOfDay> until;

    friend bool operator==(const Notice&, const Notice&) = default;
};

[[nodiscard]] std::string_view to_string(Notice::Unit unit);
[[nodiscard]] std::optional<Notice::Unit> notice_unit_from(std::string_view text);

/// An organisation's rules for extra care, per location and care type. Extra hours are never refunded and can't be
/// swapped; that rule is every organisation's and therefore not a setting.
struct ExtraCareRules {
    bool offered = true;
    bool free_times = false;   ///< any times inside opening hours, else only the location's slots
    int minimum_minutes = 60;  ///< free times only
    int step_minutes = 15;     ///< free times only: start and end are multiples of it
    Notice notice;
    int max_days_ahead = 90;
    std::optional<Money> hourly_rate;  ///< the contract's rate when absent

    friend bool operator==(const ExtraCareRules&, const ExtraCareRules&) = default;
};

struct CareCalendar;

/// The last moment at which `notice` before care that starts at `start` on `date` is still kept.
[[nodiscard]] Instant deadline(const Notice& notice, const CareCalendar& calendar, Date date, TimeOfDay start);

}  // namespace portal::core
