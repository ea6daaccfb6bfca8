#include "ui/drawn.hpp"
#include "ui/portal_fixture.hpp"
#include "ui/theme/theme.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace portal::ui::test {
namespace {

class YearScreen : public Portal {
  protected:
    void open_year() { open("/wijziging/2026"); }

    [[nodiscard]] const Node* cell(std::string_view name) const { return browser.find(Role::kGridCell, name); }

    /// What stands below a month.
    [[nodiscard]] std::vector<std::string> below(std::string_view month) const {
        const Node* list = browser.find(Role::kList, "Vrije dagen en opvang in " + std::string(month));
        std::vector<std::string> lines;
        for (const Node* item : browser.all(Role::kListItem)) {
            if (list != nullptr && item->parent == list->id) {
                lines.push_back(item->name);
            }
        }
        return lines;
    }
};

TEST_F(YearScreen, ShowsTwelveMonthsWithEveryDay) {
    open_year();
    EXPECT_EQ(browser.tree().title, "Wijziging aanvragen, 2026 – Ouderlogin");
    EXPECT_EQ(browser.all(Role::kGrid).size(), 12U);
    EXPECT_EQ(browser.all(Role::kGridCell).size(), 365U);
    EXPECT_NE(browser.find(Role::kHeading, "februari 2026"), nullptr);
    EXPECT_NE(browser.find(Role::kGrid, "Dagen van december 2026"), nullptr);
}

TEST_F(YearScreen, SaysOfADayWhoIsThereAndWhyNobodyIs) {
    server.requests = {server.request("r1", server.sam, "2026-11-25", kMorning, core::RequestState::kSubmitted)};
    open_year();
    EXPECT_NE(cell("maandag 23 november, Noor, Sam"), nullptr);
    EXPECT_TRUE(cell("maandag 23 november")->current) << "it is today";
    EXPECT_NE(cell("woensdag 25 november, Sam aangevraagd"), nullptr);
    EXPECT_NE(cell("vrijdag 25 december, gesloten: Eerste Kerstdag, Kerstvakantie"), nullptr);
    EXPECT_NE(cell("vrijdag 4 december, gesloten: Studiedag (De Kikkers)"), nullptr);
}

TEST_F(YearScreen, IsReachedFromTheMonth_AndLeadsBackToIt) {
    open("/wijziging/2026-03");
    browser.click(Role::kRadio, "Jaar");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026");
    EXPECT_EQ(browser.find(Role::kRadio, "Jaar")->checked, semantics::Toggle::kOn);
    answer_data();
    browser.show();
    EXPECT_EQ(browser.focused().name, "Jaar") << "focus stays on the choice";
    browser.click(Role::kRadio, "Maand");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-03");
}

TEST_F(YearScreen, ADayLeadsToItsMonth_WithTheDayChosen) {
    open_year();
    browser.click(Role::kGridCell, "donderdag 26 november");
    answer_data();
    browser.show();
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-26");
    EXPECT_NE(browser.find(Role::kGrid, "november 2026"), nullptr);
    EXPECT_EQ(browser.focused().name.rfind("donderdag 26 november", 0), 0U) << "the keyboard goes on from there";
}

TEST_F(YearScreen, AMonthsNameLeadsToTheMonth) {
    open_year();
    browser.click(Role::kButton, "februari 2026 bekijken");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-02");
    EXPECT_EQ(browser.focused().name.rfind("zondag 1 februari", 0), 0U) << browser.focused().name;
}

TEST_F(YearScreen, IsOneStopForTab_WithArrowKeysInside) {
    open_year();
    browser.tab_to(Role::kGridCell, "maandag 23 november");
    browser.press_key(Key::kRight);
    EXPECT_EQ(browser.focused().name.rfind("dinsdag 24 november", 0), 0U);
    browser.press_key(Key::kDown);
    EXPECT_EQ(browser.focused().name.rfind("dinsdag 1 december", 0), 0U) << browser.focused().name;
    browser.press_key(Key::kPageUp);
    browser.press_key(Key::kPageUp);
    EXPECT_EQ(browser.focused().name.rfind("donderdag 1 oktober", 0), 0U) << browser.focused().name;
    browser.press_key(Key::kHome);
    EXPECT_EQ(browser.focused().name.rfind("maandag 28 september", 0), 0U);
    browser.press_tab();
    EXPECT_NE(browser.focused().role, Role::kGridCell);
}

TEST_F(YearScreen, ArrowKeysWalkOnIntoTheNextYear) {
    open_year();
    browser.tab_to(Role::kGridCell, "");
    browser.press_key(Key::kPageDown);
    browser.press_key(Key::kPageDown);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2027");
    EXPECT_EQ(browser.focused().name.rfind("zaterdag 23 januari", 0), 0U) << browser.focused().name;
    browser.press_enter();
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2027-01-23");
}

TEST_F(YearScreen, TurnsByButtonAndBySwipe) {
    open_year();
    browser.click(Role::kButton, "Volgend jaar");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2027");
    browser.click(Role::kButton, "Dit jaar");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026");
    browser.swipe(Role::kGroup, "2026", 150);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2025");
    browser.swipe(Role::kGroup, "2025", -40);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2025") << "too short";
    browser.click(Role::kButton, "Vorig jaar");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2024");
}

TEST_F(YearScreen, DrawsTheYearThatComesInWhileAFingerMovesIt) {
    browser.viewport.width = 1280;
    browser.viewport.height = 2000;
    open_year();
    const Node* area = browser.find(Role::kGroup, "2026");
    ASSERT_NE(area, nullptr);
    const semantics::Rect february = browser.find(Role::kGrid, "Dagen van februari 2026")->rect;
    const Theme theme = make_theme(browser.viewport);
    ASSERT_TRUE(is_drawn(february, theme.mark(1)));
    browser.send({area->id, semantics::EventKind::kSwipe, {}, Key::kNone, area->rect.width + 100, 0, false});
    EXPECT_FALSE(is_drawn(february, theme.mark(1))) << "nothing is known of 2025 yet";
    EXPECT_TRUE(is_drawn(february, theme.palette.text)) << "but its days are there";
    EXPECT_EQ(browser.find(Role::kGrid, "Dagen van februari 2026")->rect, february) << "where 2026 can be reached";
}

TEST_F(YearScreen, AddsUpTheCareOfEachMonth) {
    open_year();
    EXPECT_EQ(below("november 2026"),
              (std::vector<std::string>{"Noor: 9 dagen, 99 uur", "Sam: 5 dagen, 22,5 uur", "Mila: 4 dagen, 18 uur"}));
    const std::vector<std::string> december = below("december 2026");
    ASSERT_EQ(december.size(), 7U);
    EXPECT_EQ(december[0], "4 Studiedag (De Kikkers)");
    EXPECT_EQ(december[1], "25 Eerste Kerstdag");
    EXPECT_EQ(december[3], "19–31 Kerstvakantie");
}

TEST_F(YearScreen, ShowsOneChildAlone) {
    open_year();
    browser.click(Role::kButton, "Sam");
    EXPECT_NE(cell("maandag 23 november, Sam"), nullptr);
    EXPECT_EQ(below("november 2026"), (std::vector<std::string>{"Sam: 5 dagen, 22,5 uur"}));
    EXPECT_EQ(below("december 2026").front(), "25 Eerste Kerstdag") << "the other location's day off is not his";
}

TEST_F(YearScreen, SaysThatItIsLoading_WithDaysToSeeAlready) {
    start("/wijziging/2026");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    browser.show();
    EXPECT_TRUE(browser.find(Role::kGroup, "2026")->busy);
    EXPECT_NE(cell("maandag 23 november"), nullptr);
    EXPECT_TRUE(below("november 2026").empty());
}

TEST_F(YearScreen, OffersToTryAgain_WhenTheYearCannotBeHad) {
    start("/wijziging/2026");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/occupancy?from=2026-01-01", app::Transport::kTimedOut));
    answer_data();
    browser.show();
    EXPECT_TRUE(browser.shows("Het antwoord duurt te lang."));
    EXPECT_EQ(browser.find(Role::kGrid, ""), nullptr);
    browser.click(Role::kButton, "Opnieuw proberen");
    answer_data();
    browser.show();
    EXPECT_EQ(browser.all(Role::kGrid).size(), 12U);
}

TEST_F(YearScreen, BringsTheMonthThatAParentComesFromIntoSight) {
    open("/wijziging/2026-11");
    browser.click(Role::kRadio, "Jaar");
    answer_data();
    browser.show();
    const Node* grid = browser.find(Role::kGrid, "Dagen van november 2026");
    ASSERT_NE(grid, nullptr);
    const float top = grid->rect.y - browser.viewport.scroll_y;
    EXPECT_GT(top, 64) << "below the bar";
    EXPECT_LT(top + grid->rect.height, browser.viewport.height - 64) << "above the other";
    browser.click(Role::kRadio, "Maand");
    EXPECT_EQ(browser.viewport.scroll_y, 0) << "the month begins at its top";
}

TEST_F(YearScreen, BringsTodayIntoSight_WhenAskedTo) {
    open_year();
    const float wanted = browser.viewport.scroll_y;
    ASSERT_GT(wanted, 0);
    browser.viewport.scroll_y = 0;
    browser.show();
    browser.click(Role::kButton, "Dit jaar");
    EXPECT_EQ(browser.viewport.scroll_y, wanted);
    browser.click(Role::kButton, "Volgend jaar");
    answer_data();
    browser.viewport.scroll_y = 0;
    browser.click(Role::kButton, "Dit jaar");
    answer_data();
    browser.show();
    EXPECT_EQ(browser.viewport.scroll_y, wanted) << "from another year as well";
}

TEST_F(YearScreen, ScrollsOnlyOnceAllHeightsAreKnown) {
    start("/wijziging/2026");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_TRUE(answer_occupancy());
    browser.show();
    EXPECT_EQ(browser.viewport.scroll_y, 0) << "the lines below the months are still to come";
    answer_data();
    browser.show();
    const Node* grid = browser.find(Role::kGrid, "Dagen van november 2026");
    ASSERT_NE(grid, nullptr);
    const float bottom = grid->rect.y + grid->rect.height - browser.viewport.scroll_y;
    EXPECT_GT(bottom, 64);
    EXPECT_LT(bottom, browser.viewport.height - 64);
}

TEST_F(YearScreen, RestsWhenNothingHappens) {
    open_year();
    EXPECT_FALSE(browser.output().next_frame.has_value());
}

// --- On every size ---------------------------------------------------------------------------------------------------

struct Screen {
    float width;
    float height;
    float text_scale;
};

void PrintTo(const Screen& screen, std::ostream* out) {
    *out << screen.width << "x" << screen.height << " text " << screen.text_scale;
}

class YearLayout : public YearScreen, public testing::WithParamInterface<Screen> {
  protected:
    YearLayout() {
        browser.viewport.width = GetParam().width;
        browser.viewport.height = GetParam().height;
        browser.viewport.text_scale = GetParam().text_scale;
    }

    void expect_everything_fits() const {
        for (const Node* node : browser.controls()) {
            // A day is part of its month, which a press beside it opens as well: WCAG 2.2, 2.5.8 asks 24.
            const float smallest = node->role == Role::kGridCell ? 24 : 43.4F;
            EXPECT_GE(node->rect.width, smallest) << node->name;
            EXPECT_GE(node->rect.height, smallest) << node->name;
            EXPECT_GE(node->rect.x, -0.5F) << node->name;
            EXPECT_LE(node->rect.x + node->rect.width, GetParam().width + 0.5F) << node->name;
        }
        for (const std::string& text : browser.view().shortened_texts()) {
            ADD_FAILURE() << "no room for " << text;
        }
    }
};

TEST_P(YearLayout, FitsInBothLanguages) {
    open_year();
    expect_everything_fits();
    store.dispatch(app::LanguageChosen{app::Language::en});
    browser.show();
    expect_everything_fits();
}

TEST_P(YearLayout, MonthsStandApart) {
    open_year();
    const std::vector<const Node*> grids = browser.all(Role::kGrid);
    for (std::size_t i = 0; i < grids.size(); ++i) {
        for (std::size_t j = i + 1; j < grids.size(); ++j) {
            const semantics::Rect& a = grids[i]->rect;
            const semantics::Rect& b = grids[j]->rect;
            EXPECT_TRUE(a.x + a.width <= b.x || a.y + a.height <= b.y || b.x + b.width <= a.x)
                << grids[i]->name << " lies over " << grids[j]->name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, YearLayout,
                         testing::Values(Screen{390, 844, 1}, Screen{320, 568, 1}, Screen{320, 640, 2},
                                         Screen{844, 390, 1}, Screen{768, 1024, 1}, Screen{1280, 800, 1},
                                         Screen{1280, 800, 2}, Screen{1920, 1080, 1}));

}  // namespace
}  // namespace portal::ui::test
