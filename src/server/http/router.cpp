#include "server/http/router.hpp"

#include <algorithm>
#include <optional>

namespace portal::server::http {
namespace {

/// Takes the text up to the next slash off the front.
std::string_view next_segment(std::string_view& path) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    return segment;
}

std::optional<std::map<std::string, std::string>> match(std::string_view pattern, std::string_view path) {
    if (std::count(pattern.begin(), pattern.end(), '/') != std::count(path.begin(), path.end(), '/')) {
        return std::nullopt;
    }
    std::map<std::string, std::string> parameters;
    while (!pattern.empty()) {
        const std::string_view expected = next_segment(pattern);
        const std::string_view actual = next_segment(path);
        if (expected.size() > 2 && expected.front() == '{') {
            if (actual.empty()) {
                return std::nullopt;
            }
            parameters[std::string{expected.substr(1, expected.size() - 2)}] = std::string{actual};
        } else if (expected != actual) {
            return std::nullopt;
        }
    }
    return path.empty() ? std::optional{parameters} : std::nullopt;
}

std::string_view name_of(Method method) {
    switch (method) {
        case Method::kGet:
            return "GET, HEAD";
        case Method::kPost:
            return "POST";
        case Method::kPut:
            return "PUT";
        default:
            return "DELETE";
    }
}

}  // namespace

Router::Match Router::find(Method method, std::string_view path) const {
    const Method wanted = method == Method::kHead ? Method::kGet : method;
    Match result;
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        auto parameters = match(entries_[index].pattern, path);
        if (!parameters) {
            continue;
        }
        result.pattern = entries_[index].pattern;
        result.allowed += result.allowed.empty() ? "" : ", ";
        result.allowed += name_of(entries_[index].method);
        if (entries_[index].method == wanted) {
            result.index = index;
            result.found = true;
            result.parameters = std::move(*parameters);
        }
    }
    return result;
}

}  // namespace portal::server::http
