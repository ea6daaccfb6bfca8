#pragma once

#include "server/options.hpp"

#include <iosfwd>

namespace portal::server {

/// What parents changed in their data and wait for: lists it, approves or rejects one of it, and says or sets which
/// fields need that. Throws std::exception with one sentence.
void answer_edits(const Options& options, std::ostream& out);

}  // namespace portal::server
