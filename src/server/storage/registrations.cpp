#include "server/storage/registrations.hpp"

#include "server/storage/connection.hpp"

namespace portal::server::storage {

std::optional<Registration> find_registration(Transaction& transaction, const core::LocationId& location,
                                              core::CareType care_type) {
    soci::session& sql = sql_of(transaction);
    const std::string type{core::to_string(care_type)};
    Registration registration;
    sql << "SELECT l.name, o.lrk FROM offers o JOIN locations l ON l.id = o.location_id"
           " WHERE o.location_id = :location AND o.care_type = :type",
        soci::use(location.value), soci::use(type), soci::into(registration.location_name),
        soci::into(registration.lrk);
    return sql.got_data() ? std::optional{registration} : std::nullopt;
}

}  // namespace portal::server::storage
