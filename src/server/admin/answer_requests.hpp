#pragma once

#include "server/options.hpp"

#include <iosfwd>

namespace portal::server {

/// Lists the change requests that wait for an answer, of all families and the oldest first; with Options::all also
/// those that were answered. Throws std::exception with one sentence.
void list_requests(const Options& options, std::ostream& out);

/// Approves or rejects one of them. Throws std::exception with one sentence.
void answer_request(const Options& options, std::ostream& out);

}  // namespace portal::server
