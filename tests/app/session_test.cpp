#include "app/portal_fixture.hpp"

namespace portal::app {
namespace {

using test::PortalTest;

class SessionTest : public PortalTest {
  protected:
    void type_credentials() {
        store.dispatch(EmailTyped{"jasmijn@example.nl"});
        store.dispatch(PasswordTyped{"geheim"});
    }
    void start_signed_out() {
        start();
        ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401));
        ASSERT_EQ(state().session, Session::kSignedOut);
    }
};

TEST_F(SessionTest, BeginsSignedIn_WhenTheCookieStillCounts) {
    start();
    EXPECT_EQ(state().session, Session::kUnknown);
    answer_session();
    EXPECT_EQ(state().session, Session::kSignedIn);
    EXPECT_EQ(state().account->name, "Jasmijn Visser");
    answer_data();
    EXPECT_TRUE(calendar_ready(state()));
}

TEST_F(SessionTest, AsksForNothingBeforeSigningIn) {
    start_signed_out();
    EXPECT_EQ(outside.http.sent().size(), 1U);
}

TEST_F(SessionTest, KeepsTheEmail_WhenThePasswordIsWrong) {
    start_signed_out();
    type_credentials();
    store.dispatch(SignInPressed{});
    EXPECT_TRUE(state().sign_in.busy());
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 401, R"({"status":401,"code":"sign-in-failed"})"));
    EXPECT_FALSE(state().sign_in.busy());
    EXPECT_EQ(state().sign_in.error, Text::sign_in_error_wrong);
    EXPECT_EQ(state().sign_in.email, "jasmijn@example.nl");
    EXPECT_TRUE(state().sign_in.password.empty());
}

TEST_F(SessionTest, SendsOnce_WhenTheButtonIsPressedTwice) {
    start_signed_out();
    type_credentials();
    store.dispatch(SignInPressed{});
    store.dispatch(SignInPressed{});
    EXPECT_EQ(outside.http.count(Method::kPost, "/session"), 1U);
}

TEST_F(SessionTest, ForgetsThePasswordAfterSigningIn) {
    start_signed_out();
    type_credentials();
    store.dispatch(SignInPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 200, account()));
    EXPECT_EQ(state().session, Session::kSignedIn);
    EXPECT_TRUE(state().sign_in.password.empty());
}

TEST_F(SessionTest, PointsAtEmptyFields_WithoutAskingTheServer) {
    start_signed_out();
    store.dispatch(SignInPressed{});
    EXPECT_EQ(state().sign_in.email_error, Text::sign_in_error_email_missing);
    EXPECT_EQ(state().sign_in.password_error, Text::sign_in_error_password_missing);
    EXPECT_EQ(outside.http.count(Method::kPost, "/session"), 0U);
    store.dispatch(EmailTyped{"j"});
    EXPECT_FALSE(state().sign_in.email_error);
}

TEST_F(SessionTest, TellsNoConnectionFromTooManyAttempts) {
    start_signed_out();
    type_credentials();
    store.dispatch(SignInPressed{});
    ASSERT_TRUE(outside.http.fail(Method::kPost, "/session", Transport::kUnreachable));
    EXPECT_EQ(state().sign_in.error, Text::sign_in_error_unreachable);
    store.dispatch(SignInPressed{});
    HttpResponse slow_down;
    slow_down.transport = Transport::kAnswered;
    slow_down.status = 429;
    slow_down.retry_after = 301;
    ASSERT_TRUE(outside.http.respond(Method::kPost, "/session", slow_down));
    EXPECT_EQ(sign_in_error(state()),
              "Inloggen kan nu even niet, omdat het te vaak misging. Probeer het over 6 minuten opnieuw.");
    EXPECT_EQ(state().sign_in.password, "geheim") << "nothing was wrong with it";
    store.dispatch(SignInPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 503));
    EXPECT_EQ(state().sign_in.error, Text::sign_in_error_server);
}

TEST_F(SessionTest, CanBeAskedAgain_WhenTheServerWasDownAtTheStart) {
    start();
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/session", Transport::kTimedOut));
    EXPECT_EQ(state().session_failure, Failure::kTimedOut);
    store.dispatch(RetryPressed{});
    EXPECT_EQ(state().session_failure, Failure::kNone);
    answer_session();
    EXPECT_EQ(state().session, Session::kSignedIn);
}

TEST_F(SessionTest, LeavesNothingBehind_AfterSigningOut) {
    start_signed_in("/logboek");
    store.dispatch(SignOutPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_FALSE(state().account);
    EXPECT_FALSE(state().family.value);
    EXPECT_FALSE(state().requests.value);
    EXPECT_TRUE(state().months.empty());
    EXPECT_EQ(outside.navigation.current(), "/");
}

TEST_F(SessionTest, StaysSignedIn_WhenSigningOutDidNotReachTheServer) {
    start_signed_in();
    store.dispatch(SignOutPressed{});
    ASSERT_TRUE(outside.http.fail(Method::kDelete, "/session", Transport::kUnreachable));
    EXPECT_EQ(state().session, Session::kSignedIn);
    EXPECT_TRUE(state().toast);
}

TEST_F(SessionTest, ForgetsTheFamily_WhenTheServerEndsTheSession) {
    start_signed_in("/stamgegevens");
    store.dispatch(Navigated{parse_route("/logboek", today(state())).value()});
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/change-requests", 401));
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_TRUE(state().session_expired);
    EXPECT_FALSE(state().family.value);
    EXPECT_EQ(state().sign_in.email, "jasmijn@example.nl");
    EXPECT_EQ(state().route.screen, Screen::kLog) << "after signing in again the parent goes on here";
}

TEST_F(SessionTest, DropsAnswersThatBelongToAnEndedSession) {
    start_signed_in("/wijziging/2026-11");
    store.dispatch(MonthChosen{{2027, 3}});
    store.dispatch(SignOutPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    answer_data();
    EXPECT_TRUE(state().months.empty());
    EXPECT_FALSE(state().family.value);
}

TEST_F(SessionTest, RemembersTheLanguage) {
    start();
    store.dispatch(LanguageChosen{Language::en});
    EXPECT_EQ(state().language, Language::en);
    Store second{outside.ports(), [] {}};
    second.start({});
    EXPECT_EQ(second.state().language, Language::en);
}

TEST_F(SessionTest, FollowsTheServersClock_WhenTheDevicesIsWrong) {
    start();
    HttpResponse response;
    response.transport = Transport::kAnswered;
    response.status = 200;
    response.body = account();
    response.date = "Tue, 24 Nov 2026 11:30:00 GMT";
    ASSERT_TRUE(outside.http.respond(Method::kGet, "/session", response));
    EXPECT_EQ(today(state()), test::day("2026-11-24"));
    outside.clock.set(outside.clock.now() + 60);
    store.dispatch(ToastClosed{});
    EXPECT_EQ(state().now.to_string(), "2026-11-24T11:31:00Z");
}

TEST_F(SessionTest, AFailuresClockIsNotTheServers) {
    start();
    const core::Instant before = state().now;
    for (const int status : {404, 429, 502, 503}) {
        HttpResponse response;
        response.transport = Transport::kAnswered;
        response.status = status;
        response.body = "<h1>Sorry</h1>";
        response.date = "Sat, 28 Nov 2026 11:30:00 GMT";
        ASSERT_TRUE(outside.http.respond(Method::kGet, "/session", response)) << status;
        EXPECT_EQ(state().now, before) << status;
        store.dispatch(RetryPressed{});
    }
}

}  // namespace
}  // namespace portal::app
