#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace portal::core {

/// ISO 8601: the week begins on Monday.
enum class Weekday : std::uint8_t { kMonday, kTuesday, kWednesday, kThursday, kFriday, kSaturday, kSunday };

/// A day of the Gregorian calendar, without a time zone.
class Date {
  public:
    Date() = default;
    explicit constexpr Date(std::int32_t days_since_1970) : days_(days_since_1970) {}

    /// Nothing for a day that does not exist (30 February) or a year outside 1900 to 2999.
    [[nodiscard]] static std::optional<Date> from_ymd(int year, int month, int day);

    /// Exactly "YYYY-MM-DD".
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);

    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;  ///< 1 to 12
    [[nodiscard]] int day() const;    ///< 1 to 31
    [[nodiscard]] Weekday weekday() const;
    [[nodiscard]] int iso_week() const;  ///< 1 to 53
    [[nodiscard]] bool is_weekend() const { return weekday() >= Weekday::kSaturday; }
    [[nodiscard]] Date monday() const;            ///< of its week
    [[nodiscard]] std::string to_string() const;  ///< "YYYY-MM-DD"

    [[nodiscard]] constexpr std::int32_t days_since_1970() const { return days_; }

    friend constexpr auto operator<=>(Date, Date) = default;
    friend constexpr Date operator+(Date date, int days) { return Date{date.days_ + days}; }
    friend constexpr Date operator-(Date date, int days) { return Date{date.days_ - days}; }
    friend constexpr int operator-(Date a, Date b) { return a.days_ - b.days_; }

  private:
    std::int32_t days_ = 0;
};

/// A month of a year.
struct Month {
    int year = 1970;
    int month = 1;  ///< 1 to 12

    [[nodiscard]] static Month of(Date date) { return {date.year(), date.month()}; }

    /// Exactly "YYYY-MM".
    [[nodiscard]] static std::optional<Month> parse(std::string_view text);

    [[nodiscard]] Date first() const;
    [[nodiscard]] Date last() const;
    [[nodiscard]] Month plus(int months) const;
    [[nodiscard]] std::string to_string() const;  ///< "YYYY-MM"

    /// The weeks that a month's calendar shows: from the Monday of its first week to the Sunday of its last.
    [[nodiscard]] Date grid_begin() const { return first().monday(); }
    [[nodiscard]] Date grid_end() const { return last().monday() + 6; }

    friend auto operator<=>(const Month&, const Month&) = default;
};

/// Easter Sunday by the Gregorian computus (Meeus/Jones/Butcher).
[[nodiscard]] Date easter_sunday(int year);

/// Whole years between birth and `today`; 0 before the first birthday.
[[nodiscard]] int age_in_years(Date birth, Date today);

}  // namespace portal::core
