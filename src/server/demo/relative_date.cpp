#include "server/demo/relative_date.hpp"

#include <algorithm>
#include <charconv>

namespace portal::server {
namespace {

core::Date plus_months(core::Date date, int months) {
    const core::Month month = core::Month::of(date).plus(months);
    return std::min(month.first() + (date.day() - 1), month.last());
}

std::optional<core::Date> changed(core::Date date, std::string_view word) {
    if (word == "start-of-month") {
        return core::Month::of(date).first();
    }
    if (word.size() < 3 || (word.front() != '+' && word.front() != '-') || word[1] < '0' || word[1] > '9') {
        return std::nullopt;
    }
    int amount = 0;
    const char* last = word.data() + word.size() - 1;
    const auto [end, error] = std::from_chars(word.data() + 1, last, amount);
    if (error != std::errc{} || end != last) {
        return std::nullopt;
    }
    amount = word.front() == '-' ? -amount : amount;
    switch (word.back()) {
        case 'd':
            return date + amount;
        case 'm':
            return plus_months(date, amount);
        case 'y':
            return plus_months(date, amount * 12);
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<core::Date> relative_date(std::string_view text, core::Date today) {
    constexpr std::string_view kToday = "today";
    if (text.substr(0, kToday.size()) != kToday) {
        return std::nullopt;
    }
    text.remove_prefix(kToday.size());
    std::optional<core::Date> date = today;
    while (date && !text.empty()) {
        if (text.front() != ' ') {
            return std::nullopt;
        }
        text.remove_prefix(1);
        const std::size_t end = std::min(text.find(' '), text.size());
        date = changed(*date, text.substr(0, end));
        text.remove_prefix(end);
    }
    return date;
}

}  // namespace portal::server
