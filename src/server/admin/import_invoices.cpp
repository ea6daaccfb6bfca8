#include "server/admin/import_invoices.hpp"

#include "api/invoice_import.hpp"
#include "server/admin/files.hpp"
#include "server/admin/import_report.hpp"
#include "server/auth/random.hpp"
#include "server/billing.hpp"
#include "server/open_database.hpp"
#include "server/storage/families.hpp"
#include "server/storage/invoices.hpp"
#include "server/storage/registrations.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <ostream>
#include <set>
#include <stdexcept>

namespace portal::server {
namespace {

/// Adds invoices one by one, each held to what is there already.
class Import {
  public:
    Import(storage::Transaction& transaction, core::Date today) : transaction_(transaction), today_(today) {}

    /// Throws Refusal, and has stored nothing then.
    void add(const api::ImportedInvoice& imported) {
        core::Invoice invoice = imported.invoice;
        const core::FamilyId family = family_of(imported);
        FamilyBilling& billing = billing_of(family);
        check_head(imported, family);
        for (std::size_t index = 0; index < invoice.lines.size(); ++index) {
            complete(invoice.lines[index], billing, imported.line_places[index]);
        }
        const core::InvoiceHead given = invoice.head;
        invoice.head = billing.head({given.month, given.issued_on, given.due_on});
        invoice.head.number = given.number;
        invoice.head.kind = given.kind;
        invoice.head.credits = given.credits;
        invoice.head.total = core::total_of(invoice.lines);
        if (given.kind == core::InvoiceKind::kCreditNote) {
            invoice.head.direct_debit.reset();
        }
        check_sums(imported, invoice);
        settle(invoice);
        storage::insert_invoice(transaction_, family, invoice);
    }

  private:
    [[nodiscard]] core::FamilyId family_of(const api::ImportedInvoice& imported) {
        std::optional<core::FamilyId> family;
        for (std::size_t index = 0; index < imported.invoice.lines.size(); ++index) {
            const core::ChildId& child = imported.invoice.lines[index].child;
            const auto of_child = storage::find_family_of(transaction_, child);
            if (!of_child) {
                throw Refusal{imported.line_places[index], "there is no child '" + child.value + "'"};
            }
            if (family && !(*family == *of_child)) {
                throw Refusal{imported.line_places[index], "the children of one invoice are of two families"};
            }
            family = of_child;
        }
        return family.value();  // an invoice without lines is none
    }

    [[nodiscard]] FamilyBilling& billing_of(const core::FamilyId& family) {
        const auto found = families_.find(family);
        return found != families_.end() ? found->second
                                        : families_.emplace(family, FamilyBilling{transaction_, family}).first->second;
    }

    void check_head(const api::ImportedInvoice& imported, const core::FamilyId& family) {
        const core::InvoiceHead& head = imported.invoice.head;
        if (storage::find_invoice_by_number(transaction_, head.number)) {
            throw Refusal{imported.place, "the number '" + head.number + "' is used already"};
        }
        if (today_ < head.issued_on || head.due_on < head.issued_on) {
            throw Refusal{imported.place, "the day of issue is yet to come, or after the last day to pay"};
        }
        if ((head.kind == core::InvoiceKind::kCreditNote) != head.credits.has_value()) {
            throw Refusal{imported.place, "a credit note, and nothing else, says which invoice it credits"};
        }
        if (head.credits) {
            const auto credited = storage::find_invoice_by_number(transaction_, *head.credits);
            if (!credited || !(credited->family == family) || credited->head.kind != core::InvoiceKind::kInvoice) {
                throw Refusal{imported.place, "the family has no invoice '" + *head.credits + "' to credit"};
            }
        }
        for (const core::InvoicePayment& payment : imported.invoice.payments) {
            if (today_ < payment.on) {
                throw Refusal{imported.place, "a payment is yet to come"};
            }
        }
    }

    void complete(core::InvoiceLine& line, const FamilyBilling& billing, const std::string& place) {
        const core::Child* child = core::find_child(billing.family(), line.child);
        line.child_name = child->first_name + ' ' + child->last_name;
        const auto registration = storage::find_registration(transaction_, line.location, line.care_type);
        if (!registration) {
            throw Refusal{place, "there is no care of the kind '" + std::string(core::to_string(line.care_type)) +
                                     "' at '" + line.location.value + "'"};
        }
        line.location_name = registration->location_name;
        line.lrk = registration->lrk;
        set_contract(line, billing, place);
        check_price(line, place);
        check_days(line, place);
        check_request(line, billing, place);
    }

    static void set_contract(core::InvoiceLine& line, const FamilyBilling& billing, const std::string& place) {
        if (line.contract_number.empty()) {
            return;
        }
        for (const core::PlacementContract& contract : billing.family().contracts) {
            if (contract.number == line.contract_number && contract.child == line.child) {
                line.contract = contract.id;
                return;
            }
        }
        throw Refusal{place, "the child has no contract '" + line.contract_number + "'"};
    }

    /// Hours × rate; where hours are themselves rounded, a cent beside it.
    static void check_price(const core::InvoiceLine& line, const std::string& place) {
        if (line.hourly_rate.cents < 0) {
            throw Refusal{place, "the hourly rate is below zero"};
        }
        const std::int64_t size = core::price_of(static_cast<int>(std::abs(line.minutes)), line.hourly_rate).cents;
        const std::int64_t price = line.minutes < 0 ? -size : size;
        const bool is_sum = line.kind == core::LineKind::kCorrection && line.hourly_rate.cents == 0;
        if (!is_sum && std::abs(price - line.amount.cents) > 1) {
            throw Refusal{place, "the amount of " + std::to_string(line.amount.cents) + " cents is not " +
                                     std::to_string(line.minutes) + " minutes at " +
                                     std::to_string(line.hourly_rate.cents) + " cents an hour, which is " +
                                     std::to_string(price)};
        }
    }

    static void check_days(const core::InvoiceLine& line, const std::string& place) {
        for (std::size_t index = 0; index < line.dates.size(); ++index) {
            const bool grows = index == 0 || line.dates[index - 1] < line.dates[index];
            if (!grows || core::Month::of(line.dates[index]) != line.month) {
                throw Refusal{place, "the days are not growing days of " + line.month.to_string()};
            }
        }
    }

    void check_request(const core::InvoiceLine& line, const FamilyBilling& billing, const std::string& place) {
        if (line.request && !billing.may_bill(*line.request)) {
            throw Refusal{place, "there is no request '" + line.request->value + "' of the family"};
        }
        if (line.request && line.amount.cents > 0 && !requests_.insert(*line.request).second) {
            throw Refusal{place, "the request '" + line.request->value + "' is billed twice"};
        }
    }

    static void check_sums(const api::ImportedInvoice& imported, const core::Invoice& invoice) {
        const bool is_note = invoice.head.kind == core::InvoiceKind::kCreditNote;
        const std::int64_t total = invoice.head.total.cents;
        if (is_note ? total > 0 : total < 0) {
            throw Refusal{imported.place,
                          is_note ? "a credit note takes nothing back" : "the total is below zero: send a credit note"};
        }
    }

    void settle(core::Invoice& invoice) {
        if (invoice.head.credits) {
            const auto credited = storage::find_invoice_by_number(transaction_, *invoice.head.credits);
            invoice.head.settled = {-core::set_off(credited->head, invoice.head.total).cents};
        }
    }

    storage::Transaction& transaction_;
    core::Date today_;
    std::map<core::FamilyId, FamilyBilling> families_;
    std::set<core::RequestId> requests_;
};

}  // namespace

void import_invoices(const Options& options, std::ostream& out) {
    const std::string content = content_of(options.file);
    const api::InvoiceImport read =
        is_table(options.file) ? api::read_invoices_csv(content) : api::read_invoices_json(content);
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    storage::lock_billing(transaction);
    Import import{transaction, core::amsterdam::local_time(clock_of(options)->now()).date};
    std::size_t wrong = 0;
    for (const api::ImportFault& fault : read.faults) {
        out << (fault.place.empty() ? "the file" : fault.place) << ": refused: " << fault.detail << '\n';
        ++wrong;
    }
    for (const api::ImportedInvoice& imported : read.invoices) {
        try {
            import.add(imported);
            for (const std::string& place : imported.line_places) {
                out << place << ": right: " << imported.invoice.head.number << '\n';
            }
        } catch (const Refusal& refusal) {
            out << refusal.place << ": refused: " << refusal.detail << '\n';
            ++wrong;
        }
    }
    if (wrong > 0) {
        throw std::runtime_error("Nothing was imported: " + std::to_string(wrong) +
                                 (wrong == 1 ? " line is wrong." : " lines are wrong."));
    }
    if (!options.check) {
        transaction.commit();
    }
    const bool one = read.invoices.size() == 1;
    out << (options.check ? "The file is right: " : "Done: ") << read.invoices.size()
        << (one ? " invoice" : " invoices")
        << (options.check ? " would be imported.\n"
            : one         ? " was imported.\n"
                          : " were imported.\n");
}

}  // namespace portal::server
