#include "ui/widgets/month_cell.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kBar = 6;
constexpr float kBarPitch = 9;
constexpr float kBarsTop = 5;
constexpr float kBarsGap = 4;
constexpr std::size_t kMostBars = 3;
constexpr std::size_t kMostBlocks = 5;
constexpr float kBlockGap = 3;
/// How much of their colour the days of the months around keep.
constexpr float kOutside = 0.45F;

float block_height(const Ui& ui) {
    return ui.theme().type(Type::kCaptionStrong).line + 3;
}

Color muted(Color color, const DayCell& day) {
    return day.in_month ? color : faded(color, kOutside);
}

void paint_number(Ui& ui, const Rect& line, const DayCell& day, Align align) {
    const Palette& colors = ui.colors();
    const TextStyle style = ui.theme().type(day.today ? Type::kDayStrong : Type::kDay);
    const std::string number = std::to_string(day.date.day());
    Color color = day.in_month ? colors.text : colors.secondary;
    if (day.today) {
        const float width = ui.fonts().width(style, number);
        const float x = align == Align::kCentre ? line.x + (line.width - width) / 2 : line.x;
        const float pad = std::max(5.0F, (24 - width) / 2);
        ui.paint().fill({x - pad, line.y + (line.height - style.line) / 2 - 1, width + 2 * pad, style.line + 2},
                        colors.accent, radius::kMark);
        color = colors.on_accent;
    }
    draw_line(ui, line, style, number, color, align);
}

void paint_ground(Ui& ui, const Rect& rect, const DayCell& day, NodeId id, bool full) {
    const Palette& colors = ui.colors();
    const float round = full ? 0 : 12;
    if (day.chosen) {
        ui.paint().fill(rect, colors.accent_tint, round);
    }
    if (!day.closed.empty()) {
        const Color stripes = ui.theme().high_contrast ? faded(colors.line, 0.25F) : colors.line;
        ui.paint().hatch(inset(rect, full ? 1 : 2), muted(stripes, day), 9, 1.2F);
    }
    if (ui.hovered(id) || ui.pressed(id)) {
        ui.paint().fill(rect, faded(colors.accent, ui.pressed(id) ? 0.14F : 0.06F), round);
    }
    if (day.chosen) {
        ui.paint().outline(rect, colors.accent, round, 2);
    }
}

// --- Bars ------------------------------------------------------------------------------------------------------------

void paint_bar(Ui& ui, const Rect& bar, const DayMark& mark, const DayCell& day) {
    const Palette& colors = ui.colors();
    const Color color = muted(ui.theme().mark(mark.child), day);
    switch (mark.state) {
        case core::CareState::kContract:
        case core::CareState::kGivenUpRequested:
            ui.paint().fill(bar, color, kBar / 2);
            break;
        case core::CareState::kGivenUp:
        case core::CareState::kAbsent:
        case core::CareState::kSick:
            ui.paint().dashed_outline(bar, color, kBar / 2, 1.5F);
            break;
        case core::CareState::kExtraRequested:
        case core::CareState::kSwapRequested:
            ui.paint().fill(bar, muted(colors.asked.ground, day), kBar / 2);
            ui.paint().dashed_outline(bar, muted(colors.asked.text, day), kBar / 2, 1.5F);
            break;
        case core::CareState::kExtraApproved:
        case core::CareState::kSwapApproved: {
            constexpr float kPlus = 9;
            const float y = bar.y + kBar / 2;
            ui.paint().fill({bar.x, y - 1, kPlus, 2}, color);
            ui.paint().fill({bar.x + kPlus / 2 - 1, y - kPlus / 2, 2, kPlus}, color);
            ui.paint().fill({bar.x + kPlus + 3, bar.y, bar.width - kPlus - 3, bar.height}, color, kBar / 2);
            break;
        }
    }
}

void paint_closed_name(Ui& ui, const Rect& rect, const DayCell& day) {
    TextStyle style = ui.theme().type(Type::kCaption);
    style.size *= 10.0F / 12;
    style.line *= 12.0F / 16;
    // Long words of narrow cells are cut; the day's card has the whole name.
    const float width = rect.width - 2;
    float y = rect.y;
    int lines = 0;
    std::string_view rest = day.closed;
    while (!rest.empty() && lines < 2) {
        const std::string_view word = lines == 0 ? rest.substr(0, rest.find(' ')) : rest;
        const TextStyle smaller = fitted(ui, style, word, width, style.size * 0.85F);
        const std::string shown = ui.fonts().ellipsized(smaller, word, width);
        const float shown_width = ui.fonts().width(smaller, shown);
        ui.paint().text({rect.x + (rect.width - shown_width) / 2, y}, smaller, shown, ui.colors().secondary);
        y += style.line;
        ++lines;
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
}

void paint_bars(Ui& ui, const Rect& rect, const DayCell& day) {
    const float number = ui.theme().type(Type::kDay).line;
    paint_number(ui, {rect.x, rect.y + kBarsTop, rect.width, number}, day, Align::kCentre);
    float y = rect.y + kBarsTop + number + kBarsGap;
    if (!day.closed.empty() && day.marks.empty()) {
        paint_closed_name(ui, {rect.x, y - 2, rect.width, 0}, day);
        return;
    }
    const bool crowded = day.marks.size() > kMostBars;
    const std::size_t bars = crowded ? kMostBars - 1 : day.marks.size();
    for (std::size_t i = 0; i < bars; ++i) {
        paint_bar(ui, {rect.x + 5, y, rect.width - 10, kBar}, day.marks[i], day);
        y += kBarPitch;
    }
    if (crowded) {
        TextStyle style = ui.theme().type(Type::kCaptionStrong);
        style.size *= 10.0F / 12;
        style.line *= 12.0F / 16;
        draw_line(ui, {rect.x, y - 2, rect.width, style.line}, style, "+" + std::to_string(day.marks.size() - bars),
                  muted(ui.colors().secondary, day), Align::kCentre);
    }
}

// --- Blocks ----------------------------------------------------------------------------------------------------------

const char* icon_of(core::CareState state) {
    switch (state) {
        case core::CareState::kExtraRequested:
            return icon::kClock;
        case core::CareState::kExtraApproved:
            return icon::kPlus;
        default:
            return nullptr;
    }
}

void paint_block(Ui& ui, const Rect& rect, const DayMark& mark, const DayCell& day) {
    constexpr float kPadding = 6;
    constexpr float kIcon = 11;
    const bool asked = mark.state == core::CareState::kExtraRequested;
    const Tone tone = asked ? ui.colors().asked : ui.theme().child(mark.child);
    const TextStyle style = ui.theme().type(Type::kCaptionStrong);
    const Color text = day.in_month ? tone.text : ui.colors().secondary;
    ui.paint().fill(rect, muted(tone.ground, day), 7);
    if (asked) {
        ui.paint().dashed_outline(rect, muted(tone.text, day), 7, 1.2F);
    }
    float x = rect.x + kPadding;
    if (const char* glyph = icon_of(mark.state)) {
        ui.paint().icon({x, rect.y + (rect.height - kIcon) / 2}, kIcon, glyph, text);
        x += kIcon + 2;
    }
    const float y = rect.y + (rect.height - style.line) / 2;
    x += ui.paint().text({x, y}, style, mark.initial, text) + 3;
    const float room = right(rect) - 4 - x;
    TextStyle time = style;
    time.weight = Weight::kSemiBold;
    time = fitted(ui, time, mark.time, room, time.size * 0.9F);
    const bool whole = ui.fonts().width(time, mark.time) <= room;
    draw_line(ui, {x, rect.y, room, rect.height}, time, whole ? mark.time : mark.start, text);
}

void paint_blocks(Ui& ui, const Rect& rect, const DayCell& day) {
    constexpr float kSide = 6;
    const float number = ui.theme().type(Type::kDay).line;
    paint_number(ui, {rect.x + 10, rect.y + 6, rect.width - 20, number}, day, Align::kLeft);
    float y = rect.y + 6 + number + 4;
    if (!day.closed.empty()) {
        const TextStyle style = ui.theme().type(Type::kCaption);
        y += draw_text(ui, {rect.x + 10, y}, rect.width - 14, style, day.closed, ui.colors().secondary) + 2;
    }
    const float height = block_height(ui);
    const bool crowded = day.marks.size() > kMostBlocks;
    const std::size_t blocks = crowded ? kMostBlocks - 1 : day.marks.size();
    for (std::size_t i = 0; i < blocks; ++i) {
        paint_block(ui, {rect.x + kSide, y, rect.width - 2 * kSide, height}, day.marks[i], day);
        y += height + kBlockGap;
    }
    if (crowded) {
        draw_line(ui, {rect.x + kSide + 6, y, rect.width - 2 * kSide - 6, height},
                  ui.theme().type(Type::kCaptionStrong), "+" + std::to_string(day.marks.size() - blocks),
                  ui.colors().secondary);
    }
}

}  // namespace

float week_height(const Ui& ui, const DayCell* monday, bool full) {
    const float number = ui.theme().type(Type::kDay).line;
    if (!full) {
        const float marks = 3 * kBarPitch;
        const float closed = 2 * ui.theme().type(Type::kCaption).line * 12.0F / 16 - 2;
        return std::max(kTarget, kBarsTop + number + kBarsGap + std::max(marks, closed) + 2);
    }
    std::size_t most = 3;
    for (int i = 0; i < 7; ++i) {
        most = std::max(most, std::min(monday[i].marks.size(), kMostBlocks));
    }
    return 6 + number + 4 + static_cast<float>(most) * (block_height(ui) + kBlockGap) + 5;
}

void paint_day(Ui& ui, const Rect& rect, const DayCell& day, NodeId id, bool full) {
    if (!ui.paint().sees(rect)) {
        return;
    }
    paint_ground(ui, rect, day, id, full);
    if (full) {
        paint_blocks(ui, rect, day);
    } else {
        paint_bars(ui, rect, day);
    }
    if (ui.ringed(id)) {
        ui.paint().outline(inset(rect, day.chosen ? 4 : 2), ui.colors().accent, full ? 4 : 9, 2);
    }
}

}  // namespace portal::ui
