#pragma once

#include "core/credit_amount.hpp"
#include "core/notice.hpp"

#include <optional>
#include <string_view>

namespace portal::core {

/// When credit that was not used is gone. The day reckoned is still a day of use.
struct CreditExpiry {
    enum class Kind : std::uint8_t {
        kAfter,        ///< `after` the day that earned it
        kEndOfYear,    ///< 31 December of the year of that day
        kContractEnd,  ///< with the contract; never while that has no end
    };

    Kind kind = Kind::kEndOfYear;
    Period after;

    friend bool operator==(const CreditExpiry&, const CreditExpiry&) = default;
};

[[nodiscard]] std::string_view to_string(CreditExpiry::Kind kind);
[[nodiscard]] std::optional<CreditExpiry::Kind> credit_expiry_kind_from(std::string_view text);

/// Credit (tegoed, urenpotje) for care that was paid and not used. The oldest is always used first.
struct CreditRules {
    bool enabled = false;
    CreditUnit unit = CreditUnit::kMinutes;
    int longest_day_part_minutes = 360;  ///< longer care is two parts of a day, a whole day
    int points_per_day = 2;              ///< kPoints only
    int points_per_day_part = 1;         ///< kPoints only
    bool by_leave = true;                ///< absence earns it
    bool by_sickness = false;
    std::optional<int> balance_cap;  ///< in units of credit; what would go beyond is not earned
    std::optional<int> yearly_cap;   ///< likewise, of what is earned for days of one calendar year
    CreditExpiry expiry;
    int usable_days_before = 0;  ///< how long before the day that earned it, credit may already be used

    friend bool operator==(const CreditRules&, const CreditRules&) = default;
};

/// What care of `minutes` is in the unit of `rules`.
[[nodiscard]] std::int64_t credit_for(const CreditRules& rules, int minutes);

/// The last day on which credit for care on `earned_for` can be used; absent where it does not expire.
[[nodiscard]] std::optional<Date> use_before(const CreditRules& rules, Date earned_for,
                                             std::optional<Date> contract_end);

}  // namespace portal::core
