#include "ui/widgets/care_bar.hpp"

#include "ui/widgets/care_look.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kRound = 4;
constexpr float kGap = 1.5F;
constexpr float kPadding = 4;
constexpr std::size_t kMostStates = 3;

/// Bars stay low on a phone whose reader has large text; the day below the month has the names at full size.
float scale(const Ui& ui) {
    return std::min(ui.theme().text_scale, 1.4F);
}

/// Paints the ground of one state and returns the colour to write on it.
Color paint_ground(Ui& ui, const Rect& rect, std::size_t child, CarePattern pattern) {
    const Theme& theme = ui.theme();
    switch (pattern) {
        case CarePattern::kSolid:
            ui.paint().fill(rect, theme.mark(child), kRound);
            return theme.palette.surface;
        case CarePattern::kDashed:
            ui.paint().fill(rect, theme.child(child).ground, kRound);
            ui.paint().dashed_outline(rect, theme.mark(child), kRound, 1.2F);
            return theme.child(child).text;
        case CarePattern::kOpen:
            ui.paint().outline(rect, theme.mark(child), kRound);
            return theme.child(child).text;
    }
    return theme.palette.text;
}

void paint_state(Ui& ui, const Rect& rect, const CareBar& bar, core::CareState state, std::string_view initial) {
    const CareLook look = care_look(state);
    const Color ink = paint_ground(ui, rect, bar.child, look.pattern);
    const TextStyle style{Weight::kExtraBold, 9.5F * scale(ui), rect.height};
    float room = rect.width - 2 * kPadding;
    const float letter = initial.empty() ? 0 : ui.fonts().width(style, initial);
    if (letter > 0 && letter <= room) {
        ui.paint().text({rect.x + kPadding, rect.y - 0.5F}, style, initial, ink);
        room -= letter + 1;
    }
    const float icon = std::min(rect.height - 2, 10 * scale(ui));
    // The icon may stand a little closer to the edge than letters, whose shapes are wider.
    if (look.icon != nullptr && icon <= room + 2) {
        const float x = letter > 0 ? right(rect) - kPadding + 1 - icon : rect.x + (rect.width - icon) / 2;
        ui.paint().icon({x, rect.y + (rect.height - icon) / 2}, icon, look.icon, ink);
    }
}

}  // namespace

float care_bar_height(const Ui& ui) {
    return 12 * scale(ui);
}

void care_bar(Ui& ui, const Rect& rect, const CareBar& bar) {
    const std::size_t count = std::min(bar.states.size(), kMostStates);
    const float width = (rect.width + kGap) / static_cast<float>(std::max<std::size_t>(count, 1));
    for (std::size_t i = 0; i < count; ++i) {
        const Rect part{rect.x + static_cast<float>(i) * width, rect.y, width - kGap, rect.height};
        paint_state(ui, part, bar, bar.states[i], i == 0 ? bar.initial : std::string_view());
    }
}

void care_line(Ui& ui, const Rect& rect, std::size_t child, core::CareState state) {
    constexpr int kDashes = 3;
    const Color color = ui.theme().mark(child);
    const float step = rect.width / static_cast<float>(2 * kDashes - 1);
    switch (care_look(state).pattern) {
        case CarePattern::kSolid:
            ui.paint().fill(rect, color, 1);
            break;
        case CarePattern::kDashed:
            for (int dash = 0; dash < kDashes; ++dash) {
                ui.paint().fill({rect.x + 2 * static_cast<float>(dash) * step, rect.y, step, rect.height}, color);
            }
            break;
        case CarePattern::kOpen:
            ui.paint().fill({rect.x, rect.y + (rect.height - 1) / 2, rect.width, 1}, color);
            break;
    }
}

}  // namespace portal::ui
