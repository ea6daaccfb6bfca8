#include "app/calendar.hpp"
#include "app/portal_fixture.hpp"

namespace portal::app {
namespace {

using test::day;
using test::PortalTest;

class CalendarTest : public PortalTest {};

TEST_F(CalendarTest, OpensTheMonthOfItsAddress) {
    start_signed_in("/wijziging/2026-12");
    EXPECT_EQ(state().route.month, (core::Month{2026, 12}));
    EXPECT_TRUE(calendar_ready(state()));
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-12");
}

TEST_F(CalendarTest, CorrectsAnAddressThatLeadsNowhere) {
    start("/wijziging/2026-99");
    EXPECT_EQ(outside.navigation.current(), "/");
}

TEST_F(CalendarTest, LoadsTheNeighboursToo_SoThatTheNextMonthIsThereAtOnce) {
    start_signed_in();
    EXPECT_NE(occupancy_of(state(), {2026, 12}), nullptr);
    store.dispatch(MonthChosen{{2026, 12}});
    EXPECT_TRUE(calendar_ready(state()));
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-12");
}

TEST_F(CalendarTest, GoesBackMonthByMonth) {
    start_signed_in();
    store.dispatch(MonthChosen{{2026, 12}});
    store.dispatch(MonthChosen{{2027, 1}});
    outside.navigation.back();
    EXPECT_EQ(state().route.month, (core::Month{2026, 12}));
    outside.navigation.back();
    EXPECT_EQ(state().route.month, (core::Month{2026, 11}));
}

TEST_F(CalendarTest, DoesNotFillTheHistoryWithDays) {
    start_signed_in();
    store.dispatch(DayChosen{day("2026-11-25")});
    store.dispatch(DayChosen{day("2026-11-26")});
    EXPECT_EQ(outside.navigation.entries().size(), 1U);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-26");
    store.dispatch(DayChosen{day("2026-12-01")});
    EXPECT_EQ(outside.navigation.entries().size(), 2U);
    EXPECT_EQ(state().route.month, (core::Month{2026, 12}));
}

TEST_F(CalendarTest, ShowsTodayElseTheFirst_WhileNoDayIsChosen) {
    start_signed_in();
    EXPECT_EQ(shown_day(state()), day("2026-11-23"));
    store.dispatch(MonthChosen{{2026, 12}});
    EXPECT_EQ(shown_day(state()), day("2026-12-01"));
    store.dispatch(TodayPressed{});
    EXPECT_EQ(shown_day(state()), day("2026-11-23"));
}

TEST_F(CalendarTest, NarrowsToOneChild) {
    start_signed_in();
    EXPECT_EQ(blocks_on(state(), day("2026-11-23")).size(), 2U);
    store.dispatch(ChildShown{server.sam});
    ASSERT_EQ(blocks_on(state(), day("2026-11-23")).size(), 1U);
    EXPECT_EQ(blocks_on(state(), day("2026-11-23"))[0].child, server.sam);
}

TEST_F(CalendarTest, KeepsWhatItKnew_WhenLoadingAgainFails) {
    start_signed_in();
    store.dispatch(MonthChosen{{2026, 12}});
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/occupancy?from=2026-11-30", Transport::kUnreachable));
    EXPECT_TRUE(state().months.at({2026, 12}).failed());
    EXPECT_NE(occupancy_of(state(), {2026, 12}), nullptr);
    store.dispatch(RetryPressed{});
    answer_data();
    EXPECT_FALSE(state().months.at({2026, 12}).failed());
}

TEST_F(CalendarTest, TakesNonsenseForAFailureOfTheServer) {
    start();
    answer_session();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/family", 200, "<html>"));
    EXPECT_EQ(state().family.failure, Failure::kServer);
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/locations", 500, "{}"));
    EXPECT_EQ(state().locations.failure, Failure::kServer);
}

TEST_F(CalendarTest, DropsAnAnswerThatANewerQuestionOvertook) {
    start_signed_in();
    store.dispatch(Navigated{parse_route("/logboek", today(state())).value()});
    store.dispatch(Navigated{parse_route("/logboek", today(state())).value()});
    ASSERT_EQ(outside.http.pending().size(), 4U);
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/change-requests", 500, "{}"));
    EXPECT_FALSE(state().requests.failed()) << "the older one failed, the newer is still awaited";
}

TEST_F(CalendarTest, MovesOnAtMidnight_WithoutAnybodyTouchingIt) {
    start_signed_in();
    outside.clock.set(test::local("2026-11-24 00:00").seconds);
    const int before = changes;
    outside.timer.advance(std::chrono::seconds{30});
    EXPECT_EQ(today(state()), day("2026-11-24"));
    EXPECT_EQ(changes, before + 1);
    outside.timer.advance(std::chrono::seconds{30});
    EXPECT_EQ(changes, before + 1) << "the same minute needs no new frame";
}

class YearTest : public PortalTest {
  protected:
    [[nodiscard]] std::vector<std::string> asked() const {
        std::vector<std::string> paths;
        for (const auto& pending : outside.http.pending()) {
            paths.push_back(pending.request.path);
        }
        return paths;
    }
};

TEST_F(YearTest, OpensAtItsAddress_WithOneRequest) {
    start("/wijziging/2026");
    answer_session();
    EXPECT_EQ(asked(),
              (std::vector<std::string>{"/family", "/locations", "/rules", "/occupancy?from=2026-01-01&to=2026-12-31",
                                        "/change-requests", "/changes", "/credit", "/notices"}));
    EXPECT_FALSE(year_ready(state()));
    answer_data();
    EXPECT_TRUE(year_ready(state()));
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026");
}

TEST_F(YearTest, LeadsBackToTheMonthThatItWasOpenedFrom) {
    start_signed_in("/wijziging/2026-03");
    store.dispatch(YearChosen{2026});
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026");
    EXPECT_EQ(state().route.month, (core::Month{2026, 3}));
    store.dispatch(YearChosen{2027});
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2027");
    EXPECT_EQ(state().route.month, (core::Month{2027, 3}));
    outside.navigation.back();
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026");
    EXPECT_EQ(state().route.month, (core::Month{2026, 3})) << "through the years as well";
    outside.navigation.back();
    EXPECT_EQ(state().route.month, (core::Month{2026, 3}));
    EXPECT_FALSE(state().route.whole_year);
}

TEST_F(YearTest, StaysWithinTheYearsThatAddressesCanName) {
    start_signed_in("/wijziging/2999");
    store.dispatch(YearChosen{3000});
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2999");
    store.dispatch(YearChosen{1899});
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2999");
}

TEST_F(YearTest, GivesItsDayAnEntryOfTheHistory) {
    start_signed_in("/wijziging/2026");
    store.dispatch(DayChosen{day("2026-11-25")});
    EXPECT_EQ(outside.navigation.entries().size(), 2U);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25");
    outside.navigation.back();
    EXPECT_TRUE(state().route.whole_year);
}

TEST_F(YearTest, HasTheMonthsReadyThatItKnowsAllWeeksOf) {
    start_signed_in("/wijziging/2026");
    store.dispatch(MonthChosen{{2026, 10}});
    EXPECT_TRUE(calendar_ready(state())) << "before the month's own answer";
    store.dispatch(MonthChosen{{2026, 12}});
    EXPECT_FALSE(calendar_ready(state())) << "its last week ends in January";
    answer_data();
    EXPECT_TRUE(calendar_ready(state()));
}

TEST_F(YearTest, KeepsWhatItKnew_WhenLoadingAgainFails) {
    start_signed_in("/wijziging/2026");
    store.dispatch(MonthChosen{{2026, 12}});
    answer_data();
    store.dispatch(YearChosen{2026});
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/occupancy?from=2026-01-01", Transport::kUnreachable));
    EXPECT_EQ(calendar_failure(state()), Failure::kUnreachable);
    EXPECT_TRUE(year_ready(state()));
    store.dispatch(RetryPressed{});
    answer_data();
    EXPECT_EQ(calendar_failure(state()), Failure::kNone);
}

TEST_F(YearTest, ForgetsTheFamilyWithTheSession) {
    start_signed_in("/wijziging/2026");
    store.dispatch(YearChosen{2027});
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/occupancy?from=2027-01-01", 401, "{}"));
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_TRUE(state().years.empty());
}

TEST_F(YearTest, CountsTheCareOfAMonth) {
    // Eighteen days have a Monday or Thursday in November, of which nine are Noor's; one more was approved for her.
    server.requests = {server.request("r1", server.noor, "2026-11-25", test::kMorning, core::RequestState::kApproved),
                       server.request("r2", server.noor, "2026-11-27", test::kMorning, core::RequestState::kSubmitted)};
    start_signed_in("/wijziging/2026");
    const std::vector<CareTotal> totals = care_totals(state(), {2026, 11});
    ASSERT_EQ(totals.size(), 2U);
    EXPECT_EQ(totals[0].days, 9 + 1);
    EXPECT_EQ(totals[0].minutes, 9 * 11 * 60 + 330) << "what is only asked does not count";
    EXPECT_EQ(totals[1].child, 1U);
    EXPECT_EQ(totals[1].days, 5);
}

TEST_F(YearTest, CountsADayOnce_ThatHasExtraCareBesideTheContract) {
    server.requests = {
        server.request("r1", server.sam, "2026-11-23", {{12, 0}, {14, 0}}, core::RequestState::kApproved)};
    start_signed_in("/wijziging/2026");
    store.dispatch(ChildShown{server.sam});
    const std::vector<CareTotal> totals = care_totals(state(), {2026, 11});
    ASSERT_EQ(totals.size(), 1U) << "only the child that is shown";
    EXPECT_EQ(totals[0].days, 5);
    EXPECT_EQ(totals[0].minutes, 5 * 270 + 120);
}

TEST_F(YearTest, CountsNothing_WhileTheYearIsUnknown) {
    start_signed_in("/wijziging/2026-11");
    EXPECT_TRUE(care_totals(state(), {2026, 11}).empty());
}

class ClosedDayTest : public PortalTest {};

TEST_F(ClosedDayTest, NamesTheLocation_WhenAnotherChildCanStillCome) {
    start_signed_in();
    const auto closed = closed_day(state(), day("2026-12-04"));
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->name, "Studiedag");
    EXPECT_EQ(closed->place, "De Kikkers");
    EXPECT_EQ(closed_day(state(), day("2026-12-25"))->place, "") << "everybody stays at home";
}

TEST_F(ClosedDayTest, IsOnlyOfTheChildrenThatAreShown) {
    start_signed_in();
    store.dispatch(ChildShown{server.sam});
    EXPECT_FALSE(closed_day(state(), day("2026-12-04")));
    store.dispatch(ChildShown{server.noor});
    EXPECT_EQ(closed_day(state(), day("2026-12-04"))->place, "") << "the only child that is shown cannot come";
}

}  // namespace
}  // namespace portal::app
