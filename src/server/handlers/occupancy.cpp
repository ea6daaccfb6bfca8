#include "core/occupancy.hpp"

#include "server/care_record.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/handlers.hpp"

namespace portal::server {
namespace {

constexpr int kMostDays = 400;

core::Date date_parameter(const http::Request& request, const std::string& name) {
    const auto given = request.query.find(name);
    if (given == request.query.end()) {
        throw http::Failure(400, "invalid-parameter", "The parameter '" + name + "' is missing.", name);
    }
    const auto date = core::Date::parse(given->second);
    if (!date) {
        throw http::Failure(400, "invalid-parameter", "The parameter '" + name + "' is no date like 2026-11-23.", name);
    }
    return *date;
}

}  // namespace

http::Response show_occupancy(const Services& services, const Call& call) {
    const core::Date from = date_parameter(call.request, "from");
    const core::Date to = date_parameter(call.request, "to");
    if (to < from) {
        throw http::Failure(400, "invalid-parameter", "The parameter 'to' is before 'from'.", "to");
    }
    if (to - from >= kMostDays) {
        throw http::Failure(400, "invalid-parameter",
                            "Not more than " + std::to_string(kMostDays) + " days can be asked at once.", "to");
    }
    storage::Transaction transaction = services.database.read();
    const CareRecord record{transaction, call.who.family, services.clock.now()};
    const core::CareFacts facts = record.facts();
    return json(200, api::encode(api::Occupancy{from, to,
                                                core::occupancy(facts.family, facts.locations.calendar, facts.rules,
                                                                record.requests(), from, to)}));
}

}  // namespace portal::server
