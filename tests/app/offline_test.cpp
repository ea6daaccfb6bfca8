#include "app/age.hpp"
#include "app/portal_fixture.hpp"

#include <memory>

namespace portal::app {
namespace {

using platform::headless::FakeStorage;
using platform::headless::FakeWorld;
using test::PortalTest;

class OfflineTest : public PortalTest {
  protected:
    static constexpr std::int64_t kTwoHours = 7200;

    /// A visit with network, that the device has kept all of.
    void visit(const std::string& path = "/wijziging/2026-11") {
        start_signed_in(path);
        outside.storage.settle();
    }

    /// The same device, two hours later, in a page that has just been opened.
    void reopen(const std::string& path = "/wijziging/2026-11") {
        later = std::make_unique<FakeWorld>(outside.clock.now() + kTwoHours, path);
        later->storage.records = outside.storage.records;
        reopened = std::make_unique<Store>(later->ports(), [] {});
        reopened->start({});
    }

    void reopen_without_network(const std::string& path = "/wijziging/2026-11") {
        reopen(path);
        later->storage.settle();
        ASSERT_TRUE(later->http.fail(Method::kGet, "/session", Transport::kUnreachable));
        later->storage.settle();
    }

    static std::string somebody_else() {
        return api::encode(api::Account{core::GuardianId{"g9"}, "Bram Bakker", "bram@example.nl", "De Boomgaard"});
    }

    [[nodiscard]] const State& again() const { return reopened->state(); }

    static std::size_t count(const FakeStorage& storage, const std::string& account) {
        std::size_t found = 0;
        for (const auto& [where, value] : storage.records) {
            found += where.first == account ? 1U : 0U;
        }
        return found;
    }

    std::unique_ptr<FakeWorld> later;
    std::unique_ptr<Store> reopened;
};

TEST_F(OfflineTest, ShowsWhatWasKnown_WithItsAge_WithoutNetwork) {
    visit();
    reopen_without_network();
    EXPECT_EQ(again().session, Session::kSignedIn);
    EXPECT_TRUE(again().from_memory);
    EXPECT_EQ(again().account->name, "Jasmijn Visser");
    EXPECT_TRUE(calendar_ready(again()));
    EXPECT_TRUE(verdicts_ready(again()));
    EXPECT_EQ(shown_as_of(again()), test::local(kNow));
    EXPECT_TRUE(again().family.failed()) << "it may be out of date";
    EXPECT_EQ(later->http.sent().size(), 1U) << "nothing is asked of the server before it knows who is there";
}

TEST_F(OfflineTest, OpensOtherScreensFromMemory) {
    visit("/");
    store.dispatch(Navigated{parse_route("/logboek", today(state())).value()});
    answer_data();
    outside.storage.settle();
    reopen_without_network("/logboek");
    ASSERT_TRUE(again().requests.value);
    reopened->dispatch(Navigated{parse_route("/", today(again())).value()});
    later->storage.settle();
    EXPECT_TRUE(again().notices.value);
    EXPECT_EQ(later->http.pending().size(), 0U);
}

TEST_F(OfflineTest, AsksAgain_WhenThereIsANetworkAgain) {
    visit();
    reopen_without_network();
    later->presence.come();
    EXPECT_EQ(again().session, Session::kSignedIn) << "what is shown stays meanwhile";
    ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 200, account()));
    EXPECT_FALSE(again().from_memory);
    EXPECT_TRUE(again().family.loading());
    EXPECT_EQ(later->http.count(Method::kGet, "/occupancy"), 3U) << "the neighbours of the month as well";
    ASSERT_TRUE(later->http.answer(Method::kGet, "/family", 200, api::encode(server.family)));
    EXPECT_EQ(again().family.as_of, again().now);
}

TEST_F(OfflineTest, AsksOnce_WhileTheServerIsBeingAsked) {
    visit();
    reopen_without_network();
    reopened->dispatch(RetryPressed{});
    later->presence.come();
    EXPECT_EQ(later->http.count(Method::kGet, "/session"), 2U);
    ASSERT_TRUE(later->http.fail(Method::kGet, "/session", Transport::kTimedOut));
    EXPECT_TRUE(again().from_memory);
    EXPECT_EQ(again().session_failure, Failure::kTimedOut);
}

TEST_F(OfflineTest, BeginsFromMemory_WhenTheServerIsSlow) {
    visit();
    reopen();
    later->storage.settle();
    EXPECT_EQ(again().session, Session::kUnknown);
    later->timer.advance(std::chrono::seconds{3});
    later->storage.settle();
    EXPECT_TRUE(again().from_memory);
    EXPECT_TRUE(calendar_ready(again()));
    ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 200, account()));
    EXPECT_FALSE(again().from_memory);
}

TEST_F(OfflineTest, WaitsForTheDevice_WhenTheServerFailsFirst) {
    visit();
    reopen();
    ASSERT_TRUE(later->http.fail(Method::kGet, "/session", Transport::kUnreachable));
    EXPECT_EQ(again().session, Session::kUnknown);
    later->storage.settle();
    EXPECT_TRUE(calendar_ready(again()));
}

TEST_F(OfflineTest, ShowsWhatWasKnown_UntilTheServerAnswers) {
    visit();
    reopen();
    ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 200, account()));
    later->storage.settle();
    EXPECT_TRUE(calendar_ready(again()));
    EXPECT_TRUE(again().family.loading());
}

TEST_F(OfflineTest, KeepsTheServersWord_WhenTheDeviceIsSlower) {
    visit();
    server.family.children.clear();
    reopen();
    ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_TRUE(later->http.answer(Method::kGet, "/family", 200, api::encode(server.family)));
    later->storage.settle();
    EXPECT_TRUE(again().family.value->children.empty());
    EXPECT_EQ(again().family.as_of, again().now);
}

TEST_F(OfflineTest, HasNothing_BeforeTheFirstVisit) {
    reopen_without_network();
    EXPECT_EQ(again().session, Session::kUnknown);
    EXPECT_EQ(again().session_failure, Failure::kUnreachable);
}

TEST_F(OfflineTest, ForgetsAll_WhenTheServerEndsTheSession) {
    visit();
    reopen_without_network();
    reopened->dispatch(RetryPressed{});
    ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 401));
    later->storage.settle();
    EXPECT_EQ(again().session, Session::kSignedOut);
    EXPECT_TRUE(again().session_expired);
    EXPECT_FALSE(again().family.value);
    EXPECT_TRUE(later->storage.records.empty());
}

TEST_F(OfflineTest, ForgetsAll_WhenTheSessionHasEndedBeforeTheStart) {
    visit();
    for (const bool server_first : {true, false}) {
        reopen();
        if (!server_first) {
            later->storage.settle();
        }
        ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 401));
        later->storage.settle();
        EXPECT_EQ(again().session, Session::kSignedOut);
        EXPECT_TRUE(later->storage.records.empty());
    }
}

TEST_F(OfflineTest, ForgetsAll_WhenTheParentSignsOut) {
    visit();
    EXPECT_GT(count(outside.storage, "g1"), 6U);
    store.dispatch(SignOutPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    outside.storage.settle();
    EXPECT_TRUE(outside.storage.records.empty());
}

TEST_F(OfflineTest, KeepsNothing_OfAnAnswerThatComesAfterTheSession) {
    visit();
    store.dispatch(MonthChosen{{2027, 3}});
    store.dispatch(SignOutPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    answer_data();
    outside.storage.settle();
    EXPECT_TRUE(outside.storage.records.empty());
}

TEST_F(OfflineTest, ShowsNobodyTheDataOfSomebodyElse) {
    visit();
    reopen();
    later->storage.settle();
    ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 200, somebody_else()));
    later->storage.settle();
    EXPECT_FALSE(again().family.value);
    EXPECT_FALSE(calendar_ready(again()));
    EXPECT_EQ(count(later->storage, "g1"), 0U) << "whose session is over";
    EXPECT_NE(later->storage.records[std::pair(std::string(), std::string("account"))].find("Bram"), std::string::npos);
}

TEST_F(OfflineTest, TakesTheDataAway_WhenTheServerNamesSomebodyElse) {
    visit();
    reopen_without_network();
    later->presence.come();
    ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 200, somebody_else()));
    later->storage.settle();
    EXPECT_EQ(again().account->name, "Bram Bakker");
    EXPECT_FALSE(again().family.value);
    EXPECT_FALSE(again().requests.value);
    EXPECT_EQ(count(later->storage, "g1"), 0U);
}

TEST_F(OfflineTest, LeavesTheRecordsOfOthersAlone) {
    visit();
    outside.storage.records[std::pair(std::string("g9"), std::string("/family"))] = "theirs";
    store.dispatch(SignOutPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    outside.storage.settle();
    EXPECT_EQ(outside.storage.records.size(), 1U);
}

TEST_F(OfflineTest, DropsWhatCannotBeRead_AndFetchesItAgain) {
    visit();
    for (const std::string broken : {"", "half", "2026-11-23T08:00:00Z\n{\"children\":[", "yesterday\n{}"}) {
        outside.storage.records[std::pair(std::string("g1"), std::string("/family"))] = broken;
        reopen_without_network();
        EXPECT_FALSE(again().family.value);
        EXPECT_TRUE(again().requests.value) << "the rest is whole";
        EXPECT_EQ(later->storage.records.count({"g1", "/family"}), 0U);
        later->presence.come();
        ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 200, account()));
        ASSERT_TRUE(later->http.answer(Method::kGet, "/family", 200, api::encode(server.family)));
        later->storage.settle();
        EXPECT_EQ(later->storage.records.count({"g1", "/family"}), 1U);
    }
}

TEST_F(OfflineTest, AsksForTheAccount_WhenItCannotBeRead) {
    visit();
    outside.storage.records[std::pair(std::string(), std::string("account"))] = "2026-11-23T08:00:00Z\n{}";
    reopen_without_network();
    EXPECT_EQ(again().session, Session::kUnknown);
    reopened->dispatch(RetryPressed{});
    ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 200, account()));
    later->storage.settle();
    EXPECT_TRUE(calendar_ready(again()));
}

TEST_F(OfflineTest, WorksWithTheServerAlone_WhenNothingCanBeKept) {
    outside.storage.break_down(StorageFault::kUnavailable);
    visit();
    EXPECT_TRUE(calendar_ready(state()));
    EXPECT_EQ(state().storage_fault, StorageFault::kUnavailable);
}

TEST_F(OfflineTest, SaysSo_WhenTheDeviceIsFull) {
    start();
    outside.storage.break_down(StorageFault::kFull);
    answer_session();
    answer_data();
    outside.storage.settle();
    EXPECT_TRUE(verdicts_ready(state()));
    EXPECT_EQ(state().storage_fault, StorageFault::kFull);
    EXPECT_TRUE(outside.storage.records.empty());
}

}  // namespace
}  // namespace portal::app
