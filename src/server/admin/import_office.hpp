#pragma once

#include "server/options.hpp"

#include <iosfwd>

namespace portal::server {

/// `ouderlogin-server import WHAT FILE`: adds or changes what a file has (src/api/office.schema.json, or a table), all
/// or nothing. Says of every thing what became of it or why it is refused; throws where something is wrong.
void import_office(const Options& options, std::ostream& out);

}  // namespace portal::server
