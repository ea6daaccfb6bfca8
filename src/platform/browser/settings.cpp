#include "platform/browser/settings.hpp"

#include "platform/browser/bridge.hpp"

namespace portal::platform::browser {

std::string setting(std::string_view key) {
    return bridge::call("setting", key);
}

}  // namespace portal::platform::browser
