#pragma once

#include "core/bookkeeping.hpp"
#include "core/occupancy.hpp"

#include <map>
#include <tuple>
#include <vector>

/// One history of events, from which occupancy, credit and annual sums are derived.
namespace portal::core {

enum class SumKind : std::uint8_t {
    kContract,  ///< agreed care, paid whether used or not
    kExtra,     ///< approved extra care on the invoice
    kCredited,  ///< approved extra care paid with credit or strips
    kSwap,      ///< approved care in place of other care
    kGivenUp,   ///< contracted care given up for it
    kAbsence,
    kSickness,
};

/// Wire names "contract", "extra", "credited", "swap", "given-up", "absence", "sickness".
[[nodiscard]] std::string_view to_string(SumKind kind);
[[nodiscard]] std::optional<SumKind> sum_kind_from(std::string_view text);

/// Hours and cost of one kind of one child at one registration (location × care type) in one month. By days, not by the
/// monthly twelfth of an invoice; a year of them is the jaaropgave's.
struct MonthSum {
    Month month;
    ChildId child;
    LocationId location;
    CareType care_type = CareType::kDayCare;
    SumKind kind = SumKind::kContract;
    std::int64_t minutes = 0;
    Money cost;

    friend bool operator==(const MonthSum&, const MonthSum&) = default;
};

/// The sums of all months from `first` to `last`, in the order of the fields; none that are zero. Of contracts of fewer
/// than 52 weeks the weeks without care that parents chose cost nothing, as many as the contract has.
[[nodiscard]] std::vector<MonthSum> sums_of(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                                            Month first, Month last);

/// Ledgers of all children, made anew by replaying what happened.
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
    /// or a time before the last event's.
    bool apply(const CareEvent& event);

    /// Lets the days until `today` pass.
    void advance(Date today);

    [[nodiscard]] const std::vector<ChangeRequest>& requests() const { return requests_; }
    [[nodiscard]] const std::vector<CreditBooking>& bookings() const { return bookings_; }
    [[nodiscard]] const std::vector<CreditLedger>& ledgers() const { return ledgers_; }
    [[nodiscard]] std::vector<CareBlock> occupancy() const;
    [[nodiscard]] std::vector<MonthSum> sums() const;

  private:
    struct ChildDay;

    CareFacts facts_;
    Month first_;
    Month last_;
    Instant latest_;
    std::vector<ChangeRequest> requests_;
    std::vector<CreditBooking> bookings_;
    std::vector<CreditLedger> ledgers_;
};

}  // namespace portal::core
