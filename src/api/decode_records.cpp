#include "api/decoding.hpp"
#include "api/records_codec.hpp"

#include <utility>

namespace portal::api {
namespace {

/// How long a value may be is for core to say, in characters and for each kind of field.
constexpr std::size_t kValueBytes = 200'000;

core::RecordField read_field(const JsonNode& node, std::string_view name) {
    core::RecordField field{std::string(name), node.at("value").text(kValueBytes)};
    if (const JsonNode since = node.find("since")) {
        field.since = since.date();
    }
    if (const JsonNode waiting = node.find("waiting")) {
        field.waiting = core::WaitingValue{waiting.at("value").text(kValueBytes), waiting.at("askedAt").instant(),
                                           waiting.at("askedBy").text()};
    }
    return field;
}

core::Record read_record(const JsonNode& node) {
    core::Record record;
    record.kind = node.at("kind").one_of(core::record_kind_from);
    record.id = node.at("id").id();
    record.version = node.at("version").id();
    if (const JsonNode child = node.find("childId")) {
        record.child = child.id();
    }
    const JsonNode fields = node.at("fields");
    for (const core::FieldSpec& spec : core::fields_of(record.kind)) {
        if (const JsonNode field = fields.find(spec.name)) {
            record.fields.push_back(read_field(field, spec.name));
        }
    }
    return record;
}

core::FamilyRecords read_family_records(const JsonNode& node) {
    core::FamilyRecords records;
    read_list(node.at("guardians"), records.guardians, read_record);
    read_list(node.at("children"), records.children, read_record);
    read_list(node.at("contacts"), records.contacts, read_record);
    node.at("rights").each([&](const JsonNode& right) {
        const auto kind = right.at("record").one_of(core::record_kind_from);
        records.rights[{kind, right.at("field").id()}] = right.at("right").one_of(core::field_right_from);
    });
    return records;
}

RecordEdit read_edit(const JsonNode& node) {
    RecordEdit edit;
    const JsonNode fields = node.at("fields");
    const std::vector<std::string> names = fields.names();
    if (names.size() > RecordEdit::kMostFields) {
        fields.fail("has too many members");
        return edit;
    }
    for (const std::string& name : names) {
        edit.fields.emplace_back(name, fields.at(name).text(kValueBytes));
    }
    return edit;
}

Problem read_conflict_problem(const JsonNode& node) {
    Problem problem;
    problem.status = static_cast<int>(node.at("status").integer(400, 599));
    problem.code = node.at("code").filled_text(kNameLength);
    return problem;
}

RecordConflict read_conflict(const JsonNode& node) {
    return {read_conflict_problem(node), read_record(node.at("current"))};
}

std::vector<std::string> read_order(const JsonNode& node) {
    std::vector<std::string> contacts;
    node.at("contacts").each([&](const JsonNode& id) { contacts.push_back(id.id()); });
    return contacts;
}

core::RecordChange read_change(const JsonNode& node) {
    core::RecordChange change;
    change.id = node.at("id").id();
    change.at = node.at("at").instant();
    change.by = node.at("by").text();
    change.record = node.at("record").one_of(core::record_kind_from);
    change.record_id = node.at("recordId").id();
    change.subject = node.at("subject").text();
    change.action = node.at("action").one_of(core::change_action_from);
    if (const JsonNode field = node.find("field")) {
        change.field = field.id();
    }
    change.old_value = node.at("oldValue").text(kValueBytes);
    change.new_value = node.at("newValue").text(kValueBytes);
    change.state = node.at("state").one_of(core::change_state_from);
    if (const JsonNode decided = node.find("decidedAt")) {
        change.decided_at = decided.instant();
    }
    if (const JsonNode reason = node.find("reason")) {
        change.reason = reason.text();
    }
    if (const JsonNode child = node.find("childId")) {
        change.child = core::ChildId{child.id()};
    }
    return change;
}

std::vector<core::RecordChange> read_changes(const JsonNode& node) {
    std::vector<core::RecordChange> changes;
    read_list(node.at("changes"), changes, read_change);
    return changes;
}

}  // namespace

Decoded<core::Record> decode_record(std::string_view json) {
    return decode(json, read_record);
}

Decoded<core::FamilyRecords> decode_family_records(std::string_view json) {
    return decode(json, read_family_records);
}

Decoded<RecordEdit> decode_record_edit(std::string_view json) {
    return decode(json, read_edit);
}

Decoded<RecordConflict> decode_record_conflict(std::string_view json) {
    return decode(json, read_conflict);
}

Decoded<std::vector<std::string>> decode_order(std::string_view json) {
    return decode(json, read_order);
}

Decoded<std::vector<core::RecordChange>> decode_record_changes(std::string_view json) {
    return decode(json, read_changes);
}

}  // namespace portal::api
