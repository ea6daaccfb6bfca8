#include "ui/portal_fixture.hpp"

namespace portal::ui::test {
namespace {

class PlannerScreen : public Portal {
  protected:
    PlannerScreen() { server.family.contracts[0].weeks_per_year = 40; }
    [[nodiscard]] std::size_t submissions() const { return outside.http.count(Method::kPost, "/change-requests"); }
};

TEST_F(PlannerScreen, CountsAndPricesTheWeeksWhileTheyAreMarked) {
    open("/planner");
    EXPECT_TRUE(browser.shows("Noor heeft opvang voor 40 weken per jaar. Kies 12 weken zonder opvang."));
    EXPECT_TRUE(browser.shows("U moet nog 12 weken kiezen. Kiest u ze niet, dan betaalt u"));
    browser.click(Role::kCheckbox, "Week 49: ma 30 nov – zo 6 dec");
    EXPECT_EQ(browser.find(Role::kCheckbox, "Week 49")->checked, semantics::Toggle::kOn);
    EXPECT_TRUE(browser.shows("U moet nog 11 weken kiezen."));
    browser.click(Role::kCheckbox, "Week 49");
    EXPECT_TRUE(browser.shows("U moet nog 12 weken kiezen."));
}

TEST_F(PlannerScreen, SaysWhyAWeekCannotBeChosen) {
    open("/planner");
    EXPECT_EQ(browser.find(Role::kCheckbox, "Week 48"), nullptr);
    EXPECT_TRUE(browser.shows("Week 48: ma 23 nov – zo 29 nov: Afmelden kon tot"));
}

TEST_F(PlannerScreen, AsksForAWeek_WhenNoneIsMarked) {
    open("/planner");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_NE(browser.find(Role::kAlert, "Kies minstens één week."), nullptr);
    EXPECT_EQ(submissions(), 0U);
}

TEST_F(PlannerScreen, SendsTheWeeksTogether_WithTheRuleBesideTheButton) {
    open("/planner");
    browser.click(Role::kCheckbox, "Week 49");
    browser.click(Role::kCheckbox, "Week 50");
    EXPECT_TRUE(browser.shows("U kunt elke dag apart terugdraaien."));
    browser.click(Role::kButton, "Opslaan");
    ASSERT_EQ(submissions(), 1U);
    EXPECT_TRUE(browser.find(Role::kButton, "Opslaan")->busy);
    EXPECT_EQ(api::decode_submission(outside.http.sent().back().body).value->wishes.size(), 4U);
}

TEST_F(PlannerScreen, IsReachedFromTheDay) {
    open("/wijziging/2026-11-25");
    browser.click(Role::kLink, "Vakantieplanner");
    EXPECT_EQ(outside.navigation.current(), "/planner");
    EXPECT_TRUE(browser.find(Role::kLink, "Wijziging aanvragen")->current);
}

TEST_F(PlannerScreen, SaysWhenThereIsNothingToPlan) {
    server.family.contracts[0].weeks_per_year = 52;
    open("/planner");
    EXPECT_TRUE(browser.shows("Er zijn geen weken te plannen"));
}

}  // namespace
}  // namespace portal::ui::test
