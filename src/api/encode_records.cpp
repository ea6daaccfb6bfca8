#include "api/records_codec.hpp"

#include <nlohmann/json.hpp>

namespace portal::api {
namespace {

using Json = nlohmann::json;

/// Text that is not UTF-8 becomes replacement characters, never a failure.
std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json field(const core::RecordField& value) {
    Json json{{"value", value.value}};
    if (value.since) {
        json["since"] = value.since->to_string();
    }
    if (value.waiting) {
        json["waiting"] = {{"value", value.waiting->value},
                           {"askedAt", value.waiting->asked_at.to_string()},
                           {"askedBy", value.waiting->asked_by}};
    }
    return json;
}

Json record(const core::Record& value) {
    Json fields = Json::object();
    for (const core::RecordField& each : value.fields) {
        fields[each.name] = field(each);
    }
    Json json{{"kind", core::to_string(value.kind)},
              {"id", value.id},
              {"version", value.version},
              {"fields", std::move(fields)}};
    if (!value.child.empty()) {
        json["childId"] = value.child;
    }
    return json;
}

Json list(const std::vector<core::Record>& records) {
    Json json = Json::array();
    for (const core::Record& each : records) {
        json.push_back(record(each));
    }
    return json;
}

/// All fields with their rights, so that a client needs no defaults of its own.
Json rights_of(const core::FieldRights& rights) {
    Json json = Json::array();
    for (const core::RecordKind kind :
         {core::RecordKind::kGuardian, core::RecordKind::kChild, core::RecordKind::kContact}) {
        for (const core::FieldSpec& spec : core::fields_of(kind)) {
            json.push_back({{"record", core::to_string(kind)},
                            {"field", spec.name},
                            {"right", core::to_string(core::right_of(rights, kind, spec))}});
        }
    }
    return json;
}

Json change(const core::RecordChange& value) {
    Json json{{"id", value.id},
              {"at", value.at.to_string()},
              {"by", value.by},
              {"record", core::to_string(value.record)},
              {"recordId", value.record_id},
              {"subject", value.subject},
              {"action", core::to_string(value.action)},
              {"oldValue", value.old_value},
              {"newValue", value.new_value},
              {"state", core::to_string(value.state)}};
    if (!value.field.empty()) {
        json["field"] = value.field;
    }
    if (value.decided_at) {
        json["decidedAt"] = value.decided_at->to_string();
    }
    if (!value.reason.empty()) {
        json["reason"] = value.reason;
    }
    if (!value.child.empty()) {
        json["childId"] = value.child.value;
    }
    return json;
}

}  // namespace

std::string encode(const core::Record& value) {
    return text_of(record(value));
}

std::string encode(const core::FamilyRecords& records) {
    return text_of({{"guardians", list(records.guardians)},
                    {"children", list(records.children)},
                    {"contacts", list(records.contacts)},
                    {"rights", rights_of(records.rights)}});
}

std::string encode(const RecordEdit& edit) {
    Json fields = Json::object();
    for (const auto& [name, value] : edit.fields) {
        fields[name] = value;
    }
    return text_of({{"fields", std::move(fields)}});
}

std::string encode(const RecordConflict& conflict) {
    Json json = Json::parse(encode(conflict.problem));
    json["current"] = record(conflict.current);
    return text_of(json);
}

std::string encode_order(const std::vector<std::string>& contacts) {
    return text_of({{"contacts", contacts}});
}

std::string encode(const std::vector<core::RecordChange>& changes) {
    Json json = Json::array();
    for (const core::RecordChange& each : changes) {
        json.push_back(change(each));
    }
    return text_of({{"changes", std::move(json)}});
}

}  // namespace portal::api
