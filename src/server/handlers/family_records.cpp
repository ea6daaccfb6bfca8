#include "api/records_codec.hpp"
#include "server/auth/random.hpp"
#include "server/handlers/access.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/repetition.hpp"
#include "server/record_edits.hpp"
#include "server/storage/families.hpp"
#include "server/storage/record_changes.hpp"
#include "server/storage/records.hpp"

#include <algorithm>
#include <optional>

namespace portal::server {
namespace {

using core::Record;
using core::RecordKind;

constexpr std::size_t kMostContacts = 20;  ///< of a child

std::string what_of(RecordKind kind) {
    return kind == RecordKind::kGuardian ? "guardian" : kind == RecordKind::kChild ? "child" : "emergency contact";
}

std::string id_parameter(const Call& call, RecordKind kind) {
    const std::string& id = call.parameters.at("id");
    if (!is_identifier(id)) {
        throw http::Failure(404, "not-found", "There is no such " + what_of(kind) + '.');
    }
    return id;
}

core::Date today(const Services& services) {
    return core::amsterdam::local_time(services.clock.now()).date;
}

Editor editor_of(const Services& services, const Call& call) {
    return {call.who.family, call.who.name, services.clock.now(), call.who.account};
}

http::Response answer_with(const Record& record) {
    http::Response response = json(200, api::encode(record));
    response.headers.emplace_back("ETag", '"' + record.version + '"');
    return response;
}

/// The header If-Match. Throws where it is missing: nobody may overwrite what they have not seen.
std::string condition_of(const Call& call) {
    std::string condition = call.request.header("If-Match");
    if (condition.empty()) {
        throw http::Failure(428, "precondition-required",
                            "The header If-Match has to have the version that is to be changed.");
    }
    return condition;
}

/// Strong comparison, as RFC 9110 (13.1.1) wants for If-Match.
bool is_met(std::string_view condition, const std::string& version) {
    const std::string wanted = '"' + version + '"';
    while (!condition.empty()) {
        const std::size_t comma = std::min(condition.find(','), condition.size());
        std::string_view tag = condition.substr(0, comma);
        condition.remove_prefix(std::min(comma + 1, condition.size()));
        tag.remove_prefix(std::min(tag.find_first_not_of(' '), tag.size()));
        tag = tag.substr(0, tag.find_last_not_of(' ') + 1);
        if (tag == wanted || tag == "*") {
            return true;
        }
    }
    return false;
}

http::Response conflict(const Call& call, const Record& current) {
    api::RecordConflict conflict{{412,
                                  "changed-meanwhile",
                                  "Somebody else has changed it meanwhile",
                                  "The record is no longer as it was when the edit began.",
                                  {},
                                  call.request.id,
                                  {}},
                                 current};
    return {412, {{"Content-Type", "application/problem+json"}}, api::encode(conflict)};
}

void refuse_faults(const std::vector<core::FieldFault>& faults) {
    if (faults.empty()) {
        return;
    }
    std::vector<api::ProblemItem> items;
    for (const core::FieldFault& fault : faults) {
        const std::string code{core::to_string(fault.error)};
        items.push_back({0, code, "The value cannot be stored: " + code + '.', "fields." + fault.field});
    }
    const std::string field = items.front().field;
    throw http::Failure(422, "invalid-fields", "Some of the values cannot be stored.", field)
        .with_errors(std::move(items));
}

/// What only the database knows.
void check_email(storage::Transaction& transaction, const Record& record,
                 const std::vector<core::FieldChange>& changes) {
    for (const core::FieldChange& change : changes) {
        if (record.kind == RecordKind::kGuardian && change.field == "email" &&
            storage::is_email_taken(transaction, change.new_value, record.id)) {
            refuse_faults({{"email", core::FieldError::kTaken}});
        }
    }
}

http::Response show(const Services& services, const Call& call, RecordKind kind) {
    const std::string id = id_parameter(call, kind);
    {
        storage::Transaction transaction = services.database.read();
        const core::FamilyRecords records = storage::load_family_records(transaction, call.who.family);
        if (const Record* record = core::find_record(records, kind, id)) {
            return answer_with(*record);
        }
    }
    throw refused_access(services, call, what_of(kind), id, "");
}

/// What a parent asks for, carried out on the record as it is now. Nothing in it may wait for the access log: that is
/// written by a transaction of its own.
http::Response edited(const Services& services, const Call& call, storage::Transaction& transaction,
                      const core::FamilyRecords& records, const Record& record, const api::RecordEdit& edit,
                      const std::string& condition) {
    const core::EditPlan plan = core::plan_edit(record, records.rights, edit.fields, today(services));
    if (plan.faults.empty() && plan.changes.empty()) {
        return answer_with(record);  // The answer to an earlier attempt was lost, or nothing is new.
    }
    if (!is_met(condition, record.version)) {
        return conflict(call, record);
    }
    refuse_faults(plan.faults);
    check_email(transaction, record, plan.changes);
    carry_out(transaction, editor_of(services, call), record, plan.changes);
    const core::FamilyRecords after = storage::load_family_records(transaction, call.who.family);
    return answer_with(*core::find_record(after, record.kind, record.id));
}

http::Response change(const Services& services, const Call& call, RecordKind kind) {
    const std::string id = id_parameter(call, kind);
    const std::string condition = condition_of(call);
    const Repetition repetition{call, Repetition::Key::kOptional};
    const auto edit = decoded(api::decode_record_edit(call.request.body));
    {
        storage::Transaction transaction = services.database.write();
        storage::lock_family(transaction, call.who.family);
        if (auto earlier = repetition.earlier(transaction)) {
            return std::move(*earlier);
        }
        const core::FamilyRecords records = storage::load_family_records(transaction, call.who.family);
        if (const Record* record = core::find_record(records, kind, id)) {
            http::Response answer = edited(services, call, transaction, records, *record, edit, condition);
            if (answer.status == 200) {
                repetition.remember(transaction, answer, services.clock.now());
                transaction.commit();
            }
            return answer;
        }
    }
    throw refused_access(services, call, what_of(kind), id, "");
}

std::vector<const Record*> contacts_of(const core::FamilyRecords& records, const std::string& child) {
    std::vector<const Record*> contacts;
    for (const Record& contact : records.contacts) {
        if (contact.child == child) {
            contacts.push_back(&contact);
        }
    }
    return contacts;
}

http::Response added(const Services& services, const Call& call, storage::Transaction& transaction,
                     const core::FamilyRecords& records, const Record& child, const api::RecordEdit& edit) {
    if (contacts_of(records, child.id).size() >= kMostContacts) {
        throw http::Failure(422, "too-many-contacts", "The child has as many contacts as there may be.");
    }
    Record contact;
    contact.kind = RecordKind::kContact;
    contact.child = child.id;
    const core::EditPlan plan = core::plan_edit(contact, records.rights, edit.fields, today(services));
    refuse_faults(plan.faults);
    contact.id = random_id();
    add_contact(transaction, editor_of(services, call), contact, plan.changes);
    const core::FamilyRecords after = storage::load_family_records(transaction, call.who.family);
    http::Response answer = json(201, api::encode(*core::find_record(after, RecordKind::kContact, contact.id)));
    answer.headers.emplace_back("Location", "/api/emergency-contacts/" + contact.id);
    return answer;
}

/// The contacts in the order that `ids` say; empty where those are others than the child has.
std::vector<const Record*> reordered(const std::vector<const Record*>& contacts, const std::vector<std::string>& ids) {
    std::vector<const Record*> ordered;
    for (const std::string& id : ids) {
        const auto found =
            std::find_if(contacts.begin(), contacts.end(), [&](const Record* contact) { return contact->id == id; });
        if (found == contacts.end() || std::find(ordered.begin(), ordered.end(), *found) != ordered.end()) {
            return {};
        }
        ordered.push_back(*found);
    }
    return ordered.size() == contacts.size() ? ordered : std::vector<const Record*>{};
}

/// Ends what has nothing to answer, so that it is carried out once.
http::Response done(const Services& services, storage::Transaction& transaction, const Repetition& repetition) {
    http::Response answer{204, {}, {}};
    repetition.remember(transaction, answer, services.clock.now());
    transaction.commit();
    return answer;
}

}  // namespace

http::Response show_family_records(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    std::string body = api::encode(storage::load_family_records(transaction, call.who.family));
    const std::string tag = '"' + fingerprint(body).substr(0, 24) + '"';
    http::Response response = json(200, std::move(body));
    response.headers.emplace_back("ETag", tag);
    return response;
}

http::Response show_guardian(const Services& services, const Call& call) {
    return show(services, call, RecordKind::kGuardian);
}

http::Response change_guardian(const Services& services, const Call& call) {
    return change(services, call, RecordKind::kGuardian);
}

http::Response show_child(const Services& services, const Call& call) {
    return show(services, call, RecordKind::kChild);
}

http::Response change_child(const Services& services, const Call& call) {
    return change(services, call, RecordKind::kChild);
}

http::Response show_emergency_contact(const Services& services, const Call& call) {
    return show(services, call, RecordKind::kContact);
}

http::Response change_emergency_contact(const Services& services, const Call& call) {
    return change(services, call, RecordKind::kContact);
}

http::Response add_emergency_contact(const Services& services, const Call& call) {
    const std::string id = id_parameter(call, RecordKind::kChild);
    const Repetition repetition{call, Repetition::Key::kRequired};
    const auto edit = decoded(api::decode_record_edit(call.request.body));
    {
        storage::Transaction transaction = services.database.write();
        storage::lock_family(transaction, call.who.family);
        if (auto earlier = repetition.earlier(transaction)) {
            return std::move(*earlier);
        }
        const core::FamilyRecords records = storage::load_family_records(transaction, call.who.family);
        if (const Record* child = core::find_record(records, RecordKind::kChild, id)) {
            http::Response answer = added(services, call, transaction, records, *child, edit);
            repetition.remember(transaction, answer, services.clock.now());
            transaction.commit();
            return answer;
        }
    }
    throw refused_access(services, call, what_of(RecordKind::kChild), id, "");
}

http::Response remove_emergency_contact(const Services& services, const Call& call) {
    const std::string id = id_parameter(call, RecordKind::kContact);
    const std::string condition = condition_of(call);
    const Repetition repetition{call, Repetition::Key::kOptional};
    {
        storage::Transaction transaction = services.database.write();
        storage::lock_family(transaction, call.who.family);
        if (auto earlier = repetition.earlier(transaction)) {
            return std::move(*earlier);
        }
        const core::FamilyRecords records = storage::load_family_records(transaction, call.who.family);
        if (const Record* contact = core::find_record(records, RecordKind::kContact, id)) {
            if (!is_met(condition, contact->version)) {
                return conflict(call, *contact);
            }
            remove_contact(transaction, editor_of(services, call), *contact);
            return done(services, transaction, repetition);
        }
        if (storage::was_removed(transaction, call.who.family, id)) {
            return {204, {}, {}};
        }
    }
    throw refused_access(services, call, what_of(RecordKind::kContact), id, "");
}

http::Response order_emergency_contacts(const Services& services, const Call& call) {
    const std::string id = id_parameter(call, RecordKind::kChild);
    const Repetition repetition{call, Repetition::Key::kOptional};
    const auto ids = decoded(api::decode_order(call.request.body));
    {
        storage::Transaction transaction = services.database.write();
        storage::lock_family(transaction, call.who.family);
        if (auto earlier = repetition.earlier(transaction)) {
            return std::move(*earlier);
        }
        const core::FamilyRecords records = storage::load_family_records(transaction, call.who.family);
        if (const Record* child = core::find_record(records, RecordKind::kChild, id)) {
            const std::vector<const Record*> before = contacts_of(records, id);
            const std::vector<const Record*> ordered = reordered(before, ids);
            if (ids.size() != before.size() || ordered.size() != before.size()) {
                throw http::Failure(409, "contacts-changed", "The child has other contacts than these.", "contacts");
            }
            if (ordered != before) {
                order_contacts(transaction, editor_of(services, call), *child, before, ordered);
            }
            return done(services, transaction, repetition);
        }
    }
    throw refused_access(services, call, what_of(RecordKind::kChild), id, "");
}

http::Response show_changes(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(storage::list_record_changes(transaction, call.who.family)));
}

}  // namespace portal::server
