#include "ui/drawn.hpp"
#include "ui/portal_fixture.hpp"
#include "ui/theme/theme.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace portal::ui::test {
namespace {

constexpr double kGraphics = 3.0;  // WCAG 2.2, 1.4.11
constexpr double kText = 4.5;      // 1.4.3

/// What a phone's month draws, in light and dark.
class MonthMarks : public Portal, public testing::WithParamInterface<bool> {
  protected:
    MonthMarks() { browser.viewport.dark = GetParam(); }

    void add_child(const std::string& name) {
        core::Child child{core::ChildId{name}, name, "Visser", day("2019-01-20")};
        server.family.children.push_back(child);
        core::PlacementContract contract = server.family.contracts[0];
        contract.id = core::ContractId{"contract-" + name};
        contract.child = child.id;
        server.family.contracts.push_back(contract);
    }

    [[nodiscard]] semantics::Rect cell(std::string_view name) const {
        const Node* node = browser.find(Role::kGridCell, name);
        EXPECT_NE(node, nullptr) << name;
        return node != nullptr ? node->rect : semantics::Rect{};
    }

    /// Below the number, which the child's bars stand under each other in.
    [[nodiscard]] static semantics::Rect lane(const semantics::Rect& cell, int lane) {
        constexpr float kTop = 27;
        constexpr float kPitch = 14;
        return {cell.x, cell.y + kTop + kPitch * static_cast<float>(lane) - 0.6F, cell.width, kPitch - 1};
    }

    [[nodiscard]] bool marked(const semantics::Rect& place, std::size_t child) const {
        return is_drawn(place, theme().mark(child));
    }

    [[nodiscard]] Theme theme() const { return make_theme(browser.viewport); }
};

TEST_P(MonthMarks, GiveEachChildItsLane) {
    open();
    const semantics::Rect monday = cell("maandag 9 november");
    EXPECT_TRUE(marked(lane(monday, 0), 0));
    EXPECT_TRUE(marked(lane(monday, 1), 1));
    EXPECT_FALSE(marked(lane(monday, 2), 2)) << "Mila is not there on Mondays";
    const semantics::Rect tuesday = cell("dinsdag 10 november");
    EXPECT_FALSE(marked(lane(tuesday, 0), 0)) << "the lane of who is not there stays empty";
    EXPECT_TRUE(marked(lane(tuesday, 2), 2)) << "and Mila's is the third on every day";
}

TEST_P(MonthMarks, GiveAChildAloneTheFirstLane) {
    open();
    browser.click(Role::kButton, "Mila");
    EXPECT_TRUE(marked(lane(cell("dinsdag 10 november"), 0), 2));
}

TEST_P(MonthMarks, KeepTheChildsColour_WhateverIsAsked) {
    server.requests = {server.request("r1", server.sam, "2026-11-25", kMorning, core::RequestState::kSubmitted),
                       server.request("r2", server.noor, "2026-11-27", kMorning, core::RequestState::kApproved)};
    open();
    const semantics::Rect asked = lane(cell("woensdag 25 november"), 1);
    EXPECT_TRUE(marked(asked, 1));
    EXPECT_TRUE(is_drawn(asked, theme().child(1).ground)) << "not filled: it is not sure yet";
    EXPECT_FALSE(is_drawn(asked, theme().palette.asked.text));
    const semantics::Rect approved = lane(cell("vrijdag 27 november"), 0);
    EXPECT_TRUE(marked(approved, 0));
    EXPECT_FALSE(is_drawn(approved, theme().child(0).ground));
}

TEST_P(MonthMarks, ShowContractAndExtraOfOneDayBesideEachOther) {
    server.requests = {
        server.request("r1", server.sam, "2026-11-23", {{12, 0}, {14, 0}}, core::RequestState::kSubmitted)};
    open();
    const semantics::Rect sam = lane(cell("maandag 23 november"), 1);
    const semantics::Rect left{sam.x, sam.y, sam.width / 2, sam.height};
    const semantics::Rect right{sam.x + sam.width / 2, sam.y, sam.width / 2, sam.height};
    EXPECT_TRUE(is_drawn(left, theme().child(1).ground)) << "the extra morning comes first";
    EXPECT_FALSE(is_drawn(right, theme().child(1).ground));
    EXPECT_TRUE(marked(right, 1));
}

TEST_P(MonthMarks, AreReadOnTheirGround) {
    server.requests = {server.request("r1", server.sam, "2026-11-25", kMorning, core::RequestState::kSubmitted)};
    open();
    const Palette colors = theme().palette;
    for (std::size_t child = 0; child < 3; ++child) {
        const Color mark = theme().mark(child);
        ASSERT_TRUE(marked(
            lane(cell(child == 2 ? "dinsdag 24 november" : "maandag 23 november"), static_cast<int>(child)), child));
        for (const Color ground : {colors.background, colors.accent_tint, theme().child(child).ground}) {
            EXPECT_GE(contrast(mark, ground), kGraphics) << child << " on " << std::hex << to_hex(ground);
        }
        EXPECT_GE(contrast(colors.surface, mark), kText) << "the initial in the bar of child " << child;
        EXPECT_GE(contrast(theme().child(child).text, theme().child(child).ground), kText) << "and in a dashed one";
    }
    EXPECT_TRUE(is_drawn(lane(cell("maandag 9 november"), 0), colors.surface)) << "the initial is in the bar";
    EXPECT_TRUE(is_drawn(lane(cell("woensdag 25 november"), 1), theme().child(1).text));
}

TEST_P(MonthMarks, LeaveTheDaysOfOtherMonthsTheirNumber) {
    open("/wijziging/2026-11-10");
    const semantics::Rect december = cell("dinsdag 1 december");
    const Color number = theme().palette.secondary;
    for (const DrawnPoint& point :
         drawn_in({december.x + 1, december.y + 1, december.width - 2, december.height - 2})) {
        EXPECT_TRUE(point.color == number) << std::hex << to_hex(point.color);
    }
    EXPECT_GE(contrast(number, theme().palette.background), kText);
}

TEST_P(MonthMarks, CountTheChildrenThatHaveNoLaneOfTheirOwn) {
    add_child("Kees");
    add_child("Lot");
    open();
    const semantics::Rect monday = cell("maandag 9 november");  // Noor, Sam, Kees, Lot
    EXPECT_TRUE(marked(lane(monday, 0), 0));
    EXPECT_TRUE(marked(lane(monday, 1), 1));
    EXPECT_TRUE(is_drawn(lane(monday, 2), theme().palette.text)) << "+2";
    EXPECT_FALSE(is_drawn(lane(monday, 2), theme().palette.surface)) << "no bar";
    EXPECT_TRUE(marked(lane(cell("dinsdag 10 november"), 2), 2)) << "Mila alone still has a bar";
}

TEST_P(MonthMarks, HatchClosedDaysSoThatItShows) {
    open("/wijziging/2026-05-01");
    const semantics::Rect ascension = cell("donderdag 14 mei");
    const std::vector<DrawnPoint> points = drawn_in(ascension);
    const Color control = theme().palette.control;
    const auto stripe = std::find_if(points.begin(), points.end(), [&](const DrawnPoint& point) {
        return to_hex(point.color) == to_hex(control) && point.color.alpha < 255;
    });
    ASSERT_NE(stripe, points.end());
    EXPECT_GE(contrast(blend(stripe->color, theme().palette.background), theme().palette.background), 1.6);
}

INSTANTIATE_TEST_SUITE_P(Themes, MonthMarks, testing::Bool(),
                         [](const auto& look) { return look.param ? "dark" : "light"; });

// --- Today, chosen, focused ------------------------------------------------------------------------------------------

struct DayLook {
    bool today;
    bool chosen;
    bool focused;
    bool dark;
};

class DayLooks : public Portal, public testing::WithParamInterface<DayLook> {};

TEST_P(DayLooks, TodayChosenAndFocusedAreThreeDifferentThings) {
    const DayLook look = GetParam();
    browser.viewport.dark = look.dark;
    // The 23rd is today. On the 25th nobody comes, so that it has nothing else to draw.
    const std::string name = look.today ? "maandag 23 november" : "woensdag 25 november";
    const std::string chosen = look.today ? "/wijziging/2026-11-23" : "/wijziging/2026-11-25";
    const std::string week_before = look.today ? "/wijziging/2026-11-16" : "/wijziging/2026-11-18";
    open(look.chosen ? chosen : week_before);
    if (look.focused) {
        browser.tab_to(Role::kGridCell, "");
        if (!look.chosen) {
            browser.press_key(Key::kDown);
        }
        ASSERT_EQ(browser.focused().name.rfind(name, 0), 0U) << browser.focused().name;
    }
    const Node* node = browser.find(Role::kGridCell, name);
    ASSERT_NE(node, nullptr);
    const semantics::Rect cell = node->rect;
    const Palette colors = make_theme(browser.viewport).palette;
    const semantics::Rect number{cell.x + cell.width / 2 - 12, cell.y + 5, 24, 20};
    EXPECT_EQ(is_drawn(number, colors.on_accent), look.today) << "a number on a filled ground";
    EXPECT_EQ(is_drawn(cell, colors.accent_tint), look.chosen) << "a tinted cell";
    const semantics::Rect beside{cell.x - 4, cell.y + 5, 4, cell.height - 10};
    EXPECT_EQ(is_drawn(beside, colors.focus), look.focused) << "a ring around it";
    EXPECT_FALSE(is_drawn(beside, colors.accent)) << "which is not the outline of the chosen day";
}

std::vector<DayLook> all_looks() {
    constexpr int kCount = 16;
    std::vector<DayLook> looks;
    looks.reserve(kCount);
    for (int i = 0; i < kCount; ++i) {
        looks.push_back({(i & 1) != 0, (i & 2) != 0, (i & 4) != 0, (i & 8) != 0});
    }
    return looks;
}

INSTANTIATE_TEST_SUITE_P(All, DayLooks, testing::ValuesIn(all_looks()));

}  // namespace
}  // namespace portal::ui::test
