#pragma once

#include <string>
#include <string_view>

namespace portal::server {

/// What a browser says of itself, short enough for a list: names only, no versions.
struct DeviceName {
    std::string browser;  ///< "Firefox"; empty when unknown
    std::string system;   ///< "Android"; empty when unknown
};

/// Of the header User-Agent, which anybody may write as they like: one of a few known names, or nothing.
[[nodiscard]] DeviceName device_name(std::string_view user_agent);

}  // namespace portal::server
