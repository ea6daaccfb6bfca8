#include "ui/widgets/caption.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/text.hpp"

#include <string>

namespace portal::ui {

namespace {

constexpr float kIcon = 16;
constexpr float kGap = 6;
constexpr float kAboveHint = 2;
constexpr float kAboveError = 4;
constexpr float kBelow = 6;

TextStyle error_style(const Ui& ui) {
    TextStyle style = ui.theme().type(Type::kSecondary);
    style.weight = Weight::kSemiBold;
    return style;
}

}  // namespace

void error_line(Ui& ui, Column& column, std::string_view error) {
    const Color color = ui.colors().error.text;
    const TextStyle style = error_style(ui);
    ui.paint().icon({column.x, column.y + (style.line - kIcon) / 2}, kIcon, icon::kCircleAlert, color);
    const float x = kIcon + kGap;
    column.space(draw_text(ui, {column.x + x, column.y}, column.width - x, style, error, color));
}

void caption(Ui& ui, Column& column, const Caption& caption) {
    const Palette& colors = ui.colors();
    const TextStyle label = ui.theme().type(Type::kSecondaryStrong);
    column.space(draw_text(ui, {column.x, column.y}, column.width, label, caption.label, colors.text));
    if (!caption.hint.empty()) {
        const TextStyle hint = ui.theme().type(Type::kSecondary);
        column.space(kAboveHint);
        column.space(draw_text(ui, {column.x, column.y}, column.width, hint, caption.hint, colors.secondary));
    }
    if (!caption.error.empty()) {
        column.space(kAboveError);
        error_line(ui, column, caption.error);
    }
    column.space(kBelow);
}

float caption_height(const Ui& ui, float width, const Caption& caption) {
    float height = text_height(ui, width, ui.theme().type(Type::kSecondaryStrong), caption.label) + kBelow;
    if (!caption.hint.empty()) {
        height += kAboveHint + text_height(ui, width, ui.theme().type(Type::kSecondary), caption.hint);
    }
    if (!caption.error.empty()) {
        height += kAboveError + text_height(ui, width - kIcon - kGap, error_style(ui), caption.error);
    }
    return height;
}

std::string description_of(const Caption& caption) {
    std::string text(caption.error);
    if (!caption.error.empty() && !caption.hint.empty()) {
        text += ' ';
    }
    text += caption.hint;
    return text;
}

}  // namespace portal::ui
