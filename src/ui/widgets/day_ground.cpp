#include "ui/widgets/day_ground.hpp"

namespace portal::ui {

void closed_ground(Ui& ui, const Rect& rect) {
    // Half of the colour that edges of controls have: to be seen in the dark too, and not louder than the day's number.
    ui.paint().hatch(rect, faded(ui.colors().control, ui.theme().high_contrast ? 0.35F : 0.5F), 7, 1.2F);
}

void school_holiday_ground(Ui& ui, const Rect& rect) {
    const Color color = ui.colors().control;
    ui.paint().fill(rect, faded(color, ui.theme().high_contrast ? 0.2F : 0.14F));
    ui.paint().fill({rect.x, rect.y, rect.width, 2}, color);
}

void day_ring(Ui& ui, const Rect& rect, float radius) {
    ui.paint().outline(inset(rect, -2), ui.colors().focus, radius + 2, ui.theme().high_contrast ? 3.0F : 2.0F);
}

}  // namespace portal::ui
