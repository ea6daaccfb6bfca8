#include "app/overview.hpp"
#include "app/extra_days.hpp"
#include "app/form_fixture.hpp"

#include <string>
#include <vector>

namespace portal::app {
namespace {

using namespace test;
using core::RequestKind;
using core::RequestState;

class Overview : public FormTest {
  protected:
    void open() { start_signed_in("/"); }

    core::ChangeRequest answered(const char* id, RequestState how, const char* at) {
        core::ChangeRequest request = server.request(id, server.noor, "2026-11-27", kMorning, how);
        request.submitted_at = local("2026-11-18 09:00");
        request.decided_at = local(at);
        return request;
    }

    [[nodiscard]] std::vector<std::string> unread() const {
        std::vector<std::string> ids;
        for (const core::ChangeRequest* request : unread_decisions(state())) {
            ids.push_back(request->id.value);
        }
        return ids;
    }
};

TEST_F(Overview, IsTheFirstScreen_AndLoadsWhatItTells) {
    open();
    EXPECT_EQ(state().route.screen, Screen::kOverview);
    EXPECT_EQ(outside.navigation.current(), "/");
    EXPECT_EQ(outside.http.count(Method::kGet, "/notices"), 1U);
    EXPECT_TRUE(knows_day(state(), day("2026-11-23")));
    EXPECT_TRUE(knows_day(state(), day("2026-12-04"))) << "next week is another month";
}

TEST_F(Overview, IsWhereAnUnknownAddressLeads) {
    start("/onbekend");
    EXPECT_EQ(state().route.screen, Screen::kOverview);
    EXPECT_EQ(outside.navigation.current(), "/");
}

TEST_F(Overview, TellsOfAllChildren_AlsoWhileTheCalendarShowsOne) {
    open();
    store.dispatch(ChildShown{server.sam});
    const std::vector<ChildDay> care = care_on(state(), day("2026-11-23"));
    ASSERT_EQ(care.size(), 2U);
    EXPECT_EQ(care[0].child->id, server.noor);
    EXPECT_EQ(care[0].blocks.at(0).time, kWholeDay);
    EXPECT_EQ(care[1].blocks.at(0).time, kAfterSchool);
}

TEST_F(Overview, KnowsWhoDoesNotGo) {
    server.requests = {server.accepted("r1", core::sick_wish(server.noor, day("2026-11-23"))),
                       server.request("r2", server.sam, "2026-11-25", kAfterSchool, RequestState::kSubmitted)};
    open();
    EXPECT_FALSE(comes(care_on(state(), day("2026-11-23")).at(0).blocks.at(0))) << "ill";
    EXPECT_TRUE(anybody_comes(state(), day("2026-11-23"))) << "Sam goes";
    EXPECT_FALSE(anybody_comes(state(), day("2026-11-25"))) << "asked, and not answered";
    EXPECT_EQ(next_care_day(state()), day("2026-11-30")) << "Noor is ill on Thursday as well";
}

TEST_F(Overview, ReportsIllnessOnTheNextDay_WhereNobodyGoesToday) {
    outside.clock.set(local("2026-11-24 07:00").seconds);
    open();
    EXPECT_EQ(sick_day(state()), day("2026-11-26"));
}

TEST_F(Overview, ShowsTheWorkingDaysOfAWeek) {
    open();
    EXPECT_EQ(shown_week(state()).front(), day("2026-11-23"));
    EXPECT_EQ(shown_week(state()).back(), day("2026-11-27"));
    store.dispatch(WeekShown{true});
    EXPECT_EQ(shown_week(state()).front(), day("2026-11-30"));
    EXPECT_EQ(shown_week(state()).size(), 5U);
    store.dispatch(WeekShown{false});
    EXPECT_EQ(shown_week(state()).front(), day("2026-11-23"));
}

TEST_F(Overview, ShowsAWeekendOnWhichThereIsCare) {
    server.requests = {server.request("r1", server.noor, "2026-11-28", kMorning, RequestState::kApproved)};
    open();
    EXPECT_EQ(shown_week(state()).back(), day("2026-11-28"));
}

TEST_F(Overview, FollowsTheDay_InAPageThatStaysOpen) {
    open();
    outside.clock.set(local("2026-12-01 06:00").seconds);
    store.dispatch(ToastClosed{});
    answer_data();
    EXPECT_EQ(state().route.month, (core::Month{2026, 12}));
    EXPECT_TRUE(knows_day(state(), day("2027-01-08")));
}

TEST_F(Overview, SpeaksOfCreditThatIsLostWithinAMonth) {
    server.noors().credit.enabled = true;
    for (const char* last : {"2026-12-25", "2026-12-24", "2026-11-23"}) {
        core::CreditBooking booking;
        booking.child = server.noor;
        booking.credit = {core::CreditUnit::kMinutes, 330};
        booking.use_before = day(last);
        booking.at = server.now;
        core::book(booking, server.ledgers[0]);
    }
    open();
    const std::vector<ExpiringCredit> soon = expiring_credit(state());
    ASSERT_EQ(soon.size(), 2U) << "31 days, both ends counted; one of them is a day too far";
    EXPECT_EQ(soon[0].last, day("2026-11-23"));
    EXPECT_EQ(soon[1].last, day("2026-12-24"));
    EXPECT_EQ(soon[1].credit, (core::Credit{core::CreditUnit::kMinutes, 330}));
    EXPECT_EQ(soon[1].child->id, server.noor);
}

TEST_F(Overview, IsSilentAboutCreditThatNeverExpires) {
    server.give_noor_credit(330);
    open();
    EXPECT_TRUE(expiring_credit(state()).empty());
}

TEST_F(Overview, TellsAnswersOnce) {
    core::ChangeRequest at_once = answered("r3", RequestState::kApproved, "2026-11-18 09:00");
    core::ChangeRequest reported =
        server.accepted("r4", core::absence_wish(server.noor, {day("2026-11-26"), kWholeDay}));
    reported.decided_at = local("2026-11-20 10:00");
    server.requests = {answered("r1", RequestState::kApproved, "2026-11-19 10:00"),
                       answered("r2", RequestState::kRejected, "2026-11-20 10:00"), at_once, reported,
                       server.request("r5", server.noor, "2026-11-27", kMorning, RequestState::kSubmitted)};
    open();
    EXPECT_EQ(unread(), (std::vector<std::string>{"r2", "r1"}));

    store.dispatch(Navigated{{Screen::kLog, state().route.month, std::nullopt, std::nullopt}});
    EXPECT_EQ(outside.http.count(Method::kPut, "/session/decisions-seen"), 0U) << "not before they are shown";
    answer_data();
    ASSERT_EQ(outside.http.count(Method::kPut, "/session/decisions-seen"), 1U);
    EXPECT_EQ(api::decode_decisions_seen(outside.http.sent().back().body).value, local("2026-11-20 10:00"));
    EXPECT_EQ(unread().size(), 2U) << "the server has not remembered them yet";
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/session/decisions-seen", 204));
    EXPECT_TRUE(unread().empty());

    store.dispatch(Navigated{{Screen::kOverview, state().route.month, std::nullopt, std::nullopt}});
    server.requests[4] = answered("r5", RequestState::kApproved, "2026-11-23 08:30");
    answer_data();
    EXPECT_EQ(unread(), std::vector<std::string>{"r5"});
}

TEST_F(Overview, KeepsAnswersUnread_WhileTheServerDoesNotRememberThem) {
    server.requests = {answered("r1", RequestState::kApproved, "2026-11-19 10:00")};
    start_signed_in("/logboek");
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/session/decisions-seen", Transport::kUnreachable));
    EXPECT_EQ(unread().size(), 1U);
    EXPECT_EQ(state().session, Session::kSignedIn);
}

TEST_F(Overview, SpeaksOfRequestsThatWait_NearestFirst) {
    server.requests = {server.request("r1", server.noor, "2026-12-02", kMorning, RequestState::kInReview),
                       server.request("r2", server.noor, "2026-11-25", kMorning, RequestState::kSubmitted),
                       server.request("r3", server.noor, "2026-11-20", kMorning, RequestState::kSubmitted),
                       server.request("r4", server.noor, "2026-11-27", kMorning, RequestState::kWithdrawn)};
    open();
    const auto open_now = open_requests(state());
    ASSERT_EQ(open_now.size(), 2U);
    EXPECT_EQ(open_now[0]->id.value, "r2");
    EXPECT_EQ(open_now[1]->id.value, "r1");
}

TEST_F(Overview, ShowsTheNewestNoticeOfToday) {
    notices = {{"n3", "Morgen", "Nog niet.", local("2026-11-24 09:00"), std::nullopt},
               {"n2", "Voorbij", "Niet meer.", local("2026-11-22 09:00"), day("2026-11-22")},
               {"n1", "Sinterklaas", "Hij komt.", local("2026-11-20 09:00"), day("2026-11-23")}};
    open();
    ASSERT_NE(current_notice(state()), nullptr);
    EXPECT_EQ(current_notice(state())->id, "n1");
}

TEST_F(Overview, DoesWithoutNotice_WhenThereIsNoneOrItCannotBeHad) {
    start("/");
    EXPECT_EQ(current_notice(state()), nullptr);
    answer_session();
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/notices", Transport::kTimedOut));
    EXPECT_EQ(current_notice(state()), nullptr);
    answer_data();
    store.dispatch(RetryPressed{});
    EXPECT_EQ(outside.http.count(Method::kGet, "/notices"), 2U);
    answer_data();
    EXPECT_EQ(current_notice(state()), nullptr);
}

TEST_F(Overview, OpensAFormOverItself_AndIsThereWhenThatCloses) {
    open();
    store.dispatch(FormOpened{RequestKind::kSick, day("2026-11-23")});
    EXPECT_EQ(outside.navigation.current(), "/overzicht/2026-11-23/ziek");
    EXPECT_EQ(state().route.screen, Screen::kOverview);
    store.dispatch(FormClosed{});
    EXPECT_EQ(outside.navigation.current(), "/");
    EXPECT_EQ(state().route.form, std::nullopt);
    EXPECT_EQ(state().route.day, std::nullopt);
}

TEST_F(Overview, IsThereAgain_WhenAFormIsSent) {
    open();
    store.dispatch(FormOpened{RequestKind::kSick, day("2026-11-23")});
    choose_children({server.noor});
    store.dispatch(FormSubmitted{});
    accept();
    EXPECT_EQ(outside.navigation.current(), "/");
    EXPECT_EQ(care_on(state(), day("2026-11-23")).at(0).blocks.at(0).state, core::CareState::kSick);
}

TEST_F(Overview, OpensTheFormThatItsAddressNames) {
    start_signed_in("/overzicht/2026-11-25/extra");
    EXPECT_EQ(state().route.form, RequestKind::kExtra);
    EXPECT_TRUE(state().form.begun);
    store.dispatch(FormClosed{});
    EXPECT_EQ(outside.navigation.current(), "/");
}

TEST_F(Overview, OffersTheNextDaysThatCanBeAsked) {
    server.sams().extra.offered = false;
    open();
    EXPECT_EQ(extra_days(state(), context(), 3), (std::vector{day("2026-11-24"), day("2026-11-25"), day("2026-11-27")}))
        << "today is too late, on Thursday Noor is there all day";
    outside.clock.set(local("2026-11-23 12:01").seconds);
    store.dispatch(ToastClosed{});
    EXPECT_EQ(extra_days(state(), context(), 1), std::vector{day("2026-11-25")}) << "the deadline has passed";
}

TEST_F(Overview, OffersNoDay_WhereExtraCareIsNotOffered) {
    server.sams().extra.offered = false;
    server.noors().extra.offered = false;
    open();
    EXPECT_TRUE(extra_days(state(), context(), 3).empty());
}

TEST_F(Overview, TakesAnotherDayForExtraCare) {
    server.sams().extra.offered = false;
    open();
    store.dispatch(FormOpened{RequestKind::kExtra, day("2026-11-24")});
    choose_time(kMorning);
    const std::string before = state().form.idempotency_key;
    store.dispatch(FormDayChosen{day("2026-11-25")});
    EXPECT_EQ(outside.navigation.current(), "/overzicht/2026-11-25/extra");
    EXPECT_NE(state().form.idempotency_key, before) << "another day is another request";
    EXPECT_EQ(state().form.choices.children, std::vector{server.noor});
    store.dispatch(FormSubmitted{});
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().wishes.at(0).wish, core::extra_wish(server.noor, {day("2026-11-25"), kMorning}));
    store.dispatch(FormDayChosen{day("2026-11-27")});
    EXPECT_EQ(state().route.day, day("2026-11-25")) << "while it is being sent it stays as it is";
}

}  // namespace
}  // namespace portal::app
