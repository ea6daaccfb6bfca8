#include "ui/widgets/text_field.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/icon_button.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kToggle = 48;

void paint_box(Ui& ui, NodeId id, const Rect& box, const TextField& field) {
    const Palette& colors = ui.colors();
    const bool wrong = !field.error.empty();
    ui.paint().fill(box, field.disabled ? colors.closed.ground : colors.surface, radius::kControl);
    Color edge = wrong ? colors.error.text : colors.control;
    float thickness = wrong ? 1.5F : 1.0F;
    if (ui.focused(id)) {
        edge = wrong ? colors.error.text : colors.accent;
        thickness = 2;
    } else if (ui.hovered(id)) {
        edge = wrong ? edge : colors.secondary;
    }
    ui.paint().outline(box, edge, radius::kControl, thickness);
}

/// What stands below the box.
void paint_note(Ui& ui, Column& column, const TextField& field) {
    const bool wrong = !field.error.empty();
    const std::string_view note = wrong ? field.error : field.hint;
    if (note.empty()) {
        return;
    }
    constexpr float kIcon = 16;
    TextStyle style = ui.theme().type(Type::kSecondary);
    Color color = ui.colors().secondary;
    float x = 0;
    column.space(6);
    if (wrong) {
        style.weight = Weight::kSemiBold;
        color = ui.colors().error.text;
        x = kIcon + 6;
        ui.paint().icon({column.x, column.y + (style.line - kIcon) / 2}, kIcon, icon::kCircleAlert, color);
    }
    column.space(draw_text(ui, {column.x + x, column.y}, column.width - x, style, note, color));
}

Rect place_box(Ui& ui, Column& column, const TextField& field) {
    const TextStyle style = ui.theme().type(Type::kSecondaryStrong);
    column.space(draw_text(ui, {column.x, column.y}, column.width, style, field.label, ui.colors().text) + 6);
    return column.take(field_height(ui));
}

/// `input` is the box, or what a button in it leaves: all of it can be tapped. The browser keeps room on both
/// sides of its text (shell/style.css).
NodeId record_field(Ui& ui, const Rect& input, const TextField& field) {
    Node& node = ui.record(Role::kTextField, field.key, input);
    node.name = field.label;
    node.value = field.value;
    node.description = field.error.empty() ? field.hint : field.error;
    node.autocomplete = field.autocomplete;
    node.key = field.key;
    node.input = field.kind;
    node.invalid = !field.error.empty();
    node.required = field.required;
    node.disabled = field.disabled;
    node.text_size = ui.theme().type(Type::kBody).size;
    return node.id;
}

}  // namespace

float field_height(const Ui& ui) {
    return std::max(48.0F, ui.theme().type(Type::kBody).line + 22);
}

const std::string* text_field(Ui& ui, Column& column, const TextField& field) {
    const Rect box = place_box(ui, column, field);
    const NodeId id = record_field(ui, box, field);
    paint_box(ui, id, box, field);
    paint_note(ui, column, field);
    return field.disabled ? nullptr : ui.typed(id);
}

const std::string* password_field(Ui& ui, Column& column, PasswordField& password) {
    TextField& field = password.field;
    field.kind = password.shown ? semantics::InputKind::kText : semantics::InputKind::kPassword;
    const Rect box = place_box(ui, column, field);
    const Rect toggle{right(box) - kToggle, box.y, kToggle, box.height};
    const NodeId id = record_field(ui, {box.x, box.y, box.width - kToggle, box.height}, field);
    paint_box(ui, id, box, field);
    IconButton show;
    show.key = "show-password";
    show.name = password.show_name;
    show.icon = password.shown ? icon::kEyeOff : icon::kEye;
    show.pressed = password.shown ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    password.toggled = icon_button(ui, toggle, show);
    paint_note(ui, column, field);
    return field.disabled ? nullptr : ui.typed(id);
}

}  // namespace portal::ui
