#pragma once

#include <string_view>
#include <vector>

namespace portal::server::storage {

/// Stamgegevens: what is known about guardians, children and contacts besides their names, who may change it, and what
/// was changed. One step of schema_steps().
[[nodiscard]] std::vector<std::string_view> records_step();

}  // namespace portal::server::storage
