#include "core/contract_details.hpp"

#include "core/names.hpp"

namespace portal::core {
namespace {

constexpr Names<ContractStage, 3> kStages{
    {{ContractStage::kDraft, "draft"}, {ContractStage::kToSign, "to-sign"}, {ContractStage::kSigned, "signed"}}};

constexpr Names<ContractPhase, 5> kPhases{{{ContractPhase::kDraft, "draft"},
                                           {ContractPhase::kToSign, "to-sign"},
                                           {ContractPhase::kFuture, "future"},
                                           {ContractPhase::kCurrent, "current"},
                                           {ContractPhase::kEnded, "ended"}}};

}  // namespace

std::string_view to_string(ContractStage stage) {
    return name_of(kStages, stage);
}

std::optional<ContractStage> contract_stage_from(std::string_view text) {
    return value_of(kStages, text);
}

std::string_view to_string(ContractPhase phase) {
    return name_of(kPhases, phase);
}

ContractPhase phase_on(const PlacementContract& contract, const ContractDetails* details, Date today) {
    if (details != nullptr && details->stage == ContractStage::kDraft) {
        return ContractPhase::kDraft;
    }
    if (contract.end && *contract.end < today) {
        return ContractPhase::kEnded;
    }
    if (details != nullptr && details->stage == ContractStage::kToSign) {
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
