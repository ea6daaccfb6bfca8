#include "ui/widgets/badge.hpp"

#include "ui/widgets/text.hpp"

namespace portal::ui {
namespace {

constexpr float kPadding = 10;
constexpr float kIcon = 15;
constexpr float kGap = 6;

}  // namespace

float badge_height(const Ui& ui) {
    return ui.theme().type(Type::kSecondaryStrong).line + 6;
}

float badge_width(const Ui& ui, const char* icon, std::string_view label) {
    return ui.fonts().width(ui.theme().type(Type::kSecondaryStrong), label) + 2 * kPadding +
           (icon != nullptr ? kIcon + kGap : 0);
}

void badge(Ui& ui, Point at, const Tone& tone, const char* icon, std::string_view label) {
    const Rect rect{at.x, at.y, badge_width(ui, icon, label), badge_height(ui)};
    ui.paint().fill(rect, tone.ground, rect.height / 2);
    if (ui.theme().high_contrast) {
        ui.paint().outline(rect, ui.colors().control, rect.height / 2);
    }
    float x = rect.x + kPadding;
    if (icon != nullptr) {
        ui.paint().icon({x, rect.y + (rect.height - kIcon) / 2}, kIcon, icon, tone.text);
        x += kIcon + kGap;
    }
    draw_line(ui, {x, rect.y, right(rect) - kPadding - x, rect.height}, ui.theme().type(Type::kSecondaryStrong), label,
              tone.text);
}

}  // namespace portal::ui
