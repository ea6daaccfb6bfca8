#include "ui/widgets/text_field.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/caption.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/icon_button.hpp"

namespace portal::ui {
namespace {

constexpr float kToggle = 48;

Rect place_box(Ui& ui, Column& column, const TextField& field) {
    caption(ui, column, {field.label, field.hint, field.error});
    return column.take(field_height(ui));
}

/// `input` is the box, or what a button in it leaves: all of it can be tapped. The browser keeps room on both
/// sides of its text (shell/style.css).
NodeId record_field(Ui& ui, const Rect& input, const TextField& field) {
    Node& node = ui.record(Role::kTextField, field.key, input);
    node.name = field.label;
    node.value = field.value;
    node.description = description_of({field.label, field.hint, field.error});
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

const std::string* text_field(Ui& ui, Column& column, const TextField& field) {
    const Rect box = place_box(ui, column, field);
    const NodeId id = record_field(ui, box, field);
    field_box(ui, id, box, {!field.error.empty(), field.disabled});
    return field.disabled ? nullptr : ui.typed(id);
}

const std::string* password_field(Ui& ui, Column& column, PasswordField& password) {
    TextField& field = password.field;
    field.kind = password.shown ? semantics::InputKind::kText : semantics::InputKind::kPassword;
    const Rect box = place_box(ui, column, field);
    const Rect toggle{right(box) - kToggle, box.y, kToggle, box.height};
    const NodeId id = record_field(ui, {box.x, box.y, box.width - kToggle, box.height}, field);
    field_box(ui, id, box, {!field.error.empty(), field.disabled});
    IconButton show;
    show.key = "show-password";
    show.name = password.show_name;
    show.icon = password.shown ? icon::kEyeOff : icon::kEye;
    show.pressed = password.shown ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    password.toggled = icon_button(ui, toggle, show);
    return field.disabled ? nullptr : ui.typed(id);
}

}  // namespace portal::ui
