#include "server/storage/locations.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

#include <algorithm>

namespace portal::server::storage {
namespace {

/// The locations and care types of a family's contracts; appended to queries that name the offer `o`.
const std::string kOfFamily =
    " WHERE EXISTS (SELECT 1 FROM contracts c JOIN children k ON k.id = c.child_id WHERE k.family_id = :family"
    " AND c.location_id = o.location_id AND c.care_type = o.care_type)";

core::CareOffer& offer_of(core::Locations& locations, const std::string& location, const std::string& care_type) {
    const core::CareType type = read_column(care_type, core::care_type_from);
    const auto found = std::find_if(
        locations.offers.begin(), locations.offers.end(),
        [&](const core::CareOffer& offer) { return offer.location.value == location && offer.care_type == type; });
    if (found == locations.offers.end()) {
        throw std::runtime_error("hours of an offer that is not there");
    }
    return *found;
}

void load_offers(soci::session& sql, const core::FamilyId& family, core::Locations& locations) {
    core::CareOffer offer;
    core::ExtraCareRules& rules = offer.extra_care;
    std::string care_type;
    std::string unit;
    int offered = 0;
    int free_times = 0;
    Nullable<std::string> until;
    Nullable<long long> rate;
    const std::string query =
        "SELECT o.location_id, l.name, o.care_type, o.lrk, o.offered, o.free_times, o.minimum_minutes, o.step_minutes,"
        " o.notice_unit, o.notice_amount, o.notice_until, o.max_days_ahead, o.hourly_rate_cents FROM offers o"
        " JOIN locations l ON l.id = o.location_id" +
        kOfFamily + " ORDER BY l.position, o.care_type";
    soci::statement rows =
        (sql.prepare << query, soci::use(family.value), soci::into(offer.location.value),
         soci::into(offer.location_name), soci::into(care_type), soci::into(offer.lrk), soci::into(offered),
         soci::into(free_times), soci::into(rules.minimum_minutes), soci::into(rules.step_minutes), soci::into(unit),
         soci::into(rules.notice.amount), soci::into(until.value, until.indicator), soci::into(rules.max_days_ahead),
         soci::into(rate.value, rate.indicator));
    rows.execute();
    while (rows.fetch()) {
        offer.care_type = read_column(care_type, core::care_type_from);
        rules.offered = offered != 0;
        rules.free_times = free_times != 0;
        rules.notice.unit = read_column(unit, core::notice_unit_from);
        rules.notice.until = until.has_value() ? std::optional{to_time(until.value)} : std::nullopt;
        rules.hourly_rate = rate.has_value() ? std::optional{core::Money{rate.value}} : std::nullopt;
        locations.offers.push_back(offer);
    }
}

void load_opening_hours(soci::session& sql, const core::FamilyId& family, core::Locations& locations) {
    std::string location;
    std::string care_type;
    int weekday = 0;
    std::string start;
    std::string end;
    std::string days;
    soci::statement rows =
        (sql.prepare << "SELECT o.location_id, o.care_type, o.weekday, o.start_time, o.end_time, o.days"
                        " FROM opening_hours o" +
                            kOfFamily + " ORDER BY o.location_id, o.care_type, o.position",
         soci::use(family.value), soci::into(location), soci::into(care_type), soci::into(weekday), soci::into(start),
         soci::into(end), soci::into(days));
    rows.execute();
    while (rows.fetch()) {
        offer_of(locations, location, care_type)
            .opening_hours.push_back(
                {to_weekday(weekday), to_range(start, end), read_column(days, core::day_kind_from)});
    }
}

void load_slots(soci::session& sql, const core::FamilyId& family, core::Locations& locations) {
    std::string location;
    std::string care_type;
    std::string name;
    int weekday = 0;
    std::string start;
    std::string end;
    std::string days;
    soci::statement rows =
        (sql.prepare << "SELECT o.location_id, o.care_type, o.name, o.weekday, o.start_time, o.end_time, o.days"
                        " FROM slots o" +
                            kOfFamily + " ORDER BY o.location_id, o.care_type, o.position",
         soci::use(family.value), soci::into(location), soci::into(care_type), soci::into(name), soci::into(weekday),
         soci::into(start), soci::into(end), soci::into(days));
    rows.execute();
    while (rows.fetch()) {
        offer_of(locations, location, care_type)
            .slots.push_back({name, to_weekday(weekday), to_range(start, end), read_column(days, core::day_kind_from)});
    }
}

void load_closures(soci::session& sql, const core::FamilyId& family, core::Locations& locations) {
    core::Closure closure;
    std::string day;
    std::string kind;
    Nullable<std::string> location;
    soci::statement rows =
        (sql.prepare << "SELECT day, name, kind, location_id FROM closures WHERE location_id IS NULL OR location_id IN"
                        " (SELECT c.location_id FROM contracts c JOIN children k ON k.id = c.child_id"
                        " WHERE k.family_id = :family) ORDER BY day, position",
         soci::use(family.value), soci::into(day), soci::into(closure.name), soci::into(kind),
         soci::into(location.value, location.indicator));
    rows.execute();
    while (rows.fetch()) {
        closure.date = to_date(day);
        closure.kind = read_column(kind, core::closure_kind_from);
        closure.location = location.has_value() ? std::optional{core::LocationId{location.value}} : std::nullopt;
        locations.calendar.closures.push_back(closure);
    }
}

void load_school_holidays(soci::session& sql, core::Locations& locations) {
    std::string name;
    std::string first;
    std::string last;
    soci::statement rows = (sql.prepare << "SELECT name, first_day, last_day FROM school_holidays ORDER BY first_day",
                            soci::into(name), soci::into(first), soci::into(last));
    rows.execute();
    while (rows.fetch()) {
        locations.calendar.school_holidays.push_back({name, to_date(first), to_date(last)});
    }
}

}  // namespace

core::Locations load_locations(Transaction& transaction, const core::FamilyId& family) {
    soci::session& sql = sql_of(transaction);
    core::Locations locations;
    load_offers(sql, family, locations);
    load_opening_hours(sql, family, locations);
    load_slots(sql, family, locations);
    load_closures(sql, family, locations);
    load_school_holidays(sql, locations);
    return locations;
}

}  // namespace portal::server::storage
