#include "ui/theme/theme.hpp"

#include "ui/theme/accent.hpp"
#include "ui/theme/oklch.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace portal::ui {
namespace {

constexpr double kText = 4.5;      // WCAG 2.2, 1.4.3
constexpr double kGraphics = 3.0;  // 1.4.11

struct Look {
    bool dark;
    bool high_contrast;
};

/// The portal's own accent, and pale, strong, deep and grey ones of all hues.
std::vector<Color> accents() {
    std::vector<Color> made{kDefaultAccent, rgb(0x000000), rgb(0xFFFFFF), rgb(0xFFFF00), rgb(0x0000FF)};
    constexpr int kHues = 24;
    for (int i = 0; i < kHues; ++i) {
        const double hue = 2 * 3.14159265358979 * i / kHues;
        for (const double lightness : {0.2, 0.5, 0.7, 0.95}) {
            for (const double chroma : {0.03, 0.3}) {
                made.push_back(to_color({lightness, chroma, std::cos(hue), std::sin(hue)}));
            }
        }
    }
    return made;
}

class ThemeTest : public testing::TestWithParam<Look> {
  protected:
    template <class Check>
    void for_each_accent(Check check) const {
        for (const Color accent : accents()) {
            SCOPED_TRACE(to_hex(accent));
            check(make_palette(GetParam().dark, GetParam().high_contrast, accent));
        }
    }
};

TEST_P(ThemeTest, TextCanBeReadOnEveryGroundThatItStandsOn) {
    for_each_accent([](const Palette& palette) {
        for (const Color ground : {palette.background, palette.surface, palette.accent_tint, palette.closed.ground}) {
            EXPECT_GE(contrast(palette.text, ground), kText) << std::hex << to_hex(ground);
            EXPECT_GE(contrast(palette.secondary, ground), kText) << std::hex << to_hex(ground);
            EXPECT_GE(contrast(palette.accent, ground), kText) << std::hex << to_hex(ground);
        }
        EXPECT_GE(contrast(palette.accent, palette.approved.ground), kText);
        EXPECT_GE(contrast(palette.on_accent, palette.accent), kText);
        EXPECT_GE(contrast(palette.on_danger, palette.error.text), kText);
        EXPECT_GE(contrast(palette.error.text, palette.surface), kText);
        EXPECT_GE(contrast(palette.approved.text, palette.surface), kText);
    });
}

TEST_P(ThemeTest, StatesAndChildrenCanBeReadOnTheirTints) {
    for_each_accent([](const Palette& palette) {
        for (const Tone& tone :
             {palette.asked, palette.approved, palette.closed, palette.absent, palette.sick, palette.swap,
              palette.warning, palette.error, palette.children[0], palette.children[1], palette.children[2]}) {
            EXPECT_GE(contrast(tone.text, tone.ground), kText) << std::hex << to_hex(tone.text);
        }
    });
}

TEST_P(ThemeTest, ButtonsStayReadableWhileThePointerIsOnThem) {
    for_each_accent([](const Palette& palette) {
        const Color hovered = blend(faded(palette.on_accent, 0.16F), palette.accent);
        EXPECT_GE(contrast(palette.on_accent, hovered), kGraphics);
        const Color secondary = blend(faded(palette.accent, 0.08F), palette.accent_tint);
        EXPECT_GE(contrast(palette.accent, secondary), kGraphics);
    });
}

TEST_P(ThemeTest, EdgesOfControlsAndMarksCanBeSeen) {
    for_each_accent([](const Palette& palette) {
        for (const Color ground : {palette.background, palette.surface}) {
            EXPECT_GE(contrast(palette.control, ground), kGraphics) << std::hex << to_hex(ground);
            for (const Color mark : palette.marks) {
                EXPECT_GE(contrast(mark, ground), kGraphics) << std::hex << to_hex(mark);
            }
            EXPECT_GE(contrast(palette.asked.text, ground), kGraphics);
            EXPECT_GE(contrast(palette.focus, ground), kGraphics);
        }
    });
}

TEST_P(ThemeTest, HighContrastIsHigh) {
    if (!GetParam().high_contrast) {
        return;
    }
    for_each_accent([](const Palette& palette) {
        for (const Color color : {palette.text, palette.secondary, palette.accent, palette.control, palette.focus}) {
            EXPECT_GE(contrast(color, palette.surface), 7) << std::hex << to_hex(color);
        }
        EXPECT_GE(contrast(palette.on_accent, palette.accent), 7);
    });
}

INSTANTIATE_TEST_SUITE_P(Looks, ThemeTest,
                         testing::Values(Look{false, false}, Look{true, false}, Look{false, true}, Look{true, true}));

TEST(Accent, StaysAsTheOrganisationChoseItWhereItCanBeRead) {
    const Color blue = rgb(0x1D4E89);
    EXPECT_EQ(make_palette(false, false, blue).accent, blue);
    const Color yellow = rgb(0xFFD400);
    EXPECT_FALSE(make_palette(false, false, yellow).accent == yellow);
    EXPECT_EQ(make_palette(true, false, yellow).accent, yellow);
}

TEST(Accent, KeepsItsHue) {
    for (const unsigned hex : {0xE4002BU, 0x00843DU, 0x6D28D9U, 0xFF8200U}) {
        const Oklch wanted = to_oklch(rgb(hex));
        for (const bool dark : {false, true}) {
            const Oklch made = to_oklch(make_palette(dark, false, rgb(hex)).accent);
            // The cosine of how far the two hues are apart: seven degrees.
            EXPECT_GT(made.hue_a * wanted.hue_a + made.hue_b * wanted.hue_b, 0.9925) << std::hex << hex;
            EXPECT_GT(made.chroma, 0.05) << std::hex << hex;
        }
    }
}

TEST(Accent, IsReadOnlyFromAColour) {
    EXPECT_EQ(parse_color("#0B6E69"), kDefaultAccent);
    EXPECT_EQ(parse_color("0b6e69"), kDefaultAccent);
    for (const char* text : {"", "#", "#0B6E6", "#0B6E690", "teal", "#0B6E6G", "##0B6E6"}) {
        EXPECT_FALSE(parse_color(text)) << text;
    }
}

TEST(Oklch, GoesThereAndBack) {
    for (const unsigned hex : {0x000000U, 0xFFFFFFU, 0x0B6E69U, 0xFF0000U, 0x00FF00U, 0x0000FFU, 0x7F7F7FU}) {
        EXPECT_EQ(to_hex(to_color(to_oklch(rgb(hex)))), hex);
    }
    EXPECT_NEAR(to_oklch(rgb(0xFF0000)).lightness, 0.628, 0.001);  // CSS Color 4's own example
    EXPECT_NEAR(to_oklch(rgb(0xFF0000)).chroma, 0.2577, 0.001);
}

TEST(Theme, TypeGrowsWithTheReadersTextSize) {
    app::Viewport viewport;
    viewport.text_scale = 2;
    const TextStyle style = make_theme(viewport).type(Type::kBody);
    EXPECT_FLOAT_EQ(style.size, 32);
    EXPECT_FLOAT_EQ(style.line, 48);
}

TEST(Contrast, IsTwentyOneBetweenBlackAndWhite) {
    EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21, 0.01);
    EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
}

}  // namespace
}  // namespace portal::ui
