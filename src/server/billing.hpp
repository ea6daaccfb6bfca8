#pragma once

#include "core/billing.hpp"
#include "server/storage/database.hpp"
#include "server/storage/debtors.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace portal::server {

/// Gives out "2026-00001", "2026-00002" … for each year of issue. While it lives its transaction has to hold
/// `storage::lock_billing`.
class InvoiceNumbers {
  public:
    explicit InvoiceNumbers(storage::Transaction& transaction) : transaction_(transaction) {}

    [[nodiscard]] std::string next(core::Date issued_on);

  private:
    storage::Transaction& transaction_;
    std::map<int, int> last_;
};

/// When an invoice is sent and when it has to be paid.
struct InvoiceDates {
    core::Month month;
    core::Date issued_on;
    core::Date due_on;
};

/// What invoices of one family are made of, read once.
class FamilyBilling {
  public:
    FamilyBilling(storage::Transaction& transaction, const core::FamilyId& family);

    /// Makes and stores the invoice of a month. Nothing where it was made before or nothing is due.
    [[nodiscard]] std::optional<core::Invoice> bill(storage::Transaction& transaction, InvoiceNumbers& numbers,
                                                    const InvoiceDates& dates);

    /// Makes and stores a credit note that takes those lines of an invoice back.
    core::Invoice credit(storage::Transaction& transaction, InvoiceNumbers& numbers, const core::InvoiceHead& invoice,
                         std::vector<core::InvoiceLine> lines, core::Date issued_on);

    [[nodiscard]] const core::Family& family() const { return family_; }
    [[nodiscard]] const core::Locations& locations() const { return locations_; }
    /// Whether the request is this family's and on no invoice yet.
    [[nodiscard]] bool may_bill(const core::RequestId& request) const;
    /// All of an invoice of this family but its number, kind, lines and what was paid.
    [[nodiscard]] core::InvoiceHead head(const InvoiceDates& dates) const;

  private:
    core::FamilyId id_;
    core::Family family_;
    core::Locations locations_;
    core::RuleBook rules_;
    std::vector<core::ChangeRequest> requests_;
    std::optional<storage::Debtor> debtor_;
    std::set<core::RequestId> billed_;
    core::SurplusYears surplus_;  ///< billed
};

}  // namespace portal::server
