#include "server/handlers/account_answer.hpp"

#include "server/handlers/answers.hpp"
#include "server/storage/organisation.hpp"

namespace portal::server {

http::Response account_answer(storage::Transaction& transaction, const storage::Account& account) {
    const auto organisation = storage::find_organisation(transaction);
    return json(200, api::encode(api::Account{account.guardian, account.name, account.email,
                                              organisation ? organisation->name : "", account.decisions_seen_at}));
}

}  // namespace portal::server
