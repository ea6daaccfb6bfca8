#pragma once

#include "core/date.hpp"
#include "core/notice.hpp"
#include "core/time_of_day.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// The sections of the rules that are about the kind of contract and about the organisation's own time.
namespace portal::core {

/// A day of every year on which a location closes early, 24 December at 16:00.
struct EarlyClosing {
    int month = 12;
    int day = 24;
    TimeOfDay closes_at{17, 0};

    friend bool operator==(const EarlyClosing&, const EarlyClosing&) = default;
};

struct ClosureRules {
    bool invoiced = true;  ///< contracted care on a closing day; else such days are outside the contract
    std::vector<EarlyClosing> early_closings;

    friend bool operator==(const ClosureRules&, const ClosureRules&) = default;
};

/// Contracts of fewer than 52 weeks a year.
struct ContractWeekRules {
    bool parents_choose = true;    ///< they report the weeks without care; else the organisation lays them down
    bool surplus_invoiced = true;  ///< weeks of care beyond the contract's are invoiced

    friend bool operator==(const ContractWeekRules&, const ContractWeekRules&) = default;
};

/// Flexible care: no fixed week, every day is asked as extra care and paid by the hour.
struct FlexRules {
    int minimum_minutes = 180;
    std::optional<int> minimum_minutes_before_school;  ///< of care that ends by noon on a school day
    Notice request_notice{Notice::Unit::kDays, 14, std::nullopt};
    Notice cancel_notice{Notice::Unit::kDays, 7, std::nullopt};  ///< later it is paid all the same

    friend bool operator==(const FlexRules&, const FlexRules&) = default;
};

/// Care paid beforehand in strips (strippenkaart); the card is billed whole when it is bought.
struct StripCardRules {
    int strip_minutes = 30;
    std::vector<int> card_sizes{10, 20, 30};  ///< in strips
    Period validity{Period::Unit::kMonths, 12};
    bool allowance_eligible = true;  ///< counts for the childcare allowance (kinderopvangtoeslag)

    friend bool operator==(const StripCardRules&, const StripCardRules&) = default;
};

/// Care on a day on which the school is closed but the holidays have not begun.
struct StudyDayRules {
    bool offered = true;
    int minimum_sign_ups = 0;             ///< below it the day is not held
    bool only_extra_hours_billed = true;  ///< on a day with contracted care only what goes beyond that

    friend bool operator==(const StudyDayRules&, const StudyDayRules&) = default;
};

/// When parents can count on an answer.
struct DecisionRule {
    enum class Kind : std::uint8_t {
        kWorkingDaysAfter,   ///< `amount` working days after the request was sent
        kDaysBefore,         ///< `amount` days before the care
        kWorkingDaysBefore,  ///< `amount` working days before the care
        kWeekBefore,         ///< on `weekday` of the week before the care
        kMonthBefore,        ///< on day `amount` of the month before the care, in one batch
    };

    Kind kind = Kind::kWorkingDaysAfter;
    int amount = 2;
    Weekday weekday = Weekday::kFriday;  ///< kWeekBefore only
    std::optional<TimeOfDay> until;      ///< the end of that day when absent

    friend bool operator==(const DecisionRule&, const DecisionRule&) = default;
};

[[nodiscard]] std::string_view to_string(DecisionRule::Kind kind);
[[nodiscard]] std::optional<DecisionRule::Kind> decision_kind_from(std::string_view text);

/// Whose wish for a place comes first.
enum class GrantClass : std::uint8_t { kFixed, kFlex, kStripCard, kExtra, kSwap, kHoliday };

/// Wire names "fixed", "flex", "strip-card", "extra", "swap", "holiday".
[[nodiscard]] std::string_view to_string(GrantClass group);
[[nodiscard]] std::optional<GrantClass> grant_class_from(std::string_view text);

/// First come, first served where empty; else by these classes, and within a class by time of sending.
using GrantOrder = std::vector<GrantClass>;

}  // namespace portal::core
