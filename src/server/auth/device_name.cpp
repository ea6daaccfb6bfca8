#include "server/auth/device_name.hpp"

#include <array>
#include <utility>

namespace portal::server {
namespace {

using Marks = std::pair<std::string_view, std::string_view>;

/// The first whose mark is there. Most browsers also name those that they want to be taken for, so the order counts.
template <std::size_t Count>
std::string first_of(const std::array<Marks, Count>& names, std::string_view text) {
    for (const auto& [mark, name] : names) {
        if (text.find(mark) != std::string_view::npos) {
            return std::string{name};
        }
    }
    return {};
}

}  // namespace

DeviceName device_name(std::string_view user_agent) {
    constexpr std::array<Marks, 10> kBrowsers{{{"Edg", "Edge"},
                                               {"OPR/", "Opera"},
                                               {"SamsungBrowser/", "Samsung Internet"},
                                               {"FxiOS/", "Firefox"},
                                               {"Firefox/", "Firefox"},
                                               {"CriOS/", "Chrome"},
                                               {"Chrome/", "Chrome"},
                                               {"Chromium/", "Chromium"},
                                               {"Safari/", "Safari"},
                                               {"AppleWebKit/", "WebKit"}}};
    constexpr std::array<Marks, 7> kSystems{{{"iPhone", "iPhone"},
                                             {"iPad", "iPad"},
                                             {"Android", "Android"},
                                             {"Windows", "Windows"},
                                             {"Mac OS X", "macOS"},
                                             {"CrOS", "ChromeOS"},
                                             {"Linux", "Linux"}}};
    return {first_of(kBrowsers, user_agent), first_of(kSystems, user_agent)};
}

}  // namespace portal::server
