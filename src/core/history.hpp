#pragma once

#include "core/bookkeeping.hpp"
#include "core/month_sums.hpp"
#include "core/occupancy.hpp"

#include <vector>

/// One history of events, from which occupancy, credit and annual sums are derived.
namespace portal::core {

/// Ledgers of all children, made anew by replaying what made `requests` and `bookings` what they are. `begin` is the
/// day before the first that is accounted for.
[[nodiscard]] std::vector<CreditLedger> ledgers_of(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                                                   const std::vector<CreditBooking>& bookings, Date begin, Date today);

/// A family's history as it grows, with all that is derived from it kept up to date event by event. What it holds
/// always equals what `occupancy`, `sums_of` and `ledgers_of` make of its requests and bookings from scratch.
class CareHistory {
  public:
    /// Sums and occupancy are kept for the months from `first` to `last`; credit is accounted for from the first day
    /// on.
    CareHistory(const CareFacts& facts, Month first, Month last);

    /// False, and nothing done, for what cannot happen: an unknown request or one in another state, an id used before,
    /// a child of another family, or a time before the last event's.
    [[nodiscard]] bool apply(const CareEvent& event);

    /// Lets the days until `today` pass.
    void advance(Date today);

    [[nodiscard]] const std::vector<ChangeRequest>& requests() const { return requests_; }
    [[nodiscard]] const std::vector<CreditBooking>& bookings() const { return bookings_; }
    [[nodiscard]] const std::vector<CreditLedger>& ledgers() const { return ledgers_; }
    [[nodiscard]] const std::vector<CareBlock>& occupancy() const { return blocks_; }
    [[nodiscard]] std::vector<MonthSum> sums() const { return sums_.list(); }
    [[nodiscard]] Date begin() const { return range_.first - 1; }

  private:
    [[nodiscard]] bool submit(const CareEvent& event);
    [[nodiscard]] bool change(const CareEvent& event);
    [[nodiscard]] bool enter(const CareEvent& event);
    [[nodiscard]] CreditLedger* ledger_of(const ChildId& child);
    [[nodiscard]] DateRange touched_by(const ChangeRequest& request) const;
    void take_out(const ChildId& child, DateRange range);
    void put_in(const ChildId& child, DateRange range);

    CareFacts facts_;
    DateRange range_;
    Instant latest_;
    std::vector<ChangeRequest> requests_;
    std::vector<CreditBooking> bookings_;
    std::vector<CreditLedger> ledgers_;
    std::vector<CareBlock> blocks_;
    MonthSums sums_;
};

}  // namespace portal::core
