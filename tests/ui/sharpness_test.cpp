#include "ui/core/drawing.hpp"
#include "ui/core/painter.hpp"
#include "ui/theme/theme.hpp"

#include "imgui.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

constexpr float kTolerance = 0.01F;

float from_whole(float value) {
    return std::abs(value - std::round(value));
}

/// One painter for each density that phones and screens have, fractions of zoomed browsers among them.
class Sharpness : public testing::TestWithParam<float> {
  protected:
    Sharpness() {
        for (const char* name :
             {"nunito-sans-400", "nunito-sans-600", "nunito-sans-700", "nunito-sans-800", "lucide"}) {
            std::ifstream file(std::string(PORTAL_ASSET_DIR) + "/fonts/" + name + ".ttf", std::ios::binary);
            const std::vector<unsigned char> data{std::istreambuf_iterator<char>(file),
                                                  std::istreambuf_iterator<char>()};
            fonts.add(name, data);
        }
        fonts.set_density(GetParam());
        begin();
    }

    void begin() {
        drawing.begin(std::round(390 * GetParam()), std::round(844 * GetParam()));
        painter.begin(drawing.page(), drawing.front(), {0, 0, 390, 844});
        painter.set_offset({3.3F, -7.7F});  // as a page that is scrolled by a part of a pixel
    }

    /// The corners of what was drawn, four for each letter or rectangle.
    [[nodiscard]] const ImVector<ImDrawVert>& corners() { return drawing.page().VtxBuffer; }

    Drawing drawing;
    Fonts fonts;
    Painter painter{fonts};
};

TEST_P(Sharpness, LettersOfEverySizeAreDrawnAsTheyWereRasterised) {
    app::Viewport viewport;
    const Theme theme = make_theme(viewport);
    for (const Type type : {Type::kDisplay, Type::kTitle, Type::kSection, Type::kItem, Type::kBody, Type::kSecondary,
                            Type::kCaption, Type::kTab, Type::kDay}) {
        const TextStyle style = theme.type(type);
        painter.text({16.4F, 40.6F}, style, "woensdag 25 november, ijs", rgb(0));  // makes the glyphs
        begin();  // where the texture has its final size
        painter.text({16.4F, 40.6F}, style, "woensdag 25 november, ijs", rgb(0));
        const ImTextureData& texture = *ImGui::GetIO().Fonts->TexData;
        ASSERT_GT(corners().Size, 4 * 15);
        for (int i = 0; i < corners().Size; i += 4) {
            const ImDrawVert& first = corners()[i];
            const ImDrawVert& last = corners()[i + 2];
            const float rows = (last.uv.y - first.uv.y) * static_cast<float>(texture.Height);
            const float columns = (last.uv.x - first.uv.x) * static_cast<float>(texture.Width);
            EXPECT_NEAR(last.pos.y - first.pos.y, rows, kTolerance) << "scaled at " << style.size;
            EXPECT_LT(from_whole(first.pos.y), kTolerance) << "between two rows of pixels at " << style.size;
            // Sideways a letter may have been rasterised twice as finely, which places it more evenly.
            EXPECT_LT(from_whole(columns / (last.pos.x - first.pos.x)), kTolerance) << style.size;
        }
    }
}

TEST_P(Sharpness, EdgesLieOnWholePixels) {
    painter.fill({16.2F, 20.7F, 100.3F, 40.1F}, rgb(0));
    painter.line({0, 80.4F}, {390, 80.4F}, rgb(0));
    ASSERT_EQ(corners().Size, 8);
    for (const ImDrawVert& corner : corners()) {
        EXPECT_LT(from_whole(corner.pos.x), kTolerance);
        EXPECT_LT(from_whole(corner.pos.y), kTolerance);
    }
    EXPECT_GE(corners()[6].pos.y - corners()[4].pos.y, 1) << "a hairline is at least a pixel";
}

INSTANTIATE_TEST_SUITE_P(Densities, Sharpness, testing::Values(1.0F, 1.25F, 1.5F, 2.0F, 2.625F, 3.0F));

}  // namespace
}  // namespace portal::ui
