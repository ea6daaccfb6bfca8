#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

namespace portal::ui {
namespace {

constexpr double kText = 4.5;      // WCAG 2.2, 1.4.3
constexpr double kGraphics = 3.0;  // 1.4.11

struct Look {
    bool dark;
    bool high_contrast;
};

class ThemeTest : public testing::TestWithParam<Look> {
  protected:
    Palette palette = make_palette(GetParam().dark, GetParam().high_contrast);
};

TEST_P(ThemeTest, TextCanBeReadOnEveryGroundThatItStandsOn) {
    for (const Color ground : {palette.background, palette.surface, palette.accent_tint}) {
        EXPECT_GE(contrast(palette.text, ground), kText) << std::hex << to_hex(ground);
        EXPECT_GE(contrast(palette.secondary, ground), kText) << std::hex << to_hex(ground);
        EXPECT_GE(contrast(palette.accent, ground), kText) << std::hex << to_hex(ground);
    }
    EXPECT_GE(contrast(palette.on_accent, palette.accent), kText);
    EXPECT_GE(contrast(palette.on_danger, palette.error.text), kText);
    EXPECT_GE(contrast(palette.error.text, palette.surface), kText);
    EXPECT_GE(contrast(palette.approved.text, palette.surface), kText);
}

TEST_P(ThemeTest, StatesAndChildrenCanBeReadOnTheirTints) {
    for (const Tone& tone :
         {palette.asked, palette.approved, palette.closed, palette.absent, palette.sick, palette.swap, palette.warning,
          palette.error, palette.children[0], palette.children[1], palette.children[2]}) {
        EXPECT_GE(contrast(tone.text, tone.ground), kText) << std::hex << to_hex(tone.text);
    }
}

TEST_P(ThemeTest, ButtonsStayReadableWhileThePointerIsOnThem) {
    const Color hovered = blend(faded(palette.on_accent, 0.16F), palette.accent);
    EXPECT_GE(contrast(palette.on_accent, hovered), kGraphics);
    const Color secondary = blend(faded(palette.accent, 0.08F), palette.accent_tint);
    EXPECT_GE(contrast(palette.accent, secondary), kGraphics);
}

TEST_P(ThemeTest, EdgesOfControlsAndMarksCanBeSeen) {
    for (const Color ground : {palette.background, palette.surface}) {
        EXPECT_GE(contrast(palette.control, ground), kGraphics) << std::hex << to_hex(ground);
        for (const Color mark : palette.marks) {
            EXPECT_GE(contrast(mark, ground), kGraphics) << std::hex << to_hex(mark);
        }
        EXPECT_GE(contrast(palette.asked.text, ground), kGraphics);
        EXPECT_GE(contrast(palette.focus, ground), kGraphics);
    }
}

INSTANTIATE_TEST_SUITE_P(Looks, ThemeTest,
                         testing::Values(Look{false, false}, Look{true, false}, Look{false, true}, Look{true, true}));

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
