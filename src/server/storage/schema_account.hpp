#pragma once

#include <string_view>
#include <vector>

namespace portal::server::storage {

/// The step of the tables that brought links by mail, the mails themselves, and what a session tells of its device.
[[nodiscard]] std::vector<std::string_view> account_step();

/// The step that brought mails about answers: who asked for what, and who wants them.
[[nodiscard]] std::vector<std::string_view> answers_step();

}  // namespace portal::server::storage
