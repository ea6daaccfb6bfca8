#include "api/rules_checks.hpp"

namespace portal::api::rules_json {
namespace {

void check_credit(const JsonNode& node, const core::CareRules& rules) {
    const bool credited_late = rules.extra.cancellation.late == core::Cancellation::Late::kCredited;
    const bool credited_swap = rules.swap.cancellation.late == core::Cancellation::Late::kCredited;
    if (rules.extra.by_credit || rules.extra.by_credit_and_invoice) {
        node.at("extra").at("payment").fail("names credit, which these rules have not enabled");
    }
    if (credited_late || credited_swap) {
        const JsonNode section = node.at(credited_late ? "extra" : "swap");
        const JsonNode cancellation = section.at("cancellation");
        cancellation.at("late").fail("gives credit, which these rules have not enabled");
    }
    if (rules.holidays.treatment == core::HolidayTreatment::kCredited) {
        node.at("holidays").at("treatment").fail("gives credit, which these rules have not enabled");
    }
}

}  // namespace

void check_contradictions(const JsonNode& node, const core::CareRules& rules) {
    if (!rules.credit.enabled) {
        check_credit(node, rules);
    }
    if (rules.flex && rules.strip_card) {
        node.at("stripCard").fail("cannot stand beside flex");
    }
    const bool credited = rules.holidays.treatment == core::HolidayTreatment::kCredited;
    if (credited != (rules.holidays.credited_days > 0)) {
        node.at("holidays").fail("credits days without a number of them, or the other way round");
    }
    if (rules.swap.window.kind == core::DateWindow::Kind::kAround && rules.swap.window.before.amount == 0 &&
        rules.swap.window.after.amount == 0) {
        node.at("swap").at("window").fail("holds no other day");
    }
}

void check_against(const JsonNode& node, const core::CareRules& rules, const core::RuleBook& book) {
    for (const core::CareRules& other : book.versions) {
        if (other.id == rules.id) {
            node.at("id").fail("is the id of a version before it");
        }
        if (other.location == rules.location && other.care_type == rules.care_type &&
            other.contract_type == rules.contract_type && other.valid_from == rules.valid_from) {
            node.at("validFrom").fail("is the first day of another version for the same care");
        }
    }
}

}  // namespace portal::api::rules_json
