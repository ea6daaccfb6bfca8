#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"
#include "server/storage/locations.hpp"

#include <set>

namespace portal::server::storage {
namespace {

void insert_rules(soci::session& sql, const core::CareOffer& offer) {
    const core::ExtraCareRules& rules = offer.extra_care;
    const std::string care_type{core::to_string(offer.care_type)};
    const std::string unit{core::to_string(rules.notice.unit)};
    const int offered = rules.offered ? 1 : 0;
    const int free_times = rules.free_times ? 1 : 0;
    Nullable<std::string> until = nullable_text(rules.notice.until);
    Nullable<long long> rate{rules.hourly_rate ? std::optional<long long>{rules.hourly_rate->cents} : std::nullopt};
    sql << "INSERT INTO offers (location_id, care_type, lrk, offered, free_times, minimum_minutes, step_minutes,"
           " notice_unit, notice_amount, notice_until, max_days_ahead, hourly_rate_cents) VALUES (:location, :type,"
           " :lrk, :offered, :free, :minimum, :step, :unit, :amount, :until, :ahead, :rate)",
        soci::use(offer.location.value), soci::use(care_type), soci::use(offer.lrk), soci::use(offered),
        soci::use(free_times), soci::use(rules.minimum_minutes), soci::use(rules.step_minutes), soci::use(unit),
        soci::use(rules.notice.amount), soci::use(until.value, until.indicator), soci::use(rules.max_days_ahead),
        soci::use(rate.value, rate.indicator);
}

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

void insert_offer(soci::session& sql, const core::CareOffer& offer) {
    insert_rules(sql, offer);
    int position = 0;
    for (const core::OpeningHours& hours : offer.opening_hours) {
        insert_opening_hours(sql, offer, hours, position++);
    }
    position = 0;
    for (const core::Slot& slot : offer.slots) {
        insert_slot(sql, offer, slot, position++);
    }
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

}  // namespace

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
}

}  // namespace portal::server::storage
