#include "ui/widgets/segmented_control.hpp"

#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kPadding = 12;
constexpr float kRim = 4;
constexpr double kMotion = 0.18;

bool fit_beside(const Ui& ui, float width, const SegmentedControl& control) {
    const TextStyle style = ui.theme().type(Type::kSecondaryStrong);
    return std::all_of(control.segments.begin(), control.segments.end(), [&](const Segment& segment) {
        return ui.fonts().width(style, segment.label) + 2 * kPadding <= width;
    });
}

/// Position of the chosen segment, if there is one.
std::optional<std::size_t> position_of_chosen(const SegmentedControl& control) {
    for (std::size_t i = 0; i < control.segments.size(); ++i) {
        if (control.segments[i].key == control.chosen) {
            return i;
        }
    }
    return std::nullopt;
}

void paint_thumb(Ui& ui, const Rect& thumb) {
    const Palette& colors = ui.colors();
    const float round = radius::kControl - kRim;
    ui.paint().shadow(thumb, round, colors.shadow, 2);
    ui.paint().fill(thumb, colors.surface, round);
    ui.paint().outline(thumb, colors.accent, round, ui.theme().high_contrast ? 2.0F : 1.5F);
}

/// True when it was chosen now.
bool segment(Ui& ui, const Rect& rect, const Segment& segment, bool chosen) {
    const Palette& colors = ui.colors();
    Node& node = ui.record(Role::kRadio, segment.key, rect);
    node.name = segment.label;
    node.key = segment.key;
    node.checked = chosen ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    node.disabled = segment.disabled;
    const NodeId id = node.id;
    const Rect ground = inset(rect, kRim);
    if (!chosen && !segment.disabled && (ui.hovered(id) || ui.pressed(id))) {
        ui.paint().fill(ground, faded(colors.accent, ui.pressed(id) ? 0.14F : 0.07F), radius::kControl - kRim);
    }
    Color color = chosen ? colors.accent : colors.text;
    color = segment.disabled ? colors.secondary : color;
    const Rect text = inset(rect, kPadding, 0);
    draw_line(ui, text, ui.theme().type(Type::kSecondaryStrong), segment.label, color, Align::kCentre);
    ui.focus_ring(id, inset(ground, 3), radius::kControl - kRim - 3);
    return !chosen && !segment.disabled && (ui.clicked(id) || ui.typed(id) != nullptr);
}

}  // namespace

std::optional<std::size_t> segmented_control(Ui& ui, Column& column, const SegmentedControl& control) {
    const auto count = static_cast<float>(control.segments.size());
    const bool beside = fit_beside(ui, column.width / count, control);
    const float row = std::max(kTarget, ui.theme().type(Type::kSecondaryStrong).line + 24);
    const Rect whole = column.take(beside ? row : row * count);
    const float width = beside ? whole.width / count : whole.width;
    const auto place = [&](float index) {
        return beside ? Rect{whole.x + index * width, whole.y, width, row}
                      : Rect{whole.x, whole.y + index * row, width, row};
    };
    Group group(ui, Role::kRadioGroup, control.key, control.name);
    group.set_rect(whole);
    ui.paint().fill(whole, ui.colors().closed.ground, radius::kControl);
    if (ui.theme().high_contrast) {
        ui.paint().outline(whole, ui.colors().control, radius::kControl);
    }
    const std::optional<std::size_t> chosen = position_of_chosen(control);
    if (chosen) {
        const float at = ui.glide(group.id(), static_cast<float>(*chosen), kMotion);
        paint_thumb(ui, inset(place(at), kRim));
    }
    std::optional<std::size_t> result;
    for (std::size_t i = 0; i < control.segments.size(); ++i) {
        if (segment(ui, place(static_cast<float>(i)), control.segments[i], chosen == i)) {
            result = i;
        }
    }
    return result;
}

}  // namespace portal::ui
