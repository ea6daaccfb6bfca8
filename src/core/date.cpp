#include "core/date.hpp"

#include "core/digits.hpp"

#include <chrono>

namespace portal::core {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;

/// Takes the count and not the Date: where `civil(*this)` was called, GCC 12.2 at -O1 and -Os held that Date::year()
/// does not read its object, and dropped the store of it in iso_week() (right again with -fno-ipa-modref).
[[nodiscard]] year_month_day civil(std::int32_t days_since_1970) {
    return year_month_day{sys_days{days{days_since_1970}}};
}

[[nodiscard]] Date from_civil(year_month_day date) {
    return Date{static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count())};
}

[[nodiscard]] year_month_day civil(int year, int month, int day) {
    return {std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
            std::chrono::day{static_cast<unsigned>(day)}};
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
    if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const year_month_day date = civil(year, month, day);
    return date.ok() ? std::optional{from_civil(date)} : std::nullopt;
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = parse_digits(text.substr(0, 4));
    const auto month = parse_digits(text.substr(5, 2));
    const auto day = parse_digits(text.substr(8, 2));
    return year && month && day ? from_ymd(*year, *month, *day) : std::nullopt;
}

int Date::year() const {
    return static_cast<int>(civil(days_).year());
}

int Date::month() const {
    return static_cast<int>(static_cast<unsigned>(civil(days_).month()));
}

int Date::day() const {
    return static_cast<int>(static_cast<unsigned>(civil(days_).day()));
}

Weekday Date::weekday() const {
    const unsigned iso = std::chrono::weekday{sys_days{days{days_}}}.iso_encoding();
    return static_cast<Weekday>(iso - 1);
}

int Date::iso_week() const {
    // A week belongs to the year that its Thursday lies in.
    const Date thursday = monday() + 3;
    const Date new_year = from_civil(civil(thursday.year(), 1, 1));
    return (thursday - new_year) / 7 + 1;
}

Date Date::monday() const {
    return *this - static_cast<int>(weekday());
}

std::string Date::to_string() const {
    return digits(year(), 4) + '-' + digits(month(), 2) + '-' + digits(day(), 2);
}

std::optional<Month> Month::parse(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') {
        return std::nullopt;
    }
    const auto year = parse_digits(text.substr(0, 4));
    const auto month = parse_digits(text.substr(5, 2));
    if (!year || !month || !Date::from_ymd(*year, *month, 1)) {
        return std::nullopt;
    }
    return Month{*year, *month};
}

Date Month::first() const {
    return from_civil(civil(year, month, 1));
}

Date Month::last() const {
    return plus(1).first() - 1;
}

Month Month::plus(int months) const {
    const int count = year * 12 + (month - 1) + months;
    return {count / 12, count % 12 + 1};
}

std::string Month::to_string() const {
    return digits(year, 4) + '-' + digits(month, 2);
}

Date easter_sunday(int year) {
    // https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm, letters as there.
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return from_civil(civil(year, sum / 31, sum % 31 + 1));
}

int age_in_years(Date birth, Date today) {
    int years = today.year() - birth.year();
    const bool before_birthday =
        today.month() != birth.month() ? today.month() < birth.month() : today.day() < birth.day();
    if (before_birthday) {
        --years;
    }
    return years < 0 ? 0 : years;
}

}  // namespace portal::core
