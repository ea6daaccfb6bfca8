#include "ui/widgets/toast.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/icon_button.hpp"
#include "ui/widgets/layers.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {

void toast(Ui& ui, float above) {
    if (!ui.state().toast) {
        return;
    }
    constexpr float kIcon = 20;
    constexpr float kPadding = 14;
    const app::Toast& toast = *ui.state().toast;
    const FixedLayer layer(ui);
    const Group group(ui, Role::kGroup, "toast-" + std::to_string(toast.id), ui.text(Text::common_message));

    TextStyle style = ui.theme().type(Type::kSecondary);
    style.weight = Weight::kSemiBold;
    const float width = std::min(ui.viewport().width - 24, 480.0F);
    const float text_x = kPadding + kIcon + 10;
    const float text_width = width - text_x - kTarget - 4;
    const float lines = text_height(ui, text_width, style, toast.text);
    const float height = std::max(lines + 2 * kPadding, kTarget + 8);
    const Rect rect{(ui.viewport().width - width) / 2, ui.viewport().height - above - 12 - height, width, height};
    const float way = 24 * (1 - ui.motion(group.id(), 0.2));
    ui.paint().set_offset({0, way});

    const Palette& colors = ui.colors();
    ui.paint().shadow(rect, radius::kControl, {0, 0, 0, 255}, 7);
    ui.paint().fill(rect, colors.approved.ground, radius::kControl);
    ui.paint().outline(rect, ui.theme().high_contrast ? colors.control : colors.approved.text, radius::kControl);
    const float first_line = rect.y + (height - lines) / 2;
    ui.paint().icon({rect.x + kPadding, first_line + (style.line - kIcon) / 2}, kIcon, icon::kCircleCheck,
                    colors.approved.text);
    draw_text(ui, {rect.x + text_x, first_line}, text_width, style, toast.text, colors.approved.text);
    ui.record(Role::kParagraph, "text", {rect.x + text_x, first_line, text_width, lines}).name = toast.text;
    IconButton close;
    close.key = "close";
    close.name = ui.text(Text::common_close_message);
    close.icon = icon::kX;
    if (icon_button(ui, {right(rect) - kTarget - 4, rect.y + (height - kTarget) / 2, kTarget, kTarget}, close)) {
        ui.emit(app::ToastClosed{});
    }
    ui.paint().set_offset({});
}

}  // namespace portal::ui
