#include "app/route.hpp"

#include "core/digits.hpp"

#include <vector>

namespace portal::app {
namespace {

constexpr std::string_view kFamily = "stamgegevens";
constexpr std::string_view kChanges = "wijziging";
constexpr std::string_view kLog = "logboek";
constexpr std::string_view kExtra = "extra";

/// The parts between slashes; a query or fragment is no part of where one is.
[[nodiscard]] std::vector<std::string_view> split(std::string_view path) {
    path = path.substr(0, path.find_first_of("?#"));
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        if (!part.empty()) {
            parts.push_back(part);
        }
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    }
    return parts;
}

/// Exactly four digits.
[[nodiscard]] std::optional<int> parse_year(std::string_view text) {
    const auto year = text.size() == 4 ? core::parse_digits(text) : std::nullopt;
    return year && is_shown_year(*year) ? year : std::nullopt;
}

[[nodiscard]] std::optional<Route> parse_changes(const std::vector<std::string_view>& parts, core::Date today) {
    Route route;
    if (parts.size() == 1) {
        route.month = core::Month::of(today);
        return route;
    }
    if (const auto month = core::Month::parse(parts[1]); month && parts.size() == 2) {
        route.month = *month;
        return route;
    }
    if (const auto year = parse_year(parts[1]); year && parts.size() == 2) {
        route.month = today.year() == *year ? core::Month::of(today) : core::Month{*year, 1};
        route.whole_year = true;
        return route;
    }
    route.day = core::Date::parse(parts[1]);
    if (!route.day) {
        return std::nullopt;
    }
    route.month = core::Month::of(*route.day);
    route.asks_extra = parts.size() == 3 && parts[2] == kExtra;
    return parts.size() == 2 || route.asks_extra ? std::optional{route} : std::nullopt;
}

}  // namespace

std::optional<Route> parse_route(std::string_view path, core::Date today) {
    const std::vector<std::string_view> parts = split(path);
    Route route;
    route.month = core::Month::of(today);
    if (parts.empty()) {
        return route;
    }
    if (parts[0] == kChanges) {
        return parse_changes(parts, today);
    }
    if (parts.size() == 1 && parts[0] == kFamily) {
        route.screen = Screen::kFamily;
        return route;
    }
    if (parts.size() == 1 && parts[0] == kLog) {
        route.screen = Screen::kLog;
        return route;
    }
    return std::nullopt;
}

bool is_shown_year(int year) {
    return core::Date::from_ymd(year, 1, 1).has_value();
}

std::string to_path(const Route& route) {
    std::string path = "/";
    switch (route.screen) {
        case Screen::kFamily:
            return path.append(kFamily);
        case Screen::kLog:
            return path.append(kLog);
        case Screen::kChanges:
            break;
    }
    if (route.whole_year) {
        return path.append(kChanges).append("/").append(std::to_string(route.month.year));
    }
    path.append(kChanges).append("/").append(route.day ? route.day->to_string() : route.month.to_string());
    if (route.asks_extra) {
        path.append("/").append(kExtra);
    }
    return path;
}

}  // namespace portal::app
