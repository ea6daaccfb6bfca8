#include "ui/widgets/card.hpp"

namespace portal::ui {

Card::Card(Ui& ui, Column& column, float padding, std::optional<Color> ground)
    : ui_(ui), outer_(column), content_(column.inside(padding)), padding_(padding), ground_(ground) {
    content_.space(padding);
    splitter_.Split(&ui.paint().list(), 2);
    splitter_.SetCurrentChannel(&ui.paint().list(), 1);
}

void Card::divider() {
    ui_.paint().line({outer_.x + 1, content_.y}, {outer_.x + outer_.width - 1, content_.y}, ui_.colors().line);
    content_.space(1);
}

Card::~Card() {
    ImDrawList& list = ui_.paint().list();
    splitter_.SetCurrentChannel(&list, 0);
    const float height = content_.y + padding_ - outer_.y;
    const Rect rect = outer_.take(height);
    ui_.paint().shadow(rect, radius::kCard, ui_.colors().shadow, 5);
    ui_.paint().fill(rect, ground_.value_or(ui_.colors().surface), radius::kCard);
    if (!ground_) {
        ui_.paint().outline(rect, ui_.colors().line, radius::kCard);
    }
    splitter_.Merge(&list);
}

}  // namespace portal::ui
