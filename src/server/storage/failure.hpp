#pragma once

#include <exception>
#include <string>

namespace portal::server::storage {

/// Whether the same work may succeed a little later: the database was busy, full or out of reach.
[[nodiscard]] bool is_temporary(const std::exception& error);

/// The error's message without the values bound to the statement, which may be personal data.
[[nodiscard]] std::string safe_message(const std::exception& error);

}  // namespace portal::server::storage
