#include "server/storage/locations.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

#include <algorithm>

namespace portal::server::storage {
namespace {

/// Which offers; appended to queries that name the offer `o`.
struct Which {
    std::string condition;
    std::string value;
};

/// The locations and care types of a family's contracts.
constexpr const char* kOfFamily =
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

void load_offers(soci::session& sql, const Which& which, core::Locations& locations) {
    core::CareOffer offer;
    std::string care_type;
    soci::statement rows = (sql.prepare << "SELECT o.location_id, l.name, o.care_type, o.lrk FROM offers o"
                                           " JOIN locations l ON l.id = o.location_id" +
                                               which.condition + " ORDER BY l.position, o.care_type",
                            soci::use(which.value), soci::into(offer.location.value), soci::into(offer.location_name),
                            soci::into(care_type), soci::into(offer.lrk));
    rows.execute();
    while (rows.fetch()) {
        offer.care_type = read_column(care_type, core::care_type_from);
        locations.offers.push_back(offer);
    }
}

void load_opening_hours(soci::session& sql, const Which& which, core::Locations& locations) {
    std::string location;
    std::string care_type;
    int weekday = 0;
    std::string start;
    std::string end;
    std::string days;
    soci::statement rows =
        (sql.prepare << "SELECT o.location_id, o.care_type, o.weekday, o.start_time, o.end_time, o.days"
                        " FROM opening_hours o" +
                            which.condition + " ORDER BY o.location_id, o.care_type, o.position",
         soci::use(which.value), soci::into(location), soci::into(care_type), soci::into(weekday), soci::into(start),
         soci::into(end), soci::into(days));
    rows.execute();
    while (rows.fetch()) {
        offer_of(locations, location, care_type)
            .opening_hours.push_back(
                {to_weekday(weekday), to_range(start, end), read_column(days, core::day_kind_from)});
    }
}

void load_slots(soci::session& sql, const Which& which, core::Locations& locations) {
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
                            which.condition + " ORDER BY o.location_id, o.care_type, o.position",
         soci::use(which.value), soci::into(location), soci::into(care_type), soci::into(name), soci::into(weekday),
         soci::into(start), soci::into(end), soci::into(days));
    rows.execute();
    while (rows.fetch()) {
        offer_of(locations, location, care_type)
            .slots.push_back({name, to_weekday(weekday), to_range(start, end), read_column(days, core::day_kind_from)});
    }
}

/// Closures and special days: those of all locations, and of the family's own.
template <class Day, class Kind>
void load_days(soci::session& sql, const std::string& table, const core::FamilyId& family, std::vector<Day>& days,
               std::optional<Kind> (*kind_from)(std::string_view)) {
    Day loaded;
    std::string day;
    std::string kind;
    Nullable<std::string> location;
    soci::statement rows =
        (sql.prepare << "SELECT day, name, kind, location_id FROM " + table +
                            " WHERE location_id IS NULL OR location_id IN (SELECT c.location_id FROM contracts c"
                            " JOIN children k ON k.id = c.child_id WHERE k.family_id = :family) ORDER BY day, position",
         soci::use(family.value), soci::into(day), soci::into(loaded.name), soci::into(kind),
         soci::into(location.value, location.indicator));
    rows.execute();
    while (rows.fetch()) {
        loaded.date = to_date(day);
        loaded.kind = read_column(kind, kind_from);
        loaded.location = location.has_value() ? std::optional{core::LocationId{location.value}} : std::nullopt;
        days.push_back(loaded);
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
    const Which which{kOfFamily, family.value};
    load_offers(sql, which, locations);
    load_opening_hours(sql, which, locations);
    load_slots(sql, which, locations);
    load_days(sql, "closures", family, locations.calendar.closures, core::closure_kind_from);
    load_days(sql, "special_days", family, locations.calendar.special_days, core::special_day_kind_from);
    load_school_holidays(sql, locations);
    return locations;
}

std::optional<core::CareOffer> find_offer(Transaction& transaction, const core::LocationId& location,
                                          core::CareType care_type) {
    soci::session& sql = sql_of(transaction);
    core::Locations locations;
    const Which which{" WHERE o.location_id = :location", location.value};
    load_offers(sql, which, locations);
    load_opening_hours(sql, which, locations);
    load_slots(sql, which, locations);
    const core::CareOffer* offer = core::find_offer(locations, location, care_type);
    return offer == nullptr ? std::nullopt : std::optional{*offer};
}

bool has_offer(Transaction& transaction, const core::LocationId& location, core::CareType care_type) {
    const std::string type{core::to_string(care_type)};
    int count = 0;
    sql_of(transaction) << "SELECT COUNT(*) FROM offers WHERE location_id = :location AND care_type = :type",
        soci::use(location.value), soci::use(type), soci::into(count);
    return count > 0;
}

}  // namespace portal::server::storage
