#include "api/json_reader.hpp"
#include "api/rules_checks.hpp"
#include "api/rules_codec.hpp"
#include "api/rules_read.hpp"

#include <utility>

namespace portal::api {
namespace {

constexpr std::size_t kMostVersions = 2000;

/// Reads a member where it is there; a section with its defaults otherwise.
template <class T>
void read_section(const JsonNode& version, std::string_view name, T& section, void (*read)(const JsonNode&, T&)) {
    if (const JsonNode node = version.find(name)) {
        read(node, section);
    }
}

template <class T>
void read_section(const JsonNode& version, std::string_view name, std::optional<T>& section,
                  void (*read)(const JsonNode&, T&)) {
    if (const JsonNode node = version.find(name)) {
        read(node, section.emplace());
    }
}

core::CareRules read_version(const JsonNode& node) {
    node.expect_only({"id", "locationId", "careType", "contractType", "validFrom", "text", "extra", "swap", "absence",
                      "sick", "credit", "holidays", "closures", "contractWeeks", "flex", "stripCard", "studyDays",
                      "decision", "grantOrder"});
    core::CareRules rules;
    rules.id = core::RuleVersionId{node.at("id").id()};
    rules.location = core::LocationId{node.at("locationId").id()};
    rules.care_type = node.at("careType").one_of(core::care_type_from);
    if (const JsonNode type = node.find("contractType")) {
        rules.contract_type = core::ContractTypeId{type.id()};
    }
    rules.valid_from = node.at("validFrom").date();
    if (const JsonNode text = node.find("text")) {
        rules.text = text.text();
    }
    read_section(node, "extra", rules.extra, rules_json::read_extra);
    read_section(node, "swap", rules.swap, rules_json::read_swap);
    read_section(node, "absence", rules.absence, rules_json::read_absence);
    read_section(node, "sick", rules.sick, rules_json::read_sick);
    read_section(node, "credit", rules.credit, rules_json::read_credit);
    read_section(node, "holidays", rules.holidays, rules_json::read_holidays);
    read_section(node, "closures", rules.closures, rules_json::read_closures);
    read_section(node, "contractWeeks", rules.contract_weeks, rules_json::read_contract_weeks);
    read_section(node, "flex", rules.flex, rules_json::read_flex);
    read_section(node, "stripCard", rules.strip_card, rules_json::read_strip_card);
    read_section(node, "studyDays", rules.study_days, rules_json::read_study_days);
    read_section(node, "decision", rules.decision, rules_json::read_decision);
    read_section(node, "grantOrder", rules.grant_order, rules_json::read_grant_order);
    rules_json::check_contradictions(node, rules);
    return rules;
}

core::RuleBook read_book(const JsonNode& node) {
    node.expect_only({"$schema", "versions"});
    core::RuleBook book;
    const JsonNode versions = node.at("versions");
    versions.expect_at_most(kMostVersions);
    versions.each([&](const JsonNode& version) {
        core::CareRules rules = read_version(version);
        rules_json::check_against(version, rules, book);
        book.versions.push_back(std::move(rules));
    });
    return book;
}

}  // namespace

Decoded<core::RuleBook> decode_rules(std::string_view json) {
    if (json.size() > kLongestRules) {
        return {std::nullopt, {"", "The text is longer than " + std::to_string(kLongestRules) + " bytes."}};
    }
    const JsonDocument document{json, JsonDocument::Names::kUnique};
    core::RuleBook book = read_book(document.root());
    if (document.failed()) {
        return {std::nullopt, {document.error_path(), document.error_detail()}};
    }
    return {std::move(book), {}};
}

}  // namespace portal::api
