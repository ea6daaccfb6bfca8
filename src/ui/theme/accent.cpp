#include "ui/theme/accent.hpp"

#include "ui/theme/oklch.hpp"

#include <algorithm>
#include <array>

namespace portal::ui {
namespace {

/// A little more than the standard asks, so that rounding to bytes never falls below it.
constexpr double kText = 4.6;
constexpr double kStrongText = 7.1;
constexpr double kStep = 0.005;

/// The paler or darker version that the accent's own texts lie on.
Color tint_of(const Oklch& accent, bool dark) {
    Oklch tint = accent;
    tint.chroma = std::min(accent.chroma, dark ? 0.045 : 0.022);
    tint.lightness = dark ? 0.312 : 0.948;
    return to_color(tint);
}

/// `accent` itself if it can be read on all of `grounds`, else the nearest lightness that can.
template <class Grounds>
Color readable(Color accent, const Grounds& grounds, double ratio, bool dark) {
    const auto is_readable = [&](Color color) {
        return std::all_of(grounds.begin(), grounds.end(),
                           [&](Color ground) { return contrast(color, ground) >= ratio; });
    };
    Color color = accent;
    Oklch shade = to_oklch(accent);
    while (!is_readable(color) && shade.lightness > 0 && shade.lightness < 1) {
        shade.lightness += dark ? kStep : -kStep;
        color = to_color(shade);
    }
    return color;
}

/// Black and white of a hue: what is written on a ground of `accent`.
Color ink_on(Color accent, double ratio) {
    if (const Color white = rgb(0xFFFFFF); contrast(white, accent) >= ratio) {
        return white;
    }
    Oklch ink = to_oklch(accent);
    ink.chroma = std::min(ink.chroma, 0.035);
    ink.lightness = 0.23;
    const Color color = to_color(ink);
    return contrast(color, accent) >= ratio ? color : rgb(0x000000);
}

/// A light theme wants deep colours and a dark one pale ones: a navy or a bright yellow is brought into that range
/// first.
Color in_range(Color accent, bool dark) {
    constexpr double kLeastOnDark = 0.76;
    Oklch shade = to_oklch(accent);
    if (!dark || shade.lightness >= kLeastOnDark) {
        return accent;
    }
    shade.lightness = kLeastOnDark;
    return to_color(shade);
}

int digit_of(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
    if (!text.empty() && text.front() == '#') {
        text.remove_prefix(1);
    }
    if (text.size() != 6) {
        return std::nullopt;
    }
    unsigned hex = 0;
    for (const char c : text) {
        const int digit = digit_of(c);
        if (digit < 0) {
            return std::nullopt;
        }
        hex = hex * 16 + static_cast<unsigned>(digit);
    }
    return rgb(hex);
}

void set_accent(Palette& palette, Color accent, bool dark, bool high_contrast) {
    const Color wanted = in_range(accent, dark);
    palette.accent_tint = tint_of(to_oklch(wanted), dark);
    const std::array<Color, 5> grounds{palette.background, palette.surface, palette.accent_tint,
                                       palette.approved.ground, palette.closed.ground};
    palette.accent = readable(wanted, grounds, high_contrast ? kStrongText : kText, dark);
    palette.on_accent = ink_on(palette.accent, high_contrast ? kStrongText : kText);
}

}  // namespace portal::ui
