#include "core/email_address.hpp"

#include <algorithm>

namespace portal::core {
namespace {

bool is_plain(char c) {
    constexpr std::string_view kMeaningful = "()<>[]:;@\\,\"";
    return c > ' ' && c <= '~' && kMeaningful.find(c) == std::string_view::npos;
}

bool is_host(std::string_view host) {
    const bool dots = host.front() != '.' && host.back() != '.' && host.find("..") == std::string_view::npos;
    return dots && std::all_of(host.begin(), host.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                      c == '-';
           });
}

}  // namespace

bool is_email_address(std::string_view text) {
    constexpr std::size_t kLongest = 254;
    constexpr std::size_t kLongestName = 64;
    const std::size_t at = text.find('@');
    if (text.size() > kLongest || at == std::string_view::npos || at == 0 || at > kLongestName ||
        at + 1 == text.size()) {
        return false;
    }
    const std::string_view name = text.substr(0, at);
    return std::all_of(name.begin(), name.end(), is_plain) && is_host(text.substr(at + 1));
}

}  // namespace portal::core
