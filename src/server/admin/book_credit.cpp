#include "server/admin/book_credit.hpp"

#include "server/auth/random.hpp"
#include "server/care_record.hpp"
#include "server/open_database.hpp"
#include "server/storage/families.hpp"

#include <algorithm>
#include <ostream>
#include <stdexcept>

namespace portal::server {
namespace {

std::int64_t balance_of(const CareRecord& record, const core::ChildId& child, core::Date today) {
    const auto ledger = std::find_if(record.ledgers().begin(), record.ledgers().end(),
                                     [&](const core::CreditLedger& it) { return it.child == child; });
    return core::sum_of(*ledger, core::LedgerAccount::kBalance, core::CreditUnit::kMinutes, today);
}

}  // namespace

void book_credit(const Options& options, std::ostream& out) {
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    const core::ChildId child{options.child};
    const auto family = storage::find_family_of(transaction, child);
    if (!family) {
        throw std::runtime_error("There is no child '" + child.value + "'.");
    }
    storage::lock_family(transaction, *family);
    const core::Instant now = clock_of(options)->now();
    const core::Date today = core::amsterdam::local_time(now).date;
    CareRecord record{transaction, *family, now};
    const std::int64_t before = balance_of(record, child, today);
    record.book({child, {core::CreditUnit::kMinutes, options.minutes}, false, options.use_before, options.note, now});
    record.save(transaction);
    transaction.commit();
    out << "Done: the balance of '" << child.value << "' went from " << before << " to "
        << balance_of(record, child, today) << " minutes.\n";
}

}  // namespace portal::server
