#include "app/log.hpp"

#include "app/route_records.hpp"

#include <algorithm>

namespace portal::app {

std::vector<core::LogEntry> shown_entries(const State& state) {
    if (!state.requests.value || !state.changes.value) {
        return {};
    }
    return core::log_entries(*state.requests.value, *state.changes.value, state.route.log.filter);
}

std::vector<const core::ChangeRequest*> requests_in(const State& state, std::optional<core::RequestState> wanted) {
    std::vector<const core::ChangeRequest*> requests;
    if (!state.requests.value) {
        return requests;
    }
    for (const core::ChangeRequest& request : *state.requests.value) {
        if (!wanted || request.state == *wanted) {
            requests.push_back(&request);
        }
    }
    return requests;
}

PageRange page_range(std::size_t count, int wanted) {
    constexpr std::size_t kLength = 25;
    PageRange range;
    range.pages = std::max(1, static_cast<int>((count + kLength - 1) / kLength));
    range.page = std::clamp(wanted, 1, range.pages);
    range.first = static_cast<std::size_t>(range.page - 1) * kLength;
    range.end = std::min(count, range.first + kLength);
    return range;
}

std::string log_file(const State& state) {
    const core::LogFilter& filter = state.route.log.filter;
    std::string path = state.language == Language::en ? "/log/csv?language=en" : "/log/csv?language=nl";
    const auto add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) {
            path.append("&").append(name).append("=").append(value);
        }
    };
    add("child", path_part(filter.child.value));
    add("kind", filter.kind ? core::to_string(*filter.kind) : std::string_view());
    add("from", filter.from ? filter.from->to_string() : std::string());
    add("until", filter.until ? filter.until->to_string() : std::string());
    return path;
}

}  // namespace portal::app
