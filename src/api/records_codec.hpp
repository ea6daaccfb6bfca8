#pragma once

#include "api/codec.hpp"
#include "core/record_change.hpp"
#include "core/records.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Stamgegevens as JSON. A citizen number (BSN) is only ever written as `core::masked_number` makes it, which is the
/// backend's business: what is encoded here is what a record holds.
namespace portal::api {

/// What a parent sends to change a record or to add a contact.
struct RecordEdit {
    static constexpr std::size_t kMostFields = 100;

    std::vector<core::FieldInput> fields;
};

/// Why an edit was not carried out, with the record as it is now: somebody else changed it meanwhile.
struct RecordConflict {
    Problem problem;
    core::Record current;
};

[[nodiscard]] std::string encode(const core::Record& record);
[[nodiscard]] std::string encode(const core::FamilyRecords& records);
[[nodiscard]] std::string encode(const RecordEdit& edit);
[[nodiscard]] std::string encode(const RecordConflict& conflict);
[[nodiscard]] std::string encode_order(const std::vector<std::string>& contacts);
[[nodiscard]] std::string encode(const std::vector<core::RecordChange>& changes);

[[nodiscard]] Decoded<core::Record> decode_record(std::string_view json);
[[nodiscard]] Decoded<core::FamilyRecords> decode_family_records(std::string_view json);
[[nodiscard]] Decoded<RecordEdit> decode_record_edit(std::string_view json);
[[nodiscard]] Decoded<RecordConflict> decode_record_conflict(std::string_view json);
[[nodiscard]] Decoded<std::vector<std::string>> decode_order(std::string_view json);
[[nodiscard]] Decoded<std::vector<core::RecordChange>> decode_record_changes(std::string_view json);

}  // namespace portal::api
