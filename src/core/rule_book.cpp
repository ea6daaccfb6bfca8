#include "core/rule_book.hpp"

#include <algorithm>

namespace portal::core {
bool is_better_version(const CareRules& candidate, const CareRules& found) {
    const bool own = candidate.contract_type.has_value();
    if (own != found.contract_type.has_value()) {
        return own;
    }
    return found.valid_from < candidate.valid_from;
}

const CareRules* rules_on(const RuleBook& book, const LocationId& location, CareType care_type,
                          const ContractTypeId& contract_type, Date date) {
    const CareRules* found = nullptr;
    for (const CareRules& rules : book.versions) {
        const bool applies = rules.valid_from <= date && rules.care_type == care_type && rules.location == location &&
                             (!rules.contract_type || *rules.contract_type == contract_type);
        if (applies && (found == nullptr || is_better_version(rules, *found))) {
            found = &rules;
        }
    }
    return found;
}

const CareRules* rules_on(const RuleBook& book, const PlacementContract& contract, Date date) {
    return rules_on(book, contract.location, contract.care_type, contract.type, date);
}

const CareRules* find_rules(const RuleBook& book, const RuleVersionId& id) {
    const auto found = std::find_if(book.versions.begin(), book.versions.end(),
                                    [&](const CareRules& rules) { return rules.id == id; });
    return found == book.versions.end() ? nullptr : &*found;
}

}  // namespace portal::core
