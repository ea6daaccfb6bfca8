#pragma once

#include "server/options.hpp"

#include <iosfwd>

namespace portal::server {

/// Books credit for a child by hand. Throws std::exception with one sentence.
void book_credit(const Options& options, std::ostream& out);

}  // namespace portal::server
