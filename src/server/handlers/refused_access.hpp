#pragma once

#include "server/context.hpp"
#include "server/http/failure.hpp"

#include <string>

namespace portal::server {

/// Whoever asks for something of another family gets the same answer as for something that does not exist; the
/// organisation can see it in the access log. To be thrown, with no transaction open.
[[nodiscard]] http::Failure refused_access(const Services& services, const Call& call, const std::string& what,
                                           const std::string& id, const std::string& field);

/// What nobody gives out as an identifier is not looked up: it may be anything, even no text.
[[nodiscard]] bool is_identifier(const std::string& id);

}  // namespace portal::server
