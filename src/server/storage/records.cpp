#include "server/storage/records.hpp"

#include "server/storage/accounts.hpp"
#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace portal::server::storage {
namespace {

using core::Record;
using core::RecordKind;

/// Fields that have a column of their own, which the rest of the server reads.
struct Column {
    RecordKind kind;
    std::string_view field;
    const char* update;
};

constexpr std::array<Column, 7> kColumns{
    {{RecordKind::kGuardian, "firstName", "UPDATE guardians SET first_name = :value WHERE id = :id"},
     {RecordKind::kGuardian, "lastName", "UPDATE guardians SET last_name = :value WHERE id = :id"},
     {RecordKind::kGuardian, "email", "UPDATE guardians SET email = :value WHERE id = :id"},
     {RecordKind::kGuardian, "mobile", "UPDATE guardians SET phone = :value WHERE id = :id"},
     {RecordKind::kChild, "firstName", "UPDATE children SET first_name = :value WHERE id = :id"},
     {RecordKind::kChild, "lastName", "UPDATE children SET last_name = :value WHERE id = :id"},
     {RecordKind::kChild, "birthDate", "UPDATE children SET birth_date = :value WHERE id = :id"}}};

void put(Record& record, const char* name, const std::string& value) {
    if (!value.empty()) {
        record.fields.push_back({name, value});
    }
}

std::vector<Record> load_guardians(soci::session& sql, const core::FamilyId& family) {
    Record row;
    std::string first;
    std::string last;
    std::string email;
    std::string phone;
    int pays = 0;
    int version = 0;
    soci::statement rows = (sql.prepare << "SELECT id, first_name, last_name, email, phone, pays, version"
                                           " FROM guardians WHERE family_id = :family ORDER BY position",
                            soci::use(family.value), soci::into(row.id), soci::into(first), soci::into(last),
                            soci::into(email), soci::into(phone), soci::into(pays), soci::into(version));
    rows.execute();
    std::vector<Record> records;
    while (rows.fetch()) {
        Record record{RecordKind::kGuardian, row.id, {}, std::to_string(version), {}};
        put(record, "firstName", first);
        put(record, "lastName", last);
        put(record, "mobile", phone);
        put(record, "email", email);
        put(record, "pays", std::string(pays != 0 ? core::kYes : core::kNo));
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<Record> load_children(soci::session& sql, const core::FamilyId& family) {
    Record row;
    std::string first;
    std::string last;
    std::string birth;
    int version = 0;
    soci::statement rows = (sql.prepare << "SELECT id, first_name, last_name, birth_date, version FROM children"
                                           " WHERE family_id = :family ORDER BY position",
                            soci::use(family.value), soci::into(row.id), soci::into(first), soci::into(last),
                            soci::into(birth), soci::into(version));
    rows.execute();
    std::vector<Record> records;
    while (rows.fetch()) {
        Record record{RecordKind::kChild, row.id, {}, std::to_string(version), {}};
        put(record, "firstName", first);
        put(record, "lastName", last);
        put(record, "birthDate", birth);
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<Record> load_contacts(soci::session& sql, const core::FamilyId& family) {
    Record row;
    int version = 0;
    soci::statement rows = (sql.prepare << "SELECT c.id, c.child_id, c.version FROM emergency_contacts c"
                                           " JOIN children k ON k.id = c.child_id WHERE k.family_id = :family"
                                           " AND c.removed_at IS NULL ORDER BY k.position, c.position, c.id",
                            soci::use(family.value), soci::into(row.id), soci::into(row.child), soci::into(version));
    rows.execute();
    std::vector<Record> records;
    while (rows.fetch()) {
        records.push_back({RecordKind::kContact, row.id, row.child, std::to_string(version), {}});
    }
    return records;
}

/// The family's records by kind and id, to be filled.
using Index = std::map<std::pair<RecordKind, std::string>, Record*>;

Index index_of(core::FamilyRecords& records) {
    Index index;
    for (std::vector<Record>* list : {&records.guardians, &records.children, &records.contacts}) {
        for (Record& record : *list) {
            index[{record.kind, record.id}] = &record;
        }
    }
    return index;
}

/// Values without a column, of all records of the family.
void load_values(soci::session& sql, const core::FamilyId& family, const Index& index) {
    std::string kind;
    std::string id;
    core::RecordField field;
    Nullable<std::string> since;
    soci::statement rows =
        (sql.prepare << "SELECT v.record, v.record_id, v.field, v.value, v.since FROM record_values v WHERE"
                        " (v.record = 'guardian' AND v.record_id IN (SELECT id FROM guardians WHERE family_id = :a))"
                        " OR (v.record = 'child' AND v.record_id IN (SELECT id FROM children WHERE family_id = :b))"
                        " OR (v.record = 'contact' AND v.record_id IN (SELECT c.id FROM emergency_contacts c"
                        " JOIN children k ON k.id = c.child_id WHERE k.family_id = :c))",
         soci::use(family.value), soci::use(family.value), soci::use(family.value), soci::into(kind), soci::into(id),
         soci::into(field.name), soci::into(field.value), soci::into(since.value, since.indicator));
    rows.execute();
    while (rows.fetch()) {
        const auto found = index.find({read_column(kind, core::record_kind_from), id});
        const core::FieldSpec* spec =
            found == index.end() ? nullptr : core::find_field(found->second->kind, field.name);
        if (spec == nullptr) {
            continue;  // of a contact that was removed, or a field that is no more
        }
        field.since = since.has_value() ? std::optional{to_date(since.value)} : std::nullopt;
        found->second->fields.push_back(field);
        if (spec->type == core::FieldType::kMasked) {
            found->second->fields.back().value = core::masked_number(field.value);
        }
    }
}

void load_waiting(soci::session& sql, const core::FamilyId& family, const Index& index) {
    std::string kind;
    std::string id;
    std::string name;
    std::string at;
    core::WaitingValue waiting;
    soci::statement rows = (sql.prepare << "SELECT record, record_id, field, new_value, at, by_name FROM changes"
                                           " WHERE family_id = :family AND state = 'waiting' ORDER BY position",
                            soci::use(family.value), soci::into(kind), soci::into(id), soci::into(name),
                            soci::into(waiting.value), soci::into(at), soci::into(waiting.asked_by));
    rows.execute();
    while (rows.fetch()) {
        const auto found = index.find({read_column(kind, core::record_kind_from), id});
        if (found == index.end() || core::find_field(found->second->kind, name) == nullptr) {
            continue;
        }
        std::vector<core::RecordField>& fields = found->second->fields;
        auto field = std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.name == name; });
        if (field == fields.end()) {
            field = fields.insert(fields.end(), core::RecordField{name, {}});
        }
        waiting.asked_at = to_instant(at);
        field->waiting = waiting;
    }
}

/// In the order of forms, however they were stored.
void sort_fields(Record& record) {
    const auto position = [&](const core::RecordField& field) { return core::find_field(record.kind, field.name); };
    std::sort(record.fields.begin(), record.fields.end(),
              [&](const auto& a, const auto& b) { return position(a) < position(b); });
}

const char* table_of(RecordKind kind) {
    return kind == RecordKind::kGuardian ? "guardians" : kind == RecordKind::kChild ? "children" : "emergency_contacts";
}

/// The account signs in with the guardian's address.
void move_account(soci::session& sql, const std::string& guardian, const std::string& email) {
    const std::string sign_in = normalised_email(email);
    sql << "UPDATE accounts SET email = :email WHERE guardian_id = :guardian", soci::use(sign_in), soci::use(guardian);
}

void write_value(soci::session& sql, const Record& record, const core::FieldSpec& spec, const std::string& value,
                 core::Date today) {
    const std::string kind{core::to_string(record.kind)};
    const std::string name{spec.name};
    sql << "DELETE FROM record_values WHERE record = :record AND record_id = :id AND field = :field", soci::use(kind),
        soci::use(record.id), soci::use(name);
    if (value.empty()) {
        return;
    }
    const bool is_dated = spec.type == core::FieldType::kConsent;
    Nullable<std::string> since{is_dated ? std::optional{today.to_string()} : std::nullopt};
    sql << "INSERT INTO record_values (record, record_id, field, value, since)"
           " VALUES (:record, :id, :field, :value, :since)",
        soci::use(kind), soci::use(record.id), soci::use(name), soci::use(value),
        soci::use(since.value, since.indicator);
}

}  // namespace

core::FamilyRecords load_family_records(Transaction& transaction, const core::FamilyId& family) {
    soci::session& sql = sql_of(transaction);
    core::FamilyRecords records;
    records.rights = load_field_rights(transaction);
    records.guardians = load_guardians(sql, family);
    records.children = load_children(sql, family);
    records.contacts = load_contacts(sql, family);
    const Index index = index_of(records);
    load_values(sql, family, index);
    load_waiting(sql, family, index);
    for (const auto& [key, record] : index) {
        sort_fields(*record);
    }
    return records;
}

void write_field(Transaction& transaction, const Record& record, const std::string& field, const std::string& value,
                 core::Date today) {
    soci::session& sql = sql_of(transaction);
    const auto* const column = std::find_if(kColumns.begin(), kColumns.end(), [&](const Column& candidate) {
        return candidate.kind == record.kind && candidate.field == field;
    });
    if (column != kColumns.end()) {
        sql << column->update, soci::use(value), soci::use(record.id);
        if (record.kind == RecordKind::kGuardian && field == "email") {
            move_account(sql, record.id, value);
        }
        return;
    }
    if (record.kind == RecordKind::kGuardian && field == "pays") {
        const int pays = value == core::kYes ? 1 : 0;
        sql << "UPDATE guardians SET pays = :pays WHERE id = :id", soci::use(pays), soci::use(record.id);
        return;
    }
    if (const core::FieldSpec* spec = core::find_field(record.kind, field)) {
        write_value(sql, record, *spec, value, today);
    }
}

void touch_record(Transaction& transaction, const Record& record) {
    sql_of(transaction) << std::string("UPDATE ") + table_of(record.kind) + " SET version = version + 1 WHERE id = :id",
        soci::use(record.id);
}

void insert_contact(Transaction& transaction, const Record& contact) {
    soci::session& sql = sql_of(transaction);
    int position = 0;
    sql << "SELECT COALESCE(MAX(position), -1) + 1 FROM emergency_contacts WHERE child_id = :child",
        soci::use(contact.child), soci::into(position);
    sql << "INSERT INTO emergency_contacts (id, child_id, position) VALUES (:id, :child, :position)",
        soci::use(contact.id), soci::use(contact.child), soci::use(position);
}

void remove_contact(Transaction& transaction, const std::string& id, core::Instant at) {
    soci::session& sql = sql_of(transaction);
    const std::string moment = at.to_string();
    sql << "UPDATE emergency_contacts SET removed_at = :at WHERE id = :id", soci::use(moment), soci::use(id);
    sql << "DELETE FROM record_values WHERE record = 'contact' AND record_id = :id", soci::use(id);
}

bool was_removed(Transaction& transaction, const core::FamilyId& family, const std::string& contact) {
    int count = 0;
    sql_of(transaction) << "SELECT COUNT(*) FROM emergency_contacts c JOIN children k ON k.id = c.child_id"
                           " WHERE c.id = :id AND k.family_id = :family AND c.removed_at IS NOT NULL",
        soci::use(contact), soci::use(family.value), soci::into(count);
    return count > 0;
}

void order_contacts(Transaction& transaction, const std::vector<std::string>& contacts) {
    int position = 0;
    for (const std::string& id : contacts) {
        sql_of(transaction) << "UPDATE emergency_contacts SET position = :position WHERE id = :id", soci::use(position),
            soci::use(id);
        ++position;
    }
}

core::FieldRights load_field_rights(Transaction& transaction) {
    core::FieldRights rights;
    std::string kind;
    std::string field;
    std::string right;
    soci::statement rows = (sql_of(transaction).prepare << "SELECT record, field, field_right FROM field_rights",
                            soci::into(kind), soci::into(field), soci::into(right));
    rows.execute();
    while (rows.fetch()) {
        rights[{read_column(kind, core::record_kind_from), field}] = read_column(right, core::field_right_from);
    }
    return rights;
}

void set_field_right(Transaction& transaction, RecordKind kind, const std::string& field, core::FieldRight right) {
    soci::session& sql = sql_of(transaction);
    const std::string record{core::to_string(kind)};
    const std::string name{core::to_string(right)};
    sql << "DELETE FROM field_rights WHERE record = :record AND field = :field", soci::use(record), soci::use(field);
    sql << "INSERT INTO field_rights (record, field, field_right) VALUES (:record, :field, :name)", soci::use(record),
        soci::use(field), soci::use(name);
}

bool is_email_taken(Transaction& transaction, const std::string& email, const std::string& guardian) {
    const std::string sign_in = normalised_email(email);
    int count = 0;
    sql_of(transaction) << "SELECT COUNT(*) FROM accounts WHERE email = :email AND guardian_id <> :guardian",
        soci::use(sign_in), soci::use(guardian), soci::into(count);
    return count > 0;
}

}  // namespace portal::server::storage
