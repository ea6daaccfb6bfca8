#pragma once

#include "app/route.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::app {

/// An id in an address: it may have any visible ASCII character, an address may not.
[[nodiscard]] std::string path_part(std::string_view id);

/// The id that was made into that part; nothing for what is none.
[[nodiscard]] std::optional<std::string> id_of_part(std::string_view text);

/// What stands behind "/stamgegevens", split at its slashes; nothing for an unknown path.
[[nodiscard]] std::optional<Route> parse_record_route(const std::vector<std::string_view>& parts, core::Month month);

/// The same as text: empty, or "/kind/noor".
[[nodiscard]] std::string record_path(const Route& route);

}  // namespace portal::app
