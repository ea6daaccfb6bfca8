#include "ui/widgets/banner.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {

void banner(Ui& ui, Column& column, const Banner& banner) {
    constexpr float kPadding = 12;
    constexpr float kIcon = 20;
    const Palette& colors = ui.colors();
    Tone tone{colors.accent, colors.accent_tint};
    const char* icon = icon::kInfo;
    if (banner.kind == BannerKind::kWarning) {
        tone = colors.warning;
        icon = icon::kTriangleAlert;
    } else if (banner.kind == BannerKind::kError) {
        tone = colors.error;
        icon = icon::kCircleAlert;
    }
    TextStyle style = ui.theme().type(Type::kSecondary);
    style.weight = Weight::kSemiBold;
    const float text_x = kPadding + kIcon + 10;
    const float text_width = column.width - text_x - kPadding;
    const float lines = text_height(ui, text_width, style, banner.text);
    const Rect rect = column.take(std::max(lines, kIcon) + 2 * kPadding);
    ui.paint().fill(rect, tone.ground, radius::kControl);
    if (ui.theme().high_contrast) {
        ui.paint().outline(rect, colors.control, radius::kControl);
    }
    ui.paint().icon({rect.x + kPadding, rect.y + kPadding + (std::min(style.line, lines) - kIcon) / 2}, kIcon, icon,
                    tone.text);
    draw_text(ui, {rect.x + text_x, rect.y + (rect.height - lines) / 2}, text_width, style, banner.text, tone.text);

    const bool alert = banner.appears && banner.kind == BannerKind::kError;
    Node& node =
        ui.record(alert ? Role::kAlert : (banner.appears ? Role::kStatus : Role::kParagraph), banner.key, rect);
    node.name = banner.text;
}

}  // namespace portal::ui
