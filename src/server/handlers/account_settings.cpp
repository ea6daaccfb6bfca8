#include "server/storage/account_settings.hpp"

#include "api/account_codec.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/handlers.hpp"

namespace portal::server {

http::Response show_settings(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(storage::load_account_settings(transaction, call.who.account)));
}

http::Response change_settings(const Services& services, const Call& call) {
    const auto settings = decoded(api::decode_account_settings(call.request.body));
    storage::Transaction transaction = services.database.write();
    storage::save_account_settings(transaction, call.who.account, settings);
    transaction.commit();
    return json(200, api::encode(settings));
}

}  // namespace portal::server
