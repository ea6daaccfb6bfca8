#pragma once

#include "server/options.hpp"

#include <iosfwd>

namespace portal::server {

/// Tells all parents something on their first screen. Throws std::exception with one sentence.
void publish_notice(const Options& options, std::ostream& out);

}  // namespace portal::server
