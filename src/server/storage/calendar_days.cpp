#include "server/storage/calendar_days.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {
namespace {

/// A row of `closures` or `special_days`.
struct Row {
    std::string table;
    std::string day;
    std::string name;
    std::string kind;
    std::optional<core::LocationId> location;
};

SavedDay save(soci::session& sql, const Row& row) {
    const std::string location = row.location ? row.location->value : "";  // no location has an empty id
    int position = 0;
    std::string name;
    std::string kind;
    sql << "SELECT position, name, kind FROM " + row.table +
               " WHERE day = :day AND COALESCE(location_id, '') = :location ORDER BY position LIMIT 1",
        soci::use(row.day), soci::use(location), soci::into(position), soci::into(name), soci::into(kind);
    if (!sql.got_data()) {
        Nullable<std::string> column{row.location ? std::optional{location} : std::nullopt};
        sql << "INSERT INTO " + row.table +
                   " (position, day, name, kind, location_id)"
                   " SELECT COALESCE(MAX(position), -1) + 1, :day, :name, :kind, :location FROM " +
                   row.table,
            soci::use(row.day), soci::use(row.name), soci::use(row.kind), soci::use(column.value, column.indicator);
        return SavedDay::kAdded;
    }
    if (name == row.name && kind == row.kind) {
        return SavedDay::kSame;
    }
    sql << "UPDATE " + row.table + " SET name = :name, kind = :kind WHERE position = :position", soci::use(row.name),
        soci::use(row.kind), soci::use(position);
    return SavedDay::kChanged;
}

}  // namespace

SavedDay save_closure(Transaction& transaction, const core::Closure& closure) {
    return save(sql_of(transaction), {"closures", closure.date.to_string(), closure.name,
                                      std::string(core::to_string(closure.kind)), closure.location});
}

SavedDay save_special_day(Transaction& transaction, const core::SpecialDay& special) {
    return save(sql_of(transaction), {"special_days", special.date.to_string(), special.name,
                                      std::string(core::to_string(special.kind)), special.location});
}

SavedDay save_school_holiday(Transaction& transaction, const core::SchoolHoliday& holiday) {
    soci::session& sql = sql_of(transaction);
    const std::string first = holiday.first.to_string();
    const std::string last = holiday.last.to_string();
    std::string known_name;
    std::string known_last;
    sql << "SELECT name, last_day FROM school_holidays WHERE first_day = :first", soci::use(first),
        soci::into(known_name), soci::into(known_last);
    if (!sql.got_data()) {
        sql << "INSERT INTO school_holidays (position, name, first_day, last_day)"
               " SELECT COALESCE(MAX(position), -1) + 1, :name, :first, :last FROM school_holidays",
            soci::use(holiday.name), soci::use(first), soci::use(last);
        return SavedDay::kAdded;
    }
    if (known_name == holiday.name && known_last == last) {
        return SavedDay::kSame;
    }
    sql << "UPDATE school_holidays SET name = :name, last_day = :last WHERE first_day = :first",
        soci::use(holiday.name), soci::use(last), soci::use(first);
    return SavedDay::kChanged;
}

}  // namespace portal::server::storage
