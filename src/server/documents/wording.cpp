#include "server/documents/wording.hpp"

#include "core/digits.hpp"

#include <algorithm>
#include <stdexcept>

namespace portal::server::documents {
namespace {

bool is_dutch(Language language) {
    return language == Language::nl;
}

/// A number of hundredths, "1.234,56".
std::string decimal(Language language, std::int64_t hundredths) {
    const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
    std::string whole = std::to_string(size / 100);
    const char* const between = is_dutch(language) ? "." : ",";
    for (std::size_t left = whole.size(); left > 3; left -= 3) {
        whole.insert(left - 3, between);
    }
    return whole + (is_dutch(language) ? ',' : '.') + core::digits(static_cast<int>(size % 100), 2);
}

constexpr const char* kMinus = "\u2212";

/// The names of enumerations have dashes, keys have none.
std::string key_of(std::string_view group, std::string_view name) {
    std::string key{group};
    key += '.';
    key += name;
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

}  // namespace

std::string with(Language language, Text key, const Parameters& parameters) {
    const std::string_view pattern = text(language, key);
    std::string filled;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = std::min(pattern.find('{', at), pattern.size());
        filled += pattern.substr(at, open - at);
        if (open == pattern.size()) {
            break;
        }
        const std::size_t close = pattern.find('}', open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const auto found = std::find_if(parameters.begin(), parameters.end(),
                                        [&](const auto& parameter) { return parameter.first == name; });
        if (found == parameters.end()) {
            throw std::logic_error("a text of a document without its parameter");
        }
        filled += found->second;
        at = close + 1;
    }
    return filled;
}

std::string named(Language language, std::string_view group, std::string_view name) {
    const auto key = find_text(key_of(group, name));
    if (!key) {
        throw std::logic_error("a name without a text");
    }
    return std::string(text(language, *key));
}

std::string euros(Language language, core::Money money) {
    const std::string sign = money.cents < 0 ? kMinus : "";
    return (is_dutch(language) ? "€ " : "€") + sign + decimal(language, money.cents);
}

std::string hours(Language language, std::int64_t minutes) {
    const std::int64_t size = minutes < 0 ? -minutes : minutes;
    return (minutes < 0 ? kMinus : "") + decimal(language, (size * 100 + 30) / 60);
}

std::string short_hours(Language language, std::int64_t minutes) {
    std::string text = hours(language, minutes);
    while (text.back() == '0') {
        text.pop_back();
    }
    if (text.back() == ',' || text.back() == '.') {
        text.pop_back();
    }
    return text;
}

std::string day(Language language, core::Date date) {
    return std::to_string(date.day()) + ' ' + month(language, core::Month::of(date));
}

std::string month(Language language, core::Month month) {
    return named(language, "month", std::to_string(month.month)) + ' ' + std::to_string(month.year);
}

std::string weekday(Language language, core::Weekday weekday) {
    return named(language, "weekday", std::to_string(static_cast<int>(weekday) + 1));
}

std::string care(Language language, core::CareType type) {
    return named(language, "care", core::to_string(type));
}

std::string usage(Language language, core::SumKind kind) {
    return named(language, "usage", core::to_string(kind));
}

std::string formula(Language language, const core::MonthlyCost& cost) {
    if (cost.parts.empty()) {
        return {};
    }
    const std::string rate = euros(language, cost.hourly_rate);
    const auto weeks = [](const core::WeekShare& part) { return std::to_string(part.weeks); };
    std::string sum;
    if (cost.parts.size() == 1) {
        const core::WeekShare& part = cost.parts.front();
        sum = with(language, Text::formula_single,
                   {{"hours", short_hours(language, part.week_minutes)}, {"rate", rate}, {"weeks", weeks(part)}});
    } else {
        std::string parts;
        for (const core::WeekShare& part : cost.parts) {
            parts += parts.empty() ? "" : " + ";
            parts += with(language, Text::formula_part,
                          {{"hours", short_hours(language, part.week_minutes)}, {"weeks", weeks(part)}});
        }
        sum = with(language, Text::formula_two, {{"parts", parts}, {"rate", rate}});
    }
    return with(language, Text::formula_month, {{"sum", sum}});
}

std::string file_name(const std::string& name, std::string_view extension) {
    std::string safe;
    for (const char c : name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                           c == '_' || c == '-';
        safe += plain ? c : '-';
    }
    return safe.append(extension);
}

}  // namespace portal::server::documents
