#include "api/rules_codec.hpp"
#include "server/care_record.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/handlers.hpp"
#include "server/storage/families.hpp"
#include "server/storage/locations.hpp"
#include "server/storage/notices.hpp"
#include "server/storage/rules.hpp"

namespace portal::server {

http::Response show_family(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(storage::load_family(transaction, call.who.family)));
}

http::Response show_locations(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(storage::load_locations(transaction, call.who.family)));
}

http::Response show_notices(const Services& services, const Call& call) {
    static_cast<void>(call);
    storage::Transaction transaction = services.database.read();
    const core::Date today = core::amsterdam::local_time(services.clock.now()).date;
    return json(200, api::encode(storage::list_notices(transaction, today)));
}

http::Response show_rules(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(storage::load_rules(transaction, call.who.family)));
}

http::Response show_credit(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    const CareRecord record{transaction, call.who.family, services.clock.now()};
    return json(200, api::encode(api::CreditOverview{record.ledgers()}));
}

}  // namespace portal::server
