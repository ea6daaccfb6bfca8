#include "core/contract_details.hpp"

#include "core/names.hpp"

namespace portal::core {
namespace {

constexpr Names<ContractPhase, 5> kPhases{{{ContractPhase::kDraft, "draft"},
                                           {ContractPhase::kToSign, "to-sign"},
                                           {ContractPhase::kFuture, "future"},
                                           {ContractPhase::kCurrent, "current"},
                                           {ContractPhase::kEnded, "ended"}}};

}  // namespace

std::string_view to_string(ContractPhase phase) {
    return name_of(kPhases, phase);
}

ContractPhase phase_on(const PlacementContract& contract, Date today) {
    if (contract.stage == ContractStage::kDraft) {
        return ContractPhase::kDraft;
    }
    if (contract.end && *contract.end < today) {
        return ContractPhase::kEnded;
    }
    if (contract.stage == ContractStage::kToSign) {
        return ContractPhase::kToSign;
    }
    return today < contract.start ? ContractPhase::kFuture : ContractPhase::kCurrent;
}

const ContractDetails* find_details(const std::vector<ContractDetails>& details, const ContractId& id) {
    for (const ContractDetails& one : details) {
        if (one.contract == id) {
            return &one;
        }
    }
    return nullptr;
}

}  // namespace portal::core
