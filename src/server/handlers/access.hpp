#pragma once

#include "server/context.hpp"
#include "server/http/failure.hpp"

#include <string>

/// What handlers have in common: whose something is.
namespace portal::server {

/// Whoever asks for something of another family gets the same answer as for something that does not exist; the
/// organisation can see it in the access log, in which this notes it.
[[nodiscard]] http::Failure refused_access(const Services& services, const Call& call, const std::string& what,
                                           const std::string& id, const std::string& field = {});

/// The identifier in the route. What nobody gives out as one is not looked up, for it may be anything, even no text:
/// throws 404 that there is no such `what`.
[[nodiscard]] std::string identifier_parameter(const Call& call, const std::string& what);

/// What nobody gives out as an identifier is not looked up: it may be anything, even no text.
[[nodiscard]] bool is_identifier(const std::string& id);

}  // namespace portal::server
