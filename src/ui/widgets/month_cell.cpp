#include "ui/widgets/month_cell.hpp"

#include "core/stable_sort.hpp"
#include "ui/widgets/care_bar.hpp"
#include "ui/widgets/care_look.hpp"
#include "ui/widgets/day_ground.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <functional>

namespace portal::ui {
namespace {

constexpr float kLaneGap = 2;
constexpr float kTop = 5;
constexpr float kNumberGap = 2;
constexpr std::size_t kMostBlocks = 5;
constexpr float kBlockGap = 3;
/// How much of their colour the days of the months around keep.
constexpr float kOutside = 0.45F;

float block_height(const Ui& ui) {
    return ui.theme().type(Type::kCaptionStrong).line + 3;
}

/// 10 px at the default text size: what fits into a cell of 50.
TextStyle tiny(const Ui& ui, Type type) {
    TextStyle style = ui.theme().type(type);
    style.size *= 10.0F / 12;
    style.line *= 12.0F / 16;
    return style;
}

Color muted(Color color, const DayCell& day) {
    return day.in_month ? color : faded(color, kOutside);
}

/// The number; of today on a filled ground.
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

/// What is painted of a cell: in the full grid the lines at its left and top belong to it.
Rect ground_of(const Rect& cell, bool full) {
    return full ? Rect{cell.x + 1, cell.y + 1, cell.width - 1, cell.height - 1} : inset(cell, 2, 1);
}

void paint_ground(Ui& ui, const Rect& cell, const DayCell& day, NodeId id, bool full) {
    const Palette& colors = ui.colors();
    const Rect rect = ground_of(cell, full);
    const float round = full ? 0 : 12;
    const bool says_more = full || day.in_month;
    if (day.chosen) {
        ui.paint().fill(rect, colors.accent_tint, round);
    }
    if (day.pointed) {
        ui.paint().fill(rect, colors.warning.ground, round);
    }
    if (!day.closed.empty() && says_more) {
        closed_ground(ui, inset(rect, 1));
    }
    if (ui.hovered(id) || ui.pressed(id)) {
        ui.paint().fill(rect, faded(colors.accent, ui.pressed(id) ? 0.14F : 0.06F), round);
    }
    if (day.school_holiday && says_more) {
        const float number = ui.theme().type(Type::kDay).line;
        school_holiday_ground(ui, full ? Rect{cell.x + 1, cell.y + 1, cell.width - 1, number + 10}
                                       : Rect{cell.x, cell.y + 2, cell.width, number + 4});
    }
    if (day.pointed) {
        ui.paint().outline(inset(rect, day.chosen ? 2.0F : 0.0F), colors.warning.text, round, 2);
    }
    if (day.chosen) {
        ui.paint().outline(rect, colors.accent, round, 2);
    }
}

// --- Bars ------------------------------------------------------------------------------------------------------------

/// Whether the lines break at spaces alone, so that no word is torn.
bool keeps_words(std::string_view text, const std::vector<std::string_view>& lines) {
    return std::all_of(lines.begin(), lines.end(), [&](std::string_view line) {
        const char* const end = line.data() + line.size();
        return end == text.data() + text.size() || *end == ' ';
    });
}

/// The closing day's name where it fits whole, else that the day is closed; the legend and the day have the name.
void paint_closed_name(Ui& ui, const Rect& rect, const DayCell& day) {
    TextStyle style = tiny(ui, Type::kCaption);
    std::vector<std::string_view> lines;
    for (const float smaller : {1.0F, 0.9F}) {
        style.size *= smaller;
        lines = ui.fonts().wrapped(style, day.closed, rect.width);
        if (lines.size() <= 2 && keeps_words(day.closed, lines)) {
            break;
        }
        lines.clear();
    }
    if (lines.empty()) {
        style = tiny(ui, Type::kCaption);
        lines.push_back(ui.text(Text::month_closed_short));
    }
    float y = rect.y;
    for (const std::string_view line : lines) {
        const float shown = ui.fonts().width(style, line);
        ui.paint().text({rect.x + (rect.width - shown) / 2, y}, style, line, ui.colors().text);
        y += style.line;
    }
}

/// The care of the children who share a lane: the one who has some, or how many have.
void paint_lane(Ui& ui, const Rect& rect, const std::vector<const DayMark*>& marks) {
    const bool alone =
        std::all_of(marks.begin(), marks.end(), [&](const DayMark* mark) { return mark->lane == marks[0]->lane; });
    if (alone) {
        std::vector<core::CareState> states;
        states.reserve(marks.size());
        for (const DayMark* mark : marks) {
            states.push_back(mark->state);
        }
        care_bar(ui, rect, {marks[0]->child, marks[0]->initial, states});
        return;
    }
    std::vector<std::size_t> children;
    children.reserve(marks.size());
    for (const DayMark* mark : marks) {
        children.push_back(mark->lane);
    }
    core::stable_sort(children, std::less<>{});
    const auto count = std::unique(children.begin(), children.end()) - children.begin();
    draw_line(ui, rect, tiny(ui, Type::kCaptionStrong), "+" + std::to_string(count), ui.colors().text, Align::kCentre);
}

void paint_bars(Ui& ui, const Rect& cell, const DayCell& day, std::size_t lanes) {
    const float number = ui.theme().type(Type::kDay).line;
    paint_number(ui, {cell.x, cell.y + kTop, cell.width, number}, day, Align::kCentre);
    if (!day.in_month) {
        return;
    }
    const float top = cell.y + kTop + number + kNumberGap;
    if (!day.closed.empty() && day.marks.empty()) {
        paint_closed_name(ui, {cell.x + 0.5F, top, cell.width - 1, 0}, day);
        return;
    }
    const float height = care_bar_height(ui);
    for (std::size_t lane = 0; lane < SharedLane::count(lanes); ++lane) {
        std::vector<const DayMark*> marks;
        for (const DayMark& mark : day.marks) {
            if (SharedLane::of(mark.lane, lanes) == lane) {
                marks.push_back(&mark);
            }
        }
        if (!marks.empty()) {
            const float y = top + static_cast<float>(lane) * (height + kLaneGap);
            paint_lane(ui, {cell.x + 5, y, cell.width - 10, height}, marks);
        }
    }
}

// --- Blocks ----------------------------------------------------------------------------------------------------------

void paint_block(Ui& ui, const Rect& rect, const DayMark& mark, const DayCell& day) {
    constexpr float kPadding = 6;
    constexpr float kIcon = 11;
    const CareLook look = care_look(mark.state);
    const Tone& tone = ui.theme().child(mark.child);
    const TextStyle style = ui.theme().type(Type::kCaptionStrong);
    const Color text = day.in_month ? tone.text : ui.colors().secondary;
    const Color edge = muted(ui.theme().mark(mark.child), day);
    // The chosen day's own ground is a tint already, of the same colour as the first child's.
    const bool blank = day.chosen || look.pattern == CarePattern::kOpen;
    ui.paint().fill(rect, blank ? ui.colors().surface : muted(tone.ground, day), 7);
    if (look.pattern == CarePattern::kDashed) {
        ui.paint().dashed_outline(rect, edge, 7, 1.2F);
    } else if (look.pattern == CarePattern::kOpen) {
        ui.paint().outline(rect, edge, 7);
    }
    float x = rect.x + kPadding;
    if (look.icon != nullptr) {
        ui.paint().icon({x, rect.y + (rect.height - kIcon) / 2}, kIcon, look.icon, text);
        x += kIcon + 2;
    }
    const float y = rect.y + (rect.height - style.line) / 2;
    x += ui.paint().text({x, y}, style, mark.initial, text) + 3;
    const float room = right(rect) - 4 - x;
    TextStyle time = style;
    time.weight = Weight::kSemiBold;
    // By the widest block, with an icon, a wide letter and a wide time: in one grid either all have both times or none.
    constexpr std::string_view kWidest = "08:00–08:00";
    const float least = rect.width - kPadding - (kIcon + 2) - ui.fonts().width(style, "M") - 3 - 4;
    time = fitted(ui, time, kWidest, least, time.size * 0.9F);
    const bool whole = ui.fonts().width(time, kWidest) <= least && ui.fonts().width(time, mark.time) <= room;
    draw_line(ui, {x, rect.y, room, rect.height}, time, whole ? mark.time : mark.start, text);
}

void paint_blocks(Ui& ui, const Rect& rect, const DayCell& day) {
    constexpr float kSide = 6;
    const float number = ui.theme().type(Type::kDay).line;
    paint_number(ui, {rect.x + 10, rect.y + 6, rect.width - 20, number}, day, Align::kLeft);
    float y = rect.y + 6 + number + 4;
    if (!day.closed.empty()) {
        const TextStyle style = ui.theme().type(Type::kCaption);
        y += draw_text(ui, {rect.x + 10, y}, rect.width - 14, style, day.closed, ui.colors().text) + 2;
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

namespace {

/// How many lanes of the week have something in them; all while that is not known.
std::size_t lanes_in_use(const DayCell* monday, std::size_t lanes, bool loading) {
    std::size_t most = loading ? SharedLane::count(lanes) : 0;
    for (int i = 0; i < 7; ++i) {
        for (const DayMark& mark : monday[i].marks) {
            most = monday[i].in_month ? std::max(most, SharedLane::of(mark.lane, lanes) + 1) : most;
        }
    }
    return most;
}

bool has_closed_day(const DayCell* monday) {
    return std::any_of(monday, monday + 7, [](const DayCell& day) { return day.in_month && !day.closed.empty(); });
}

}  // namespace

float week_height(const Ui& ui, const MonthModel& model, std::size_t first, bool full) {
    const DayCell* const monday = &model.days[first];
    const float number = ui.theme().type(Type::kDay).line;
    if (!full) {
        const auto lanes = static_cast<float>(lanes_in_use(monday, model.lanes, model.loading));
        const float bars = lanes * (care_bar_height(ui) + kLaneGap);
        const float closed = has_closed_day(monday) ? 2 * tiny(ui, Type::kCaption).line : 0;
        return std::max(kTarget, kTop + number + kNumberGap + std::max(bars, closed) + 3);
    }
    std::size_t most = 3;
    for (int i = 0; i < 7; ++i) {
        most = std::max(most, std::min(monday[i].marks.size(), kMostBlocks));
    }
    return 6 + number + 4 + static_cast<float>(most) * (block_height(ui) + kBlockGap) + 5;
}

void paint_day(Ui& ui, const Rect& cell, const DayCell& day, NodeId id, bool full, std::size_t lanes) {
    if (!ui.paint().sees(cell)) {
        return;
    }
    paint_ground(ui, cell, day, id, full);
    if (full) {
        paint_blocks(ui, ground_of(cell, full), day);
    } else {
        paint_bars(ui, cell, day, lanes);
    }
}

void paint_day_ring(Ui& ui, const Rect& cell, bool full) {
    day_ring(ui, full ? inset(cell, -1) : cell, full ? 2 : 13);
}

}  // namespace portal::ui
