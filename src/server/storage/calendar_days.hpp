#pragma once

#include "core/location.hpp"
#include "server/storage/database.hpp"

/// Days of the organisation, one by one: those of one day and location (or of all) are the same day.
namespace portal::server::storage {

enum class SavedDay : std::uint8_t { kAdded, kChanged, kSame };

SavedDay save_closure(Transaction& transaction, const core::Closure& closure);
SavedDay save_special_day(Transaction& transaction, const core::SpecialDay& special);
/// Those that begin on one day are the same.
SavedDay save_school_holiday(Transaction& transaction, const core::SchoolHoliday& holiday);

}  // namespace portal::server::storage
