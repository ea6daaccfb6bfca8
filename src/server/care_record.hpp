#pragma once

#include "core/bookkeeping.hpp"
#include "core/care_context.hpp"
#include "core/care_facts.hpp"
#include "server/storage/database.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace portal::server {

/// Everything that decisions about a family's care depend on, as it is at one moment: requests whose day has passed
/// have lapsed, and credit is booked until that day. What happens to it is stored by `save` alone, so that a reader
/// sees the same without writing.
class CareRecord {
  public:
    CareRecord(storage::Transaction& transaction, const core::FamilyId& family, core::Instant now);
    CareRecord(const CareRecord&) = delete;
    CareRecord& operator=(const CareRecord&) = delete;

    [[nodiscard]] core::CareFacts facts() const { return {family_, locations_, rules_}; }
    [[nodiscard]] const core::Family& family() const { return family_; }
    /// Newest first.
    [[nodiscard]] const std::vector<core::ChangeRequest>& requests() const { return requests_; }
    [[nodiscard]] const std::vector<core::CreditLedger>& ledgers() const { return ledgers_; }
    [[nodiscard]] const core::ChangeRequest* find(const core::RequestId& id) const;

    /// What verdicts are made from. Good until something happens.
    [[nodiscard]] core::CareContext context() const { return {facts(), requests_, ledgers_, now_}; }

    /// A request is sent (and answered, where the rules want no approval).
    void add(const core::ChangeRequest& request);

    /// Something happens to a request that is there and to which it can happen.
    void happen(const core::CareEvent& event);

    /// The organisation books credit by hand.
    void book(const core::CreditBooking& booking);

    void save(storage::Transaction& transaction);

  private:
    void bring_up_to_date();
    [[nodiscard]] core::CreditLedger& ledger_of(const core::ChildId& child);

    core::Instant now_;
    core::Family family_;
    core::Locations locations_;
    core::RuleBook rules_;
    std::vector<core::ChangeRequest> requests_;
    std::vector<core::CreditLedger> ledgers_;    ///< of every child, in the order of the children
    std::vector<std::size_t> stored_entries_;    ///< of each ledger
    std::vector<core::RequestId> added_;         ///< not stored yet
    std::set<core::RequestId> changed_;          ///< stored otherwise
    std::vector<core::CreditBooking> bookings_;  ///< not stored yet
};

}  // namespace portal::server
