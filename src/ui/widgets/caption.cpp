#include "ui/widgets/caption.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/text.hpp"

#include <string>

namespace portal::ui {

void error_line(Ui& ui, Column& column, std::string_view error) {
    constexpr float kIcon = 16;
    constexpr float kGap = 6;
    const Color color = ui.colors().error.text;
    TextStyle style = ui.theme().type(Type::kSecondary);
    style.weight = Weight::kSemiBold;
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
        column.space(2);
        column.space(draw_text(ui, {column.x, column.y}, column.width, hint, caption.hint, colors.secondary));
    }
    if (!caption.error.empty()) {
        column.space(4);
        error_line(ui, column, caption.error);
    }
    column.space(6);
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
