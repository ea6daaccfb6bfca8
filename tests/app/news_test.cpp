#include "app/overview.hpp"
#include "app/portal_fixture.hpp"

namespace portal::app::test {
namespace {

using std::chrono::seconds;

/// What becomes known while a page is open.
class News : public PortalTest {
  protected:
    News() {
        server.requests = {server.request("r1", server.noor, "2026-11-25", kMorning, core::RequestState::kSubmitted),
                           server.request("r2", server.noor, "2026-11-27", kMorning, core::RequestState::kSubmitted)};
        edits.resize(1);
        edits[0].id = "e1";
        edits[0].record_id = "g1";
        edits[0].subject = "Jasmijn Visser";
        edits[0].field = "iban";
        edits[0].state = core::RecordChange::State::kWaiting;
        edits[0].at = server.now;
    }

    /// The server says how far it is, once it is asked.
    void poll(const std::string& requests, const std::string& edited = "c1") {
        outside.timer.advance(seconds(15));
        HttpResponse response;
        response.transport = Transport::kAnswered;
        response.status = 200;
        response.body = api::encode(api::Revisions{requests, edited});
        response.etag = '"' + requests + '.' + edited + '"';
        ASSERT_TRUE(outside.http.respond(Method::kGet, "/revisions", response));
        answer_data();
    }

    /// With the first poll behind it, which loads once more what may have changed since.
    void open(const std::string& path = "/wijziging/2026-11") {
        start_signed_in(path);
        poll("r1");
    }

    void decide(std::size_t request, core::RequestState how) {
        server.requests[request].state = how;
        server.requests[request].decided_at = core::Instant{server.now.seconds + 60};
    }

    [[nodiscard]] std::size_t asked(const char* path) const { return outside.http.count(Method::kGet, path); }
};

TEST_F(News, AnAnswerIsToldWithoutReloading) {
    open();
    EXPECT_FALSE(state().toast);
    decide(0, core::RequestState::kApproved);
    poll("r2");
    ASSERT_TRUE(state().toast);
    EXPECT_EQ(state().toast->text, "Extra opvang op woensdag 25 november is goedgekeurd.");
    EXPECT_EQ(to_path(state().toast->link.value()), "/logboek/aanvragen");
    EXPECT_EQ(outside.announcer.said().back(), state().toast->text);
    EXPECT_EQ(unread_decisions(state()).size(), 1U);
    EXPECT_EQ(blocks_on(state(), day("2026-11-25")).at(0).state, core::CareState::kExtraApproved);
}

TEST_F(News, SeveralAnswersAreToldTogether) {
    open();
    decide(0, core::RequestState::kApproved);
    decide(1, core::RequestState::kRejected);
    poll("r2");
    EXPECT_EQ(state().toast->text, "U heeft 2 nieuwe antwoorden.");
}

TEST_F(News, AnAnswerIsToldOnce) {
    open();
    decide(0, core::RequestState::kApproved);
    poll("r2");
    store.dispatch(ToastClosed{});
    decide(1, core::RequestState::kRejected);
    poll("r3");
    EXPECT_EQ(state().toast->text, "Extra opvang op vrijdag 27 november is afgewezen.");
}

TEST_F(News, WhatWasAnsweredBeforeThePageWasOpenedIsNoNews) {
    decide(0, core::RequestState::kApproved);
    start_signed_in();
    EXPECT_FALSE(state().toast);
    poll("r1");
    EXPECT_FALSE(state().toast);
    EXPECT_EQ(unread_decisions(state()).size(), 1U) << "it can be read all the same";
}

TEST_F(News, NothingIsToldOfRequestsThatHaveNotLoaded) {
    start();
    answer_session();
    decide(0, core::RequestState::kApproved);
    outside.timer.advance(seconds(15));
    HttpResponse response;
    response.transport = Transport::kAnswered;
    response.status = 200;
    response.body = api::encode(api::Revisions{"r2", "c1"});
    ASSERT_TRUE(outside.http.respond(Method::kGet, "/revisions", response));
    answer_data();
    ASSERT_TRUE(state().requests.value);
    EXPECT_FALSE(state().toast);
}

TEST_F(News, WhatTheRulesAllowedAtOnceIsNoAnswer) {
    open();
    server.requests.insert(server.requests.begin(),
                           server.accepted("r3", core::sick_wish(server.noor, day("2026-11-23"), std::nullopt)));
    poll("r2");
    EXPECT_FALSE(state().toast);
    EXPECT_EQ(state().requests.value->size(), 3U) << "the other guardian reported it";
}

TEST_F(News, ARejectionIsAnAnswer_AlsoWithinTheSecond) {
    open();
    decide(0, core::RequestState::kRejected);
    server.requests[0].decided_at = server.requests[0].submitted_at;
    poll("r2");
    ASSERT_TRUE(state().toast);
    EXPECT_EQ(state().toast->text, "Extra opvang op woensdag 25 november is afgewezen.");
}

TEST_F(News, AnAnswerToAChangeOfDataIsToldToo) {
    open();
    edits[0].state = core::RecordChange::State::kRejected;
    edits[0].decided_at = core::Instant{server.now.seconds + 60};
    edits[0].reason = "Stuur een bankafschrift mee.";
    poll("r1", "c2");
    ASSERT_TRUE(state().toast);
    EXPECT_EQ(state().toast->text, "Rekeningnummer (IBAN) van Jasmijn Visser: uw wijziging is afgewezen.");
    EXPECT_EQ(to_path(state().toast->link.value()), "/logboek");
    EXPECT_EQ(unread_changes(state()).size(), 1U);
}

TEST_F(News, LogboekMarksBothAsSeen) {
    decide(0, core::RequestState::kApproved);
    edits[0].state = core::RecordChange::State::kApproved;
    edits[0].decided_at = core::Instant{server.now.seconds + 120};
    start_signed_in("/logboek");
    ASSERT_GE(outside.http.count(Method::kPut, "/session/decisions-seen"), 1U);
    EXPECT_EQ(api::decode_decisions_seen(outside.http.sent().back().body).value, edits[0].decided_at);
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/session/decisions-seen", 204));
    EXPECT_FALSE(newest_unread(state()));
}

TEST_F(News, TheServerIsAskedWithTheTagOfItsLastAnswer) {
    open();
    outside.timer.advance(seconds(15));
    EXPECT_EQ(outside.http.sent().back().path, "/revisions");
    EXPECT_EQ(outside.http.sent().back().if_none_match, "\"r1.c1\"");
}

TEST_F(News, NothingIsLoadedOrDrawn_WhileNothingHappens) {
    open();
    const std::size_t requests = asked("/change-requests");
    const int frames = changes;
    for (int i = 0; i < 3; ++i) {
        outside.timer.advance(seconds(15));
        ASSERT_TRUE(outside.http.answer(Method::kGet, "/revisions", 304));
    }
    outside.timer.advance(seconds(15));
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/revisions", Transport::kUnreachable));
    EXPECT_EQ(changes, frames);
    EXPECT_EQ(asked("/change-requests"), requests);
    EXPECT_EQ(state().session, Session::kSignedIn);
}

TEST_F(News, AFrameIsDrawn_WhenTheMinuteThatIsShownHasPassed) {
    open();
    const int frames = changes;
    outside.timer.advance(seconds(15));
    outside.clock.set(outside.clock.now() + 60);
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/revisions", 304));
    EXPECT_EQ(changes, frames + 1);
}

TEST_F(News, ThePageAsksOnlyWhileItCanBeSeen_AndAtOnceWhenItIsSeenAgain) {
    open();
    outside.presence.hide();
    const std::size_t before = asked("/revisions");
    outside.timer.advance(seconds(300));
    EXPECT_EQ(asked("/revisions"), before);
    outside.presence.show();
    EXPECT_EQ(asked("/revisions"), before + 1);
}

TEST_F(News, ThePageDoesNotAskAgain_WhileItWaitsForAnAnswer) {
    open();
    outside.timer.advance(seconds(60));
    EXPECT_EQ(outside.http.pending().size(), 1U);
}

TEST_F(News, NobodyIsAsked_WhileNobodyIsSignedIn) {
    start();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401));
    outside.timer.advance(seconds(60));
    EXPECT_EQ(asked("/revisions"), 0U);
}

TEST_F(News, ASessionThatHasEndedIsNoticed) {
    open();
    const int frames = changes;
    outside.timer.advance(seconds(15));
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/revisions", 401));
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_TRUE(state().session_expired);
    EXPECT_EQ(changes, frames + 1);
}

}  // namespace
}  // namespace portal::app::test
