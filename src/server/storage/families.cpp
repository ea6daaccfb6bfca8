#include "server/storage/families.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"
#include "server/storage/contracts.hpp"

#include <map>

namespace portal::server::storage {
namespace {

void load_children(soci::session& sql, const core::FamilyId& id, core::Family& family) {
    core::Child child;
    std::string birth_date;
    soci::statement rows =
        (sql.prepare << "SELECT id, first_name, last_name, birth_date FROM children WHERE family_id = :family"
                        " ORDER BY position",
         soci::use(id.value), soci::into(child.id.value), soci::into(child.first_name), soci::into(child.last_name),
         soci::into(birth_date));
    rows.execute();
    while (rows.fetch()) {
        child.birth_date = to_date(birth_date);
        family.children.push_back(child);
    }
}

void load_guardians(soci::session& sql, const core::FamilyId& id, core::Family& family) {
    core::Guardian guardian;
    int pays = 0;
    soci::statement rows =
        (sql.prepare << "SELECT id, first_name, last_name, email, phone, pays FROM guardians"
                        " WHERE family_id = :family ORDER BY position",
         soci::use(id.value), soci::into(guardian.id.value), soci::into(guardian.first_name),
         soci::into(guardian.last_name), soci::into(guardian.email), soci::into(guardian.phone), soci::into(pays));
    rows.execute();
    while (rows.fetch()) {
        guardian.pays = pays != 0;
        family.guardians.push_back(guardian);
    }
}

void load_contracts(soci::session& sql, const core::FamilyId& id, core::Family& family) {
    core::PlacementContract contract;
    std::string care_type;
    std::string start;
    Nullable<std::string> end;
    long long rate = 0;
    std::string stage;
    soci::statement rows =
        (sql.prepare << "SELECT c.id, c.number, c.child_id, c.location_id, c.care_type, c.contract_type,"
                        " c.weeks_per_year, c.group_name, c.start_day, c.end_day, c.hourly_rate_cents,"
                        " c.stage FROM contracts c JOIN children k ON k.id = c.child_id"
                        " WHERE k.family_id = :family ORDER BY k.position, c.start_day DESC, c.id",
         soci::use(id.value), soci::into(contract.id.value), soci::into(contract.number),
         soci::into(contract.child.value), soci::into(contract.location.value), soci::into(care_type),
         soci::into(contract.type.value), soci::into(contract.weeks_per_year), soci::into(contract.group),
         soci::into(start), soci::into(end.value, end.indicator), soci::into(rate), soci::into(stage));
    rows.execute();
    while (rows.fetch()) {
        contract.care_type = read_column(care_type, core::care_type_from);
        contract.start = to_date(start);
        contract.end = end.has_value() ? std::optional{to_date(end.value)} : std::nullopt;
        contract.hourly_rate = {rate};
        contract.stage = read_column(stage, core::contract_stage_from);
        family.contracts.push_back(contract);
    }
}

void load_care_moments(soci::session& sql, const core::FamilyId& id, core::Family& family) {
    std::map<std::string, core::PlacementContract*> contracts;
    for (core::PlacementContract& contract : family.contracts) {
        contracts[contract.id.value] = &contract;
    }
    std::string contract;
    int weekday = 0;
    std::string start;
    std::string end;
    std::string days;
    soci::statement rows =
        (sql.prepare << "SELECT m.contract_id, m.weekday, m.start_time, m.end_time, m.days FROM care_moments m"
                        " JOIN contracts c ON c.id = m.contract_id JOIN children k ON k.id = c.child_id"
                        " WHERE k.family_id = :family ORDER BY m.contract_id, m.position",
         soci::use(id.value), soci::into(contract), soci::into(weekday), soci::into(start), soci::into(end),
         soci::into(days));
    rows.execute();
    while (rows.fetch()) {
        contracts.at(contract)->week.push_back(
            {to_weekday(weekday), to_range(start, end), read_column(days, core::day_kind_from)});
    }
}

void insert_child(soci::session& sql, const core::FamilyId& family, const core::Child& child, int position) {
    const std::string birth_date = child.birth_date.to_string();
    sql << "INSERT INTO children (id, family_id, position, first_name, last_name, birth_date)"
           " VALUES (:id, :family, :position, :first, :last, :birth)",
        soci::use(child.id.value), soci::use(family.value), soci::use(position), soci::use(child.first_name),
        soci::use(child.last_name), soci::use(birth_date);
}

void insert_guardian(soci::session& sql, const core::FamilyId& family, const core::Guardian& guardian, int position) {
    const int pays = guardian.pays ? 1 : 0;
    sql << "INSERT INTO guardians (id, family_id, position, first_name, last_name, email, phone, pays)"
           " VALUES (:id, :family, :position, :first, :last, :email, :phone, :pays)",
        soci::use(guardian.id.value), soci::use(family.value), soci::use(position), soci::use(guardian.first_name),
        soci::use(guardian.last_name), soci::use(guardian.email), soci::use(guardian.phone), soci::use(pays);
}

}  // namespace

core::Family load_family(Transaction& transaction, const core::FamilyId& id) {
    soci::session& sql = sql_of(transaction);
    core::Family family;
    load_children(sql, id, family);
    load_guardians(sql, id, family);
    load_contracts(sql, id, family);
    load_care_moments(sql, id, family);
    return family;
}

void insert_family(Transaction& transaction, const core::FamilyId& id, const core::Family& family) {
    soci::session& sql = sql_of(transaction);
    sql << "INSERT INTO families (id) VALUES (:id)", soci::use(id.value);
    int position = 0;
    for (const core::Child& child : family.children) {
        insert_child(sql, id, child, position++);
    }
    position = 0;
    for (const core::Guardian& guardian : family.guardians) {
        insert_guardian(sql, id, guardian, position++);
    }
    for (const core::PlacementContract& contract : family.contracts) {
        insert_contract(transaction, contract);
    }
}

std::optional<core::FamilyId> find_family_of(Transaction& transaction, const core::ChildId& child) {
    soci::session& sql = sql_of(transaction);
    core::FamilyId family;
    sql << "SELECT family_id FROM children WHERE id = :id", soci::use(child.value), soci::into(family.value);
    return sql.got_data() ? std::optional{family} : std::nullopt;
}

void lock_family(Transaction& transaction, const core::FamilyId& id) {
    Connection& connection = transaction.connection();
    if (connection.dialect->lock_family.empty()) {
        return;
    }
    std::string locked;
    connection.sql << connection.dialect->lock_family, soci::use(id.value), soci::into(locked);
}

}  // namespace portal::server::storage
