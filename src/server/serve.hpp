#pragma once

#include "server/options.hpp"

namespace portal::server {

/// Serves until SIGINT or SIGTERM. Throws std::exception with one sentence when it cannot start.
void serve(const Options& options);

}  // namespace portal::server
