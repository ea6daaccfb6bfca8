#pragma once

#include "core/money.hpp"
#include "core/notice.hpp"

#include <optional>

namespace portal::core {

/// An organisation's rules for extra care alone, as they were before CareRules.
struct ExtraCareRules {
    bool offered = true;
    bool free_times = false;   ///< any times inside opening hours, else only the location's slots
    int minimum_minutes = 60;  ///< free times only
    int step_minutes = 15;     ///< free times only: start and end are multiples of it
    Notice notice;
    int max_days_ahead = 90;
    std::optional<Money> hourly_rate;  ///< the contract's rate when absent

    friend bool operator==(const ExtraCareRules&, const ExtraCareRules&) = default;
};

}  // namespace portal::core
