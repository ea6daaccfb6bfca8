#include "ui/widgets/week_pattern.hpp"

#include "ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace portal::ui {
namespace {

constexpr int kDays = 7;
constexpr float kGap = 2;

/// Where the days lie: all seven on one line where that leaves each `least`, else on as few lines as possible.
struct Raster {
    float width = 0;
    float height = 0;
    int columns = kDays;

    [[nodiscard]] Rect place(const Column& column, int day) const {
        const auto at = static_cast<float>(day % columns);
        const int line = day / columns;
        return {column.x + at * (width + kGap), column.y + static_cast<float>(line) * (height + kGap), width, height};
    }
    [[nodiscard]] float total() const {
        const int lines = (kDays + columns - 1) / columns;
        return static_cast<float>(lines) * (height + kGap) - kGap;
    }
};

Raster raster(float room, float least, float height) {
    constexpr float kWidest = 96;
    Raster made;
    const int most = std::clamp(static_cast<int>((room + kGap) / (least + kGap)), 1, kDays);
    const int lines = (kDays + most - 1) / most;
    made.columns = (kDays + lines - 1) / lines;  // 4 and 3 rather than 6 and 1
    const auto columns = static_cast<float>(made.columns);
    made.width = std::min((room - (columns - 1) * kGap) / columns, kWidest);
    made.height = height;
    return made;
}

TextStyle time_style(const Ui& ui) {
    return ui.theme().type(Type::kCaption);
}

void paint_day(Ui& ui, const Rect& rect, core::Weekday day, const std::optional<core::TimeRange>& time,
               std::size_t child) {
    const Palette& colors = ui.colors();
    const Tone tone = time ? ui.theme().child(child) : colors.closed;
    const TextStyle style = ui.theme().type(Type::kSecondaryStrong);
    if (time) {
        ui.paint().fill(rect, tone.ground, radius::kMark);
        ui.paint().outline(rect, ui.theme().mark(child), radius::kMark, ui.theme().high_contrast ? 3.0F : 1.0F);
    } else {
        ui.paint().outline(rect, colors.line, radius::kMark);
    }
    const std::string name = app::weekday_short(ui.state().language, day);
    const TextStyle small = time_style(ui);
    const Rect first{rect.x, rect.y + 6, rect.width, style.line};
    draw_line(ui, first, style, name, time ? tone.text : colors.secondary, Align::kCentre);
    if (time) {
        float y = bottom(first) + 2;
        for (const core::TimeOfDay at : {time->start, time->end}) {
            draw_line(ui, {rect.x, y, rect.width, small.line}, small, at.to_string(), tone.text, Align::kCentre);
            y += small.line;
        }
    }
}

}  // namespace

void week_pattern(Ui& ui, Column& column, const WeekPattern& pattern) {
    const Group list(ui, Role::kList, pattern.key, pattern.name);
    const float least = std::max(40.0F, ui.fonts().width(time_style(ui), "00:00") + 6);
    const float height = 6 + ui.theme().type(Type::kSecondaryStrong).line + 2 + 2 * time_style(ui).line + 6;
    const Raster places = raster(column.width, least, height);
    const app::Language language = ui.state().language;
    for (int i = 0; i < kDays; ++i) {
        const auto day = static_cast<core::Weekday>(i);
        const Rect rect = places.place(column, i);
        const std::optional<core::TimeRange>& time = pattern.days[static_cast<std::size_t>(i)];
        paint_day(ui, rect, day, time, pattern.child);
        if (time) {
            const std::string name = app::weekday_long(language, day);
            Node& node = ui.record(Role::kListItem, name, rect);
            node.name = name + ' ' + app::time_range_in_words(language, *time);
        }
    }
    column.space(places.total());
}

std::optional<core::Weekday> weekday_choice(Ui& ui, Column& column, const WeekdayChoice& choice) {
    Group group(ui, Role::kGroup, choice.key, choice.caption.label);
    group.node().description = description_of(choice.caption);
    caption(ui, column, choice.caption);
    const Palette& colors = ui.colors();
    const Color edge = choice.caption.error.empty() ? colors.control : colors.error.text;
    const TextStyle style = ui.theme().type(Type::kSecondaryStrong);
    const Raster places = raster(column.width, kTarget, std::max(kTarget, style.line + 20));
    std::optional<core::Weekday> pressed;
    for (int i = 0; i < kDays; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const auto day = static_cast<core::Weekday>(i);
        const std::string name = app::weekday_long(ui.state().language, day);
        const bool chosen = choice.chosen[index];
        const bool disabled = choice.disabled[index];
        const Rect rect = places.place(column, i);
        Node& node = ui.record(Role::kCheckbox, name, rect);
        node.name = name;
        node.checked = chosen ? semantics::Toggle::kOn : semantics::Toggle::kOff;
        node.disabled = disabled;
        node.invalid = !choice.caption.error.empty();
        const NodeId id = node.id;
        const Color chosen_ground = disabled ? colors.secondary : colors.accent;
        const Color open_ground = disabled ? colors.closed.ground : colors.surface;
        ui.paint().fill(rect, chosen ? chosen_ground : open_ground, radius::kControl);
        ui.paint().outline(rect, chosen ? chosen_ground : edge, radius::kControl, chosen ? 2.0F : 1.0F);
        const Color text = chosen ? colors.on_accent : (disabled ? colors.secondary : colors.text);
        if (!disabled && (ui.hovered(id) || ui.pressed(id))) {
            ui.paint().fill(rect, faded(text, ui.pressed(id) ? 0.16F : 0.08F), radius::kControl);
        }
        draw_line(ui, rect, style, app::weekday_short(ui.state().language, day), text, Align::kCentre);
        ui.focus_ring(id, inset(rect, 2), radius::kControl - 2);
        if (!disabled && (ui.clicked(id) || ui.typed(id) != nullptr)) {
            pressed = day;
        }
    }
    column.space(places.total());
    return pressed;
}

}  // namespace portal::ui
