#include "server/storage/people.hpp"

#include "server/storage/connection.hpp"
#include "server/storage/records.hpp"

namespace portal::server::storage {
namespace {

const char* family_query(core::RecordKind kind) {
    switch (kind) {
        case core::RecordKind::kGuardian:
            return "SELECT family_id FROM guardians WHERE id = :id";
        case core::RecordKind::kChild:
            return "SELECT family_id FROM children WHERE id = :id";
        case core::RecordKind::kContact:
            break;
    }
    return "SELECT k.family_id FROM emergency_contacts c JOIN children k ON k.id = c.child_id WHERE c.id = :id";
}

}  // namespace

bool has_family(Transaction& transaction, const core::FamilyId& family) {
    int count = 0;
    sql_of(transaction) << "SELECT COUNT(*) FROM families WHERE id = :id", soci::use(family.value), soci::into(count);
    return count > 0;
}

std::optional<core::FamilyId> find_family_of(Transaction& transaction, const core::Record& person) {
    soci::session& sql = sql_of(transaction);
    core::FamilyId family;
    sql << family_query(person.kind), soci::use(person.id), soci::into(family.value);
    return sql.got_data() ? std::optional{family} : std::nullopt;
}

void insert_person(Transaction& transaction, const core::FamilyId& family, const core::Record& person) {
    soci::session& sql = sql_of(transaction);
    switch (person.kind) {
        case core::RecordKind::kGuardian:
            sql << "INSERT INTO guardians (id, family_id, position, first_name, last_name, email, phone, pays)"
                   " SELECT :id, :family, COALESCE(MAX(position), -1) + 1, '', '', '', '', 0 FROM guardians"
                   " WHERE family_id = :same",
                soci::use(person.id), soci::use(family.value), soci::use(family.value);
            break;
        case core::RecordKind::kChild:
            sql << "INSERT INTO children (id, family_id, position, first_name, last_name, birth_date)"
                   " SELECT :id, :family, COALESCE(MAX(position), -1) + 1, '', '', '' FROM children"
                   " WHERE family_id = :same",
                soci::use(person.id), soci::use(family.value), soci::use(family.value);
            break;
        case core::RecordKind::kContact:
            insert_contact(transaction, person);
            break;
    }
}

bool write_citizen_number(Transaction& transaction, const core::Record& person, const std::string& number,
                          core::Date today) {
    const std::string kind{core::to_string(person.kind)};
    std::string known;
    sql_of(transaction) << "SELECT value FROM record_values WHERE record = :record AND record_id = :id"
                           " AND field = 'bsn'",
        soci::use(kind), soci::use(person.id), soci::into(known);
    if (known == number) {
        return false;
    }
    write_field(transaction, person, "bsn", number, today);
    return true;
}

}  // namespace portal::server::storage
