#include "ui/widgets/timeline.hpp"

#include "ui/widgets/badge.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

constexpr float kDisc = 32;
constexpr float kDot = 14;
constexpr float kIcon = 18;
constexpr float kGap = 12;
constexpr float kBelow = 18;
constexpr float kClear = 4;  // between a mark and the line

Tone tone_of(const Ui& ui, TimelineMark mark) {
    const Palette& colors = ui.colors();
    switch (mark) {
        case TimelineMark::kDone:
            return colors.closed;
        case TimelineMark::kNow:
        case TimelineMark::kAhead:
            return {colors.accent, colors.accent_tint};
        case TimelineMark::kPressing:
            return colors.warning;
    }
    return colors.closed;
}

void paint_mark(Ui& ui, Point at, const TimelineEntry& entry) {
    const Tone tone = tone_of(ui, entry.mark);
    if (entry.icon == nullptr) {
        const bool is_open = entry.mark == TimelineMark::kAhead;
        ui.paint().disc(at, kDot / 2, is_open ? ui.colors().surface : tone.text);
        ui.paint().ring(at, kDot / 2, tone.text, 2);
        return;
    }
    ui.paint().disc(at, kDisc / 2, tone.ground);
    if (ui.theme().high_contrast || entry.mark == TimelineMark::kNow) {
        ui.paint().ring(at, kDisc / 2, tone.text, 2);
    }
    ui.paint().icon({at.x - kIcon / 2, at.y - kIcon / 2}, kIcon, entry.icon, tone.text);
}

std::string spoken(const TimelineEntry& entry) {
    std::string text;
    const std::string_view badge = entry.badge ? entry.badge->label : std::string_view();
    for (const std::string_view part : {entry.when, entry.title, entry.trailing, entry.detail, badge}) {
        if (!part.empty()) {
            text += text.empty() ? "" : ", ";
            text += part;
        }
    }
    return text;
}

float mark_radius(const TimelineEntry& entry) {
    return (entry.icon != nullptr ? kDisc : kDot) / 2;
}

float first_line(const Ui& ui, const TimelineEntry& entry) {
    return ui.theme().type(entry.when.empty() ? Type::kItem : Type::kSecondaryStrong).line;
}

/// Below the top of the entry. The first line of text and the mark share their middle.
float mark_middle(const Ui& ui, const TimelineEntry& entry) {
    return std::max(mark_radius(entry), first_line(ui, entry) / 2);
}

/// Returns where it ends.
float paint_texts(Ui& ui, const Column& column, const TimelineEntry& entry) {
    const Palette& colors = ui.colors();
    const TextStyle when = ui.theme().type(Type::kSecondaryStrong);
    const TextStyle title = ui.theme().type(Type::kItem);
    const TextStyle detail = ui.theme().type(Type::kSecondary);
    float y = column.y;
    if (!entry.when.empty()) {
        const Color color = entry.mark == TimelineMark::kPressing ? colors.warning.text : colors.secondary;
        y += draw_text(ui, {column.x, y}, column.width, when, entry.when, color);
    }
    const float trailing = entry.trailing.empty() ? 0 : ui.fonts().width(title, entry.trailing) + kGap;
    const bool beside = column.width - trailing >= 100;
    const float title_y = y;
    y += draw_text(ui, {column.x, y}, column.width - (beside ? trailing : 0), title, entry.title, colors.text);
    if (!entry.trailing.empty()) {
        const float at = beside ? title_y : y;
        draw_line(ui, {column.x, at, column.width, title.line}, title, entry.trailing, colors.text,
                  beside ? Align::kRight : Align::kLeft);
        y = std::max(y, at + title.line);
    }
    if (!entry.detail.empty()) {
        y += draw_text(ui, {column.x, y}, column.width, detail, entry.detail, colors.secondary);
    }
    if (entry.badge) {
        badge(ui, {column.x, y + 6}, entry.badge->tone, entry.badge->icon, entry.badge->label);
        y += 6 + badge_height(ui);
    }
    return y;
}

}  // namespace

void timeline(Ui& ui, Column& column, std::string_view key, std::string_view name,
              std::span<const TimelineEntry> entries) {
    const Group list(ui, Role::kList, key, name);
    const float axis = column.x + kDisc / 2;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const TimelineEntry& entry = entries[i];
        const float top = column.y;
        const float text_x = kDisc + kGap;
        const float text_y = top + mark_middle(ui, entry) - first_line(ui, entry) / 2;
        const float end = paint_texts(ui, {column.x + text_x, text_y, column.width - text_x}, entry);
        const bool last = i + 1 == entries.size();
        const float height = std::max(end - top, mark_middle(ui, entry) + mark_radius(entry)) + (last ? 0 : kBelow);
        const float middle = top + mark_middle(ui, entry);
        if (!last) {
            const TimelineEntry& next = entries[i + 1];
            const float begin = middle + mark_radius(entry) + kClear;
            const float until = top + height + mark_middle(ui, next) - mark_radius(next) - kClear;
            ui.paint().line({axis - 1, begin}, {axis - 1, until}, ui.colors().control, 2);
        }
        paint_mark(ui, {axis, middle}, entry);
        ui.record(Role::kListItem, entry.key, column.take(height)).name = spoken(entry);
    }
}

}  // namespace portal::ui
