#pragma once

#include "server/demo/demo_data.hpp"
#include "server/storage/database.hpp"

namespace portal::server {

/// Gives the families of the demo, which are there, their contracts' terms, the invoices since January of last year
/// and last year's statement: made from their contracts and requests as the office makes them, with an open one, one
/// that is overdue and a credit note among them.
void create_demo_money(storage::Transaction& transaction, const DemoData& data, core::Date today);

}  // namespace portal::server
