#include "app/route.hpp"

#include "app/route_log.hpp"
#include "app/route_records.hpp"
#include "core/digits.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace portal::app {
namespace {

constexpr std::string_view kOverview = "overzicht";
constexpr std::string_view kToday = "vandaag";
constexpr std::string_view kFamily = "stamgegevens";
constexpr std::string_view kChanges = "wijziging";
constexpr std::string_view kRequest = "logboek/aanvraag/";

/// In the order of Screen; those below another one with its name in front.
constexpr std::array<std::string_view, 15> kScreens{kOverview,
                                                    kFamily,
                                                    kChanges,
                                                    "facturen",
                                                    "jaaroverzichten",
                                                    "logboek",
                                                    "tegoed",
                                                    "planner",
                                                    "stamgegevens/contract",
                                                    "facturen",
                                                    "jaaroverzichten",
                                                    "account",
                                                    "welkom",
                                                    "wachtwoord-vergeten",
                                                    "logboek/aanvragen"};

[[nodiscard]] constexpr bool has_id(Screen screen) {
    return screen == Screen::kContract || screen == Screen::kInvoice || screen == Screen::kStatement;
}

/// In the order of core::RequestKind.
constexpr std::array<std::string_view, 4> kForms{"extra", "ruilen", "afmelden", "ziek"};

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

/// The form of "2026-11-25/extra", from the second part on.
[[nodiscard]] std::optional<Route> parse_form(const std::vector<std::string_view>& parts, Route route) {
    const auto* const form = std::find(kForms.begin(), kForms.end(), parts[2]);
    if (parts.size() > 3 || form == kForms.end()) {
        return std::nullopt;
    }
    route.form = static_cast<core::RequestKind>(form - kForms.begin());
    return route;
}

[[nodiscard]] std::optional<Route> parse_overview(const std::vector<std::string_view>& parts, core::Date today) {
    Route route;
    route.screen = Screen::kOverview;
    route.month = core::Month::of(today);
    if (parts.size() < 2) {
        return route;
    }
    route.day = parts[1] == kToday ? today : core::Date::parse(parts[1]);
    return route.day && parts.size() == 3 ? parse_form(parts, route) : std::nullopt;
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
    return parts.size() == 2 ? route : parse_form(parts, route);
}

/// A screen with the id of what it shows: "facturen/i1".
[[nodiscard]] std::optional<Route> parse_detail(std::string_view path, Route route) {
    const std::size_t slash = path.rfind('/');
    const auto id = slash == std::string_view::npos ? std::nullopt : id_of_part(path.substr(slash + 1));
    for (const Screen screen : {Screen::kContract, Screen::kInvoice, Screen::kStatement}) {
        if (id && kScreens[static_cast<std::size_t>(screen)] == path.substr(0, slash) &&
            (screen != Screen::kStatement || parse_year(*id))) {
            route.screen = screen;
            route.id = *id;
            return route;
        }
    }
    return std::nullopt;
}

[[nodiscard]] std::string join(const std::vector<std::string_view>& parts) {
    std::string path;
    for (const std::string_view part : parts) {
        path.append(path.empty() ? "" : "/").append(part);
    }
    return path;
}

}  // namespace

std::optional<Route> parse_route(std::string_view path, core::Date today) {
    const std::vector<std::string_view> parts = split(path);
    if (parts.empty() || parts[0] == kOverview) {
        return parse_overview(parts, today);
    }
    if (parts[0] == kChanges) {
        return parse_changes(parts, today);
    }
    if (parts[0] == kFamily && (parts.size() < 2 || parts[1] != "contract")) {
        return parse_record_route({parts.begin() + 1, parts.end()}, core::Month::of(today));
    }
    Route route;
    route.month = core::Month::of(today);
    const std::string whole = join(parts);
    if (parts.size() == 3 && whole.rfind(kRequest, 0) == 0) {
        const auto id = id_of_part(parts[2]);
        route.screen = Screen::kLog;
        route.log.filter.id = id.value_or("");
        return id ? std::optional(route) : std::nullopt;
    }
    if (parts.size() > 1 && whole != kScreens.back()) {
        return parse_detail(whole, route);
    }
    const auto* const screen = std::find(kScreens.begin(), kScreens.end(), whole);
    if (screen == kScreens.end()) {
        return std::nullopt;
    }
    route.screen = static_cast<Screen>(screen - kScreens.begin());
    if (is_log(route.screen)) {
        route.log = parse_log_view(path, route.screen);
    }
    if (route.screen == Screen::kWelcome && path.find('#') != std::string_view::npos) {
        route.link = path.substr(path.find('#') + 1);
    }
    return route;
}

bool is_shown_year(int year) {
    return core::Date::from_ymd(year, 1, 1).has_value();
}

std::string to_path(const Route& route) {
    const bool has_form = route.day && route.form;
    std::string path = "/";
    if (route.screen == Screen::kOverview && !has_form) {
        return path;
    }
    path.append(kScreens[static_cast<std::size_t>(route.screen)]);
    if (route.screen == Screen::kFamily) {
        return path + record_path(route);
    }
    if (has_id(route.screen)) {
        return path.append("/").append(path_part(route.id));
    }
    if (route.screen == Screen::kLog && !route.log.filter.id.empty()) {
        return path.erase(1).append(kRequest).append(path_part(route.log.filter.id));
    }
    if (is_log(route.screen)) {
        return path + log_query(route.log);
    }
    if (route.screen == Screen::kWelcome && !route.link.empty()) {
        return path.append("#").append(route.link);
    }
    if (route.screen != Screen::kChanges && route.screen != Screen::kOverview) {
        return path;
    }
    if (route.whole_year) {
        return path.append("/").append(std::to_string(route.month.year));
    }
    path.append("/").append(route.day ? route.day->to_string() : route.month.to_string());
    if (route.form) {
        path.append("/").append(kForms[static_cast<std::size_t>(*route.form)]);
    }
    return path;
}

}  // namespace portal::app
