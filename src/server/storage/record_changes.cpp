#include "server/storage/record_changes.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {
namespace {

/// A row as SOCI reads it.
struct Row {
    std::string id;
    std::string family;
    std::string at;
    std::string by;
    std::string record;
    std::string record_id;
    std::string subject;
    std::string action;
    std::string field;
    std::string old_value;
    std::string new_value;
    std::string state;
    Nullable<std::string> decided_at;
    std::string reason;
    std::string child;
};

constexpr const char* kSelect =
    "SELECT changes.id, family_id, at, by_name, record, record_id, subject, action, field, old_value, new_value, state,"
    " decided_at, reason, CASE record WHEN 'child' THEN record_id ELSE COALESCE(child_id, '') END FROM changes"
    " LEFT JOIN emergency_contacts ON record = 'contact' AND emergency_contacts.id = record_id ";

core::RecordChange change_of(const Row& row) {
    core::RecordChange change;
    change.id = row.id;
    change.at = to_instant(row.at);
    change.by = row.by;
    change.record = read_column(row.record, core::record_kind_from);
    change.record_id = row.record_id;
    change.subject = row.subject;
    change.action = read_column(row.action, core::change_action_from);
    change.field = row.field;
    change.old_value = row.old_value;
    change.new_value = row.new_value;
    change.state = read_column(row.state, core::change_state_from);
    change.decided_at = row.decided_at.has_value() ? std::optional{to_instant(row.decided_at.value)} : std::nullopt;
    change.reason = row.reason;
    change.child = core::ChildId{row.child};
    return change;
}

/// The rows that `condition` picks, whose only parameter is `value`.
std::vector<std::pair<core::FamilyId, core::RecordChange>> changes_where(Transaction& transaction,
                                                                         const std::string& condition,
                                                                         const std::string& value) {
    Row row;
    soci::statement rows =
        (sql_of(transaction).prepare << kSelect + condition, soci::use(value), soci::into(row.id),
         soci::into(row.family), soci::into(row.at), soci::into(row.by), soci::into(row.record),
         soci::into(row.record_id), soci::into(row.subject), soci::into(row.action), soci::into(row.field),
         soci::into(row.old_value), soci::into(row.new_value), soci::into(row.state),
         soci::into(row.decided_at.value, row.decided_at.indicator), soci::into(row.reason), soci::into(row.child));
    rows.execute();
    std::vector<std::pair<core::FamilyId, core::RecordChange>> changes;
    while (rows.fetch()) {
        changes.emplace_back(core::FamilyId{row.family}, change_of(row));
    }
    return changes;
}

std::vector<core::RecordChange> without_families(std::vector<std::pair<core::FamilyId, core::RecordChange>>&& found) {
    std::vector<core::RecordChange> changes;
    changes.reserve(found.size());
    for (auto& [family, change] : found) {
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace

std::vector<core::RecordChange> list_record_changes(Transaction& transaction, const core::FamilyId& family) {
    return without_families(
        changes_where(transaction, "WHERE family_id = :family ORDER BY changes.position DESC", family.value));
}

std::vector<core::RecordChange> list_waiting_changes(Transaction& transaction) {
    return without_families(changes_where(transaction, "WHERE state = :state ORDER BY at, changes.id", "waiting"));
}

std::optional<std::pair<core::FamilyId, core::RecordChange>> find_record_change(Transaction& transaction,
                                                                                const std::string& id) {
    auto found = changes_where(transaction, "WHERE changes.id = :id", id);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

void insert_record_change(Transaction& transaction, const core::FamilyId& family, const core::RecordChange& change) {
    soci::session& sql = sql_of(transaction);
    const std::string at = change.at.to_string();
    const std::string record{core::to_string(change.record)};
    const std::string action{core::to_string(change.action)};
    const std::string state{core::to_string(change.state)};
    Nullable<std::string> decided = nullable_text(change.decided_at);
    int position = 0;
    sql << "SELECT COALESCE(MAX(position), 0) + 1 FROM changes WHERE family_id = :family", soci::use(family.value),
        soci::into(position);
    sql << "INSERT INTO changes (id, family_id, position, at, by_name, record, record_id, subject, action, field,"
           " old_value, new_value, state, decided_at, reason) VALUES (:id, :family, :position, :at, :by, :record,"
           " :about, :subject, :action, :field, :old, :new, :state, :decided, :reason)",
        soci::use(change.id), soci::use(family.value), soci::use(position), soci::use(at), soci::use(change.by),
        soci::use(record), soci::use(change.record_id), soci::use(change.subject), soci::use(action),
        soci::use(change.field), soci::use(change.old_value), soci::use(change.new_value), soci::use(state),
        soci::use(decided.value, decided.indicator), soci::use(change.reason);
}

void decide_record_change(Transaction& transaction, const std::string& id, core::RecordChange::State state,
                          core::Instant at, const std::string& reason) {
    const std::string name{core::to_string(state)};
    const std::string moment = at.to_string();
    sql_of(transaction) << "UPDATE changes SET state = :state, decided_at = :at, reason = :reason WHERE id = :id",
        soci::use(name), soci::use(moment), soci::use(reason), soci::use(id);
}

void withdraw_waiting(Transaction& transaction, const core::FamilyId& family, const core::Record& record,
                      const std::optional<std::string>& field, core::Instant at) {
    const std::string kind{core::to_string(record.kind)};
    const std::string moment = at.to_string();
    const std::string name = field.value_or("");
    const int all = field ? 0 : 1;
    sql_of(transaction) << "UPDATE changes SET state = 'withdrawn', decided_at = :at WHERE family_id = :family"
                           " AND record = :record AND record_id = :id AND state = 'waiting'"
                           " AND (field = :field OR 1 = :all_fields)",
        soci::use(moment), soci::use(family.value), soci::use(kind), soci::use(record.id), soci::use(name),
        soci::use(all);
}

}  // namespace portal::server::storage
