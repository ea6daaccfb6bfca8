#include "ui/drawn.hpp"
#include "ui/portal_fixture.hpp"
#include "ui/theme/theme.hpp"

namespace portal::ui::test {
namespace {

class MonthScreen : public Portal {
  protected:
    [[nodiscard]] const Node* cell(std::string_view name) const { return browser.find(Role::kGridCell, name); }
};

TEST_F(MonthScreen, NamesEveryDayWithItsCare) {
    open();
    ASSERT_NE(cell("maandag 23 november"), nullptr);
    EXPECT_EQ(cell("maandag 23 november")->name, "maandag 23 november, Noor 07:30 tot 18:30, Sam 14:00 tot 18:30");
    EXPECT_TRUE(cell("maandag 23 november")->current) << "it is today";
    EXPECT_EQ(browser.all(Role::kGridCell).size(), 42U);
}

TEST_F(MonthScreen, BeginsOnMondayAndNumbersTheWeeks) {
    open();
    EXPECT_EQ(browser.all(Role::kColumnHeader).at(1)->name, "maandag");
    std::vector<std::string> weeks;
    for (const Node* header : browser.all(Role::kRowHeader)) {
        weeks.push_back(header->name);
    }
    EXPECT_EQ(weeks, (std::vector<std::string>{"week 44", "week 45", "week 46", "week 47", "week 48", "week 49"}));
}

TEST_F(MonthScreen, TellsAskedAndApprovedCareApart) {
    server.requests = {
        server.request("r1", server.noor, "2026-11-25", kMorning, core::RequestState::kSubmitted),
        server.request("r2", server.sam, "2026-11-20", {{14, 0}, {18, 0}}, core::RequestState::kApproved)};
    open();
    EXPECT_EQ(cell("woensdag 25 november")->name, "woensdag 25 november, Noor 07:30 tot 13:00 aangevraagd");
    EXPECT_EQ(cell("vrijdag 20 november")->name, "vrijdag 20 november, Sam 14:00 tot 18:00 extra");
}

TEST_F(MonthScreen, SaysWhyADayIsClosed) {
    open("/wijziging/2026-12-25");
    EXPECT_EQ(cell("vrijdag 25 december")->name, "vrijdag 25 december, gesloten: Eerste Kerstdag, Kerstvakantie");
    EXPECT_TRUE(browser.shows("De opvang is gesloten: Eerste Kerstdag."));
    EXPECT_EQ(browser.find(Role::kButton, "Extra opvang"), nullptr);
}

TEST_F(MonthScreen, TurnsThePage) {
    open();
    browser.click(Role::kButton, "Volgende maand");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-12");
    EXPECT_NE(browser.find(Role::kGrid, "december 2026"), nullptr);
    browser.click(Role::kButton, "Vorige maand");
    browser.click(Role::kButton, "Vorige maand");
    EXPECT_NE(browser.find(Role::kGrid, "oktober 2026"), nullptr);
    browser.click(Role::kButton, "Vandaag");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-23");
}

TEST_F(MonthScreen, ShowsTheDayThatIsClicked) {
    open();
    browser.click(Role::kGridCell, "donderdag 26 november");
    EXPECT_EQ(cell("donderdag 26 november")->selected, semantics::Toggle::kOn);
    EXPECT_NE(browser.find(Role::kHeading, "donderdag 26 november"), nullptr);
    EXPECT_NE(browser.find(Role::kListItem, "Noor, 07:30–18:30 · De Kikkers"), nullptr);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-26");
}

TEST_F(MonthScreen, ShowsOneChildAlone) {
    open();
    browser.click(Role::kButton, "Sam");
    EXPECT_EQ(cell("maandag 23 november")->name, "maandag 23 november, Sam 14:00 tot 18:30");
    EXPECT_EQ(browser.find(Role::kButton, "Sam")->checked, semantics::Toggle::kOn);
    browser.click(Role::kButton, "Iedereen");
    EXPECT_EQ(cell("maandag 23 november")->name, "maandag 23 november, Noor 07:30 tot 18:30, Sam 14:00 tot 18:30");
}

TEST_F(MonthScreen, IsOneStopForTab_WithArrowKeysInside) {
    open();
    browser.tab_to(Role::kGridCell, "maandag 23 november");
    browser.press_key(Key::kRight);
    EXPECT_EQ(browser.focused().name.substr(0, 20), "dinsdag 24 november,");
    browser.press_key(Key::kDown);
    EXPECT_EQ(browser.focused().name.rfind("dinsdag 1 december", 0), 0U) << browser.focused().name;
    EXPECT_NE(browser.find(Role::kGrid, "december 2026"), nullptr) << "the month follows the focus";
    browser.press_key(Key::kUp);
    browser.press_key(Key::kHome);
    EXPECT_EQ(browser.focused().name.rfind("maandag 23 november", 0), 0U);
    browser.press_key(Key::kEnd);
    EXPECT_EQ(browser.focused().name, "zondag 29 november");
    browser.press_tab();
    EXPECT_NE(browser.focused().role, Role::kGridCell);
}

TEST_F(MonthScreen, QuickKeysAllCount) {
    open();
    browser.tab_to(Role::kGridCell, "maandag 23 november");
    browser.press_quickly({Key::kDown, Key::kRight});
    EXPECT_EQ(browser.focused().name.rfind("dinsdag 1 december", 0), 0U) << browser.focused().name;
    browser.press_quickly({Key::kUp, Key::kUp, Key::kLeft, Key::kPageUp});
    EXPECT_EQ(browser.focused().name.rfind("vrijdag 16 oktober", 0), 0U) << browser.focused().name;
}

TEST_F(MonthScreen, TwoKeysWithinOneFrameAreTwoSteps) {
    open();
    browser.tab_to(Role::kGridCell, "maandag 23 november");
    const semantics::NodeId grid = browser.find(Role::kGrid, "november 2026")->id;
    const semantics::Event right{grid, semantics::EventKind::kKey, {}, Key::kRight, 0, 0, false};
    browser.send(std::vector{right, right});
    EXPECT_EQ(browser.focused().name.rfind("woensdag 25 november", 0), 0U) << browser.focused().name;
}

TEST_F(MonthScreen, PageKeysTurnTheMonthAndKeepTheDay) {
    open("/wijziging/2026-10-31");
    browser.tab_to(Role::kGridCell, "zaterdag 31 oktober");
    browser.press_key(Key::kPageDown);
    EXPECT_EQ(browser.focused().name, "maandag 30 november, Noor 07:30 tot 18:30, Sam 14:00 tot 18:30");
    browser.press_key(Key::kPageUp);
    EXPECT_EQ(browser.focused().name.rfind("vrijdag 30 oktober", 0), 0U) << browser.focused().name;
}

TEST_F(MonthScreen, EnterChoosesTheDay) {
    open();
    browser.tab_to(Role::kGridCell, "maandag 23 november");
    browser.press_key(Key::kRight);
    browser.press_enter();
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-24");
    EXPECT_EQ(browser.focused().name.rfind("dinsdag 24 november", 0), 0U) << "focus stays where it was";
}

TEST_F(MonthScreen, ASwipeTurnsThePage) {
    open();
    browser.swipe(Role::kGrid, "november 2026", -150);
    EXPECT_NE(browser.find(Role::kGrid, "december 2026"), nullptr);
    browser.swipe(Role::kGrid, "december 2026", 150);
    EXPECT_NE(browser.find(Role::kGrid, "november 2026"), nullptr);
}

TEST_F(MonthScreen, AShortSwipeTurnsNothing) {
    open();
    browser.swipe(Role::kGrid, "november 2026", -40);
    EXPECT_NE(browser.find(Role::kGrid, "november 2026"), nullptr);
}

TEST_F(MonthScreen, SaysThatItIsLoading_WithDaysToSeeAlready) {
    start();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    browser.show();
    EXPECT_TRUE(browser.find(Role::kGrid, "november 2026")->busy);
    EXPECT_NE(cell("maandag 23 november"), nullptr);
    EXPECT_EQ(browser.find(Role::kButton, "Extra opvang"), nullptr);
}

TEST_F(MonthScreen, OffersToTryAgain_WhenTheMonthCannotBeHad) {
    start();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/occupancy?from=2026-10-26", app::Transport::kTimedOut));
    answer_data();
    browser.show();
    EXPECT_TRUE(browser.shows("Het antwoord duurt te lang."));
    browser.click(Role::kButton, "Opnieuw proberen");
    answer_data();
    browser.show();
    EXPECT_EQ(browser.find(Role::kButton, "Opnieuw proberen"), nullptr);
    EXPECT_FALSE(browser.find(Role::kGrid, "november 2026")->busy);
}

TEST_F(MonthScreen, KeepsWhatWasKnown_WhenItCannotBeReadAgain) {
    open();
    browser.click(Role::kButton, "Volgende maand");
    answer_data();
    browser.click(Role::kButton, "Vorige maand");
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/occupancy?from=2026-10-26", app::Transport::kUnreachable));
    browser.show();
    EXPECT_NE(cell("maandag 23 november, Noor"), nullptr);
    EXPECT_TRUE(browser.shows("U ziet wat we het laatst wisten, bijgewerkt zojuist."));
    browser.click(Role::kButton, "Opnieuw proberen");
    answer_data();
    browser.show();
    EXPECT_FALSE(browser.shows("U ziet wat we het laatst wisten, bijgewerkt zojuist."));
}

TEST_F(MonthScreen, StandsBesideItsDayOnALargeScreen) {
    desktop();
    open("/wijziging/2026-11-25");
    const Node* grid = browser.find(Role::kGrid, "november 2026");
    const Node* day = browser.find(Role::kRegion, "Gekozen dag");
    ASSERT_TRUE(grid && day);
    EXPECT_GT(day->rect.x, grid->rect.x + grid->rect.width);
}

TEST_F(MonthScreen, ExplainsWhatTheMonthShows_AndNothingElse) {
    server.requests = {
        server.request("r1", server.noor, "2026-11-25", kMorning, core::RequestState::kSubmitted),
        server.request("r2", server.sam, "2026-12-09", {{14, 0}, {18, 0}}, core::RequestState::kApproved)};
    open();
    const auto legend = [&] {
        const Node* list = browser.find(Role::kList, "Legenda");
        std::vector<std::string> names;
        for (const Node* item : browser.all(Role::kListItem)) {
            if (list != nullptr && item->parent == list->id) {
                names.push_back(item->name);
            }
        }
        return names;
    };
    EXPECT_EQ(legend(), (std::vector<std::string>{"Vaste opvang", "Aangevraagd"}));
    browser.click(Role::kButton, "Volgende maand");
    EXPECT_EQ(legend(), (std::vector<std::string>{"Vaste opvang", "Extra opvang", "4 Studiedag (De Kikkers)",
                                                  "25 Eerste Kerstdag", "26 Tweede Kerstdag", "19–31 Kerstvakantie"}));
}

TEST_F(MonthScreen, SaysWhichLocationIsClosed_WhenAnotherIsNot) {
    open("/wijziging/2026-12-04");
    EXPECT_EQ(cell("vrijdag 4 december")->name, "vrijdag 4 december, gesloten: Studiedag (De Kikkers)");
    EXPECT_TRUE(browser.shows("De opvang is gesloten: Studiedag (De Kikkers)."));
    browser.click(Role::kButton, "Sam");
    EXPECT_EQ(cell("vrijdag 4 december")->name, "vrijdag 4 december") << "his location is open";
}

TEST_F(MonthScreen, NeverCutsTheNameOfAClosingDay) {
    server.locations.calendar.closures.push_back(
        {day("2026-11-18"), "Hemelvaartsdagweekendsluiting", core::ClosureKind::kClosingDay, std::nullopt});
    for (const float width : {320.0F, 390.0F, 768.0F}) {
        browser.viewport.width = width;
        if (state().session == app::Session::kUnknown) {
            open();
        }
        browser.show();
        EXPECT_TRUE(browser.view().shortened_texts().empty()) << width;
        EXPECT_NE(cell("woensdag 18 november, gesloten: Hemelvaartsdagweekendsluiting"), nullptr);
    }
}

TEST_F(MonthScreen, SaysHowNearTheDayIsAndItsWeek) {
    open();
    EXPECT_NE(browser.find(Role::kHeading, "maandag 23 november"), nullptr);
    EXPECT_NE(browser.find(Role::kText, "vandaag"), nullptr);
    EXPECT_NE(browser.find(Role::kParagraph, "week 48"), nullptr);
    browser.click(Role::kGridCell, "dinsdag 24 november");
    EXPECT_NE(browser.find(Role::kText, "morgen"), nullptr);
    EXPECT_EQ(browser.find(Role::kText, "vandaag"), nullptr);
    browser.click(Role::kGridCell, "woensdag 25 november");
    EXPECT_EQ(browser.find(Role::kText, "morgen"), nullptr);
}

TEST_F(MonthScreen, SaysInFullWhatANarrowDayIs_WhileThePointerIsOnIt) {
    browser.viewport.touch = false;
    open("/wijziging/2026-12");
    const Node* christmas = cell("vrijdag 25 december");
    ASSERT_NE(christmas, nullptr);
    const semantics::Rect above{0, christmas->rect.y - 70, browser.viewport.width, 68};
    const auto drawn = drawn_in(above).size();
    browser.send({christmas->id, semantics::EventKind::kHover, {}, Key::kNone, 0, 0, false});
    EXPECT_GT(drawn_in(above).size(), drawn);
}

TEST_F(MonthScreen, FollowsTheFinger_WithTheNextMonthBesideIt) {
    open();
    const Node grid = *browser.find(Role::kGrid, "november 2026");
    const semantics::Rect first = cell("maandag 9 november")->rect;
    const Color noor = make_theme(browser.viewport).mark(0);
    ASSERT_TRUE(is_drawn(first, noor));
    browser.send({grid.id, semantics::EventKind::kSwipe, {}, Key::kNone, -200, 0, false});
    EXPECT_FALSE(is_drawn({first.x, first.y, first.width - 8, first.height}, noor)) << "Monday has gone to the left";
    // Monday 7 December, a page further and 200 to the left.
    EXPECT_TRUE(is_drawn({first.x + grid.rect.width - 200, first.y, first.width, first.height}, noor));
}

TEST_F(MonthScreen, RestsWhenNothingHappens) {
    open();
    EXPECT_FALSE(browser.output().next_frame.has_value());
    EXPECT_TRUE(browser.output().actions.empty());
}

}  // namespace
}  // namespace portal::ui::test
