#pragma once

#include "app/route.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::app {

/// What stands behind "/stamgegevens", split at its slashes; nothing for an unknown path.
[[nodiscard]] std::optional<Route> parse_record_route(const std::vector<std::string_view>& parts, core::Month month);

/// The same as text: empty, or "/kind/noor".
[[nodiscard]] std::string record_path(const Route& route);

}  // namespace portal::app
