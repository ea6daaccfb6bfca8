#include "app/record_texts.hpp"

#include "app/format.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace portal::app {
namespace {

using core::FieldError;
using core::FieldType;
using core::RecordKind;

using Labels = std::pair<std::string_view, Text>;

constexpr std::array<Labels, 47> kLabels{{{"allergies", Text::record_field_allergies},
                                          {"birthDate", Text::record_field_birth_date},
                                          {"bsn", Text::record_field_bsn},
                                          {"city", Text::record_field_city},
                                          {"contactOrder", Text::record_field_contact_order},
                                          {"dentist", Text::record_field_dentist},
                                          {"dentistPhone", Text::record_field_dentist_phone},
                                          {"diet", Text::record_field_diet},
                                          {"directDebit", Text::record_field_direct_debit},
                                          {"doctor", Text::record_field_doctor},
                                          {"doctorPhone", Text::record_field_doctor_phone},
                                          {"email", Text::record_field_email},
                                          {"emergency", Text::record_field_emergency},
                                          {"gender", Text::record_field_gender},
                                          {"homeAlone", Text::record_field_home_alone},
                                          {"homePhone", Text::record_field_home_phone},
                                          {"houseNumber", Text::record_field_house_number},
                                          {"iban", Text::record_field_iban},
                                          {"lastName", Text::record_field_last_name},
                                          {"medication", Text::record_field_medication},
                                          {"mobile", Text::record_field_mobile},
                                          {"name", Text::record_field_name},
                                          {"notes", Text::record_field_notes},
                                          {"officialNames", Text::record_field_official_names},
                                          {"otherPhone", Text::record_field_other_phone},
                                          {"outings", Text::record_field_outings},
                                          {"paracetamol", Text::record_field_paracetamol},
                                          {"particularities", Text::record_field_particularities},
                                          {"pays", Text::record_field_pays},
                                          {"phone", Text::record_field_phone},
                                          {"photoInternal", Text::record_field_photo_internal},
                                          {"photoPublic", Text::record_field_photo_public},
                                          {"photoWithOthers", Text::record_field_photo_with_others},
                                          {"pickup", Text::record_field_pickup},
                                          {"postcode", Text::record_field_postcode},
                                          {"relation", Text::record_field_relation},
                                          {"school", Text::record_field_school},
                                          {"schoolClass", Text::record_field_school_class},
                                          {"schoolTransfer", Text::record_field_school_transfer},
                                          {"secondGroup", Text::record_field_second_group},
                                          {"street", Text::record_field_street},
                                          {"sunscreen", Text::record_field_sunscreen},
                                          {"transport", Text::record_field_transport},
                                          {"vaccinations", Text::record_field_vaccinations},
                                          {"validFrom", Text::record_field_valid_from},
                                          {"validUntil", Text::record_field_valid_until},
                                          {"workPhone", Text::record_field_work_phone}}};

constexpr std::array<Labels, 19> kChoices{{{"boy", Text::record_choice_boy},
                                           {"complete", Text::record_choice_complete},
                                           {"father", Text::record_choice_father},
                                           {"first", Text::record_choice_first},
                                           {"foster", Text::record_choice_foster},
                                           {"girl", Text::record_choice_girl},
                                           {core::kConsentGiven, Text::record_choice_granted},
                                           {"guardian", Text::record_choice_guardian},
                                           {"later", Text::record_choice_later},
                                           {"mother", Text::record_choice_mother},
                                           {core::kNo, Text::record_choice_no},
                                           {"none", Text::record_choice_no_vaccinations},
                                           {"other", Text::record_choice_other},
                                           {"partial", Text::record_choice_partial},
                                           {core::kConsentRefused, Text::record_choice_refused},
                                           {"second", Text::record_choice_second},
                                           {"step-parent", Text::record_choice_step_parent},
                                           {"untold", Text::record_choice_untold},
                                           {core::kYes, Text::record_choice_yes}}};

constexpr std::array<Labels, 6> kHints{{{"email", Text::record_hint_email},
                                        {"emergency", Text::record_hint_emergency},
                                        {"medication", Text::record_hint_medication},
                                        {"pickup", Text::record_hint_pickup},
                                        {"vaccinations", Text::record_hint_vaccinations},
                                        {"validFrom", Text::record_hint_validity}}};

template <std::size_t Count>
std::optional<Text> find(const std::array<Labels, Count>& labels, std::string_view name) {
    const auto* const found =
        std::find_if(labels.begin(), labels.end(), [&](const Labels& label) { return label.first == name; });
    return found == labels.end() ? std::nullopt : std::optional{found->second};
}

Text text_of(FieldError error) {
    switch (error) {
        case FieldError::kMissing:
            return Text::record_error_missing;
        case FieldError::kTooLong:
            return Text::record_error_too_long;
        case FieldError::kUnreadable:
            return Text::record_error_unreadable;
        case FieldError::kNoName:
            return Text::record_error_no_name;
        case FieldError::kNoHouseNumber:
            return Text::record_error_no_house_number;
        case FieldError::kNoPostcode:
            return Text::record_error_no_postcode;
        case FieldError::kNoPhone:
            return Text::record_error_no_phone;
        case FieldError::kNoEmail:
            return Text::record_error_no_email;
        case FieldError::kNoIban:
            return Text::record_error_no_iban;
        case FieldError::kNoDate:
            return Text::record_error_no_date;
        case FieldError::kInFuture:
            return Text::record_error_in_future;
        case FieldError::kTooLongAgo:
            return Text::record_error_too_long_ago;
        case FieldError::kNoChoice:
            return Text::record_error_no_choice;
        case FieldError::kEndsBeforeStart:
            return Text::record_error_ends_before_start;
        case FieldError::kNoRole:
            return Text::record_error_no_role;
        case FieldError::kTaken:
            return Text::record_error_taken;
        case FieldError::kFixed:
        case FieldError::kUnknown:
            break;
    }
    return Text::record_error_fixed;
}

/// Dutch area codes of two digits behind the 0; all others have three. 6 is the mobile numbers'.
/// https://nl.wikipedia.org/wiki/Lijst_van_Nederlandse_netnummers
constexpr std::string_view kShortCodes =
    " 10 13 15 20 23 24 26 30 33 35 36 38 40 43 45 46 50 53 55 58 70 71 72 73 74 75 76 77 78 79 85 88 ";

}  // namespace

Text field_label(RecordKind kind, std::string_view field) {
    if (field == "firstName") {
        return kind == RecordKind::kChild ? Text::record_field_known_as : Text::record_field_first_name;
    }
    return find(kLabels, field).value_or(Text::record_field_notes);
}

std::optional<Text> field_hint(RecordKind kind, std::string_view field) {
    if (kind == RecordKind::kChild && field == "street") {
        return Text::record_hint_address;
    }
    return find(kHints, field);
}

Text choice_label(std::string_view choice) {
    return find(kChoices, choice).value_or(Text::record_choice_not_chosen);
}

std::string value_text(Language language, const core::FieldSpec& spec, const std::string& value) {
    switch (spec.type) {
        case FieldType::kPhone:
            return phone_number(value);
        case FieldType::kIban:
            return grouped_iban(value);
        case FieldType::kBirthDate:
        case FieldType::kDate: {
            const auto date = core::Date::parse(value);
            return date ? plain_date(language, *date) : value;
        }
        case FieldType::kChoice:
        case FieldType::kYesNo:
        case FieldType::kConsent:
            return value.empty() ? value : std::string(text(language, choice_label(value)));
        default:
            return value;
    }
}

std::string fault_text(Language language, RecordKind kind, const core::FieldFault& fault) {
    const std::string_view label = text(language, field_label(kind, fault.field));
    return translate(language, text_of(fault.error), {{"field", label}});
}

std::string phone_number(const std::string& value) {
    const core::Checked number = core::check_phone(value);
    if (number.error || number.value.substr(0, 3) != "+31") {
        return value;
    }
    const std::string national = number.value.substr(3);
    const bool is_short = kShortCodes.find(' ' + national.substr(0, 2) + ' ') != std::string_view::npos;
    const std::size_t code = national.front() == '6' ? 1 : is_short ? 2 : 3;
    return '0' + national.substr(0, code) + ' ' + national.substr(code);
}

std::string grouped_iban(const std::string& value) {
    if (core::check_iban(value).error) {
        return value;
    }
    std::string text;
    for (std::size_t index = 0; index < value.size(); ++index) {
        text += index > 0 && index % 4 == 0 ? " " : "";
        text += value[index];
    }
    return text;
}

}  // namespace portal::app
