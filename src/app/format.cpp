#include "app/format.hpp"

#include "core/digits.hpp"

#include <cstdlib>

namespace portal::app {
namespace {

/// The translation `offset` keys after `first`; keys of a list are numbered so that they sort in their order.
[[nodiscard]] std::string_view nth(Language language, Text first, int offset) {
    return text(language, static_cast<Text>(static_cast<int>(first) + offset));
}

[[nodiscard]] std::string_view month_long(Language language, core::Date date) {
    return nth(language, Text::date_month_01, date.month() - 1);
}

[[nodiscard]] std::string counted(Language language, Text one, Text many, std::int64_t count) {
    return count == 1 ? translate(language, one) : translate(language, many, {{"count", std::to_string(count)}});
}

[[nodiscard]] std::string with_thousands(Language language, std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::string_view mark = text(language, Text::money_thousands);
    for (std::size_t end = digits.size(); end > 3; end -= 3) {
        digits.insert(end - 3, mark);
    }
    return digits;
}

}  // namespace

std::string translate(Language language, Text key,
                      std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    const std::string_view pattern = text(language, key);
    std::string result;
    result.reserve(pattern.size() + 32);
    for (std::size_t i = 0; i < pattern.size();) {
        const std::size_t end = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
        if (end == std::string_view::npos) {
            result += pattern[i++];
            continue;
        }
        const std::string_view name = pattern.substr(i + 1, end - i - 1);
        std::string_view replacement = pattern.substr(i, end - i + 1);
        for (const auto& [candidate, value] : values) {
            if (candidate == name) {
                replacement = value;
            }
        }
        result += replacement;
        i = end + 1;
    }
    return result;
}

std::string month_name(Language language, core::Month month) {
    return translate(language, Text::date_format_month,
                     {{"month", month_long(language, month.first())}, {"year", std::to_string(month.year)}});
}

std::string month_alone(Language language, core::Month month) {
    return std::string(month_long(language, month.first()));
}

std::string month_short(Language language, core::Month month) {
    return std::string(nth(language, Text::date_month_short_01, month.month - 1));
}

std::string day_name(Language language, core::Date date) {
    return translate(language, Text::date_format_day,
                     {{"weekday", weekday_long(language, date.weekday())},
                      {"day", std::to_string(date.day())},
                      {"month", month_long(language, date)}});
}

std::string day_name_with_year(Language language, core::Date date) {
    return translate(language, Text::date_format_day_with_year,
                     {{"weekday", weekday_long(language, date.weekday())},
                      {"day", std::to_string(date.day())},
                      {"month", month_long(language, date)},
                      {"year", std::to_string(date.year())}});
}

std::string short_date(Language language, core::Date date) {
    return translate(language, Text::date_format_short,
                     {{"weekday", weekday_short(language, date.weekday())},
                      {"day", std::to_string(date.day())},
                      {"month", month_short(language, core::Month::of(date))}});
}

std::string plain_date(Language language, core::Date date) {
    return translate(language, Text::date_format_plain,
                     {{"day", std::to_string(date.day())},
                      {"month", month_long(language, date)},
                      {"year", std::to_string(date.year())}});
}

std::string weekday_short(Language language, core::Weekday day) {
    return std::string{nth(language, Text::date_weekday_short_1, static_cast<int>(day))};
}

std::string weekday_long(Language language, core::Weekday day) {
    return std::string{nth(language, Text::date_weekday_1, static_cast<int>(day))};
}

std::string time_range(core::TimeRange time) {
    return time.start.to_string() + "–" + time.end.to_string();
}

std::string time_range_in_words(Language language, core::TimeRange time) {
    return translate(language, Text::time_from_to, {{"start", time.start.to_string()}, {"end", time.end.to_string()}});
}

std::string money(Language language, core::Money amount) {
    const bool negative = amount.cents < 0;
    const std::int64_t cents = negative ? -amount.cents : amount.cents;
    const std::string text = translate(
        language, Text::money_euro,
        {{"whole", with_thousands(language, cents / 100)}, {"cents", core::digits(static_cast<int>(cents % 100), 2)}});
    return negative ? "−" + text : text;
}

std::string moment(Language language, core::Instant instant) {
    core::LocalTime local = core::amsterdam::local_time(instant);
    // Midnight is the end of a day to whoever has until then.
    if (local.time == core::TimeOfDay{0, 0}) {
        local = {local.date - 1, core::TimeOfDay{24, 0}};
    }
    return translate(language, Text::date_format_moment,
                     {{"day", day_name(language, local.date)}, {"time", local.time.to_string()}});
}

std::string time_left(Language language, std::int64_t seconds) {
    const std::int64_t minutes = seconds > 0 ? seconds / 60 : 0;
    const std::int64_t days = minutes / (24 * 60);
    const std::int64_t hours = minutes / 60 % 24;
    if (days == 0 && hours == 0) {
        return counted(language, Text::duration_minute, Text::duration_minutes, minutes);
    }
    const std::string hour_text = counted(language, Text::duration_hour, Text::duration_hours, hours);
    std::string first = days > 0 ? counted(language, Text::duration_day, Text::duration_days, days) : hour_text;
    const bool has_second = days > 0 ? hours > 0 : minutes % 60 > 0;
    if (!has_second) {
        return first;
    }
    const std::string second =
        days > 0 ? hour_text : counted(language, Text::duration_minute, Text::duration_minutes, minutes % 60);
    return translate(language, Text::duration_and, {{"first", first}, {"second", second}});
}

std::string time_ago(Language language, std::int64_t seconds) {
    constexpr std::int64_t kMinute = 60;
    constexpr std::int64_t kHour = 60 * kMinute;
    constexpr std::int64_t kDay = 24 * kHour;
    if (seconds < kMinute) {
        return translate(language, Text::time_just_now);
    }
    const std::string time =
        seconds < kHour  ? counted(language, Text::duration_minute, Text::duration_minutes, seconds / kMinute)
        : seconds < kDay ? counted(language, Text::duration_hour, Text::duration_hours, seconds / kHour)
                         : counted(language, Text::duration_day, Text::duration_days, seconds / kDay);
    return translate(language, Text::time_ago, {{"time", time}});
}

std::string duration(Language language, std::int64_t minutes) {
    constexpr std::int64_t kHour = 60;
    constexpr std::int64_t kHalf = 30;
    if (minutes % kHour == kHalf && minutes > kHour) {
        return translate(language, Text::duration_half_hours, {{"count", std::to_string(minutes / kHour)}});
    }
    std::string hours = counted(language, Text::duration_hour, Text::duration_hours, minutes / kHour);
    const std::string rest = counted(language, Text::duration_minute, Text::duration_minutes, minutes % kHour);
    if (minutes % kHour == 0) {
        return hours;
    }
    return minutes < kHour ? rest : translate(language, Text::duration_and, {{"first", hours}, {"second", rest}});
}

std::string credit(Language language, core::Credit amount) {
    switch (amount.unit) {
        case core::CreditUnit::kMinutes:
            break;
        case core::CreditUnit::kDayParts:
            return counted(language, Text::credit_day_part, Text::credit_day_parts, amount.amount);
        case core::CreditUnit::kPoints:
            return counted(language, Text::credit_point, Text::credit_points, amount.amount);
        case core::CreditUnit::kStrips:
            return counted(language, Text::credit_strip, Text::credit_strips, amount.amount);
    }
    return duration(language, amount.amount);
}

std::string weeks(Language language, int count) {
    return counted(language, Text::duration_week, Text::duration_weeks, count);
}

std::string days(Language language, int count) {
    return counted(language, Text::duration_day, Text::duration_days, count);
}

std::string hours(Language language, int minutes) {
    const std::string count = hour_count(language, minutes);
    return translate(language, count == "1" ? Text::duration_hour : Text::duration_hours, {{"count", count}});
}

std::string hour_count(Language language, int minutes) {
    constexpr int kMinutes = 60;
    const int hundredths = (std::abs(minutes) * 100 + kMinutes / 2) / kMinutes;
    std::string number = minutes < 0 ? "−" : "";
    number += std::to_string(hundredths / 100);
    if (hundredths % 100 != 0) {
        number += text(language, Text::number_decimal);
        const std::string decimals = core::digits(hundredths % 100, 2);
        number += decimals.back() == '0' ? decimals.substr(0, 1) : decimals;
    }
    return number;
}

std::string care_type(Language language, core::CareType type) {
    return translate(language, type == core::CareType::kDayCare ? Text::care_type_kdv : Text::care_type_bso);
}

}  // namespace portal::app
