#pragma once

#include "api/codec.hpp"
#include "core/rule_book.hpp"

#include <string>
#include <string_view>

/// The rules of an organisation as a JSON file. rules.schema.json describes it, with the meaning and the default of
/// every member; what is left out has its default.
namespace portal::api {

/// Longer texts are refused unread.
inline constexpr std::size_t kLongestRules = 4'000'000;

/// Refuses with path and reason what the schema refuses, and beyond it what contradicts itself (credit as payment where
/// there is no credit, a day that no year has), names that stand twice in one object, ids that stand twice, and two
/// versions that would be in force at once.
[[nodiscard]] Decoded<core::RuleBook> decode_rules(std::string_view json);

/// With all members, defaults too.
[[nodiscard]] std::string encode(const core::RuleBook& book);

}  // namespace portal::api
