#pragma once

#include "server/options.hpp"

#include <iosfwd>

namespace portal::server {

/// Puts a mail into the outbox with a link by which the guardian chooses a password; a running server sends it. Throws
/// std::exception with one sentence.
void invite_guardian(const Options& options, std::ostream& out);

}  // namespace portal::server
