#pragma once

#include "server/demo/demo_data.hpp"

#include <vector>

namespace portal::server {

/// The wishes of a family of the demo on days on which they could have been made, with what became of them. Each is
/// judged by the demo's rules with what came before it. Throws std::runtime_error when there is no such day.
[[nodiscard]] std::vector<core::ChangeRequest> demo_requests(const DemoData& data, const DemoFamily& demo,
                                                             core::Date today);

}  // namespace portal::server
