#include "ui/widgets/day_ground.hpp"

namespace portal::ui {

void closed_ground(Ui& ui, const Rect& rect) {
    // Half of the colour that edges of controls have: to be seen in the dark too, and not louder than the day's number.
    ui.paint().hatch(rect, faded(ui.colors().control, ui.theme().high_contrast ? 0.35F : 0.5F), 7, 1.2F);
}

void school_holiday_band(Ui& ui, const Rect& rect) {
    ui.paint().fill(rect, ui.colors().control, rect.height / 2);
}

void day_ring(Ui& ui, const Rect& rect, float radius) {
    ui.paint().outline(inset(rect, -2), ui.colors().text, radius + 2, ui.theme().high_contrast ? 3.0F : 2.0F);
}

}  // namespace portal::ui
