#include "app/route_log.hpp"

#include "app/route_records.hpp"
#include "core/digits.hpp"

#include <algorithm>
#include <optional>

namespace portal::app {
namespace {

constexpr std::string_view kChild = "kind";
constexpr std::string_view kKind = "soort";
constexpr std::string_view kFrom = "van";
constexpr std::string_view kUntil = "tot";
constexpr std::string_view kState = "status";
constexpr std::string_view kPage = "pagina";

/// The value of a query's parameter; empty where it is absent.
std::string_view value_of(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.size() > name.size() && pair[name.size()] == '=' && pair.substr(0, name.size()) == name) {
            return pair.substr(name.size() + 1);
        }
    }
    return {};
}

void add(std::string& query, std::string_view name, std::string_view value) {
    if (!value.empty()) {
        query.append(query.empty() ? "?" : "&").append(name).append("=").append(value);
    }
}

std::string text_of(const std::optional<core::Date>& date) {
    return date ? date->to_string() : std::string();
}

}  // namespace

bool is_log(Screen screen) {
    return screen == Screen::kLog || screen == Screen::kRequests;
}

LogView parse_log_view(std::string_view path, Screen screen) {
    path = path.substr(0, path.find('#'));
    const std::size_t question = std::min(path.find('?'), path.size());
    const std::string_view query = path.substr(std::min(question + 1, path.size()));
    LogView view;
    if (screen == Screen::kRequests) {
        view.state = core::request_state_from(value_of(query, kState));
    } else {
        view.filter.child = core::ChildId{id_of_part(value_of(query, kChild)).value_or("")};
        view.filter.kind = core::log_kind_from(value_of(query, kKind));
        view.filter.from = core::Date::parse(value_of(query, kFrom));
        view.filter.until = core::Date::parse(value_of(query, kUntil));
    }
    constexpr std::size_t kMostDigits = 4;
    const std::string_view page = value_of(query, kPage);
    view.page = page.size() > kMostDigits ? 1 : std::max(1, core::parse_digits(page).value_or(1));
    return view;
}

std::string log_query(const LogView& view) {
    std::string query;
    add(query, kState, view.state ? core::to_string(*view.state) : std::string_view());
    add(query, kChild, path_part(view.filter.child.value));
    add(query, kKind, view.filter.kind ? core::to_string(*view.filter.kind) : std::string_view());
    add(query, kFrom, text_of(view.filter.from));
    add(query, kUntil, text_of(view.filter.until));
    add(query, kPage, view.page > 1 ? std::to_string(view.page) : std::string());
    return query;
}

}  // namespace portal::app
