#include "server/storage/contracts.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {
namespace {

void insert_care_moment(soci::session& sql, const core::ContractId& contract, const core::CareMoment& moment,
                        int position) {
    const int weekday = number_of(moment.weekday);
    const std::string start = moment.time.start.to_string();
    const std::string end = moment.time.end.to_string();
    const std::string days{core::to_string(moment.days)};
    sql << "INSERT INTO care_moments (contract_id, position, weekday, start_time, end_time, days)"
           " VALUES (:contract, :position, :weekday, :start, :end, :days)",
        soci::use(contract.value), soci::use(position), soci::use(weekday), soci::use(start), soci::use(end),
        soci::use(days);
}

void insert_week(soci::session& sql, const core::PlacementContract& contract) {
    int position = 0;
    for (const core::CareMoment& moment : contract.week) {
        insert_care_moment(sql, contract.id, moment, position++);
    }
}

}  // namespace

std::optional<core::FamilyId> find_family_of_contract(Transaction& transaction, const std::string& number) {
    soci::session& sql = sql_of(transaction);
    core::FamilyId family;
    sql << "SELECT k.family_id FROM contracts c JOIN children k ON k.id = c.child_id WHERE c.number = :number",
        soci::use(number), soci::into(family.value);
    return sql.got_data() ? std::optional{family} : std::nullopt;
}

void insert_contract(Transaction& transaction, const core::PlacementContract& contract) {
    soci::session& sql = sql_of(transaction);
    const std::string care_type{core::to_string(contract.care_type)};
    const std::string start = contract.start.to_string();
    Nullable<std::string> end = nullable_text(contract.end);
    const long long rate = contract.hourly_rate.cents;
    const std::string stage{core::to_string(contract.stage)};
    sql << "INSERT INTO contracts (id, number, child_id, location_id, care_type, contract_type, weeks_per_year,"
           " group_name, start_day, end_day, hourly_rate_cents, stage) VALUES (:id, :number, :child, :location, :type,"
           " :contract, :weeks, :group, :start, :end, :rate, :stage)",
        soci::use(contract.id.value), soci::use(contract.number), soci::use(contract.child.value),
        soci::use(contract.location.value), soci::use(care_type), soci::use(contract.type.value),
        soci::use(contract.weeks_per_year), soci::use(contract.group), soci::use(start),
        soci::use(end.value, end.indicator), soci::use(rate), soci::use(stage);
    insert_week(sql, contract);
}

void update_contract(Transaction& transaction, const core::PlacementContract& contract) {
    soci::session& sql = sql_of(transaction);
    Nullable<std::string> end = nullable_text(contract.end);
    const std::string start = contract.start.to_string();
    const long long rate = contract.hourly_rate.cents;
    const std::string stage{core::to_string(contract.stage)};
    sql << "UPDATE contracts SET contract_type = :type, weeks_per_year = :weeks, group_name = :group,"
           " start_day = :start, end_day = :end, hourly_rate_cents = :rate, stage = :stage WHERE id = :id",
        soci::use(contract.type.value), soci::use(contract.weeks_per_year), soci::use(contract.group), soci::use(start),
        soci::use(end.value, end.indicator), soci::use(rate), soci::use(stage), soci::use(contract.id.value);
    sql << "DELETE FROM care_moments WHERE contract_id = :id", soci::use(contract.id.value);
    insert_week(sql, contract);
}

}  // namespace portal::server::storage
