#include "ui/theme/theme.hpp"

#include "ui/theme/accent.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr Palette kLight{
    .background = rgb(0xFAF7F2),
    .surface = rgb(0xFFFFFF),
    .line = rgb(0xE7E1D8),
    .control = rgb(0x7D8991),
    .text = rgb(0x1E2A32),
    .secondary = rgb(0x55636D),
    .accent = rgb(0x0B6E69),
    .on_accent = rgb(0xFFFFFF),
    .accent_tint = rgb(0xE3F1EF),
    .focus = rgb(0x1E2A32),
    .on_danger = rgb(0xFFFFFF),
    .scrim = {18, 24, 28, 122},
    .shadow = {62, 48, 28, 255},
    .asked = {rgb(0x9A5B00), rgb(0xFFF1D6)},
    .approved = {rgb(0x1B6B3A), rgb(0xE2F3E7)},
    .closed = {rgb(0x55636D), rgb(0xECEFF1)},
    .absent = {rgb(0x55636D), rgb(0xECEFF1)},
    .sick = {rgb(0xB3261E), rgb(0xFDE7E4)},
    .swap = {rgb(0x5B3FA8), rgb(0xECE6FA)},
    .warning = {rgb(0x8A5100), rgb(0xFFF1D6)},
    .error = {rgb(0xB3261E), rgb(0xFDE7E4)},
    .children = {{{rgb(0x0B6E69), rgb(0xD6ECE9)}, {rgb(0x7A3E9D), rgb(0xEFE1F6)}, {rgb(0xA64A0E), rgb(0xFBE6D5)}}},
    .marks = {{rgb(0x0B6E69), rgb(0x7A3E9D), rgb(0xB4500B)}},
};

constexpr Palette kDark{
    .background = rgb(0x12181C),
    .surface = rgb(0x1B2329),
    .line = rgb(0x2C373F),
    .control = rgb(0x74838D),
    .text = rgb(0xEAF0F2),
    .secondary = rgb(0xA3B1B9),
    .accent = rgb(0x5CC8BF),
    .on_accent = rgb(0x06211F),
    .accent_tint = rgb(0x163734),
    .focus = rgb(0xEAF0F2),
    .on_danger = rgb(0x2B0B08),
    .scrim = {4, 7, 9, 168},
    .shadow = {0, 0, 0, 255},
    .asked = {rgb(0xFFC766), rgb(0x3A2C10)},
    .approved = {rgb(0x86DBA3), rgb(0x173524)},
    .closed = {rgb(0xA3B1B9), rgb(0x273138)},
    .absent = {rgb(0xA3B1B9), rgb(0x273138)},
    .sick = {rgb(0xFF9A8F), rgb(0x43211E)},
    .swap = {rgb(0xC3B1FF), rgb(0x2C2450)},
    .warning = {rgb(0xFFC766), rgb(0x3A2C10)},
    .error = {rgb(0xFF9A8F), rgb(0x43211E)},
    .children = {{{rgb(0x5CC8BF), rgb(0x163734)}, {rgb(0xD7A6F0), rgb(0x3A2548)}, {rgb(0xF5A968), rgb(0x43290F)}}},
    .marks = {{rgb(0x5CC8BF), rgb(0xD7A6F0), rgb(0xF5A968)}},
};

/// Colour stays for telling apart, but no longer carries text: that becomes black or white.
Palette with_high_contrast(Palette palette, bool dark) {
    const Color strong = dark ? rgb(0xFFFFFF) : rgb(0x000000);
    const Color ground = dark ? rgb(0x000000) : rgb(0xFFFFFF);
    palette.background = ground;
    palette.surface = ground;
    palette.line = strong;
    palette.control = strong;
    palette.text = strong;
    palette.secondary = strong;
    palette.focus = strong;
    palette.on_danger = ground;
    for (Tone* tone : {&palette.asked, &palette.approved, &palette.closed, &palette.absent, &palette.sick,
                       &palette.swap, &palette.warning, &palette.error}) {
        tone->text = strong;
    }
    for (Tone& tone : palette.children) {
        tone.text = strong;
    }
    return palette;
}

TextStyle unscaled(Type type) {
    switch (type) {
        case Type::kDisplay:
            return {Weight::kExtraBold, 28, 36};
        case Type::kTitle:
            return {Weight::kExtraBold, 20, 28};
        case Type::kSection:
            return {Weight::kBold, 17, 24};
        case Type::kItem:
            return {Weight::kBold, 16, 22};
        case Type::kBody:
            return {Weight::kRegular, 16, 24};
        case Type::kSecondary:
            return {Weight::kRegular, 14, 20};
        case Type::kSecondaryStrong:
            return {Weight::kBold, 14, 20};
        case Type::kCaption:
            return {Weight::kSemiBold, 12, 16};
        case Type::kCaptionStrong:
            return {Weight::kBold, 12, 16};
        case Type::kTab:
            return {Weight::kSemiBold, 11, 14};
        case Type::kDay:
            return {Weight::kSemiBold, 15, 20};
        case Type::kDayStrong:
            return {Weight::kExtraBold, 15, 20};
    }
    return {};
}

}  // namespace

TextStyle Theme::type(Type type) const {
    TextStyle style = unscaled(type);
    style.size *= text_scale;
    style.line *= text_scale;
    return style;
}

Palette make_palette(bool dark, bool high_contrast, Color accent) {
    Palette palette = dark ? kDark : kLight;
    if (high_contrast) {
        palette = with_high_contrast(palette, dark);
    }
    if (high_contrast || !(accent == kDefaultAccent)) {
        set_accent(palette, accent, dark, high_contrast);
    }
    return palette;
}

Theme make_theme(const app::Viewport& viewport, Color accent) {
    return {make_palette(viewport.dark, viewport.high_contrast, accent), std::clamp(viewport.text_scale, 0.75F, 3.0F),
            viewport.dark, viewport.high_contrast};
}

}  // namespace portal::ui
