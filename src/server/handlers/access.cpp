#include "server/handlers/access.hpp"

#include "server/auth/random.hpp"
#include "server/storage/access_log.hpp"

#include <algorithm>

namespace portal::server {
namespace {

std::string nothing_of_the_kind(const std::string& what) {
    return "There is no such " + what + '.';
}

}  // namespace

http::Failure refused_access(const Services& services, const Call& call, const std::string& what, const std::string& id,
                             const std::string& field) {
    storage::Transaction transaction = services.database.write();
    storage::insert_refused_access(transaction, random_id(),
                                   {services.clock.now(), call.who.account, call.route, what, id, call.request.id});
    transaction.commit();
    return {404, "not-found", nothing_of_the_kind(what), field};
}

bool is_identifier(const std::string& id) {
    constexpr std::size_t kLongestId = 64;
    return id.size() <= kLongestId && std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c <= '~'; });
}

std::string identifier_parameter(const Call& call, const std::string& what) {
    std::string id = call.parameters.at("id");
    if (!is_identifier(id)) {
        throw http::Failure(404, "not-found", nothing_of_the_kind(what));
    }
    return id;
}

}  // namespace portal::server
