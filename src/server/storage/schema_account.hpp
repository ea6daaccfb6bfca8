#pragma once

#include <string_view>
#include <vector>

namespace portal::server::storage {

/// The step of the tables that brought links by mail, the mails themselves, and what a session tells of its device.
[[nodiscard]] std::vector<std::string_view> account_step();

}  // namespace portal::server::storage
