#include "ui/widgets/spinner.hpp"

#include <cmath>

namespace portal::ui {

void spinner(Ui& ui, Point centre, float radius, Color color) {
    constexpr double kTurnsPerSecond = 1.1;
    constexpr double kFrame = 1.0 / 30;
    double turn = 0.75;
    if (!ui.viewport().reduced_motion) {
        turn = std::fmod(ui.seconds() * kTurnsPerSecond, 1.0);
        ui.ask_frame(kFrame);
    }
    ui.paint().arc(centre, radius, color, 2.5F, static_cast<float>(turn));
}

}  // namespace portal::ui
