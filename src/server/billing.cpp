#include "server/billing.hpp"

#include "server/auth/random.hpp"
#include "server/storage/change_requests.hpp"
#include "server/storage/families.hpp"
#include "server/storage/invoices.hpp"
#include "server/storage/locations.hpp"
#include "server/storage/rules.hpp"

#include <algorithm>
#include <utility>

namespace portal::server {
namespace {

/// Who pays; where nobody is said to, the first guardian.
std::string addressee_of(const core::Family& family) {
    const core::Guardian* payer = nullptr;
    for (const core::Guardian& guardian : family.guardians) {
        if (payer == nullptr || (guardian.pays && !payer->pays)) {
            payer = &guardian;
        }
    }
    return payer != nullptr ? payer->first_name + ' ' + payer->last_name : "";
}

}  // namespace

std::string InvoiceNumbers::next(core::Date issued_on) {
    const int year = issued_on.year();
    auto found = last_.find(year);
    if (found == last_.end()) {
        found = last_.emplace(year, storage::last_invoice_number(transaction_, year)).first;
    }
    constexpr std::size_t kDigits = 5;
    const std::string number = std::to_string(++found->second);
    const std::string zeros = number.size() < kDigits ? std::string(kDigits - number.size(), '0') : "";
    return std::to_string(year) + '-' + zeros + number;
}

FamilyBilling::FamilyBilling(storage::Transaction& transaction, const core::FamilyId& family)
    : id_(family),
      family_(storage::load_family(transaction, family)),
      locations_(storage::load_locations(transaction, family)),
      rules_(storage::load_rules(transaction, family)),
      requests_(storage::list_change_requests(transaction, family)),
      debtor_(storage::find_debtor(transaction, family)),
      billed_(storage::billed_requests(transaction, family)),
      surplus_(core::billed_surplus(storage::load_invoices(transaction, family))) {}

bool FamilyBilling::may_bill(const core::RequestId& request) const {
    const bool known = std::any_of(requests_.begin(), requests_.end(),
                                   [&](const core::ChangeRequest& it) { return it.id == request; });
    return known && billed_.count(request) == 0;
}

core::InvoiceHead FamilyBilling::head(const InvoiceDates& dates) const {
    core::InvoiceHead head;
    head.id = core::InvoiceId{random_id()};
    head.month = dates.month;
    head.issued_on = dates.issued_on;
    head.due_on = dates.due_on;
    head.debtor = debtor_ ? debtor_->number : id_.value;
    head.addressee = addressee_of(family_);
    if (debtor_ && !debtor_->mandate.empty()) {
        head.direct_debit = core::DirectDebit{debtor_->mandate, core::masked_iban(debtor_->iban), dates.due_on};
    }
    return head;
}

std::optional<core::Invoice> FamilyBilling::bill(storage::Transaction& transaction, InvoiceNumbers& numbers,
                                                 const InvoiceDates& dates) {
    if (storage::is_billed(transaction, id_, dates.month)) {
        return std::nullopt;
    }
    core::Invoice invoice;
    invoice.lines =
        core::bill_month({family_, locations_, rules_}, requests_, {dates.month, dates.issued_on, billed_, surplus_});
    if (invoice.lines.empty()) {
        return std::nullopt;
    }
    invoice.head = head(dates);
    invoice.head.number = numbers.next(dates.issued_on);
    invoice.head.total = core::total_of(invoice.lines);
    storage::insert_invoice(transaction, id_, invoice);
    storage::mark_billed(transaction, id_, dates.month, invoice.head.id);
    for (const core::RequestId& request : core::billed_requests({invoice})) {
        billed_.insert(request);
    }
    surplus_.merge(core::billed_surplus({invoice}));
    return invoice;
}

core::Invoice FamilyBilling::credit(storage::Transaction& transaction, InvoiceNumbers& numbers,
                                    const core::InvoiceHead& invoice, std::vector<core::InvoiceLine> lines,
                                    core::Date issued_on) {
    core::Invoice note;
    note.head = head({invoice.month, issued_on, issued_on});
    note.head.direct_debit.reset();
    note.head.kind = core::InvoiceKind::kCreditNote;
    note.head.number = numbers.next(issued_on);
    note.head.credits = invoice.number;
    note.lines = core::credited(std::move(lines));
    note.head.total = core::total_of(note.lines);
    note.head.settled = {-core::set_off(invoice, note.head.total).cents};
    storage::insert_invoice(transaction, id_, note);
    return note;
}

}  // namespace portal::server
