#pragma once

#include <string_view>
#include <vector>

namespace portal::server::storage {

/// The tables of contracts' terms, invoices and annual statements.
[[nodiscard]] std::vector<std::string_view> money_tables();

}  // namespace portal::server::storage
