#include "ui/widgets/care_look.hpp"

#include "ui/icons.hpp"

namespace portal::ui {

CareLook care_look(core::CareState state) {
    using app::Text;
    using core::CareState;
    switch (state) {
        case CareState::kContract:
            break;
        case CareState::kExtraRequested:
            return {CarePattern::kDashed, icon::kClock, Text::legend_extra_requested};
        case CareState::kExtraApproved:
            return {CarePattern::kSolid, icon::kPlus, Text::legend_extra_approved};
        case CareState::kSwapRequested:
            return {CarePattern::kDashed, icon::kArrowLeftRight, Text::legend_swap_requested};
        case CareState::kSwapApproved:
            return {CarePattern::kSolid, icon::kArrowLeftRight, Text::legend_swap_approved};
        case CareState::kGivenUpRequested:
            return {CarePattern::kDashed, icon::kArrowLeftRight, Text::legend_given_up_requested};
        case CareState::kGivenUp:
            return {CarePattern::kOpen, icon::kArrowLeftRight, Text::legend_given_up};
        case CareState::kAbsent:
            return {CarePattern::kOpen, icon::kCalendarX, Text::legend_absent};
        case CareState::kSick:
            return {CarePattern::kOpen, icon::kThermometer, Text::legend_sick};
    }
    return {CarePattern::kSolid, nullptr, Text::legend_contract};
}

}  // namespace portal::ui
