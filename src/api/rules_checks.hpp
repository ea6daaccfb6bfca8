#pragma once

#include "api/json_reader.hpp"
#include "core/rule_book.hpp"

/// What a schema cannot say. Only for the rules' decoder.
namespace portal::api::rules_json {

/// Fails where one section contradicts another.
void check_contradictions(const JsonNode& node, const core::CareRules& rules);

/// Fails where a version before it in the book has the same id or is in force for the same care from the same day.
void check_against(const JsonNode& node, const core::CareRules& rules, const core::RuleBook& book);

}  // namespace portal::api::rules_json
