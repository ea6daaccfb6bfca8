#pragma once

#include "server/options.hpp"

#include <iosfwd>

namespace portal::server {

/// `ouderlogin-server bill --month YYYY-MM`: makes and sends the invoices of that month of all families that have none
/// of it yet, all or none.
void bill(const Options& options, std::ostream& out);

/// `ouderlogin-server payment --invoice NUMBER --cents N --on DAY`: money came in, or went back where N is below zero.
void book_payment(const Options& options, std::ostream& out);

/// `ouderlogin-server statements --year YYYY`: the annual statements of a year that is over are no longer provisional.
void publish_statements(const Options& options, std::ostream& out);

}  // namespace portal::server
