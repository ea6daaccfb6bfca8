#pragma once

#include <filesystem>
#include <string>

namespace portal::server {

/// All of a file; throws std::runtime_error with one sentence where it cannot be read.
[[nodiscard]] std::string content_of(const std::filesystem::path& file);

}  // namespace portal::server
