#pragma once

#include "core/date.hpp"
#include "core/time_of_day.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace portal::core {

/// A moment, the same everywhere: seconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t seconds = 0;

    /// RFC 3339 in UTC, "2026-11-23T08:15:00Z".
    [[nodiscard]] static std::optional<Instant> parse(std::string_view text);

    /// The Date header of HTTP, "Mon, 23 Nov 2026 08:15:00 GMT" (RFC 9110, 5.6.7).
    [[nodiscard]] static std::optional<Instant> parse_http_date(std::string_view text);

    [[nodiscard]] std::string to_string() const;

    friend auto operator<=>(const Instant&, const Instant&) = default;
};

/// What calendar and clock on the wall show at a moment.
struct LocalTime {
    Date date;
    TimeOfDay time;

    friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

/// Time in the Netherlands (Europe/Amsterdam): UTC+1, and UTC+2 from the last Sunday of March 01:00 UTC to the last
/// Sunday of October 01:00 UTC (directive 2000/84/EC). Computed, since neither browsers' libc++ nor every server has a
/// time zone database that C++ can read.
namespace amsterdam {

[[nodiscard]] LocalTime local_time(Instant instant);

/// The moment of a wall-clock time. A time that the spring change skips is moved an hour later; of a time that the
/// autumn change repeats the first is meant.
[[nodiscard]] Instant instant(Date date, TimeOfDay time);

}  // namespace amsterdam

}  // namespace portal::core
