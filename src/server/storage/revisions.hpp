#pragma once

#include "api/dto.hpp"
#include "core/date.hpp"
#include "core/id.hpp"
#include "server/storage/database.hpp"

namespace portal::server::storage {

/// What becomes another text with everything that happens to a family's requests and to the changes of its records.
/// `today` is part of it: requests expire with their day. Cheap enough to be asked every few seconds.
[[nodiscard]] api::Revisions revisions_of(Transaction& transaction, const core::FamilyId& family, core::Date today);

}  // namespace portal::server::storage
