#include "ui/core/fonts.hpp"

#include "imgui.h"
#include "ui/core/drawing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace portal::ui {
namespace {

constexpr TextStyle kStyle{Weight::kRegular, 16, 24};

class FontsTest : public testing::Test {
  protected:
    FontsTest() {
        for (const char* weight : {"400", "600", "700", "800"}) {
            add(std::string("nunito-sans-") + weight);
        }
        add("lucide");
        drawing.begin(390, 844);
    }

    void add(const std::string& name) {
        std::ifstream file(std::string(PORTAL_ASSET_DIR) + "/fonts/" + name + ".ttf", std::ios::binary);
        const std::vector<unsigned char> data{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        fonts.add(name, data);
    }

    void add_rare_letters() {
        for (const char* weight : {"400", "600", "700", "800"}) {
            add(std::string("nunito-sans-") + weight + "-ext");
        }
        drawing.begin(390, 844);
    }

    Drawing drawing;
    Fonts fonts;
};

TEST_F(FontsTest, HaveTheLettersOfParentsNames) {
    add_rare_letters();
    for (const Weight weight : {Weight::kRegular, Weight::kSemiBold, Weight::kBold, Weight::kExtraBold}) {
        for (const char32_t letter : U"éëïöüçñøåßÉŁłŽžŞşĞğǦǧŐőŻżČčĆćŚśŃńĄąĘęŘřŤťĎďŇňŮůĀāĒēȘșȚțẾếỹ€–·…") {
            if (letter != U'\0') {
                EXPECT_TRUE(fonts.weight(weight)->IsGlyphInFont(static_cast<ImWchar>(letter)))
                    << std::hex << static_cast<unsigned>(letter);
            }
        }
    }
}

TEST_F(FontsTest, ShowALetterThatWasMissing_OnceItsFontHasCome) {
    constexpr TextStyle kBold{Weight::kBold, 16, 24};
    const float missing = fonts.width(kBold, "Łukasz");
    add_rare_letters();
    const float there = fonts.width(kBold, "Łukasz");
    EXPECT_NE(missing, there) << "measured again, with the letter itself";
    ImFontBaked* baked = fonts.weight(Weight::kBold)->GetFontBaked(fonts.device_size(kBold.size));
    ASSERT_NE(baked->FindGlyphNoFallback(0x141), nullptr);
    EXPECT_NE(baked->FindGlyphNoFallback('a'), nullptr) << "what was there stays";
}

TEST_F(FontsTest, AreAsWideOnEveryScreen) {
    const float plain = fonts.width(kStyle, "woensdag 25 november");
    fonts.set_density(2);
    EXPECT_NEAR(fonts.width(kStyle, "woensdag 25 november"), plain, 0.5);
}

TEST_F(FontsTest, BreakLinesAtSpacesHyphensAndSlashes) {
    const auto lines = [&](std::string_view text) {
        return fonts.wrapped(kStyle, text, fonts.width(kStyle, "Ouders en"));
    };
    EXPECT_EQ(lines("Ouders en meer"), (std::vector<std::string_view>{"Ouders en", "meer"}));
    EXPECT_EQ(lines("Ouders/verzorg"), (std::vector<std::string_view>{"Ouders/", "verzorg"}));
    EXPECT_EQ(lines("Meer-Bakker"), (std::vector<std::string_view>{"Meer-", "Bakker"}));
}

TEST_F(FontsTest, BreakAWordThatIsLongerThanTheLine) {
    const std::string_view word = "Hottentottententententoonstelling";
    const auto lines = fonts.wrapped(kStyle, word, 80);
    EXPECT_GT(lines.size(), 1U);
    std::string together;
    for (const std::string_view line : lines) {
        EXPECT_LE(fonts.width(kStyle, line), 80.1F);
        together += line;
    }
    EXPECT_EQ(together, word) << "no letter is lost";
}

TEST_F(FontsTest, NeverCutALetterInHalf) {
    for (const std::string_view line : fonts.wrapped(kStyle, "ŁŁŁŁŁŁ🌱🌱🌱", 24)) {
        EXPECT_NE(static_cast<unsigned char>(line.front()) & 0xC0U, 0x80U) << line;
    }
}

TEST_F(FontsTest, ShortenWithAnEllipsis_OnlyWhatDoesNotFit) {
    EXPECT_EQ(fonts.ellipsized(kStyle, "Noor", 200), "Noor");
    const std::string shorter = fonts.ellipsized(kStyle, "Wilhelmina Catharina", 90);
    EXPECT_EQ(shorter.substr(shorter.size() - 3), "…");
    EXPECT_LE(fonts.width(kStyle, shorter), 90.1F);
}

}  // namespace
}  // namespace portal::ui
