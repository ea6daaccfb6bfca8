#include "ui/widgets/text_area.hpp"

#include "ui/widgets/field_box.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kPadding = 12;  // above and below the text, as in shell/style.css

/// As browsers count for maxlength: UTF-16 code units.
std::size_t length_of(std::string_view utf8) {
    std::size_t length = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        length += (byte & 0xC0U) != 0x80U ? 1 : 0;
        length += byte >= 0xF0U ? 1 : 0;
    }
    return length;
}

/// "Nog 40 tekens", once four fifths are used.
std::string what_is_left(const Ui& ui, const TextArea& area) {
    const std::size_t used = length_of(area.value);
    if (used * 5 < std::size_t{area.max_length} * 4) {
        return {};
    }
    const std::size_t left = area.max_length - std::min<std::size_t>(used, area.max_length);
    return ui.text(Text::field_characters_left, {{"count", std::to_string(left)}});
}

}  // namespace

const std::string* text_area(Ui& ui, Column& column, const TextArea& area) {
    caption(ui, column, area.caption);
    const TextStyle style = ui.theme().type(Type::kBody);
    const Rect box = column.take(static_cast<float>(area.lines) * style.line + 2 * kPadding);
    Node& node = ui.record(Role::kTextField, area.key, box);
    node.input = semantics::InputKind::kMultiline;
    node.name = area.caption.label;
    node.value = area.value;
    node.description = description_of(area.caption);
    node.key = area.key;
    node.max_length = area.max_length;
    node.invalid = !area.caption.error.empty();
    node.disabled = area.disabled;
    node.text_size = style.size;
    const NodeId id = node.id;
    field_box(ui, id, box, {!area.caption.error.empty(), area.disabled});
    if (const std::string left = what_is_left(ui, area); !left.empty()) {
        column.space(4);
        const std::string key = std::string(area.key) + "-left";
        Paragraph count;
        count.key = key;
        count.text = left;
        count.type = Type::kSecondary;
        count.color = ui.colors().secondary;
        count.role = Role::kStatus;
        paragraph(ui, column, count);
    }
    return area.disabled ? nullptr : ui.typed(id);
}

}  // namespace portal::ui
