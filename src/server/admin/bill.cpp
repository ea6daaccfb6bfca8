#include "server/admin/bill.hpp"

#include "core/annual_statement.hpp"
#include "server/auth/random.hpp"
#include "server/billing.hpp"
#include "server/open_database.hpp"
#include "server/storage/families.hpp"
#include "server/storage/invoices.hpp"
#include "server/storage/organisation_details.hpp"
#include "server/storage/statements.hpp"

#include <algorithm>
#include <ostream>
#include <stdexcept>

namespace portal::server {
namespace {

core::Date today_of(const Options& options) {
    return core::amsterdam::local_time(clock_of(options)->now()).date;
}

/// Nobody means to bill a year from now; who types a wrong year does.
void check_month(core::Month month, core::Date today) {
    constexpr int kMostAhead = 2;
    if (core::Month::of(today).plus(kMostAhead) < month) {
        throw std::runtime_error("The month " + month.to_string() + " is too far ahead to be billed.");
    }
}

}  // namespace

void bill(const Options& options, std::ostream& out) {
    const core::Date today = today_of(options);
    check_month(*options.month, today);
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    storage::lock_billing(transaction);
    const int payment_days = storage::load_organisation_details(transaction).payment_days;
    InvoiceNumbers numbers{transaction};
    int made = 0;
    core::Money total;
    for (const core::FamilyId& family : storage::list_families(transaction)) {
        // Nobody decides about the family's requests while they are billed.
        storage::lock_family(transaction, family);
        FamilyBilling billing{transaction, family};
        if (const auto invoice = billing.bill(transaction, numbers, {*options.month, today, today + payment_days})) {
            out << invoice->head.number << "  " << family.value << "  " << invoice->head.total.cents << " cents\n";
            total = total + invoice->head.total;
            ++made;
        }
    }
    transaction.commit();
    out << "Done: " << made << (made == 1 ? " invoice" : " invoices") << " of " << options.month->to_string()
        << ", together " << total.cents << " cents.\n";
}

void book_payment(const Options& options, std::ostream& out) {
    if (today_of(options) < *options.on) {
        throw std::runtime_error("The day " + options.on->to_string() + " is yet to come.");
    }
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    storage::lock_billing(transaction);
    const auto owned = storage::find_invoice_by_number(transaction, options.invoice);
    if (!owned) {
        throw std::runtime_error("There is no invoice '" + options.invoice + "'.");
    }
    const core::InvoicePayment payment{*options.on, {options.cents}};
    storage::insert_payment(transaction, owned->head.id, payment);
    transaction.commit();
    core::InvoiceHead head = owned->head;
    head.paid = head.paid + payment.amount;
    out << "Done: of '" << head.number << "' " << core::open_amount(head).cents << " cents are open.\n";
}

void publish_statements(const Options& options, std::ostream& out) {
    const core::Date today = today_of(options);
    if (today.year() <= *options.year) {
        throw std::runtime_error("The year " + std::to_string(*options.year) + " is not over.");
    }
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    int published = 0;
    for (const core::FamilyId& family : storage::list_families(transaction)) {
        const std::vector<int> years = core::years_of_care(storage::load_invoices(transaction, family));
        if (std::find(years.begin(), years.end(), *options.year) != years.end()) {
            storage::publish_statement(transaction, family, *options.year, today);
            ++published;
        }
    }
    transaction.commit();
    out << "Done: " << published << (published == 1 ? " statement" : " statements") << " of " << *options.year
        << " published.\n";
}

}  // namespace portal::server
