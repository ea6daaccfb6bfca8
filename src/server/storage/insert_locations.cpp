#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"
#include "server/storage/locations.hpp"

#include <set>

namespace portal::server::storage {
namespace {

void insert_opening_hours(soci::session& sql, const core::CareOffer& offer, const core::OpeningHours& hours,
                          int position) {
    const std::string care_type{core::to_string(offer.care_type)};
    const int weekday = number_of(hours.weekday);
    const std::string start = hours.time.start.to_string();
    const std::string end = hours.time.end.to_string();
    const std::string days{core::to_string(hours.days)};
    sql << "INSERT INTO opening_hours (location_id, care_type, position, weekday, start_time, end_time, days)"
           " VALUES (:location, :type, :position, :weekday, :start, :end, :days)",
        soci::use(offer.location.value), soci::use(care_type), soci::use(position), soci::use(weekday),
        soci::use(start), soci::use(end), soci::use(days);
}

void insert_slot(soci::session& sql, const core::CareOffer& offer, const core::Slot& slot, int position) {
    const std::string care_type{core::to_string(offer.care_type)};
    const int weekday = number_of(slot.weekday);
    const std::string start = slot.time.start.to_string();
    const std::string end = slot.time.end.to_string();
    const std::string days{core::to_string(slot.days)};
    sql << "INSERT INTO slots (location_id, care_type, position, name, weekday, start_time, end_time, days)"
           " VALUES (:location, :type, :position, :name, :weekday, :start, :end, :days)",
        soci::use(offer.location.value), soci::use(care_type), soci::use(position), soci::use(slot.name),
        soci::use(weekday), soci::use(start), soci::use(end), soci::use(days);
}

void insert_times(soci::session& sql, const core::CareOffer& offer) {
    int position = 0;
    for (const core::OpeningHours& hours : offer.opening_hours) {
        insert_opening_hours(sql, offer, hours, position++);
    }
    position = 0;
    for (const core::Slot& slot : offer.slots) {
        insert_slot(sql, offer, slot, position++);
    }
}

void insert_offer(soci::session& sql, const core::CareOffer& offer) {
    const std::string care_type{core::to_string(offer.care_type)};
    sql << "INSERT INTO offers (location_id, care_type, lrk) VALUES (:location, :type, :lrk)",
        soci::use(offer.location.value), soci::use(care_type), soci::use(offer.lrk);
    insert_times(sql, offer);
}

void insert_closure(soci::session& sql, const core::Closure& closure, int position) {
    const std::string day = closure.date.to_string();
    const std::string kind{core::to_string(closure.kind)};
    Nullable<std::string> location{closure.location ? std::optional{closure.location->value} : std::nullopt};
    sql << "INSERT INTO closures (position, day, name, kind, location_id)"
           " VALUES (:position, :day, :name, :kind, :location)",
        soci::use(position), soci::use(day), soci::use(closure.name), soci::use(kind),
        soci::use(location.value, location.indicator);
}

void insert_school_holiday(soci::session& sql, const core::SchoolHoliday& holiday, int position) {
    const std::string first = holiday.first.to_string();
    const std::string last = holiday.last.to_string();
    sql << "INSERT INTO school_holidays (position, name, first_day, last_day) VALUES (:position, :name, :first, :last)",
        soci::use(position), soci::use(holiday.name), soci::use(first), soci::use(last);
}

void insert_special_day(soci::session& sql, const core::SpecialDay& special, int position) {
    const std::string day = special.date.to_string();
    const std::string kind{core::to_string(special.kind)};
    Nullable<std::string> location{special.location ? std::optional{special.location->value} : std::nullopt};
    sql << "INSERT INTO special_days (position, day, name, kind, location_id)"
           " VALUES (:position, :day, :name, :kind, :location)",
        soci::use(position), soci::use(day), soci::use(special.name), soci::use(kind),
        soci::use(location.value, location.indicator);
}

}  // namespace

bool has_location(Transaction& transaction, const core::LocationId& location) {
    int count = 0;
    sql_of(transaction) << "SELECT COUNT(*) FROM locations WHERE id = :id", soci::use(location.value),
        soci::into(count);
    return count > 0;
}

void save_offer(Transaction& transaction, const core::CareOffer& offer) {
    soci::session& sql = sql_of(transaction);
    const std::string care_type{core::to_string(offer.care_type)};
    if (has_location(transaction, offer.location)) {
        sql << "UPDATE locations SET name = :name WHERE id = :id", soci::use(offer.location_name),
            soci::use(offer.location.value);
    } else {
        sql << "INSERT INTO locations (id, name, position) SELECT :id, :name, COALESCE(MAX(position), -1) + 1"
               " FROM locations",
            soci::use(offer.location.value), soci::use(offer.location_name);
    }
    if (!has_offer(transaction, offer.location, offer.care_type)) {
        insert_offer(sql, offer);
        return;
    }
    sql << "UPDATE offers SET lrk = :lrk WHERE location_id = :location AND care_type = :type", soci::use(offer.lrk),
        soci::use(offer.location.value), soci::use(care_type);
    for (const char* table : {"opening_hours", "slots"}) {
        sql << std::string("DELETE FROM ") + table + " WHERE location_id = :location AND care_type = :type",
            soci::use(offer.location.value), soci::use(care_type);
    }
    insert_times(sql, offer);
}

void insert_locations(Transaction& transaction, const core::Locations& locations) {
    soci::session& sql = sql_of(transaction);
    std::set<std::string> known;
    int position = 0;
    for (const core::CareOffer& offer : locations.offers) {
        if (known.insert(offer.location.value).second) {
            sql << "INSERT INTO locations (id, name, position) VALUES (:id, :name, :position)",
                soci::use(offer.location.value), soci::use(offer.location_name), soci::use(position);
            ++position;
        }
        insert_offer(sql, offer);
    }
    position = 0;
    for (const core::Closure& closure : locations.calendar.closures) {
        insert_closure(sql, closure, position++);
    }
    position = 0;
    for (const core::SchoolHoliday& holiday : locations.calendar.school_holidays) {
        insert_school_holiday(sql, holiday, position++);
    }
    position = 0;
    for (const core::SpecialDay& special : locations.calendar.special_days) {
        insert_special_day(sql, special, position++);
    }
}

}  // namespace portal::server::storage
