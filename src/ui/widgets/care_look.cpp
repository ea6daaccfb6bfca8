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
    }
    return {CarePattern::kSolid, nullptr, Text::legend_contract};
}

}  // namespace portal::ui
