#pragma once

#include "server/options.hpp"

#include <iosfwd>

namespace portal::server {

/// `ouderlogin-server organisation FILE`: what stands on letters (`Organisation` of openapi.yaml), and the logo.
void set_organisation(const Options& options, std::ostream& out);

}  // namespace portal::server
