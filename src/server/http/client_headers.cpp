#include "server/http/client_headers.hpp"

#include <algorithm>
#include <cstddef>

namespace portal::server::http {

extern const std::string_view kClientHeadersFile;

namespace {

constexpr std::string_view kEverything = "/*";

bool matches(std::string_view pattern, std::string_view path) {
    if (pattern.back() == '*') {
        pattern.remove_suffix(1);
        return path.substr(0, pattern.size()) == pattern;
    }
    return path == pattern;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

const std::vector<HeaderRule>& rules() {
    static const std::vector<HeaderRule> rules = parse_header_rules(kClientHeadersFile);
    return rules;
}

}  // namespace

std::vector<HeaderRule> parse_header_rules(std::string_view text) {
    std::vector<HeaderRule> rules;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t colon = line.find(": ");
        if (line.empty() || line.front() == '#') {
            continue;
        }
        if (line.front() != ' ') {
            rules.push_back({std::string(line), {}});
        } else if (!rules.empty() && colon != std::string_view::npos) {
            rules.back().headers.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
        }
    }
    return rules;
}

const HeaderList& headers_of_client() {
    static const HeaderList headers = [] {
        const auto found = std::find_if(rules().begin(), rules().end(),
                                        [](const HeaderRule& rule) { return rule.pattern == kEverything; });
        return found == rules().end() ? HeaderList{} : found->headers;
    }();
    return headers;
}

void add_file_headers(Response& response, std::string_view file) {
    for (const HeaderRule& rule : rules()) {
        if (rule.pattern != kEverything && matches(rule.pattern, file)) {
            response.headers.insert(response.headers.end(), rule.headers.begin(), rule.headers.end());
        }
    }
}

}  // namespace portal::server::http
