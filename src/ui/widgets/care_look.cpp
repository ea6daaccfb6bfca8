#include "ui/widgets/care_look.hpp"

#include "ui/icons.hpp"

#include <array>
#include <cstddef>

namespace portal::ui {
namespace {

/// In the order of core::CareState.
constexpr std::array kLooks{
    CareLook{CarePattern::kSolid, nullptr, app::Text::legend_contract},
    CareLook{CarePattern::kDashed, icon::kClock, app::Text::legend_extra_requested},
    CareLook{CarePattern::kSolid, icon::kPlus, app::Text::legend_extra_approved},
};

}  // namespace

const CareLook& care_look(core::CareState state) {
    return kLooks[static_cast<std::size_t>(state)];
}

}  // namespace portal::ui
