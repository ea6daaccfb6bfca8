#pragma once

#include "core/care_event.hpp"
#include "core/care_facts.hpp"
#include "core/credit_ledger.hpp"

#include <vector>

/// Which entries what happens makes. All functions append to the ledger; what stands beyond its former size is new and
/// is what a backend has to store.
namespace portal::core {

/// Books what days bring by themselves, from `accounted_until` until `today`: credit that expires, public holidays and
/// days of illness that earn. Has to be called before anything else is booked or judged on `today`.
void book_days(const CareFacts& facts, const std::vector<ChangeRequest>& requests, CreditLedger& ledger, Date today);

/// Books what `event` means for credit: absence earns it and takes it back when undone, extra care uses it and gives it
/// back. `request` is as it is after the event, and so are `requests`, which it is one of.
void book(const CareFacts& facts, const std::vector<ChangeRequest>& requests, const ChangeRequest& request,
          const CareEvent& event, CreditLedger& ledger);

/// Books a correction or a purchase.
void book(const CreditBooking& booking, CreditLedger& ledger);

/// What becomes of an approved request that is withdrawn.
enum class WithdrawalOutcome : std::uint8_t { kFree, kBilled, kCredited };

/// Derived from the rules by which the request was judged and from `withdrawn_at`; kFree for one that is not withdrawn.
[[nodiscard]] WithdrawalOutcome outcome_of_withdrawal(const CareFacts& facts, const ChangeRequest& request);

}  // namespace portal::core
