#include "core/validation.hpp"
#include "server/admin/imports.hpp"
#include "server/record_edits.hpp"
#include "server/storage/debtors.hpp"
#include "server/storage/families.hpp"
#include "server/storage/people.hpp"
#include "server/storage/records.hpp"

#include <map>

namespace portal::server {
namespace {

using core::Record;
using core::RecordKind;

/// The office may set everything at once.
core::FieldRights rights_of_the_office() {
    core::FieldRights rights;
    for (const RecordKind kind : {RecordKind::kGuardian, RecordKind::kChild, RecordKind::kContact}) {
        for (const core::FieldSpec& spec : core::fields_of(kind)) {
            rights[{kind, std::string(spec.name)}] = core::FieldRight::kDirect;
        }
    }
    return rights;
}

std::string name_of(const Record& person) {
    return "the " + std::string(core::to_string(person.kind)) + " '" + person.id + "'";
}

/// The record without what parents asked for: an import neither grants that nor takes it back.
Record without_waiting(const Record& record) {
    Record bare = record;
    for (core::RecordField& field : bare.fields) {
        field.waiting.reset();
    }
    return bare;
}

class FamilyImport {
  public:
    explicit FamilyImport(const ImportJob& job) : job_(job), transaction_(job.transaction) {}

    ImportOutcome add(const api::ImportedPerson& person) {
        find_or_add_family(person);
        const auto owner = storage::find_family_of(transaction_, person.record);
        if (owner && !(*owner == person.family)) {
            throw NotPossible{name_of(person.record) + " is of another family"};
        }
        check_child(person);
        if (owner && storage::was_removed(transaction_, person.family, person.record.id)) {
            return ImportOutcome::kSame;  // the family itself did so, and that stays
        }
        const bool changed = owner ? change(person) : insert(person);
        const bool paid = save_debtor(person);
        new_families_[person.family].has_guardian |= person.record.kind == RecordKind::kGuardian;
        return !owner ? ImportOutcome::kAdded : changed || paid ? ImportOutcome::kChanged : ImportOutcome::kSame;
    }

    /// Nobody would see a family without guardians, or pay for it.
    void check_guardians() const {
        for (const auto& [id, family] : new_families_) {
            if (family.is_new && !family.has_guardian) {
                job_.report.refused({"the family '" + id.value + "'", "has no guardian"});
            }
        }
    }

  private:
    struct FamilyState {
        bool is_new = false;
        bool has_guardian = false;
    };

    void find_or_add_family(const api::ImportedPerson& person) {
        if (storage::has_family(transaction_, person.family)) {
            storage::lock_family(transaction_, person.family);
            return;
        }
        storage::insert_family(transaction_, person.family, {});
        new_families_[person.family].is_new = true;
    }

    void check_child(const api::ImportedPerson& person) {
        if (person.record.kind != RecordKind::kContact) {
            return;
        }
        const auto family = storage::find_family_of(transaction_, core::ChildId{person.record.child});
        if (!family || !(*family == person.family)) {
            throw NotPossible{"the family has no child '" + person.record.child + "' further up"};
        }
    }

    [[nodiscard]] std::vector<core::FieldChange> plan(const Record& known, const api::ImportedPerson& person) {
        std::vector<core::FieldInput> inputs;
        for (const core::RecordField& field : person.record.fields) {
            inputs.emplace_back(field.name, field.value);
        }
        core::EditPlan plan = core::plan_edit(known, rights_, inputs, job_.today());
        if (!plan.faults.empty()) {
            const core::FieldFault& fault = plan.faults.front();
            throw NotPossible{fault.field + ": " + std::string(core::to_string(fault.error))};
        }
        for (const core::FieldChange& change : plan.changes) {
            const bool signs_in = person.record.kind == RecordKind::kGuardian && change.field == "email";
            if (signs_in && storage::is_email_taken(transaction_, change.new_value, person.record.id)) {
                throw NotPossible{"email: somebody else signs in with it"};
            }
        }
        return std::move(plan.changes);
    }

    bool insert(const api::ImportedPerson& person) {
        Record nobody;
        nobody.kind = person.record.kind;
        const std::vector<core::FieldChange> changes = plan(nobody, person);
        storage::insert_person(transaction_, person.family, person.record);
        for (const core::FieldChange& change : changes) {
            storage::write_field(transaction_, person.record, change.field, change.new_value, job_.today());
        }
        if (!person.bsn.empty()) {
            storage::write_citizen_number(transaction_, person.record, person.bsn, job_.today());
        }
        return true;
    }

    bool change(const api::ImportedPerson& person) {
        const core::FamilyRecords records = storage::load_family_records(transaction_, person.family);
        const Record* known = core::find_record(records, person.record.kind, person.record.id);
        if (known == nullptr || (known->kind == RecordKind::kContact && known->child != person.record.child)) {
            throw NotPossible{name_of(person.record) + " is of another child"};
        }
        const Record bare = without_waiting(*known);
        const std::vector<core::FieldChange> changes = plan(bare, person);
        if (!changes.empty()) {
            carry_out(transaction_, {person.family, job_.organisation, job_.now}, bare, changes);
        }
        const bool other_number =
            !person.bsn.empty() && storage::write_citizen_number(transaction_, person.record, person.bsn, job_.today());
        if (other_number && changes.empty()) {
            storage::touch_record(transaction_, bare);
        }
        return other_number || !changes.empty();
    }

    /// How the family pays stands with who pays.
    bool save_debtor(const api::ImportedPerson& person) {
        const bool pays = core::value_of(person.record, "pays") == core::kYes;
        if (person.debtor_number.empty() || person.record.kind != RecordKind::kGuardian || !pays) {
            return false;
        }
        const auto other = storage::find_family_of_debtor(transaction_, person.debtor_number);
        if (other && !(*other == person.family)) {
            throw NotPossible{"the debtorNumber '" + person.debtor_number + "' is that of another family"};
        }
        storage::Debtor debtor{person.debtor_number, person.mandate, {}};
        if (!person.mandate.empty()) {
            debtor.iban = core::check_iban(core::value_of(person.record, "iban")).value;
            if (debtor.iban.empty()) {
                throw NotPossible{"a mandate needs the iban of who pays"};
            }
        }
        const auto known = storage::find_debtor(transaction_, person.family);
        if (known && *known == debtor) {
            return false;
        }
        storage::save_debtor(transaction_, person.family, debtor);
        return true;
    }

    const ImportJob& job_;
    storage::Transaction& transaction_;
    core::FieldRights rights_ = rights_of_the_office();
    std::map<core::FamilyId, FamilyState> new_families_;
};

}  // namespace

void import_families(const ImportJob& job, const api::Import<api::ImportedPerson>& import) {
    FamilyImport families{job};
    job.report.go_through(import, [&](const api::ImportedPerson& person) { return families.add(person); });
    families.check_guardians();
}

}  // namespace portal::server
