#include "ui/widgets/tooltip.hpp"

#include "ui/widgets/layers.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {

void tooltip(Ui& ui, const Rect& anchor, std::string_view text) {
    constexpr float kWidest = 260;
    constexpr float kPaddingX = 10;
    constexpr float kPaddingY = 6;
    constexpr float kGap = 6;
    constexpr float kMargin = 8;
    const Rect place = moved(anchor, ui.paint().offset().x, ui.paint().offset().y);
    const FixedLayer above(ui);
    const TextStyle style = ui.theme().type(Type::kSecondary);
    const float width = std::min({kWidest * ui.theme().text_scale, ui.viewport().width - 2 * (kMargin + kPaddingX),
                                  ui.fonts().width(style, text) + 1});
    Rect box{0, 0, width + 2 * kPaddingX, text_height(ui, width, style, text) + 2 * kPaddingY};
    box.x = std::clamp(centre(place).x - box.width / 2, kMargin, ui.viewport().width - kMargin - box.width);
    box.y = place.y - kGap - box.height;
    if (box.y < kMargin) {
        box.y = bottom(place) + kGap;
    }
    const Palette& colors = ui.colors();
    ui.paint().shadow(box, radius::kMark, colors.shadow, 4);
    ui.paint().fill(box, colors.text, radius::kMark);
    draw_text(ui, {box.x + kPaddingX, box.y + kPaddingY}, width, style, text, colors.surface);
}

}  // namespace portal::ui
