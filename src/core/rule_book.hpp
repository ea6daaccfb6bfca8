#pragma once

#include "core/product_rules.hpp"
#include "core/rules.hpp"

#include <optional>
#include <string>
#include <vector>

namespace portal::core {

/// One version of the rules of one location × care type × contract type, in force from a day on until a later version
/// is.
struct CareRules {
    RuleVersionId id;  ///< stable; kept with every request that was judged by it
    LocationId location;
    CareType care_type = CareType::kDayCare;
    std::optional<ContractTypeId> contract_type;  ///< all types without rules of their own when absent
    Date valid_from;
    std::string text;  ///< what the organisation says about its rules in its own words, may be empty

    ExtraRules extra;
    SwapRules swap;
    AbsenceRules absence;
    SickRules sick;
    LateArrivalRules late_arrival;
    CreditRules credit;
    HolidayRules holidays;
    ClosureRules closures;
    ContractWeekRules contract_weeks;
    std::optional<FlexRules> flex;             ///< contracts of this type are flexible
    std::optional<StripCardRules> strip_card;  ///< contracts of this type are paid by strip cards
    StudyDayRules study_days;
    DecisionRule decision;
    GrantOrder grant_order;

    friend bool operator==(const CareRules&, const CareRules&) = default;
};

/// All versions of all rules of an organisation, in any order.
struct RuleBook {
    std::vector<CareRules> versions;
};

/// The rules in force for care on `date`: the newest version that has begun, of the contract type's own rules where
/// there are any, else of those for all types. Nothing where the organisation laid down none.
[[nodiscard]] const CareRules* rules_on(const RuleBook& book, const LocationId& location, CareType care_type,
                                        const ContractTypeId& contract_type, Date date);

[[nodiscard]] const CareRules* rules_on(const RuleBook& book, const PlacementContract& contract, Date date);

/// Which of two versions that both apply is the one: those of the contract's own type first, then the newer.
[[nodiscard]] bool is_better_version(const CareRules& candidate, const CareRules& found);

[[nodiscard]] const CareRules* find_rules(const RuleBook& book, const RuleVersionId& id);

}  // namespace portal::core
