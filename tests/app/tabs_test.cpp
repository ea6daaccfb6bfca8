#include "app/form_fixture.hpp"

#include <algorithm>

/// Pages of one browser: what one does, the others know.
namespace portal::app::test {
namespace {

using std::chrono::seconds;

class TabsTest : public FormTest {
  protected:
    TabsTest() { server.requests = {stored("r1", "2026-11-25", kMorning)}; }

    void hear(TabNews news) { outside.tabs.hear(news); }
    [[nodiscard]] const std::vector<TabNews>& told() const { return outside.tabs.told; }
    [[nodiscard]] std::size_t asked(const char* path) const { return outside.http.count(Method::kGet, path); }

    void answer_poll(const std::string& requests) {
        HttpResponse response;
        response.transport = Transport::kAnswered;
        response.status = 200;
        response.body = api::encode(api::Revisions{requests, "c1"});
        response.etag = '"' + requests + '"';
        ASSERT_TRUE(outside.http.respond(Method::kGet, "/revisions", response));
    }

    void ask_morning() {
        open(core::RequestKind::kExtra, "2026-11-27");
        choose_time(kMorning);
    }

    static std::string somebody_else() {
        return api::encode(api::Account{core::GuardianId{"g9"}, "Bram Bakker", "bram@example.nl", "De Boomgaard"});
    }
    /// Of whatever account.
    [[nodiscard]] std::size_t answers_kept() const {
        const auto& records = outside.storage.records;
        return static_cast<std::size_t>(std::count_if(
            records.begin(), records.end(), [](const auto& record) { return record.first.second[0] == '/'; }));
    }
};

TEST_F(TabsTest, AChangeOnAnotherPageIsLoadedAtOnce) {
    start_signed_in();
    outside.timer.advance(seconds(15));
    answer_poll("r1");
    answer_data();
    hear(TabNews::kChanged);
    server.requests.insert(server.requests.begin(), stored("r2", "2026-11-27", kMorning));
    answer_poll("r2");
    answer_data();
    EXPECT_EQ(state().requests.value->size(), 2U);
    EXPECT_EQ(blocks_on(state(), day("2026-11-27")).size(), 1U);
}

TEST_F(TabsTest, ItIsAskedForOnceMore_WhereAnAnswerOfBeforeItIsOnItsWay) {
    start_signed_in();
    outside.timer.advance(seconds(15));
    EXPECT_EQ(asked("/revisions"), 1U);
    hear(TabNews::kChanged);
    hear(TabNews::kChanged);
    EXPECT_EQ(asked("/revisions"), 1U);
    answer_poll("r1");
    EXPECT_EQ(asked("/revisions"), 2U);
    answer_poll("r2");
    EXPECT_EQ(asked("/revisions"), 2U);
}

TEST_F(TabsTest, WhatTheServerHasCarriedOutIsTold_AndNothingElse) {
    ask_morning();
    EXPECT_TRUE(told().empty());
    store.dispatch(FormSubmitted{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 422, "{}"));
    EXPECT_TRUE(told().empty());
    store.dispatch(FormSubmitted{});
    accept();
    EXPECT_EQ(told(), std::vector{TabNews::kChanged});
    answer_data();
    store.dispatch(WithdrawPressed{core::RequestId{"r1"}});
    server.requests.back().state = core::RequestState::kWithdrawn;
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/change-requests/r1", 200, api::encode(server.requests.back())));
    EXPECT_EQ(told().size(), 2U);
}

TEST_F(TabsTest, WhatWaitsOnTheDeviceIsSeenOnEveryPage) {
    outside.outbox.works = true;
    start_signed_in();
    OutboxEntry entry;
    entry.key = "k1";
    entry.path = "/change-requests";
    entry.status = 409;
    outside.outbox.records[{"g1", "k1"}] = to_text(entry);
    hear(TabNews::kOutbox);
    EXPECT_EQ(state().outbox.box.entries().size(), 1U);
    outside.outbox.records.clear();
    hear(TabNews::kOutbox);
    EXPECT_TRUE(state().outbox.box.entries().empty());
}

TEST_F(TabsTest, WhatAPageThatIsGoneHasLeftIsSent) {
    outside.outbox.works = true;
    start_signed_in();
    OutboxEntry entry;
    entry.key = "k1";
    entry.path = "/change-requests";
    outside.outbox.records[{"g1", "k1"}] = to_text(entry);
    hear(TabNews::kOutbox);
    EXPECT_EQ(outside.http.count(Method::kPost, "/change-requests"), 1U);
}

TEST_F(TabsTest, SigningOutIsTold_AndMeantForEveryPage) {
    ask_morning();
    outside.storage.settle();
    EXPECT_GT(answers_kept(), 0U);
    hear(TabNews::kSignedOut);
    outside.storage.settle();
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_FALSE(state().session_expired);
    EXPECT_FALSE(state().account);
    EXPECT_FALSE(state().family.value);
    EXPECT_FALSE(state().requests.value);
    EXPECT_TRUE(state().form.choices.start.empty()) << "what was typed as well";
    EXPECT_EQ(outside.navigation.current(), "/");
    EXPECT_EQ(answers_kept(), 0U);
    EXPECT_TRUE(told().empty()) << "it is not told again";
    answer_data();
    EXPECT_FALSE(state().family.value);
}

TEST_F(TabsTest, TheOneWhoSignsOutTellsIt) {
    start_signed_in();
    store.dispatch(SignOutPressed{});
    EXPECT_TRUE(told().empty()) << "the server has not heard of it";
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    EXPECT_EQ(told(), std::vector{TabNews::kSignedOut});
}

TEST_F(TabsTest, APageThatIsStillStartingIsSignedOutAsWell) {
    start();
    hear(TabNews::kSignedOut);
    answer_session();
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_FALSE(state().account);
}

TEST_F(TabsTest, ASessionThatEndedIsTold_AndWhatWasTypedStaysForWhoTypedIt) {
    ask_morning();
    hear(TabNews::kExpired);
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_TRUE(state().session_expired);
    EXPECT_FALSE(state().family.value);
    EXPECT_EQ(state().form.choices.start, "07:30");
    hear(TabNews::kSignedIn);
    answer_session();
    answer_data();
    EXPECT_EQ(state().session, Session::kSignedIn) << "on this page as well";
    EXPECT_EQ(state().form.choices.start, "07:30");

    store.dispatch(MonthChosen{{2027, 1}});
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/occupancy", 401));
    EXPECT_EQ(told(), std::vector{TabNews::kExpired});
}

TEST_F(TabsTest, WhatWasTypedIsNotShownToSomebodyElse) {
    ask_morning();
    hear(TabNews::kExpired);
    hear(TabNews::kSignedIn);
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, somebody_else()));
    EXPECT_EQ(state().account->name, "Bram Bakker");
    EXPECT_TRUE(state().form.choices.children.empty());
    EXPECT_TRUE(state().form.choices.start.empty());
}

TEST_F(TabsTest, NothingIsShown_UntilTheServerSaysWhoHasSignedInOnAnotherPage) {
    start_signed_in();
    outside.storage.settle();
    hear(TabNews::kSignedIn);
    EXPECT_EQ(state().session, Session::kUnknown);
    EXPECT_FALSE(state().family.value);
    EXPECT_FALSE(state().account);
    answer_data();
    EXPECT_FALSE(state().family.value) << "of what was asked before";
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, somebody_else()));
    outside.storage.settle();
    EXPECT_EQ(state().account->name, "Bram Bakker");
    EXPECT_FALSE(state().family.value);
    EXPECT_EQ(answers_kept(), 0U);
    EXPECT_TRUE(told().empty());
}

TEST_F(TabsTest, TheOneWhoSignsInTellsIt) {
    start();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401));
    EXPECT_TRUE(told().empty());
    store.dispatch(EmailTyped{"jasmijn@example.nl"});
    store.dispatch(PasswordTyped{"geheim"});
    store.dispatch(SignInPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 200, account()));
    EXPECT_EQ(told(), std::vector{TabNews::kSignedIn});
}

TEST_F(TabsTest, TheAnswerToSigningInCounts_AlsoAfterAnotherPageWasQuicker) {
    start();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401));
    store.dispatch(EmailTyped{"jasmijn@example.nl"});
    store.dispatch(PasswordTyped{"geheim"});
    store.dispatch(SignInPressed{});
    hear(TabNews::kSignedIn);
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, somebody_else()));
    EXPECT_EQ(state().account->name, "Bram Bakker");
    answer_data();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 200, account()));
    EXPECT_EQ(state().account->name, "Jasmijn Visser");
    EXPECT_FALSE(state().family.value) << "of the other family";
}

TEST_F(TabsTest, APageThatHasNotHeardOfItActsForNobodyElse) {
    ask_morning();
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(outside.http.sent().back().guardian, "g1");
    api::Problem problem;
    problem.status = 401;
    problem.code = "somebody-else";
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 401, api::encode(problem)));
    EXPECT_EQ(state().session, Session::kUnknown);
    EXPECT_FALSE(state().family.value);
    EXPECT_TRUE(told().empty()) << "the session of the other page is a good one";
    EXPECT_TRUE(outside.http.sent().back().guardian.empty()) << "who is there is asked";
}

TEST_F(TabsTest, APageThatHasNotHeardOfItReadsNothingOfAnothersEither) {
    start_signed_in();
    store.dispatch(PathChanged{"/facturen"});
    const HttpRequest& read = outside.http.sent().back();
    EXPECT_EQ(read.path, "/invoices");
    EXPECT_EQ(read.guardian, "g1");
}

TEST_F(TabsTest, PagesThatAreConnectedComeToRest) {
    FakeWorld beside{local(kNow).seconds, "/"};
    Store other{beside.ports(), [] {}};
    other.start({});
    start_signed_in();
    outside.tabs.connect(beside.tabs);
    beside.tabs.connect(outside.tabs);
    ASSERT_TRUE(beside.http.answer(Method::kGet, "/session", 200, account()));
    store.dispatch(SignOutPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    EXPECT_EQ(other.state().session, Session::kSignedOut);
    EXPECT_TRUE(beside.tabs.told.empty());
}

}  // namespace
}  // namespace portal::app::test
