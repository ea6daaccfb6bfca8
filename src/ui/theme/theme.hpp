#pragma once

#include "app/viewport.hpp"
#include "ui/theme/color.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace portal::ui {

/// Text and the ground that it is read on.
struct Tone {
    Color text;
    Color ground;
};

/// Colours by what they mean. No widget names a colour of its own.
struct Palette {
    Color background;  ///< behind everything
    Color surface;     ///< cards, bars, sheets
    Color line;        ///< hairlines that only separate
    Color control;     ///< outlines that show where to press or type: 3:1 against what is around them
    Color text;
    Color secondary;
    Color accent;
    Color on_accent;
    Color accent_tint;
    Color focus;      ///< the ring around what has keyboard focus: 3:1 against everything around it
    Color on_danger;  ///< on a ground of `error.text`, which buttons that destroy something have
    Color scrim;      ///< over the page, under a sheet; with alpha
    Color shadow;     ///< with alpha
    Tone asked;
    Tone approved;
    Tone closed;
    Tone absent;
    Tone sick;
    Tone swap;
    Tone warning;
    Tone error;
    std::array<Tone, 3> children;
    std::array<Color, 3> marks;  ///< bars in the month that stand for a child's care: 3:1 against the background
};

enum class Weight : std::uint8_t { kRegular, kSemiBold, kBold, kExtraBold };
inline constexpr std::size_t kWeightCount = 4;

/// A size of type. Lengths in CSS pixels, already scaled to the reader's text size.
struct TextStyle {
    Weight weight = Weight::kRegular;
    float size = 16;
    float line = 24;  ///< from baseline to baseline
};

/// The steps of the type scale, by use.
enum class Type : std::uint8_t {
    kDisplay,  ///< the sign-in page's welcome
    kTitle,    ///< screen title, month
    kSection,  ///< heading of a card or part
    kItem,     ///< first line of a list row, labels of buttons
    kBody,
    kSecondary,
    kSecondaryStrong,  ///< chips, badges, labels of fields
    kCaption,          ///< column heads, week numbers
    kCaptionStrong,    ///< care blocks in cells
    kTab,              ///< under the icons of the bottom bar
    kDay,              ///< numbers of the month grid
    kDayStrong,
};

/// How far corners are rounded, in CSS pixels.
namespace radius {
inline constexpr float kMark = 8;
inline constexpr float kControl = 14;
inline constexpr float kCard = 16;
inline constexpr float kSheet = 24;
}  // namespace radius

/// The smallest side of anything that can be pressed, in CSS pixels.
inline constexpr float kTarget = 44;

/// Everything that widgets take their look from.
struct Theme {
    Palette palette;
    float text_scale = 1;
    bool dark = false;
    bool high_contrast = false;

    [[nodiscard]] TextStyle type(Type type) const;
    [[nodiscard]] const Tone& child(std::size_t index) const {
        return palette.children[index % palette.children.size()];
    }
    [[nodiscard]] Color mark(std::size_t index) const { return palette.marks[index % palette.marks.size()]; }
};

/// That of the portal itself, where an organisation has none of its own.
inline constexpr Color kDefaultAccent = rgb(0x0B6E69);

/// `accent`: the organisation's colour; what is made of it can be read, whatever it is.
[[nodiscard]] Palette make_palette(bool dark, bool high_contrast, Color accent = kDefaultAccent);
[[nodiscard]] Theme make_theme(const app::Viewport& viewport, Color accent = kDefaultAccent);

}  // namespace portal::ui
