#include "server/http/message.hpp"

#include <algorithm>

namespace portal::server::http {
namespace {

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

int hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    const char letter = lower(digit);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (text[index] == '+' && plus_is_space) {
            decoded += ' ';
        } else if (text[index] != '%') {
            decoded += text[index];
        } else {
            const int high = index + 2 < text.size() ? hexadecimal(text[index + 1]) : -1;
            const int low = index + 2 < text.size() ? hexadecimal(text[index + 2]) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                return std::nullopt;
            }
            decoded += static_cast<char>(high * 16 + low);
            index += 2;
        }
    }
    return decoded;
}

}  // namespace

bool HeaderNameLess::operator()(std::string_view a, std::string_view b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](char x, char y) { return lower(x) < lower(y); });
}

std::string Request::header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
}

std::string Request::cookie(std::string_view name) const {
    const std::string cookies = header("Cookie");
    std::string_view rest = cookies;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        std::string_view pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
            return std::string{pair.substr(equals + 1)};
        }
    }
    return {};
}

std::optional<Target> parse_target(std::string_view target) {
    const std::size_t question = std::min(target.find('?'), target.size());
    auto path = percent_decoded(target.substr(0, question), false);
    if (!path || path->empty() || path->front() != '/') {
        return std::nullopt;
    }
    Target parsed{std::move(*path), {}};
    std::string_view rest = target.substr(std::min(question + 1, target.size()));
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percent_decoded(pair.substr(0, equals), true);
        auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value) {
            return std::nullopt;
        }
        parsed.query[*name] = std::move(*value);
    }
    return parsed;
}

}  // namespace portal::server::http
