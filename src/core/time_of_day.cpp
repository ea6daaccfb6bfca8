#include "core/time_of_day.hpp"

#include "core/digits.hpp"

namespace portal::core {
namespace {

constexpr int kMinutesOfDay = 24 * 60;

[[nodiscard]] std::optional<TimeOfDay> checked(std::optional<int> hour, std::optional<int> minute) {
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > kMinutesOfDay) {
        return std::nullopt;
    }
    return TimeOfDay{*hour, *minute};
}

[[nodiscard]] std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

}  // namespace

std::optional<TimeOfDay> TimeOfDay::parse(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    return checked(parse_digits(text.substr(0, 2)), parse_digits(text.substr(3)));
}

std::optional<TimeOfDay> TimeOfDay::parse_typed(std::string_view text) {
    text = trim(text);
    if (const auto mark = text.find_first_of(":."); mark != std::string_view::npos) {
        const std::string_view hour = text.substr(0, mark);
        const std::string_view minute = text.substr(mark + 1);
        return hour.size() > 2 || minute.size() != 2 ? std::nullopt : checked(parse_digits(hour), parse_digits(minute));
    }
    if (text.size() <= 2) {
        return checked(parse_digits(text), 0);
    }
    if (text.size() <= 4) {
        return checked(parse_digits(text.substr(0, text.size() - 2)), parse_digits(text.substr(text.size() - 2)));
    }
    return std::nullopt;
}

std::string TimeOfDay::to_string() const {
    return digits(minutes_ / 60, 2) + ':' + digits(minutes_ % 60, 2);
}

}  // namespace portal::core
