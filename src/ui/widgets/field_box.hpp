#pragma once

#include "ui/core/ui.hpp"

namespace portal::ui {

struct FieldLook {
    bool invalid = false;
    bool disabled = false;
};

/// The ground and the edge of something to type in or to choose from. Paint only: the browser draws the text in it.
void field_box(Ui& ui, NodeId id, const Rect& box, const FieldLook& look);

/// Height of the box.
[[nodiscard]] float field_height(const Ui& ui);

}  // namespace portal::ui
