#include "server/record_edits.hpp"

#include "server/auth/random.hpp"
#include "server/mail/decision_mails.hpp"
#include "server/storage/askers.hpp"
#include "server/storage/debtors.hpp"
#include "server/storage/families.hpp"
#include "server/storage/record_changes.hpp"
#include "server/storage/records.hpp"

#include <stdexcept>

namespace portal::server {
namespace {

using core::FieldChange;
using core::RecordChange;

core::Date today(core::Instant now) {
    return core::amsterdam::local_time(now).date;
}

RecordChange note(const Editor& editor, const core::Record& record) {
    RecordChange change;
    change.id = random_id();
    change.at = editor.now;
    change.by = editor.name;
    change.record = record.kind;
    change.record_id = record.id;
    change.subject = core::subject_of(record);
    return change;
}

void write_down(storage::Transaction& transaction, const Editor& editor, const core::Record& record,
                const FieldChange& edit) {
    RecordChange change = note(editor, record);
    change.field = edit.field;
    change.old_value = edit.old_value;
    change.new_value = edit.new_value;
    change.state =
        edit.outcome == FieldChange::Outcome::kWaits ? RecordChange::State::kWaiting : RecordChange::State::kDone;
    storage::insert_record_change(transaction, editor.family, change);
    if (change.state == RecordChange::State::kWaiting && !editor.account.empty()) {
        storage::note_asker(transaction, change.id, editor.account);
    }
}

std::string names_of(const std::vector<const core::Record*>& records) {
    std::string names;
    for (const core::Record* record : records) {
        names += (names.empty() ? "" : ", ") + core::subject_of(*record);
    }
    return names;
}

const core::Record& record_of(const core::FamilyRecords& records, const RecordChange& change) {
    const core::Record* record = core::find_record(records, change.record, change.record_id);
    if (record == nullptr) {
        throw std::runtime_error("The record of the change '" + change.id + "' is gone.");
    }
    return *record;
}

}  // namespace

void carry_out(storage::Transaction& transaction, const Editor& editor, const core::Record& record,
               const std::vector<FieldChange>& changes) {
    for (const FieldChange& change : changes) {
        storage::withdraw_waiting(transaction, editor.family, record, change.field, editor.now);
        if (change.outcome == FieldChange::Outcome::kWithdrawn) {
            continue;
        }
        if (change.outcome == FieldChange::Outcome::kDone) {
            storage::write_field(transaction, record, change.field, change.new_value, today(editor.now));
            storage::follow_payer(transaction, editor.family, record, change.field, change.new_value);
        }
        // A value that waited for the same field may have been taken back by asking for what counts already.
        if (change.old_value != change.new_value) {
            write_down(transaction, editor, record, change);
        }
    }
    storage::touch_record(transaction, record);
}

void add_contact(storage::Transaction& transaction, const Editor& editor, const core::Record& contact,
                 const std::vector<FieldChange>& changes) {
    storage::insert_contact(transaction, contact);
    core::Record named = contact;
    for (const FieldChange& change : changes) {
        if (change.outcome == FieldChange::Outcome::kDone) {
            storage::write_field(transaction, contact, change.field, change.new_value, today(editor.now));
            named.fields.push_back({change.field, change.new_value});
        }
    }
    RecordChange added = note(editor, named);
    added.action = RecordChange::Action::kAdded;
    added.new_value = added.subject;
    storage::insert_record_change(transaction, editor.family, added);
    for (const FieldChange& change : changes) {
        if (change.outcome == FieldChange::Outcome::kWaits) {
            write_down(transaction, editor, named, change);
        }
    }
}

void remove_contact(storage::Transaction& transaction, const Editor& editor, const core::Record& contact) {
    storage::withdraw_waiting(transaction, editor.family, contact, std::nullopt, editor.now);
    storage::remove_contact(transaction, contact.id, editor.now);
    RecordChange removed = note(editor, contact);
    removed.action = RecordChange::Action::kRemoved;
    removed.old_value = removed.subject;
    storage::insert_record_change(transaction, editor.family, removed);
}

void order_contacts(storage::Transaction& transaction, const Editor& editor, const core::Record& child,
                    const std::vector<const core::Record*>& before, const std::vector<const core::Record*>& contacts) {
    std::vector<std::string> ids;
    ids.reserve(contacts.size());
    for (const core::Record* contact : contacts) {
        ids.push_back(contact->id);
    }
    storage::order_contacts(transaction, ids);
    RecordChange ordered = note(editor, child);
    ordered.action = RecordChange::Action::kOrdered;
    ordered.old_value = names_of(before);
    ordered.new_value = names_of(contacts);
    storage::insert_record_change(transaction, editor.family, ordered);
}

void decide(storage::Transaction& transaction, const std::string& change, bool approved, const std::string& reason,
            core::Instant now) {
    const auto family = storage::find_record_change(transaction, change);
    if (!family) {
        throw std::runtime_error("There is no change '" + change + "'.");
    }
    storage::lock_family(transaction, family->first);
    // As it is now that nobody else decides about it.
    const RecordChange waiting = storage::find_record_change(transaction, change)->second;
    if (waiting.state != RecordChange::State::kWaiting) {
        throw std::runtime_error("The change '" + change + "' does not wait: it is " +
                                 std::string(core::to_string(waiting.state)) + ".");
    }
    const core::FamilyRecords records = storage::load_family_records(transaction, family->first);
    const core::Record& record = record_of(records, waiting);
    if (approved) {
        if (waiting.field == "email" && storage::is_email_taken(transaction, waiting.new_value, record.id)) {
            throw std::runtime_error("Somebody else signs in with " + waiting.new_value + ".");
        }
        storage::write_field(transaction, record, waiting.field, waiting.new_value, today(now));
        storage::follow_payer(transaction, family->first, record, waiting.field, waiting.new_value);
    }
    storage::decide_record_change(
        transaction, change, approved ? RecordChange::State::kApproved : RecordChange::State::kRejected, now, reason);
    storage::touch_record(transaction, record);
    mail::tell_decision(transaction, {change, mail::Decision::About::kChange, waiting.at, approved}, now);
}

}  // namespace portal::server
