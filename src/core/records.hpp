#pragma once

#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/validation.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Stamgegevens: what the organisation knows about guardians, children and the persons to call. A record is a list of
/// fields, whose kinds stand in a table, so that checking, storing, comparing and asking for approval are the same for
/// all of them. Values are texts in the one form of their kind (validation.hpp); an empty one is not there.
namespace portal::core {

enum class RecordKind : std::uint8_t { kGuardian, kChild, kContact };

/// Wire names "guardian", "child" and "contact".
[[nodiscard]] std::string_view to_string(RecordKind kind);
[[nodiscard]] std::optional<RecordKind> record_kind_from(std::string_view text);

/// What a parent may do with a field: data of the organisation, with defaults.
enum class FieldRight : std::uint8_t {
    kDirect,    ///< a change counts at once
    kApproval,  ///< a change waits for the organisation, and the old value counts until then
    kFixed,     ///< the organisation keeps it
};

/// Wire names "direct", "approval" and "fixed".
[[nodiscard]] std::string_view to_string(FieldRight right);
[[nodiscard]] std::optional<FieldRight> field_right_from(std::string_view text);

enum class FieldType : std::uint8_t {
    kName,
    kLine,
    kNotes,  ///< several lines
    kHouseNumber,
    kPostcode,
    kPhone,
    kEmail,
    kIban,
    kBirthDate,
    kDate,
    kChoice,   ///< one of `choices`
    kYesNo,    ///< "yes" or "no"
    kConsent,  ///< "granted" or "refused", with the day of the answer; not asked yet when empty
    kMasked,   ///< a citizen number (BSN), of which only the last digits ever leave the server; always fixed
};

inline constexpr std::string_view kYes = "yes";
inline constexpr std::string_view kNo = "no";
inline constexpr std::string_view kConsentGiven = "granted";
inline constexpr std::string_view kConsentRefused = "refused";

inline constexpr std::size_t kLineLength = 150;
inline constexpr std::size_t kNotesLength = 1000;

struct FieldSpec {
    std::string_view name;  ///< on the wire, "houseNumber"
    FieldType type = FieldType::kLine;
    FieldRight right = FieldRight::kDirect;  ///< where the organisation says nothing else
    bool required = false;
    std::span<const std::string_view> choices{};
};

/// The fields of a kind of record, in the order of forms.
[[nodiscard]] std::span<const FieldSpec> fields_of(RecordKind kind);
/// Null where there is none.
[[nodiscard]] const FieldSpec* find_field(RecordKind kind, std::string_view name);

/// Where an organisation differs from the defaults.
using FieldRights = std::map<std::pair<RecordKind, std::string>, FieldRight>;

[[nodiscard]] FieldRight right_of(const FieldRights& rights, RecordKind kind, const FieldSpec& spec);

/// A value that a parent asked for and the organisation has not answered yet.
struct WaitingValue {
    std::string value;
    Instant asked_at;
    std::string asked_by;

    friend bool operator==(const WaitingValue&, const WaitingValue&) = default;
};

struct RecordField {
    std::string name;
    std::string value;
    std::optional<Date> since{};  ///< of a consent: the day on which it was given, refused or withdrawn
    std::optional<WaitingValue> waiting{};

    friend bool operator==(const RecordField&, const RecordField&) = default;
};

struct Record {
    RecordKind kind = RecordKind::kGuardian;
    std::string id;
    std::string child;                ///< of a contact: whose
    std::string version;              ///< another after every change: the entity tag without its quotes
    std::vector<RecordField> fields;  ///< those that have a value or await one

    friend bool operator==(const Record&, const Record&) = default;
};

/// Null where it has no value and awaits none.
[[nodiscard]] const RecordField* field_of(const Record& record, std::string_view name);
/// What counts now.
[[nodiscard]] std::string value_of(const Record& record, std::string_view name);
/// What parents want it to be: the value that waits, else the one that counts.
[[nodiscard]] std::string wanted_value(const Record& record, std::string_view name);

/// A field and what was typed into it.
using FieldInput = std::pair<std::string, std::string>;

struct FieldFault {
    std::string field;
    FieldError error = FieldError::kMissing;

    friend bool operator==(const FieldFault&, const FieldFault&) = default;
};

struct FieldChange {
    enum class Outcome : std::uint8_t {
        kDone,
        kWaits,
        kWithdrawn,  ///< what waited is no longer wanted: the value that counts stays
    };

    std::string field;
    std::string old_value;  ///< that counts so far
    std::string new_value;
    Outcome outcome = Outcome::kDone;
};

/// What becomes of an edit: nothing at all where there is a fault.
struct EditPlan {
    std::vector<FieldFault> faults;  ///< in the order of the fields
    std::vector<FieldChange> changes;
};

/// What a single value can be, without the other fields.
[[nodiscard]] Checked check_field(const FieldSpec& spec, std::string_view typed, Date today);

/// What `inputs` would change in `record`; fields that are not among them stay as they are. What is there already is
/// never a fault, also where it would not be taken today. An empty record (without an id) is one that is being added:
/// all that is required has to be there, and only answers of yes or no wait for approval.
[[nodiscard]] EditPlan plan_edit(const Record& record, const FieldRights& rights, const std::vector<FieldInput>& inputs,
                                 Date today);

/// The name of whom a record is about, "Jasmijn Visser".
[[nodiscard]] std::string subject_of(const Record& record);

struct FamilyRecords {
    FieldRights rights;
    std::vector<Record> guardians;
    std::vector<Record> children;
    std::vector<Record> contacts;  ///< by child, the first to call first
};

[[nodiscard]] const Record* find_record(const FamilyRecords& records, RecordKind kind, std::string_view id);

/// Who pays for the family's care; the first guardian where nobody is said to, null where there is none.
[[nodiscard]] const Record* payer_of(const FamilyRecords& records);

/// Where a child lives, "Kerkstraat 12, 3511 AB Utrecht": with who pays, where nothing else is known of it.
[[nodiscard]] std::string address_of(const FamilyRecords& records, std::string_view child);

}  // namespace portal::core
