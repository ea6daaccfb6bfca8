#include "ui/widgets/time_range_field.hpp"

#include "ui/widgets/field_box.hpp"
#include "ui/widgets/text.hpp"

namespace portal::ui {
namespace {

constexpr float kGap = 12;
/// What the browser's field for a time needs: the digits and its button.
constexpr float kLeast = 116;

struct TimeField {
    std::string_view key;
    Text label;
    std::string_view value;
    bool invalid;
};

const std::string* time_field(Ui& ui, Column& column, const TimeField& time, const TimeRangeField& field) {
    const TextStyle label = ui.theme().type(Type::kSecondary);
    draw_line(ui, column.take(label.line), label, ui.text(time.label), ui.colors().secondary);
    column.space(2);
    const Rect box = column.take(field_height(ui));
    Node& node = ui.record(Role::kTextField, time.key, box);
    node.input = semantics::InputKind::kTime;
    node.name = ui.text(time.label);
    node.value = time.value;
    node.description = time.invalid ? field.caption.error : std::string_view();
    node.key = time.key;
    node.invalid = time.invalid;
    node.required = true;
    node.disabled = field.disabled;
    node.text_size = ui.theme().type(Type::kBody).size;
    const NodeId id = node.id;
    field_box(ui, id, box, {time.invalid, field.disabled});
    return field.disabled ? nullptr : ui.typed(id);
}

}  // namespace

TimeRangeTyped time_range_field(Ui& ui, Column& column, const TimeRangeField& field) {
    Group group(ui, Role::kGroup, field.key, field.caption.label);
    group.node().description = description_of(field.caption);
    caption(ui, column, field.caption);
    const float half = (column.width - kGap) / 2;
    const bool beside = half >= kLeast * ui.theme().text_scale;
    Column left{column.x, column.y, beside ? half : column.width};
    TimeRangeTyped typed;
    typed.start = time_field(ui, left, {"start", Text::time_from, field.start, field.start_invalid}, field);
    Column right{beside ? column.x + half + kGap : column.x, beside ? column.y : left.y + kGap, left.width};
    typed.end = time_field(ui, right, {"end", Text::time_until, field.end, field.end_invalid}, field);
    column.y = right.y;
    return typed;
}

}  // namespace portal::ui
