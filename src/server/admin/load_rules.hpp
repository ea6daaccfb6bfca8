#pragma once

#include "server/options.hpp"

#include <iosfwd>

namespace portal::server {

/// Adds the versions of a rules file to the database, all of them or none, and tells what it did. Versions that are
/// there already are left as they are. Throws std::exception with one sentence: what is wrong and where.
void load_rules(const Options& options, std::ostream& out);

}  // namespace portal::server
