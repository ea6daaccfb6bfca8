#include "server/admin/publish_notice.hpp"

#include "server/auth/random.hpp"
#include "server/open_database.hpp"
#include "server/storage/notices.hpp"

#include <ostream>
#include <stdexcept>

namespace portal::server {

void publish_notice(const Options& options, std::ostream& out) {
    const core::Instant now = clock_of(options)->now();
    if (options.until && *options.until < core::amsterdam::local_time(now).date) {
        throw std::runtime_error("The last day, " + options.until->to_string() + ", has passed.");
    }
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    storage::insert_notice(transaction, {random_id(), options.title, options.text, now, options.until});
    transaction.commit();
    out << "Done: parents see '" << options.title << "' from now on.\n";
}

}  // namespace portal::server
