#pragma once

#include "app/text.hpp"
#include "core/records.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The fields of records in words.
namespace portal::app {

[[nodiscard]] Text field_label(core::RecordKind kind, std::string_view field);
[[nodiscard]] std::optional<Text> field_hint(core::RecordKind kind, std::string_view field);

/// "Moeder" for "mother", "Ja" for "yes".
[[nodiscard]] Text choice_label(std::string_view choice);

/// A value as it is read: "06 12345678", "25 november 2026", "Ja"; empty for an empty one.
[[nodiscard]] std::string value_text(Language language, const core::FieldSpec& spec, const std::string& value);

/// What to do about it.
[[nodiscard]] std::string fault_text(Language language, core::RecordKind kind, const core::FieldFault& fault);

/// "+31612345678" as people in the Netherlands write it, "06 12345678"; a number of elsewhere with its country.
[[nodiscard]] std::string phone_number(const std::string& value);

/// "NL91 ABNA 0417 1643 00".
[[nodiscard]] std::string grouped_iban(const std::string& value);

}  // namespace portal::app
