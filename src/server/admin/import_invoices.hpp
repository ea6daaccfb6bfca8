#pragma once

#include "server/options.hpp"

#include <iosfwd>

namespace portal::server {

/// `ouderlogin-server invoices FILE`: adds the invoices of a file (src/api/invoices.schema.json, or a table), all or
/// none. Says of every line what is right or wrong with it; throws where something is wrong.
void import_invoices(const Options& options, std::ostream& out);

}  // namespace portal::server
