#pragma once

#include "server/context.hpp"
#include "server/documents/documents.hpp"

#include <string>

namespace portal::server {

/// The parameter `language`: Dutch where there is none, throws 400 for others than nl and en.
[[nodiscard]] documents::Language document_language(const http::Request& request);

/// The organisation's letterhead.
[[nodiscard]] documents::Letterhead letterhead(storage::Transaction& transaction);

/// A file that browsers save. `name` goes without its extension.
[[nodiscard]] http::Response download(const std::string& name, const std::string& extension, std::string type,
                                      std::string bytes);

}  // namespace portal::server
