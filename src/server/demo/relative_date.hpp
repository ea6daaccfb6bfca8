#pragma once

#include "core/date.hpp"

#include <optional>
#include <string_view>

namespace portal::server {

/// "today -2y +1m start-of-month -1d": words from left to right, each changing the day. A month has no 31st or 30th:
/// its last day is meant. Nothing for anything else.
[[nodiscard]] std::optional<core::Date> relative_date(std::string_view text, core::Date today);

}  // namespace portal::server
