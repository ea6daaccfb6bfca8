#pragma once

#include "core/evaluate.hpp"

#include <vector>

namespace portal::bench {

/// Twelve children with ten years of history: what verdicts have to be fast with.
struct BigFamily {
    static constexpr int kChildren = 12;
    static constexpr int kYears = 10;

    core::Family family;
    core::Locations locations;
    core::RuleBook rules;
    std::vector<core::ChangeRequest> requests;
    std::vector<core::CreditLedger> ledgers;
    core::Instant now;

    BigFamily();

    [[nodiscard]] core::CareFacts facts() const { return {family, locations, rules}; }
};

/// Every action of every day of the month for every child, the index included. The number of actions that are allowed,
/// so that nothing can be left out.
[[nodiscard]] int month_of_verdicts(const BigFamily& big);

}  // namespace portal::bench
