#include "api/records_codec.hpp"
#include "app/form_fixture.hpp"
#include "app/outbox_duties.hpp"
#include "app/selectors.hpp"
#include "core/evaluate.hpp"

/// The portal without network: what is kept, told, sent and decided about.
namespace portal::app::test {
namespace {

class WithoutNetwork : public FormTest {
  protected:
    WithoutNetwork() { outside.outbox.works = true; }

    void ask_morning() {
        open(core::RequestKind::kExtra, "2026-11-25");
        choose_time(kMorning);
        store.dispatch(FormSubmitted{});
    }
    void lose_request() { ASSERT_TRUE(outside.http.fail(Method::kPost, "/change-requests", Transport::kUnreachable)); }

    [[nodiscard]] const std::vector<OutboxEntry>& entries() const { return state().outbox.box.entries(); }
    [[nodiscard]] std::string said() const { return outside.announcer.said().back(); }
};

TEST_F(WithoutNetwork, ARequestIsKept_AndItsFormCloses) {
    ask_morning();
    const std::string key = outside.http.pending().back().request.idempotency_key;
    lose_request();
    EXPECT_FALSE(state().route.form);
    ASSERT_EQ(entries().size(), 1U);
    EXPECT_EQ(entries()[0].key, key) << "the first attempt may have arrived";
    EXPECT_EQ(outside.outbox.records.size(), 1U);
    EXPECT_NE(said().find("nog niet verzonden"), std::string::npos) << said();
    EXPECT_TRUE(outside.outbox.warns);
}

TEST_F(WithoutNetwork, WhatWaitsCountsInTheNextVerdict) {
    ask_morning();
    lose_request();
    store.dispatch(FormOpened{core::RequestKind::kExtra, day("2026-11-25")});
    const core::DayVerdicts verdicts = core::evaluate_day(context(), core::ChildId{"noor"}, day("2026-11-25"));
    EXPECT_TRUE(verdicts.extra.allowed()) << "in the afternoon";
    const core::Verdict same = core::evaluate(context(), sent().wishes[0].wish);
    ASSERT_FALSE(same.allowed());
    EXPECT_EQ(same.reasons.front().code, core::ReasonCode::kOverlapsCare);
}

TEST_F(WithoutNetwork, WhatIsAskedWhileAnotherWaitsIsSentAfterIt) {
    ask_morning();
    lose_request();
    store.dispatch(FormOpened{core::RequestKind::kExtra, day("2026-12-02")});
    choose_time(kMorning);
    store.dispatch(FormSubmitted{});
    EXPECT_FALSE(state().route.form);
    ASSERT_EQ(entries().size(), 2U);
    const std::string second = entries()[1].key;
    const auto sent_keys = [&] {
        std::vector<std::string> keys;
        for (const HttpRequest& request : outside.http.sent()) {
            if (request.method == Method::kPost) {
                keys.push_back(request.idempotency_key);
            }
        }
        return keys;
    };
    for (const std::string& key : sent_keys()) {
        EXPECT_NE(key, second);
    }
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 201,
                                    api::encode(std::vector{stored("r9", "2026-11-25", kMorning)})));
    EXPECT_EQ(sent_keys().back(), second);
}

TEST_F(WithoutNetwork, AServerThatFailsIsNoAnswerEither) {
    ask_morning();
    const std::string key = outside.http.pending().back().request.idempotency_key;
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 502, "<h1>Bad Gateway</h1>"));
    EXPECT_FALSE(state().route.form);
    ASSERT_EQ(entries().size(), 1U);
    EXPECT_EQ(entries()[0].key, key) << "it may have been carried out";
    EXPECT_NE(said().find("nog niet verzonden"), std::string::npos) << said();
}

TEST_F(WithoutNetwork, AServerThatAsksForPatienceIsNotOneThatRefuses) {
    ask_morning();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 429, "<h1>Too Many Requests</h1>"));
    EXPECT_FALSE(state().route.form);
    EXPECT_EQ(entries().size(), 1U);
}

TEST_F(WithoutNetwork, WhatArrivedUnheardIsSentAgain_ThoughItStandsInItsOwnWay) {
    outside.outbox.works = false;
    ask_morning();
    const std::string key = outside.http.pending().back().request.idempotency_key;
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 502, "<h1>Bad Gateway</h1>"));
    EXPECT_EQ(state().form.failure, Failure::kServer);
    server.requests.insert(server.requests.begin(), stored("r9", "2026-11-25", kMorning));
    store.dispatch(Polled{});
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/revisions", 200, api::encode(api::Revisions{"2", "1"})));
    answer_data();
    ASSERT_FALSE(verdict().allowed());
    store.dispatch(FormSubmitted{});
    ASSERT_EQ(submissions(), 2U);
    EXPECT_EQ(outside.http.pending().back().request.idempotency_key, key);
    ASSERT_TRUE(
        outside.http.answer(Method::kPost, "/change-requests", 201, api::encode(std::vector{server.requests.front()})));
    EXPECT_FALSE(state().route.form);
}

TEST_F(WithoutNetwork, WhatTheDeviceCannotKeepStaysInItsForm) {
    outside.outbox.works = false;
    ask_morning();
    lose_request();
    EXPECT_TRUE(state().route.form);
    EXPECT_EQ(state().form.failure, Failure::kUnreachable);
    EXPECT_TRUE(entries().empty());
    EXPECT_FALSE(outside.outbox.warns);
}

TEST_F(WithoutNetwork, ItIsSentWhenThereIsANetworkAgain_WithTheMomentAtWhichItWasWritten) {
    ask_morning();
    lose_request();
    lose_request();  // the outbox tries at once
    EXPECT_FALSE(outside.outbox.has_turn);
    outside.presence.come();
    const HttpRequest request = outside.http.pending().back().request;
    EXPECT_EQ(request.path, "/change-requests");
    EXPECT_EQ(request.written_at, "2026-11-23T08:00:00Z");
    server.requests.insert(server.requests.begin(), stored("r9", "2026-11-25", kMorning));
    ASSERT_TRUE(
        outside.http.answer(Method::kPost, "/change-requests", 201, api::encode(std::vector{server.requests.front()})));
    EXPECT_TRUE(entries().empty());
    EXPECT_TRUE(outside.outbox.records.empty());
    EXPECT_FALSE(outside.outbox.warns);
    EXPECT_EQ(state().requests.value->front().id.value, "r9");
}

TEST_F(WithoutNetwork, ItIsSentByTheNextPage) {
    ask_morning();
    lose_request();
    const std::string key = entries()[0].key;
    FakeWorld next{local(kNow).seconds, "/"};
    next.outbox.works = true;
    next.outbox.records = outside.outbox.records;
    Store page{next.ports(), [] {}};
    page.start({});
    EXPECT_EQ(next.http.count(Method::kPost, "/change-requests"), 0U) << "nobody is signed in";
    ASSERT_TRUE(next.http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_EQ(next.http.count(Method::kPost, "/change-requests"), 1U);
    EXPECT_EQ(next.http.sent().back().idempotency_key, key);
}

TEST_F(WithoutNetwork, ItIsNotSeenBySomebodyElseOnTheDevice) {
    ask_morning();
    lose_request();
    FakeWorld next{local(kNow).seconds, "/"};
    next.outbox.works = true;
    next.outbox.records = outside.outbox.records;
    Store page{next.ports(), [] {}};
    page.start({});
    ASSERT_TRUE(
        next.http.answer(Method::kGet, "/session", 200,
                         api::encode(api::Account{core::GuardianId{"g7"}, "Fatima", "fatima@example.nl", "X"})));
    EXPECT_TRUE(page.state().outbox.box.entries().empty());
    EXPECT_EQ(next.http.count(Method::kPost, "/change-requests"), 0U);
    EXPECT_EQ(next.outbox.records.size(), 1U) << "it waits for who wrote it";
}

TEST_F(WithoutNetwork, WhatIsRefusedIsWrittenAnew_InTheFormAsItWas) {
    ask_morning();
    lose_request();
    ASSERT_TRUE(
        outside.http.answer(Method::kPost, "/change-requests", 422,
                            api::encode(api::Problem{422, "extra-too-late", "Refused", "Too late.", "date", {}, {}})));
    ASSERT_EQ(entries().size(), 1U);
    EXPECT_TRUE(entries()[0].refused());
    EXPECT_FALSE(outside.outbox.warns) << "it is not under way";
    EXPECT_EQ(said().substr(0, 2), "! ");
    answer_data();
    store.dispatch(OutboxAction{UnsentEdited{entries()[0].key}});
    EXPECT_EQ(state().route.form, core::RequestKind::kExtra);
    EXPECT_EQ(state().form.choices.start, "07:30");
    EXPECT_EQ(state().form.choices.end, "13:00");
    answer_data();
    store.dispatch(FormSubmitted{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 201,
                                    api::encode(std::vector{stored("r9", "2026-11-25", kMorning)})));
    EXPECT_TRUE(entries().empty());
    EXPECT_TRUE(outside.outbox.records.empty());
}

TEST_F(WithoutNetwork, WhatIsRefusedIsSentAgainOrDiscarded) {
    ask_morning();
    lose_request();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 409, "{}"));
    const std::string key = entries()[0].key;
    store.dispatch(OutboxAction{UnsentResent{key}});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 409, "{}"));
    store.dispatch(OutboxAction{UnsentDiscardPressed{key}});
    EXPECT_EQ(entries().size(), 1U);
    store.dispatch(OutboxAction{UnsentDiscardConfirmed{}});
    EXPECT_TRUE(entries().empty());
    EXPECT_TRUE(outside.outbox.records.empty());
}

TEST_F(WithoutNetwork, ASessionThatEndedIsGoneOnWithAfterSigningIn) {
    ask_morning();
    lose_request();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 401, "{}"));
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_FALSE(outside.outbox.has_turn);
    EXPECT_EQ(outside.outbox.records.size(), 1U);
    store.dispatch(EmailTyped{"jasmijn@example.nl"});
    store.dispatch(PasswordTyped{"secret"});
    store.dispatch(SignInPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 200, account()));
    EXPECT_EQ(outside.http.count(Method::kPost, "/change-requests"), 3U);
    EXPECT_EQ(entries().size(), 1U);
}

TEST_F(WithoutNetwork, NobodySignsOutOfWhatIsNotSent) {
    ask_morning();
    lose_request();
    store.dispatch(SignOutPressed{});
    EXPECT_EQ(outside.http.count(Method::kDelete, "/session"), 0U);
    EXPECT_EQ(state().route.screen, Screen::kLog);
}

TEST(OutboxDuties, WaitBetweenHalfAndAllOfTheTime) {
    const std::chrono::milliseconds most{8000};
    EXPECT_EQ(jittered(most, "0000ffff"), std::chrono::milliseconds(4000));
    EXPECT_LE(jittered(most, "ffff0000"), most);
    EXPECT_GT(jittered(most, "ffff0000"), std::chrono::milliseconds(7900));
}

}  // namespace
}  // namespace portal::app::test
