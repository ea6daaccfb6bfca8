#include "ui/widgets/date_field.hpp"

#include "core/digits.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>

namespace portal::ui {
namespace {

constexpr float kGap = 12;

struct Part {
    std::string_view key;
    Text label;
    std::uint16_t digits;
    std::string_view token;  ///< the end of the autofill token
    std::string DateParts::*text;
};

constexpr std::array<Part, 3> kParts{{{"day", Text::field_day, 2, "-day", &DateParts::day},
                                      {"month", Text::field_month, 2, "-month", &DateParts::month},
                                      {"year", Text::field_year, 4, "-year", &DateParts::year}}};

/// Wide enough for its digits and its label.
float width_of(const Ui& ui, const Part& part) {
    const float digits = ui.fonts().width(ui.theme().type(Type::kBody), part.digits > 2 ? "0000" : "00");
    const float label = ui.fonts().width(ui.theme().type(Type::kSecondary), ui.text(part.label));
    return std::max({digits + 36, label, 56.0F});
}

const std::string* part_field(Ui& ui, const Rect& place, const Part& part, const MemorableDate& date) {
    const TextStyle label = ui.theme().type(Type::kSecondary);
    draw_line(ui, {place.x, place.y, place.width, label.line}, label, ui.text(part.label), ui.colors().secondary);
    const Rect box{place.x, place.y + label.line + 2, place.width, field_height(ui)};
    Node& node = ui.record(Role::kTextField, part.key, box);
    node.input = semantics::InputKind::kDigits;
    node.name = ui.text(part.label);
    node.value = date.parts.*part.text;
    node.key = part.key;
    node.max_length = part.digits;
    node.required = date.required;
    node.disabled = date.disabled;
    node.invalid = !date.caption.error.empty();
    if (!date.autocomplete.empty()) {
        node.autocomplete = std::string(date.autocomplete) + std::string(part.token);
    }
    node.text_size = ui.theme().type(Type::kBody).size;
    const NodeId id = node.id;
    field_box(ui, id, box, {!date.caption.error.empty(), date.disabled});
    return date.disabled ? nullptr : ui.typed(id);
}

}  // namespace

const std::string* date_field(Ui& ui, Column& column, const DateField& field) {
    constexpr float kWidest = 240;
    caption(ui, column, field.caption);
    const Rect row = column.take(field_height(ui));
    const Rect box{row.x, row.y, std::min(row.width, kWidest * std::max(1.0F, ui.theme().text_scale)), row.height};
    Node& node = ui.record(Role::kTextField, field.key, box);
    node.input = semantics::InputKind::kDate;
    node.name = field.caption.label;
    node.value = field.value;
    node.description = description_of(field.caption);
    node.key = field.key;
    node.minimum = field.earliest ? field.earliest->to_string() : std::string();
    node.maximum = field.latest ? field.latest->to_string() : std::string();
    node.invalid = !field.caption.error.empty();
    node.required = field.required;
    node.disabled = field.disabled;
    node.text_size = ui.theme().type(Type::kBody).size;
    const NodeId id = node.id;
    field_box(ui, id, box, {!field.caption.error.empty(), field.disabled});
    return field.disabled ? nullptr : ui.typed(id);
}

DateParts DateParts::of(core::Date date) {
    return {std::to_string(date.day()), std::to_string(date.month()), std::to_string(date.year())};
}

std::optional<core::Date> DateParts::date() const {
    const std::optional<int> a_day = core::parse_digits(day);
    const std::optional<int> a_month = core::parse_digits(month);
    const std::optional<int> a_year = core::parse_digits(year);
    if (!a_day || !a_month || !a_year) {
        return std::nullopt;
    }
    return core::Date::from_ymd(*a_year, *a_month, *a_day);
}

std::optional<DateParts> memorable_date(Ui& ui, Column& column, const MemorableDate& date) {
    Group group(ui, Role::kGroup, date.key, date.caption.label);
    group.node().description = description_of(date.caption);
    caption(ui, column, date.caption);
    const float height = ui.theme().type(Type::kSecondary).line + 2 + field_height(ui);
    float total = 2 * kGap;
    for (const Part& part : kParts) {
        total += width_of(ui, part);
    }
    const bool beside = total <= column.width;
    float x = column.x;
    std::optional<DateParts> changed;
    for (const Part& part : kParts) {
        const Rect place{x, column.y, std::min(column.width, width_of(ui, part)), height};
        if (const std::string* typed = part_field(ui, place, part, date)) {
            changed = changed.value_or(date.parts);
            (*changed).*part.text = *typed;
        }
        if (beside) {
            x += place.width + kGap;
        } else {
            column.space(height + kGap);
        }
    }
    column.space(beside ? height : -kGap);
    return changed;
}

}  // namespace portal::ui
