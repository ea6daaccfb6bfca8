#pragma once

#include "api/json_reader.hpp"
#include "core/rule_book.hpp"

/// Reads the sections of rules.schema.json, each into a value that has its defaults. Only for the rules' decoder.
namespace portal::api::rules_json {

void read_extra(const JsonNode& node, core::ExtraRules& rules);
void read_swap(const JsonNode& node, core::SwapRules& rules);
void read_absence(const JsonNode& node, core::AbsenceRules& rules);
void read_sick(const JsonNode& node, core::SickRules& rules);
void read_credit(const JsonNode& node, core::CreditRules& rules);
void read_holidays(const JsonNode& node, core::HolidayRules& rules);
void read_closures(const JsonNode& node, core::ClosureRules& rules);
void read_contract_weeks(const JsonNode& node, core::ContractWeekRules& rules);
void read_flex(const JsonNode& node, core::FlexRules& rules);
void read_strip_card(const JsonNode& node, core::StripCardRules& rules);
void read_study_days(const JsonNode& node, core::StudyDayRules& rules);
void read_decision(const JsonNode& node, core::DecisionRule& rules);
void read_grant_order(const JsonNode& node, core::GrantOrder& order);

}  // namespace portal::api::rules_json
