#include "ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>

namespace portal::ui {

float draw_line(Ui& ui, const Rect& rect, const TextStyle& style, std::string_view text, Color color, Align align) {
    const float natural = ui.fonts().width(style, text);
    const float y = rect.y + (rect.height - style.line) / 2;
    if (natural > rect.width + 0.5F) {
        ui.note_shortened(text);
        return ui.paint().text({rect.x, y}, style, ui.fonts().ellipsized(style, text, rect.width), color);
    }
    const float rest = rect.width - natural;
    const float before = align == Align::kLeft ? 0 : (align == Align::kCentre ? rest / 2 : rest);
    return ui.paint().text({rect.x + before, y}, style, text, color);
}

float draw_text(Ui& ui, Point at, float width, const TextStyle& style, std::string_view text, Color color) {
    float y = at.y;
    for (const std::string_view line : ui.fonts().wrapped(style, text, width)) {
        ui.paint().text({at.x, y}, style, line, color);
        y += style.line;
    }
    return y - at.y;
}

float text_height(const Ui& ui, float width, const TextStyle& style, std::string_view text) {
    return static_cast<float>(ui.fonts().wrapped(style, text, width).size()) * style.line;
}

TextStyle fitted(const Ui& ui, TextStyle style, std::string_view text, float width, float smallest) {
    const float natural = ui.fonts().width(style, text);
    if (natural > width) {
        // Fonts come in whole device pixels; rounding must not make it larger again.
        const float density = ui.fonts().density();
        const float size = std::max(smallest, std::floor(style.size * density * width / natural) / density);
        style.line *= size / style.size;
        style.size = size;
    }
    return style;
}

void paragraph(Ui& ui, Column& column, const Paragraph& paragraph) {
    const TextStyle style = ui.theme().type(paragraph.type);
    const float height = draw_text(ui, {column.x, column.y}, column.width, style, paragraph.text,
                                   paragraph.color.value_or(ui.colors().text));
    ui.record(paragraph.role, paragraph.key, column.take(height)).name = paragraph.text;
}

void quiet_line(Ui& ui, Column& column, std::string_view key, std::string_view text) {
    if (text.empty()) {
        return;
    }
    Paragraph line;
    line.key = key;
    line.text = text;
    line.type = Type::kSecondary;
    line.color = ui.colors().secondary;
    paragraph(ui, column, line);
}

NodeId heading(Ui& ui, Column& column, const Heading& heading) {
    const TextStyle style = ui.theme().type(heading.type);
    const Color color = heading.color.value_or(ui.colors().text);
    const Rect rect = column.take(draw_text(ui, {column.x, column.y}, column.width, style, heading.text, color));
    Node& node = ui.record(Role::kHeading, heading.key, rect);
    node.name = heading.text;
    node.level = heading.level;
    node.focusable = heading.focusable;
    node.tab_stop = false;
    return node.id;
}

}  // namespace portal::ui
