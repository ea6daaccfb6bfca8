#include "ui/widgets/page_swipe.hpp"

#include <algorithm>
#include <cmath>

namespace portal::ui {

int swiped(Ui& ui, NodeId area, float width) {
    constexpr float kFast = 400;  // CSS pixels per second
    Memory& memory = ui.memory();
    if (const auto* drag = ui.event(area, semantics::EventKind::kSwipe)) {
        memory.swipe = std::clamp(drag->amount, -width, width);
    }
    const auto* end = ui.event(area, semantics::EventKind::kSwipeEnd);
    if (end == nullptr) {
        return 0;
    }
    const bool far = std::abs(end->amount) > width / 4;
    const bool fast = std::abs(end->speed) > kFast && end->amount * end->speed > 0;
    int step = 0;
    memory.swipe_left_over = memory.swipe;
    if (far || fast) {
        step = end->amount > 0 ? -1 : 1;
        // What comes in is as far from its place as what goes out is from being gone.
        memory.swipe_left_over += static_cast<float>(step) * width;
    }
    memory.swipe = 0;
    memory.swipe_end = ui.seconds();
    return step;
}

float swipe_offset(Ui& ui) {
    constexpr double kSettle = 0.2;
    Memory& memory = ui.memory();
    if (memory.swipe != 0) {
        return memory.swipe;
    }
    return memory.swipe_left_over == 0 ? 0 : memory.swipe_left_over * ui.remaining(memory.swipe_end, kSettle);
}

}  // namespace portal::ui
