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
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11");
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
    ASSERT_EQ(outside.http.pending().size(), 2U);
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

}  // namespace
}  // namespace portal::app
