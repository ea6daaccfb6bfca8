#include "ui/widgets/skeleton.hpp"

#include "ui/widgets/card.hpp"

namespace portal::ui {

void skeleton(Ui& ui, const Rect& rect, float radius) {
    ui.paint().fill(rect, ui.colors().closed.ground, radius);
}

void skeleton_cards(Ui& ui, Column& column, int count) {
    const float top = column.y;
    for (int i = 0; i < count; ++i) {
        {
            Card card(ui, column);
            Column& content = card.content();
            const Rect row = content.take(44);
            skeleton(ui, {row.x, row.y, 44, 44}, 22);
            skeleton(ui, {row.x + 60, row.y + 4, row.width * 0.4F, 16});
            skeleton(ui, {row.x + 60, row.y + 27, row.width * 0.55F, 13});
        }
        column.space(12);
    }
    Node& node = ui.record(Role::kStatus, "loading", {column.x, top, column.width, column.y - top});
    node.name = ui.text(Text::common_loading);
    node.busy = true;
}

}  // namespace portal::ui
