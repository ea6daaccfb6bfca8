#include "ui/widgets/field_box.hpp"

#include <algorithm>

namespace portal::ui {

float field_height(const Ui& ui) {
    return std::max(48.0F, ui.theme().type(Type::kBody).line + 22);
}

void field_box(Ui& ui, NodeId id, const Rect& box, const FieldLook& look) {
    const Palette& colors = ui.colors();
    ui.paint().fill(box, look.disabled ? colors.closed.ground : colors.surface, radius::kControl);
    Color edge = look.invalid ? colors.error.text : colors.control;
    float thickness = look.invalid ? 1.5F : 1.0F;
    if (ui.focused(id)) {
        edge = look.invalid ? colors.error.text : colors.accent;
        thickness = ui.theme().high_contrast ? 4.0F : 2.0F;
    } else if (ui.hovered(id)) {
        edge = look.invalid ? edge : colors.secondary;
    }
    ui.paint().outline(box, edge, radius::kControl, thickness);
}

}  // namespace portal::ui
