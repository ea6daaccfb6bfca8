#pragma once

#include "core/care_event.hpp"
#include "core/credit_ledger.hpp"
#include "core/rule_book.hpp"

#include <optional>
#include <vector>

namespace portal::core {

/// Makes the entries of a ledger. Amounts are taken as far as there is any, so that no lot ever falls below zero.
class LedgerWriter {
  public:
    explicit LedgerWriter(CreditLedger& ledger) : ledger_(ledger) {}

    /// Credit for care of `minutes` on `earned_for`, within the caps of the rules. Without a request for a holiday.
    void earn(const CreditRules& rules, const PlacementContract& contract, Date booked, Date earned_for, int minutes,
              const std::optional<RequestId>& request);

    /// Takes back what the request earned: for days after `after`, or all of it.
    void revoke(const RequestId& request, Date booked, std::optional<Date> after);

    /// Pays care on `care_day`.
    void spend(const RequestId& request, Credit credit, Date booked, Date care_day);

    /// Gives back to the same lots what the request spent.
    void give_back(const RequestId& request, Date booked);

    /// Closes all lots whose last day is before `today`.
    void expire(Date today);

    void correct(const CreditBooking& booking, Date booked);

  private:
    [[nodiscard]] CreditEntry make(EntryKind kind, CreditUnit unit, Date booked,
                                   const std::optional<RequestId>& request) const;
    /// Posts `amount` from an account to a new lot.
    void open(CreditEntry entry, LedgerAccount from, std::int64_t amount, const LotTerms& terms);
    /// Posts up to `amount` from the lots that `pays` lets through to an account; no entry where there is nothing.
    template <class Pays>
    void take(CreditEntry entry, LedgerAccount to, std::int64_t amount, Pays pays);
    [[nodiscard]] std::vector<CreditLot> lots() const;
    [[nodiscard]] bool is_undone(int number) const;
    [[nodiscard]] std::int64_t earned_in(CreditUnit unit, int year) const;

    CreditLedger& ledger_;
};

}  // namespace portal::core
