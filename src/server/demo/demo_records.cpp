#include "server/demo/demo_records.hpp"

#include "server/auth/random.hpp"
#include "server/demo/relative_date.hpp"
#include "server/storage/record_changes.hpp"
#include "server/storage/records.hpp"

#include <stdexcept>

namespace portal::server {
namespace {

using api::JsonNode;

/// Days are relative to today in the demo, "today -34y".
std::string read_value(const JsonNode& node, const core::FieldSpec& spec, core::Date today) {
    const std::string text = node.text();
    const bool is_day = spec.type == core::FieldType::kBirthDate || spec.type == core::FieldType::kDate;
    const auto day = is_day ? relative_date(text, today) : std::nullopt;
    return day ? day->to_string() : text;
}

core::Record read_record(const JsonNode& node, core::RecordKind kind, core::Date today) {
    core::Record record;
    record.kind = kind;
    record.id = node.at("id").id();
    if (kind == core::RecordKind::kContact) {
        record.child = node.at("childId").id();
    }
    const JsonNode fields = node.at("fields");
    for (const core::FieldSpec& spec : core::fields_of(kind)) {
        if (const JsonNode field = fields.find(spec.name)) {
            record.fields.push_back({std::string(spec.name), read_value(field, spec, today)});
        }
    }
    return record;
}

core::RecordChange read_change(const JsonNode& node, core::Date today) {
    core::RecordChange change;
    const auto moment = [&](const JsonNode& day, int hour) {
        return core::amsterdam::instant(relative_date(day.text(), today).value_or(today), core::TimeOfDay{hour, 12});
    };
    change.at = moment(node.at("on"), 20);
    change.by = node.at("by").text();
    change.record = node.at("record").one_of(core::record_kind_from);
    change.record_id = node.at("recordId").id();
    change.subject = node.at("subject").text();
    change.field = node.at("field").id();
    change.old_value = node.at("old").text();
    change.new_value = node.at("new").text();
    change.state = node.at("state").one_of(core::change_state_from);
    if (const JsonNode decided = node.find("decidedOn")) {
        change.decided_at = moment(decided, 9);
    }
    if (const JsonNode reason = node.find("reason")) {
        change.reason = reason.text();
    }
    return change;
}

std::string checked(const core::Record& record, const core::RecordField& field, core::Date today) {
    const core::FieldSpec& spec = *core::find_field(record.kind, field.name);
    if (spec.type == core::FieldType::kMasked) {
        return field.value;
    }
    const core::Checked value = core::check_field(spec, field.value, today);
    if (value.error) {
        throw std::runtime_error("The demo data is wrong: '" + field.name + "' of '" + record.id + "'.");
    }
    return value.value;
}

}  // namespace

void read_demo_records(const JsonNode& node, core::Date today, DemoFamily& demo) {
    const JsonNode records = node.find("records");
    if (!records) {
        return;  // a family of which only the names are known yet
    }
    for (const auto& [name, kind] :
         {std::pair{"guardians", core::RecordKind::kGuardian}, std::pair{"children", core::RecordKind::kChild},
          std::pair{"contacts", core::RecordKind::kContact}}) {
        records.at(name).each(
            [&, of = kind](const JsonNode& record) { demo.records.push_back(read_record(record, of, today)); });
    }
    records.at("changes").each([&](const JsonNode& change) { demo.changes.push_back(read_change(change, today)); });
}

void insert_demo_records(storage::Transaction& transaction, const DemoFamily& demo, core::Date today) {
    constexpr int kAskedDaysAgo = 400;  // consents were given when the contracts began
    for (const core::Record& record : demo.records) {
        if (record.kind == core::RecordKind::kContact) {
            storage::insert_contact(transaction, record);
        }
        for (const core::RecordField& field : record.fields) {
            storage::write_field(transaction, record, field.name, checked(record, field, today), today - kAskedDaysAgo);
        }
    }
    for (core::RecordChange change : demo.changes) {
        change.id = random_id();
        storage::insert_record_change(transaction, demo.id, change);
    }
}

}  // namespace portal::server
