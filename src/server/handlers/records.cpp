#include "server/handlers/answers.hpp"
#include "server/handlers/handlers.hpp"
#include "server/storage/families.hpp"
#include "server/storage/locations.hpp"

namespace portal::server {

http::Response show_family(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(storage::load_family(transaction, call.who.family)));
}

http::Response show_locations(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(storage::load_locations(transaction, call.who.family)));
}

}  // namespace portal::server
