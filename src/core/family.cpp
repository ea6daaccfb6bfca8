#include "core/family.hpp"

#include "core/names.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr Names<CareType, 2> kCareTypes{{{CareType::kDayCare, "kdv"}, {CareType::kOutOfSchoolCare, "bso"}}};

constexpr Names<DayKind, 3> kDayKinds{
    {{DayKind::kEvery, "every"}, {DayKind::kSchoolDay, "school-day"}, {DayKind::kSchoolHoliday, "school-holiday"}}};

constexpr Names<ContractStage, 3> kStages{
    {{ContractStage::kDraft, "draft"}, {ContractStage::kToSign, "to-sign"}, {ContractStage::kSigned, "signed"}}};

}  // namespace

std::string_view to_string(CareType type) {
    return name_of(kCareTypes, type);
}

std::optional<CareType> care_type_from(std::string_view text) {
    return value_of(kCareTypes, text);
}

std::string_view to_string(DayKind kind) {
    return name_of(kDayKinds, kind);
}

std::optional<DayKind> day_kind_from(std::string_view text) {
    return value_of(kDayKinds, text);
}

std::string_view to_string(ContractStage stage) {
    return name_of(kStages, stage);
}

std::optional<ContractStage> contract_stage_from(std::string_view text) {
    return value_of(kStages, text);
}

const Child* find_child(const Family& family, const ChildId& id) {
    const auto found = std::find_if(family.children.begin(), family.children.end(),
                                    [&](const Child& child) { return child.id == id; });
    return found == family.children.end() ? nullptr : &*found;
}

const PlacementContract* contract_on(const Family& family, const ChildId& child, Date date) {
    const PlacementContract* found = nullptr;
    for (const PlacementContract& contract : family.contracts) {
        if (contract.child == child && contract.covers(date) && (found == nullptr || found->start < contract.start)) {
            found = &contract;
        }
    }
    return found;
}

}  // namespace portal::core
