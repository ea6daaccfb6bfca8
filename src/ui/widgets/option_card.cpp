#include "ui/widgets/option_card.hpp"

#include "ui/widgets/choice_row.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kPadding = 14;
constexpr float kRadio = 20;

NodeId record_option(Ui& ui, const Rect& rect, const OptionCard& option) {
    Node& node = ui.record(Role::kRadio, option.key, rect);
    node.name = option.title;
    for (const std::string_view more : {option.detail, option.trailing}) {
        if (!more.empty()) {
            node.name += ", ";
            node.name += more;
        }
    }
    node.key = option.key;
    node.checked = option.chosen ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    node.disabled = option.disabled;
    return node.id;
}

}  // namespace

bool option_card(Ui& ui, Column& column, const OptionCard& option) {
    const Palette& colors = ui.colors();
    const TextStyle title = ui.theme().type(Type::kItem);
    const TextStyle detail = ui.theme().type(Type::kSecondary);
    const float text_x = kPadding + kRadio + 12;
    const float trailing = option.trailing.empty() ? 0 : ui.fonts().width(title, option.trailing) + 12;
    const float text_width = column.width - text_x - kPadding - trailing;
    const float title_height = text_height(ui, text_width, title, option.title);
    const float detail_height = option.detail.empty() ? 0 : text_height(ui, text_width, detail, option.detail) + 1;
    const Rect rect = column.take(std::max(kTarget, title_height + detail_height + 2 * 11));

    const NodeId id = record_option(ui, rect, option);
    const bool marked = option.chosen && !option.disabled;
    ui.paint().fill(rect,
                    option.disabled ? colors.closed.ground
                    : option.chosen ? colors.accent_tint
                                    : colors.surface,
                    radius::kControl);
    if (!option.disabled && (ui.pressed(id) || ui.hovered(id))) {
        ui.paint().fill(rect, faded(colors.accent, ui.pressed(id) ? 0.12F : 0.06F), radius::kControl);
    }
    ui.paint().outline(rect, marked ? colors.accent : colors.line, radius::kControl, marked ? 1.5F : 1);
    radio_mark(ui, {rect.x + kPadding, rect.y + (rect.height - kRadio) / 2, kRadio, kRadio}, option.chosen,
               marked ? colors.accent : colors.control);
    const float top = rect.y + (rect.height - title_height - detail_height) / 2;
    draw_text(ui, {rect.x + text_x, top}, text_width, title, option.title,
              option.disabled ? colors.secondary : colors.text);
    if (!option.detail.empty()) {
        draw_text(ui, {rect.x + text_x, top + title_height + 1}, text_width, detail, option.detail, colors.secondary);
    }
    if (!option.trailing.empty()) {
        draw_line(ui, {right(rect) - kPadding - trailing, rect.y, trailing, rect.height}, title, option.trailing,
                  marked ? colors.text : colors.secondary, Align::kRight);
    }
    ui.focus_ring(id, inset(rect, 1), radius::kControl - 1);
    return !option.disabled && !option.chosen && (ui.clicked(id) || ui.typed(id) != nullptr);
}

}  // namespace portal::ui
