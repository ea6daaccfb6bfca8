#pragma once

#include "app/installation.hpp"

#include <string>
#include <string_view>

namespace portal::platform::browser {

/// A text of config.json, what an organisation sets where it puts the portal online; empty when absent.
[[nodiscard]] std::string setting(std::string_view key);

/// What config.json says of the organisation.
[[nodiscard]] app::Site site();

}  // namespace portal::platform::browser
