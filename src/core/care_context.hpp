#pragma once

#include "core/calendar_index.hpp"
#include "core/care_facts.hpp"
#include "core/credit_ledger.hpp"
#include "core/occupancy.hpp"
#include "core/verdict.hpp"

#include <memory>
#include <vector>

namespace portal::core {

/// Everything that verdicts of one moment depend on, indexed, so that a month of verdicts takes less than a frame. Make
/// one a moment: it is cheap. What it is made of must outlive it and stay as it is.
class CareContext {
  public:
    /// `now` by the organisation's clock; `ledgers` accounted for until today (entries_until).
    CareContext(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                const std::vector<CreditLedger>& ledgers, Instant now);

    /// From here on `request` counts as sent: the next verdicts see its care, its credit and its place in the caps.
    void assume(ChangeRequest request, const Verdict& verdict);

    /// A standing request on a child's day. Swaps stand on both days, illness on each of its days.
    struct Entry {
        Date date;
        const ChangeRequest* request = nullptr;
        bool given = false;  ///< the day is the one given up
    };

    /// A child with its contracts and what changes them.
    struct ChildDays {
        const Child* child = nullptr;
        std::vector<const PlacementContract*> contracts;
        std::vector<Entry> entries;                   ///< by date, illness excepted
        std::vector<const ChangeRequest*> illnesses;  ///< standing
        std::vector<CreditLot> lots;                  ///< what is left, first to expire first
        std::vector<std::pair<CreditUnit, std::pair<int, std::int64_t>>>
            earned;  ///< unit, year, sum of what was earned for it
    };

    [[nodiscard]] const CareFacts& facts() const { return facts_; }
    [[nodiscard]] const CalendarIndex& days() const { return days_; }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] Date today() const { return today_; }
    [[nodiscard]] const ChildDays* find(const ChildId& child) const;

  private:
    CareFacts facts_;
    Instant now_;
    Date today_;
    CalendarIndex days_;
    std::vector<ChildDays> children_;
    std::vector<std::shared_ptr<const ChangeRequest>> assumed_;
};

}  // namespace portal::core
