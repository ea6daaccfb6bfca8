#include "core/records.hpp"

#include "core/names.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr Names<RecordKind, 3> kKinds{
    {{RecordKind::kGuardian, "guardian"}, {RecordKind::kChild, "child"}, {RecordKind::kContact, "contact"}}};

constexpr Names<FieldRight, 3> kRights{
    {{FieldRight::kDirect, "direct"}, {FieldRight::kApproval, "approval"}, {FieldRight::kFixed, "fixed"}}};

/// An edit while it is looked at, field by field.
class Planner {
  public:
    Planner(const Record& record, const FieldRights& rights, const std::vector<FieldInput>& inputs, Date today)
        : record_(record), rights_(rights), inputs_(inputs), today_(today) {}

    EditPlan plan() {
        for (const FieldInput& input : inputs_) {
            if (find_field(record_.kind, input.first) == nullptr) {
                plan_.faults.push_back({input.first, FieldError::kUnknown});
            }
        }
        for (const FieldSpec& spec : fields_of(record_.kind)) {
            look_at(spec);
        }
        if (record_.kind == RecordKind::kContact) {
            check_contact();
        }
        if (!plan_.faults.empty()) {
            plan_.changes.clear();
        }
        return std::move(plan_);
    }

  private:
    [[nodiscard]] const std::string* input(std::string_view name) const {
        const auto found = std::find_if(inputs_.begin(), inputs_.end(),
                                        [&](const FieldInput& candidate) { return candidate.first == name; });
        return found == inputs_.end() ? nullptr : &found->second;
    }

    [[nodiscard]] bool is_new() const { return record_.id.empty(); }

    /// In its one form, where it has one: what was stored before there were checks stays as it is.
    [[nodiscard]] std::string normal(const FieldSpec& spec, const std::string& value) const {
        Checked checked = check_field(spec, value, today_);
        return checked.error ? value : checked.value;
    }

    void look_at(const FieldSpec& spec) {
        const std::string* typed = input(spec.name);
        const std::string wanted = normal(spec, wanted_value(record_, spec.name));
        if (typed == nullptr) {
            if (is_new() && spec.required) {
                fault(spec, FieldError::kMissing);
            }
            return;
        }
        const Checked checked = check_field(spec, *typed, today_);
        if (!is_new() && (checked.value == wanted || *typed == wanted_value(record_, spec.name))) {
            return;
        }
        const FieldRight right = right_of(rights_, record_.kind, spec);
        if (right == FieldRight::kFixed) {
            fault(spec, FieldError::kFixed);
        } else if (checked.error) {
            fault(spec, *checked.error);
        } else if (checked.value.empty() && spec.required) {
            fault(spec, FieldError::kMissing);
        } else if (checked.value != wanted) {
            change(spec, right, checked.value);
        }
    }

    void change(const FieldSpec& spec, FieldRight right, const std::string& value) {
        const std::string present = value_of(record_, spec.name);
        const bool is_present = value == normal(spec, present);
        const bool waits = right == FieldRight::kApproval && (!is_new() || spec.type == FieldType::kYesNo);
        const FieldChange::Outcome outcome = is_present && waits ? FieldChange::Outcome::kWithdrawn
                                             : waits             ? FieldChange::Outcome::kWaits
                                                                 : FieldChange::Outcome::kDone;
        plan_.changes.push_back({std::string(spec.name), present, value, outcome});
    }

    void fault(const FieldSpec& spec, FieldError error) { plan_.faults.push_back({std::string(spec.name), error}); }

    /// As the field will be wanted after the edit.
    [[nodiscard]] std::string after(std::string_view name) const {
        const std::string* typed = input(name);
        const FieldSpec* spec = find_field(record_.kind, name);
        return normal(*spec, typed != nullptr ? *typed : wanted_value(record_, name));
    }

    [[nodiscard]] bool is_changed(std::string_view name) const {
        return std::any_of(plan_.changes.begin(), plan_.changes.end(),
                           [&](const FieldChange& change) { return change.field == name; });
    }

    void check_contact() {
        const auto from = Date::parse(after("validFrom"));
        const auto until = Date::parse(after("validUntil"));
        if (from && until && *until < *from && (is_changed("validFrom") || is_changed("validUntil"))) {
            plan_.faults.push_back({"validUntil", FieldError::kEndsBeforeStart});
        }
        const bool has_role = after("emergency") == kYes || after("pickup") == kYes;
        if (!has_role && (is_new() || is_changed("emergency") || is_changed("pickup"))) {
            plan_.faults.push_back({"emergency", FieldError::kNoRole});
        }
    }

    const Record& record_;
    const FieldRights& rights_;
    const std::vector<FieldInput>& inputs_;
    Date today_;
    EditPlan plan_;
};

}  // namespace

std::string_view to_string(RecordKind kind) {
    return name_of(kKinds, kind);
}

std::optional<RecordKind> record_kind_from(std::string_view text) {
    return value_of(kKinds, text);
}

std::string_view to_string(FieldRight right) {
    return name_of(kRights, right);
}

std::optional<FieldRight> field_right_from(std::string_view text) {
    return value_of(kRights, text);
}

FieldRight right_of(const FieldRights& rights, RecordKind kind, const FieldSpec& spec) {
    const auto found = rights.find({kind, std::string(spec.name)});
    return spec.type == FieldType::kMasked ? FieldRight::kFixed : found != rights.end() ? found->second : spec.right;
}

const RecordField* field_of(const Record& record, std::string_view name) {
    const auto found = std::find_if(record.fields.begin(), record.fields.end(),
                                    [&](const RecordField& field) { return field.name == name; });
    return found == record.fields.end() ? nullptr : &*found;
}

std::string value_of(const Record& record, std::string_view name) {
    const RecordField* field = field_of(record, name);
    return field != nullptr ? field->value : std::string();
}

std::string wanted_value(const Record& record, std::string_view name) {
    const RecordField* field = field_of(record, name);
    return field == nullptr ? std::string() : field->waiting ? field->waiting->value : field->value;
}

EditPlan plan_edit(const Record& record, const FieldRights& rights, const std::vector<FieldInput>& inputs, Date today) {
    return Planner{record, rights, inputs, today}.plan();
}

std::string subject_of(const Record& record) {
    if (record.kind == RecordKind::kContact) {
        return value_of(record, "name");
    }
    const std::string first = value_of(record, "firstName");
    const std::string last = value_of(record, "lastName");
    return first.empty() || last.empty() ? first + last : first + ' ' + last;
}

const Record* find_record(const FamilyRecords& records, RecordKind kind, std::string_view id) {
    const std::vector<Record>& all = kind == RecordKind::kGuardian ? records.guardians
                                     : kind == RecordKind::kChild  ? records.children
                                                                   : records.contacts;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Record& record) { return record.id == id; });
    return found == all.end() ? nullptr : &*found;
}

const Record* payer_of(const FamilyRecords& records) {
    const auto payer = std::find_if(records.guardians.begin(), records.guardians.end(),
                                    [](const Record& guardian) { return value_of(guardian, "pays") == kYes; });
    return payer != records.guardians.end() ? &*payer
           : records.guardians.empty()      ? nullptr
                                            : &records.guardians.front();
}

std::string address_of(const FamilyRecords& records, std::string_view child) {
    const Record* lives = find_record(records, RecordKind::kChild, child);
    if (lives == nullptr || value_of(*lives, "street").empty()) {
        lives = payer_of(records);
    }
    if (lives == nullptr) {
        return {};
    }
    std::string address = value_of(*lives, "street");
    const auto add = [&](std::string_view field, const char* between) {
        const std::string value = value_of(*lives, field);
        address += (address.empty() || value.empty() ? "" : between) + value;
    };
    add("houseNumber", " ");
    add("postcode", ", ");
    add("city", " ");
    return address;
}

}  // namespace portal::core
