#pragma once

#include "app/text.hpp"
#include "core/occupancy.hpp"

namespace portal::ui {

/// How a stretch of care is drawn in its child's colour.
enum class CarePattern : std::uint8_t {
    kSolid,   ///< it takes place
    kDashed,  ///< it is asked for
    kOpen,    ///< it was to take place, and does not
};

struct CareLook {
    CarePattern pattern = CarePattern::kSolid;
    const char* icon = nullptr;                     ///< null: none
    app::Text legend = app::Text::legend_contract;  ///< what the key to the calendar calls it
};

/// The look of a state, the same wherever care is drawn: month, year and legend.
[[nodiscard]] CareLook care_look(core::CareState state);

}  // namespace portal::ui
