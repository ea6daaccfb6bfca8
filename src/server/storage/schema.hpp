#pragma once

#include <string_view>
#include <vector>

namespace portal::server::storage {

/// The statements that lead from one version of the tables to the next. A step that was ever released never changes.
[[nodiscard]] const std::vector<std::vector<std::string_view>>& schema_steps();

}  // namespace portal::server::storage
