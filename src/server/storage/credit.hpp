#pragma once

#include "core/care_event.hpp"
#include "core/credit_ledger.hpp"
#include "core/id.hpp"
#include "server/storage/database.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace portal::server::storage {

/// The ledgers of a family's children that have one, in the order of the children.
[[nodiscard]] std::vector<core::CreditLedger> load_ledgers(Transaction& transaction, const core::FamilyId& family);

/// Stores the entries of `ledger` from the one at `first_new` on; those before it stand already. A ledger is only ever
/// added to.
void append_entries(Transaction& transaction, const core::CreditLedger& ledger, std::size_t first_new);

/// What the organisation booked by hand for a family's children, oldest first.
[[nodiscard]] std::vector<core::CreditBooking> load_bookings(Transaction& transaction, const core::FamilyId& family);
void insert_booking(Transaction& transaction, const std::string& id, const core::CreditBooking& booking);

}  // namespace portal::server::storage
