#pragma once

#include "core/calendar_index.hpp"
#include "core/care_facts.hpp"
#include "core/credit_ledger.hpp"
#include "core/request_days.hpp"
#include "core/verdict.hpp"

#include <memory>
#include <vector>

namespace portal::core {

/// A contract with the rules that may apply to it.
struct Placement {
    const PlacementContract* contract = nullptr;
    const CareOffer* offer = nullptr;        ///< absent where the location does not offer this care any more
    std::vector<const CareRules*> versions;  ///< the better one first

    [[nodiscard]] const CareRules* rules_on(Date date) const;
};

/// One child with all that verdicts about it depend on.
struct ChildCare {
    struct Earned {
        CreditUnit unit = CreditUnit::kMinutes;
        int year = 0;
        std::int64_t amount = 0;
    };

    const Child* child = nullptr;
    std::vector<Placement> placements;  ///< the one that began last first
    RequestDays requests;
    std::vector<CreditLot> lots;  ///< in the order in which they are used
    std::vector<Earned> earned;   ///< for days of this year and later

    /// The contract by which the child is placed that day.
    [[nodiscard]] const Placement* placement_on(Date date) const;
    [[nodiscard]] std::int64_t earned_in(CreditUnit unit, int year) const;
    [[nodiscard]] std::int64_t balance(CreditUnit unit) const;
};

/// Everything that verdicts of one moment depend on, indexed, so that a month of verdicts takes less than a frame. Make
/// one a moment: it is cheap. What it is made of must outlive it and stay as it is.
class CareContext {
  public:
    /// `now` by the organisation's clock; `ledgers` accounted for until today (book_days). Requests that ended before
    /// this year play no part in any verdict and are left out.
    CareContext(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                const std::vector<CreditLedger>& ledgers, Instant now);

    /// What is judged was written then, by the device's clock, and arrives now.
    void written_at(std::optional<Instant> moment) { written_ = moment; }

    /// From here on `request` counts as sent: the next verdicts see its care, its credit and its place in the caps.
    void assume(const ChangeRequest& request, const Verdict& verdict);

    [[nodiscard]] const CareFacts& facts() const { return facts_; }
    [[nodiscard]] const std::vector<CreditLedger>& ledgers() const { return ledgers_; }
    [[nodiscard]] const CalendarIndex& days() const { return days_; }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] Date today() const { return today_; }
    [[nodiscard]] const std::optional<Instant>& written() const { return written_; }
    /// The moment that counts for deadlines, by the rules of the care that is judged.
    [[nodiscard]] Instant counted(const CareRules& rules) const;
    /// Nothing for a child that is not of the family.
    [[nodiscard]] const ChildCare* find(const ChildId& child) const;

  private:
    [[nodiscard]] ChildCare* find(const ChildId& child);
    void add_lots(const CreditLedger& ledger);
    void use_credit(ChildCare& child, const ChangeRequest& request);
    void earn_credit(ChildCare& child, const ChangeRequest& request, const Verdict& verdict);

    CareFacts facts_;
    const std::vector<CreditLedger>& ledgers_;
    Instant now_;
    std::optional<Instant> written_;
    Date today_;
    CalendarIndex days_;
    std::vector<ChildCare> children_;
    std::vector<std::shared_ptr<const ChangeRequest>> assumed_;
    std::vector<std::shared_ptr<const CreditEntry>> assumed_entries_;
};

}  // namespace portal::core
