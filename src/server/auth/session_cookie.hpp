#pragma once

#include "server/context.hpp"
#include "server/http/message.hpp"
#include "server/storage/accounts.hpp"

#include <optional>
#include <string>
#include <utility>

namespace portal::server {

/// Makes a session of the account on the device of `request`, and gives the header that hands its token to the browser.
[[nodiscard]] std::pair<std::string, std::string> open_session(const Services& services,
                                                               storage::Transaction& transaction,
                                                               const storage::Account& account,
                                                               const http::Request& request);

/// Ends the session that the request carries, if any.
void close_session(const Services& services, storage::Transaction& transaction, const http::Request& request);

/// What the database has of the session that the request carries; empty for none.
[[nodiscard]] std::string session_hash(const Services& services, const http::Request& request);

/// The header that takes the token back from the browser.
[[nodiscard]] std::pair<std::string, std::string> no_session_header(const Services& services);

/// The session that a request carries.
struct CurrentSession {
    SignedIn who;
    std::optional<std::pair<std::string, std::string>> header;  ///< to be sent where the session was prolonged
};

/// Nothing for whoever is not signed in. A session ends 30 days after its last use.
[[nodiscard]] std::optional<CurrentSession> current_session(const Services& services, const http::Request& request);

}  // namespace portal::server
