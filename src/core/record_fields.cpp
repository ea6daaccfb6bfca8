#include "core/records.hpp"

#include <algorithm>
#include <array>

namespace portal::core {
namespace {

using Type = FieldType;
using Right = FieldRight;

constexpr std::array<std::string_view, 6> kRelations{"mother", "father", "step-parent", "foster", "guardian", "other"};
constexpr std::array<std::string_view, 3> kOrder{"first", "second", "later"};
constexpr std::array<std::string_view, 3> kGenders{"girl", "boy", "other"};
constexpr std::array<std::string_view, 4> kVaccinations{"complete", "partial", "none", "untold"};

constexpr std::array<FieldSpec, 17> kGuardian{{
    {"firstName", Type::kName, Right::kApproval, true},
    {"lastName", Type::kName, Right::kApproval, true},
    {"relation", Type::kChoice, Right::kDirect, false, kRelations},
    {"birthDate", Type::kBirthDate, Right::kApproval},
    {"bsn", Type::kMasked, Right::kFixed},
    {"street", Type::kLine},
    {"houseNumber", Type::kHouseNumber},
    {"postcode", Type::kPostcode},
    {"city", Type::kLine},
    {"mobile", Type::kPhone, Right::kDirect, true},
    {"homePhone", Type::kPhone},
    {"workPhone", Type::kPhone},
    {"email", Type::kEmail, Right::kApproval, true},
    {"contactOrder", Type::kChoice, Right::kDirect, false, kOrder},
    {"iban", Type::kIban, Right::kApproval},
    {"directDebit", Type::kYesNo, Right::kApproval},
    {"pays", Type::kYesNo, Right::kFixed},
}};

constexpr std::array<FieldSpec, 31> kChild{{
    {"firstName", Type::kName, Right::kApproval, true},
    {"officialNames", Type::kName, Right::kApproval},
    {"lastName", Type::kName, Right::kApproval, true},
    {"gender", Type::kChoice, Right::kDirect, false, kGenders},
    {"birthDate", Type::kBirthDate, Right::kFixed, true},
    {"bsn", Type::kMasked, Right::kFixed},
    {"street", Type::kLine},
    {"houseNumber", Type::kHouseNumber},
    {"postcode", Type::kPostcode},
    {"city", Type::kLine},
    {"allergies", Type::kNotes},
    {"diet", Type::kNotes},
    {"medication", Type::kNotes},
    {"particularities", Type::kNotes},
    {"vaccinations", Type::kChoice, Right::kDirect, false, kVaccinations},
    {"doctor", Type::kLine},
    {"doctorPhone", Type::kPhone},
    {"dentist", Type::kLine},
    {"dentistPhone", Type::kPhone},
    {"school", Type::kLine},
    {"schoolClass", Type::kLine},
    {"photoPublic", Type::kConsent},
    {"photoInternal", Type::kConsent},
    {"photoWithOthers", Type::kConsent},
    {"outings", Type::kConsent},
    {"transport", Type::kConsent},
    {"homeAlone", Type::kConsent},
    {"secondGroup", Type::kConsent},
    {"paracetamol", Type::kConsent},
    {"sunscreen", Type::kConsent},
    {"schoolTransfer", Type::kConsent},
}};

constexpr std::array<FieldSpec, 9> kContact{{
    {"name", Type::kName, Right::kDirect, true},
    {"relation", Type::kLine, Right::kDirect, true},
    {"phone", Type::kPhone, Right::kDirect, true},
    {"otherPhone", Type::kPhone},
    {"emergency", Type::kYesNo},
    {"pickup", Type::kYesNo},
    {"validFrom", Type::kDate},
    {"validUntil", Type::kDate},
    {"notes", Type::kNotes},
}};

Checked chosen(std::string_view typed, std::span<const std::string_view> choices) {
    const bool known = typed.empty() || std::find(choices.begin(), choices.end(), typed) != choices.end();
    return {std::string(typed), known ? std::nullopt : std::optional{FieldError::kNoChoice}};
}

}  // namespace

std::span<const FieldSpec> fields_of(RecordKind kind) {
    switch (kind) {
        case RecordKind::kGuardian:
            return kGuardian;
        case RecordKind::kChild:
            return kChild;
        case RecordKind::kContact:
            break;
    }
    return kContact;
}

const FieldSpec* find_field(RecordKind kind, std::string_view name) {
    const std::span<const FieldSpec> all = fields_of(kind);
    const auto found = std::find_if(all.begin(), all.end(), [&](const FieldSpec& spec) { return spec.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Checked check_field(const FieldSpec& spec, std::string_view typed, Date today) {
    static constexpr std::array<std::string_view, 2> kYesNo{kYes, kNo};
    static constexpr std::array<std::string_view, 2> kConsents{kConsentGiven, kConsentRefused};
    switch (spec.type) {
        case Type::kName:
            return check_name(typed);
        case Type::kLine:
            return check_line(typed, kLineLength);
        case Type::kNotes:
            return check_notes(typed, kNotesLength);
        case Type::kHouseNumber:
            return check_house_number(typed);
        case Type::kPostcode:
            return check_postcode(typed);
        case Type::kPhone:
            return check_phone(typed);
        case Type::kEmail:
            return check_email(typed);
        case Type::kIban:
            return check_iban(typed);
        case Type::kBirthDate:
            return check_birth_date(typed, today);
        case Type::kDate:
            return check_date(typed);
        case Type::kChoice:
            return chosen(typed, spec.choices);
        case Type::kYesNo:
            return chosen(typed, kYesNo);
        case Type::kConsent:
            return chosen(typed, kConsents);
        case Type::kMasked:
            break;
    }
    return {std::string(typed), FieldError::kFixed};
}

}  // namespace portal::core
