#pragma once

#include "core/date.hpp"
#include "core/id.hpp"
#include "server/storage/database.hpp"

#include <map>

namespace portal::server::storage {

/// The day on which each year's statement of the family was published.
[[nodiscard]] std::map<int, core::Date> published_statements(Transaction& transaction, const core::FamilyId& family);

/// Publishes it, or again.
void publish_statement(Transaction& transaction, const core::FamilyId& family, int year, core::Date day);

}  // namespace portal::server::storage
