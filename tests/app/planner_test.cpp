#include "app/planner.hpp"
#include "app/form_fixture.hpp"

#include <algorithm>

namespace portal::app {
namespace {

using test::day;
using test::FormTest;
using test::kWholeDay;

class Planner : public FormTest {
  protected:
    void open() {
        server.family.contracts[0].weeks_per_year = 40;
        start_signed_in("/planner");
    }
    void edit_weeks(std::vector<core::Date> weeks) {
        ChangeChoices choices = state().form.choices;
        choices.weeks = std::move(weeks);
        store.dispatch(FormEdited{choices, core::RequestKind::kAbsence});
    }
    [[nodiscard]] const core::PlacementContract& contract() const { return *planner_contract(state(), context()); }
    [[nodiscard]] core::WeekBudget budget() const { return planner_budget(state(), context(), contract()); }
};

TEST_F(Planner, IsForContractsThatDoNotLastAllYear) {
    start_signed_in("/planner");
    EXPECT_EQ(planner_contract(state(), context()), nullptr);
}

TEST_F(Planner, ShowsTheWeeksThatAreStillToCome) {
    open();
    EXPECT_EQ(contract().child, server.noor);
    const auto weeks = planned_weeks(state(), context(), contract());
    ASSERT_FALSE(weeks.empty());
    EXPECT_EQ(weeks.front().week.monday, day("2026-11-23"));
    ASSERT_TRUE(weeks.front().refused) << "Monday has begun";
    EXPECT_FALSE(weeks.at(1).refused);
    EXPECT_EQ(weeks.at(1).absences.size(), 2U) << "Monday and Thursday";
}

TEST_F(Planner, CountsTheMarkedWeeksAtOnce) {
    open();
    const core::WeekBudget before = budget();
    EXPECT_EQ(before.to_choose, 12);
    EXPECT_EQ(before.chosen, 0);
    EXPECT_GT(before.surplus_cost.cents, 0);
    edit_weeks({day("2026-11-30"), day("2026-12-07")});
    EXPECT_EQ(budget().chosen, 2);
    EXPECT_EQ(budget().remaining, 10);
    EXPECT_LT(budget().surplus_cost, before.surplus_cost);
}

TEST_F(Planner, SendsAllMarkedWeeksOnce) {
    open();
    edit_weeks({day("2026-11-30"), day("2026-12-07")});
    store.dispatch(FormSubmitted{});
    store.dispatch(FormSubmitted{});
    ASSERT_EQ(submissions(), 1U);
    ASSERT_EQ(sent().wishes.size(), 4U);
    EXPECT_EQ(sent().wishes[0].wish,
              core::absence_wish(server.noor, {day("2026-11-30"), kWholeDay}, core::AbsenceReason::kVacation));
    accept();
    answer_data();
    EXPECT_EQ(outside.navigation.current(), "/planner");
    EXPECT_TRUE(state().form.choices.weeks.empty());
    EXPECT_EQ(budget().chosen, 2);
    EXPECT_TRUE(planned_weeks(state(), context(), contract()).at(1).week.absent);
}

TEST_F(Planner, SendsNothing_WhileNoWeekIsMarked) {
    open();
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 0U);
    EXPECT_TRUE(state().form.pressed);
}

TEST_F(Planner, LeavesOutWeeksThatARuleForbids) {
    open();
    edit_weeks({day("2026-11-23")});
    EXPECT_TRUE(planner_wishes(state(), context()).empty());
}

TEST_F(Planner, KeepsTheMarks_WhenTheAnswerWasLost) {
    open();
    edit_weeks({day("2026-11-30")});
    store.dispatch(FormSubmitted{});
    const std::string first = key();
    ASSERT_TRUE(outside.http.fail(Method::kPost, "/change-requests", Transport::kTimedOut));
    EXPECT_EQ(state().form.choices.weeks.size(), 1U);
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(key(), first);
}

TEST_F(Planner, PlansTheNextYearToo) {
    open();
    ChangeChoices choices = state().form.choices;
    choices.next_year = true;
    store.dispatch(FormEdited{choices, core::RequestKind::kAbsence});
    EXPECT_EQ(planner_year(state()), 2027);
    EXPECT_EQ(planned_weeks(state(), context(), contract()).front().week.monday, day("2027-01-04"));
}

}  // namespace
}  // namespace portal::app
