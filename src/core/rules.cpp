#include "core/rules.hpp"

#include "core/names.hpp"
#include "core/product_rules.hpp"

namespace portal::core {
namespace {

constexpr Names<Cancellation::Late, 3> kLate{{{Cancellation::Late::kRefused, "refused"},
                                              {Cancellation::Late::kBilled, "billed"},
                                              {Cancellation::Late::kCredited, "credited"}}};

constexpr Names<ExtraBilling, 2> kBillings{
    {{ExtraBilling::kMinutes, "minutes"}, {ExtraBilling::kDayParts, "day-parts"}}};

constexpr Names<SwapCap::Per, 2> kCapPeriods{{{SwapCap::Per::kMonth, "month"}, {SwapCap::Per::kYear, "year"}}};

constexpr Names<AbsenceUndo, 4> kUndos{{{AbsenceUndo::kUntilNotice, "until-notice"},
                                        {AbsenceUndo::kViaLocation, "via-location"},
                                        {AbsenceUndo::kAsExtra, "as-extra"},
                                        {AbsenceUndo::kNever, "never"}}};

constexpr Names<HolidayTreatment, 3> kTreatments{{{HolidayTreatment::kExcluded, "excluded"},
                                                  {HolidayTreatment::kSwappable, "swappable"},
                                                  {HolidayTreatment::kCredited, "credited"}}};

constexpr Names<DecisionRule::Kind, 5> kDecisions{{{DecisionRule::Kind::kWorkingDaysAfter, "working-days-after"},
                                                   {DecisionRule::Kind::kDaysBefore, "days-before"},
                                                   {DecisionRule::Kind::kWorkingDaysBefore, "working-days-before"},
                                                   {DecisionRule::Kind::kWeekBefore, "week-before"},
                                                   {DecisionRule::Kind::kMonthBefore, "month-before"}}};

constexpr Names<GrantClass, 6> kGrantClasses{{{GrantClass::kFixed, "fixed"},
                                              {GrantClass::kFlex, "flex"},
                                              {GrantClass::kStripCard, "strip-card"},
                                              {GrantClass::kExtra, "extra"},
                                              {GrantClass::kSwap, "swap"},
                                              {GrantClass::kHoliday, "holiday"}}};

}  // namespace

std::string_view to_string(Cancellation::Late late) {
    return name_of(kLate, late);
}

std::optional<Cancellation::Late> late_cancellation_from(std::string_view text) {
    return value_of(kLate, text);
}

std::string_view to_string(ExtraBilling billing) {
    return name_of(kBillings, billing);
}

std::optional<ExtraBilling> extra_billing_from(std::string_view text) {
    return value_of(kBillings, text);
}

std::string_view to_string(SwapCap::Per per) {
    return name_of(kCapPeriods, per);
}

std::optional<SwapCap::Per> swap_cap_per_from(std::string_view text) {
    return value_of(kCapPeriods, text);
}

std::string_view to_string(AbsenceUndo undo) {
    return name_of(kUndos, undo);
}

std::optional<AbsenceUndo> absence_undo_from(std::string_view text) {
    return value_of(kUndos, text);
}

std::string_view to_string(HolidayTreatment treatment) {
    return name_of(kTreatments, treatment);
}

std::optional<HolidayTreatment> holiday_treatment_from(std::string_view text) {
    return value_of(kTreatments, text);
}

std::string_view to_string(DecisionRule::Kind kind) {
    return name_of(kDecisions, kind);
}

std::optional<DecisionRule::Kind> decision_kind_from(std::string_view text) {
    return value_of(kDecisions, text);
}

std::string_view to_string(GrantClass group) {
    return name_of(kGrantClasses, group);
}

std::optional<GrantClass> grant_class_from(std::string_view text) {
    return value_of(kGrantClasses, text);
}

}  // namespace portal::core
