#include "server/handlers/refused_access.hpp"

#include "server/auth/random.hpp"
#include "server/storage/access_log.hpp"

#include <algorithm>

namespace portal::server {

http::Failure refused_access(const Services& services, const Call& call, const std::string& what, const std::string& id,
                             const std::string& field) {
    storage::Transaction transaction = services.database.write();
    storage::insert_refused_access(transaction, random_id(),
                                   {services.clock.now(), call.who.account, call.route, what, id, call.request.id});
    transaction.commit();
    return {404, "not-found", "There is no such " + what + '.', field};
}

bool is_identifier(const std::string& id) {
    constexpr std::size_t kLongestId = 64;
    return id.size() <= kLongestId && std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace portal::server
