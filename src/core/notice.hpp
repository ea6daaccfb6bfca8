#pragma once

#include "core/instant.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace portal::core {

struct CareCalendar;
class CalendarIndex;

/// How long before care something has to be asked. 'Two weeks' are 14 days; 'one full working day' in between is two
/// working days until the end of the day; 'until care starts' is 0 hours.
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

/// The last moment at which `notice` before care that starts at `start` on `date` is still kept.
[[nodiscard]] Instant deadline(const Notice& notice, const CareCalendar& calendar, Date date, TimeOfDay start);
[[nodiscard]] Instant deadline(const Notice& notice, const CalendarIndex& days, Date date, TimeOfDay start);

/// A length of time in the calendar. A month later is the same day of the next month, or its last day.
struct Period {
    enum class Unit : std::uint8_t { kDays, kWeeks, kMonths };

    Unit unit = Unit::kDays;
    int amount = 0;

    friend bool operator==(const Period&, const Period&) = default;
};

[[nodiscard]] std::string_view to_string(Period::Unit unit);
[[nodiscard]] std::optional<Period::Unit> period_unit_from(std::string_view text);

[[nodiscard]] Date operator+(Date date, const Period& period);
[[nodiscard]] Date operator-(Date date, const Period& period);

/// Both ends belong to it.
struct DateRange {
    Date first;
    Date last;

    [[nodiscard]] bool contains(Date date) const { return first <= date && date <= last; }

    friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// Which days may be had in place of a given one.
struct DateWindow {
    enum class Kind : std::uint8_t {
        kAround,     ///< `before` to `after` it, which may differ (one month before, three after)
        kSameWeek,   ///< Monday to Sunday
        kSameMonth,  ///< the calendar month, and `working_days_after` working days of the next
        kSameYear,   ///< the calendar year
    };

    Kind kind = Kind::kAround;
    Period before{Period::Unit::kWeeks, 4};  ///< kAround only
    Period after{Period::Unit::kWeeks, 4};   ///< kAround only
    int working_days_after = 0;              ///< kSameMonth only

    friend bool operator==(const DateWindow&, const DateWindow&) = default;
};

[[nodiscard]] std::string_view to_string(DateWindow::Kind kind);
[[nodiscard]] std::optional<DateWindow::Kind> date_window_kind_from(std::string_view text);

/// The days of `window` around `date`.
[[nodiscard]] DateRange dates_of(const DateWindow& window, const CareCalendar& calendar, Date date);
[[nodiscard]] DateRange dates_of(const DateWindow& window, const CalendarIndex& days, Date date);

}  // namespace portal::core
