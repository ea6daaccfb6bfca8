#include "ui/widgets/icon_button.hpp"

namespace portal::ui {

bool icon_button(Ui& ui, const Rect& rect, const IconButton& button) {
    constexpr float kIcon = 22;
    constexpr float kGround = 40;
    Node& node = ui.record(Role::kButton, button.key, rect);
    node.name = button.name;
    node.checked = button.pressed;
    const NodeId id = node.id;

    const Rect ground = centred(rect, kGround, kGround);
    if (ui.pressed(id) || ui.hovered(id)) {
        ui.paint().fill(ground, faded(ui.colors().accent, ui.pressed(id) ? 0.18F : 0.1F), kGround / 2);
    }
    const Rect place = centred(rect, kIcon, kIcon);
    ui.paint().icon({place.x, place.y}, kIcon, button.icon, ui.colors().accent);
    ui.focus_ring(id, inset(ground, 2), kGround / 2 - 2);
    return ui.clicked(id);
}

}  // namespace portal::ui
