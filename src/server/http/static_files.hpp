#pragma once

#include "server/http/message.hpp"

#include <filesystem>
#include <string_view>

namespace portal::server::http {

/// The files of the client, read at each request: they are few and small, and a new build shows at once.
class StaticFiles {
  public:
    explicit StaticFiles(const std::filesystem::path& root);

    /// For GET and HEAD. A path without a dot in its last segment is a screen of the app: it gets index.html.
    /// Throws Failure.
    [[nodiscard]] Response answer(const Request& request) const;

  private:
    [[nodiscard]] std::filesystem::path find(std::string_view path) const;

    std::filesystem::path root_;
};

/// By the file's extension; application/octet-stream for unknown ones.
[[nodiscard]] std::string_view media_type(const std::filesystem::path& file);

}  // namespace portal::server::http
