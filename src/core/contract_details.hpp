#pragma once

#include "core/date.hpp"
#include "core/family.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::core {

/// General terms that belong to a contract, such as those of the branch ("Algemene voorwaarden Kinderopvang 2024").
struct ContractTerms {
    std::string name;
    std::string url;  ///< where they can be read; may be empty

    friend bool operator==(const ContractTerms&, const ContractTerms&) = default;
};

/// What is agreed beside the care itself.
struct ContractDetails {
    ContractId contract;
    std::optional<Date> signed_on;
    std::string signed_by;      ///< names of the parents who signed
    int notice_months = 1;      ///< opzegtermijn
    int payment_days = 14;      ///< betaaltermijn of an invoice
    bool direct_debit = false;  ///< automatische incasso agreed
    std::string cancellation;   ///< what cancelling before the first day costs (annuleringskosten)
    std::vector<ContractTerms> terms;

    friend bool operator==(const ContractDetails&, const ContractDetails&) = default;
};

enum class ContractPhase : std::uint8_t {
    kDraft,   ///< not yet offered
    kToSign,  ///< waits for the parents' signature
    kFuture,
    kCurrent,
    kEnded,
};

/// Wire names "draft", "to-sign", "future", "current", "ended".
[[nodiscard]] std::string_view to_string(ContractPhase phase);

[[nodiscard]] ContractPhase phase_on(const PlacementContract& contract, Date today);

[[nodiscard]] const ContractDetails* find_details(const std::vector<ContractDetails>& details, const ContractId& id);

}  // namespace portal::core
