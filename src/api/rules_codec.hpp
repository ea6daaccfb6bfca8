#pragma once

#include "api/codec.hpp"
#include "core/rule_book.hpp"

#include <cstddef>
#include <string>
#include <string_view>

/// The organisation's rules as JSON, as rules.schema.json describes them: members that are left out have the defaults
/// of core/rules.hpp and the headers beside it, and null says that there is no limit where the default has one.
namespace portal::api {

/// A longer file is refused unread.
inline constexpr std::size_t kLongestRulesFile = 4'000'000;

[[nodiscard]] std::string encode(const core::CareRules& rules);
[[nodiscard]] std::string encode(const core::RuleBook& book);

/// One version, as a backend stores it.
[[nodiscard]] Decoded<core::CareRules> decode_care_rules(std::string_view json);

/// As a client reads it from its backend: members that it does not know are left aside.
[[nodiscard]] Decoded<core::RuleBook> decode_rule_book(std::string_view json);

/// As an organisation writes it: an unknown member is a mistake, a misspelt rule would be none at all.
[[nodiscard]] Decoded<core::RuleBook> decode_rules_file(std::string_view json);

}  // namespace portal::api
