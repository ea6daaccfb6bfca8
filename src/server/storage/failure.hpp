#pragma once

#include <exception>
#include <stdexcept>
#include <string>

namespace portal::server::storage {

/// No connection to the database can be made at the moment.
class Unreachable : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Whether the same work may succeed a little later: the database was busy, full or out of reach.
[[nodiscard]] bool is_temporary(const std::exception& error);

/// The error's message without the values bound to the statement, which may be personal data.
[[nodiscard]] std::string safe_message(const std::exception& error);

/// One sentence for who runs the server: what is the matter where that is known, else the safe message.
[[nodiscard]] std::string explain(const std::exception& error);

}  // namespace portal::server::storage
