#pragma once

#include <string_view>
#include <vector>

namespace portal::server::storage {

/// When what was sent had been written, and the whole of the answers that are given again.
[[nodiscard]] std::vector<std::string_view> outbox_step();

}  // namespace portal::server::storage
