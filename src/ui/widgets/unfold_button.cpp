#include "ui/widgets/unfold_button.hpp"

namespace portal::ui {

bool unfold_button(Ui& ui, const Rect& rect, const Button& look) {
    const NodeId id = ui.id(look.key);
    auto& unfolded = ui.memory().unfolded;
    if (button(ui, rect, look)) {
        if (unfolded.erase(id) == 0) {
            unfolded.insert(id);
        }
        ui.redo();
    }
    const bool open = unfolded.count(id) > 0;
    ui.nodes().back().expanded = open ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    return open;
}

}  // namespace portal::ui
