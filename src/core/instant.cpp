#include "core/instant.hpp"

#include "core/digits.hpp"

#include <array>

namespace portal::core {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kHour = 3600;

[[nodiscard]] Instant at_utc(Date date, std::int64_t second_of_day) {
    return {date.days_since_1970() * kDay + second_of_day};
}

/// Date and second of the day in UTC.
struct Utc {
    Date date;
    std::int64_t second = 0;
};

[[nodiscard]] Utc utc(Instant instant) {
    std::int64_t day = instant.seconds / kDay;
    std::int64_t second = instant.seconds % kDay;
    if (second < 0) {
        second += kDay;
        --day;
    }
    return {Date{static_cast<std::int32_t>(day)}, second};
}

/// Second of the day of "HH:MM:SS"; a leap second counts as the second before it.
[[nodiscard]] std::optional<std::int64_t> parse_clock(std::string_view text) {
    if (text.size() != 8 || text[2] != ':' || text[5] != ':') {
        return std::nullopt;
    }
    const auto hour = parse_digits(text.substr(0, 2));
    const auto minute = parse_digits(text.substr(3, 2));
    const auto second = parse_digits(text.substr(6, 2));
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
        return std::nullopt;
    }
    return *hour * kHour + *minute * 60 + (*second == 60 ? 59 : *second);
}

[[nodiscard]] std::optional<int> parse_month_name(std::string_view name) {
    constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (kMonths[i] == name) {
            return static_cast<int>(i) + 1;
        }
    }
    return std::nullopt;
}

[[nodiscard]] Instant clock_change(int year, int month) {
    const Date last = Month{year, month}.last();
    const Date sunday = last - (static_cast<int>(last.weekday()) + 1) % 7;
    return at_utc(sunday, kHour);
}

[[nodiscard]] std::int64_t amsterdam_offset(Instant instant) {
    const Date date = utc(instant).date;
    const int month = date.month();
    if (month != 3 && month != 10) {
        return month > 3 && month < 10 ? 2 * kHour : kHour;
    }
    const int year = date.year();
    const bool summer = clock_change(year, 3) <= instant && instant < clock_change(year, 10);
    return summer ? 2 * kHour : kHour;
}

}  // namespace

std::optional<Instant> Instant::parse(std::string_view text) {
    if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z') {
        return std::nullopt;
    }
    const auto date = Date::parse(text.substr(0, 10));
    const auto second = parse_clock(text.substr(11, 8));
    return date && second ? std::optional{at_utc(*date, *second)} : std::nullopt;
}

std::optional<Instant> Instant::parse_http_date(std::string_view text) {
    // "Mon, 23 Nov 2026 08:15:00 GMT"
    if (text.size() != 29 || text.substr(25) != " GMT") {
        return std::nullopt;
    }
    const auto day = parse_digits(text.substr(5, 2));
    const auto month = parse_month_name(text.substr(8, 3));
    const auto year = parse_digits(text.substr(12, 4));
    const auto second = parse_clock(text.substr(17, 8));
    if (!day || !month || !year || !second) {
        return std::nullopt;
    }
    const auto date = Date::from_ymd(*year, *month, *day);
    return date ? std::optional{at_utc(*date, *second)} : std::nullopt;
}

std::string Instant::to_string() const {
    const Utc parts = utc(*this);
    const int second = static_cast<int>(parts.second);
    return parts.date.to_string() + 'T' + digits(second / 3600, 2) + ':' + digits(second / 60 % 60, 2) + ':' +
           digits(second % 60, 2) + 'Z';
}

namespace amsterdam {

LocalTime local_time(Instant instant) {
    const Utc parts = utc({instant.seconds + amsterdam_offset(instant)});
    const int minute = static_cast<int>(parts.second / 60);
    return {parts.date, TimeOfDay{minute / 60, minute % 60}};
}

Instant instant(Date date, TimeOfDay time) {
    const std::int64_t wall = at_utc(date, time.minutes() * std::int64_t{60}).seconds;
    const Instant in_summer{wall - 2 * kHour};
    const Instant in_winter{wall - kHour};
    return amsterdam_offset(in_summer) == 2 * kHour ? in_summer : in_winter;
}

}  // namespace amsterdam
}  // namespace portal::core
