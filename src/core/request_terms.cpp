#include "core/request_terms.hpp"

#include <algorithm>

namespace portal::core {

const PlacementContract* contract_of(const Family& family, const ChangeRequest& request, Date date) {
    const auto found =
        std::find_if(family.contracts.begin(), family.contracts.end(), [&](const PlacementContract& contract) {
            return contract.covers(date) && contract.care_type == request.care_type &&
                   contract.child == request.child && contract.location == request.location;
        });
    return found == family.contracts.end() ? nullptr : &*found;
}

const CareRules* rules_of(const CareFacts& facts, const ChangeRequest& request) {
    if (const CareRules* seen =
            request.rule_version.empty() ? nullptr : find_rules(facts.rules, request.rule_version)) {
        return seen;
    }
    const PlacementContract* contract = contract_of(facts.family, request, request.date);
    return contract != nullptr ? rules_on(facts.rules, *contract, request.date) : nullptr;
}

CareSpan first_care(const ChangeRequest& request) {
    const CareSpan care{request.date, request.time};
    return request.given ? std::min(*request.given, care) : care;
}

Cancellation cancellation_of(const CareRules& rules, RequestKind kind) {
    if (kind == RequestKind::kSwap) {
        return rules.swap.cancellation;
    }
    if (rules.flex) {
        return {rules.flex->cancel_notice, Cancellation::Late::kBilled};
    }
    return rules.extra.cancellation;
}

std::int64_t capped(const CreditRules& rules, std::int64_t amount, std::int64_t balance, std::int64_t earned) {
    if (rules.balance_cap) {
        amount = std::min(amount, *rules.balance_cap - balance);
    }
    if (rules.yearly_cap) {
        amount = std::min(amount, *rules.yearly_cap - earned);
    }
    return std::max<std::int64_t>(amount, 0);
}

LotTerms lot_terms(const CreditRules& rules, const PlacementContract& contract, Date earned_for) {
    return {earned_for, earned_for - rules.usable_days_before, use_before(rules, earned_for, contract.end)};
}

int invoiced_minutes(const CareRules& rules, const ChangeRequest& request) {
    const int minutes = request.time.minutes();
    if (request.credit_used.amount == 0) {
        return minutes;
    }
    const std::int64_t needed = credit_for(rules.credit, minutes);
    const std::int64_t left = std::max<std::int64_t>(needed - request.credit_used.amount, 0);
    return needed > 0 ? static_cast<int>(minutes * left / needed) : 0;
}

}  // namespace portal::core
