#include "app/money_world.hpp"
#include "app/portal_fixture.hpp"
#include "app/record_world.hpp"

#include <algorithm>
#include <set>

/// What no screen has asked for is loaded as well, so that all of them can be read without a network.
namespace portal::app::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class PrefetchTest : public PortalTest {
  protected:
    /// On the month, with all that it asked for.
    void open() {
        start_signed_in();
        outside.storage.settle();
    }

    /// Time passes, and the device answers.
    void pass(milliseconds time) {
        outside.timer.advance(time);
        outside.storage.settle();
    }

    void answer_next() {
        ASSERT_EQ(outside.http.pending().size(), 1U) << "one after the other";
        answer(outside.http.pending().front().request.path);
    }

    void answer(const std::string& path) {
        auto& http = outside.http;
        const auto document = std::find_if(
            money.documents.begin(), money.documents.end(),
            [&](const api::InvoiceDocument& each) { return path == "/invoices/" + each.invoice.head.id.value; });
        if (path == "/records") {
            ASSERT_TRUE(http.answer(Method::kGet, path, 200, api::encode(family_records())));
        } else if (path == "/invoices") {
            ASSERT_TRUE(http.answer(Method::kGet, path, 200, money.list()));
        } else if (document != money.documents.end()) {
            ASSERT_TRUE(http.answer(Method::kGet, path, 200, api::encode(*document)));
        } else if (path.rfind("/occupancy", 0) == 0) {
            ASSERT_TRUE(answer_occupancy());
        } else {
            ASSERT_TRUE(http.answer(Method::kGet, path, 404));
        }
    }

    /// Lets everything come that does; which paths were asked for.
    std::set<std::string> load_all() {
        std::set<std::string> paths;
        pass(seconds(4));
        for (int i = 0; i < 100; ++i) {
            for (const auto& pending : std::vector(outside.http.pending())) {
                paths.insert(pending.request.path);
                answer(pending.request.path);
            }
            pass(milliseconds(200));
        }
        return paths;
    }

    [[nodiscard]] bool is_kept(const std::string& path) const {
        return outside.storage.records.count({"g1", path}) > 0;
    }

    MoneyWorld money{server};
};

TEST_F(PrefetchTest, WhatNoScreenHasAskedForIsLoaded_OneAfterTheOther_WithoutDrawing) {
    open();
    pass(seconds(2));
    EXPECT_TRUE(outside.http.pending().empty()) << "what the parent does first comes first";
    const int drawn = changes;
    pass(seconds(2));
    pass(milliseconds(200));
    ASSERT_EQ(outside.http.pending().size(), 1U);
    EXPECT_EQ(outside.http.pending()[0].request.path, "/records");
    pass(seconds(4));
    answer_next();
    pass(milliseconds(400));
    ASSERT_EQ(outside.http.pending().size(), 1U);
    EXPECT_EQ(outside.http.pending()[0].request.path.substr(0, 10), "/occupancy");
    answer_next();
    EXPECT_EQ(changes, drawn);
    EXPECT_TRUE(is_kept("/records"));
}

TEST_F(PrefetchTest, EveryScreenCanBeReadAfterwards) {
    open();
    load_all();
    for (const char* path : {"/records", "/invoices", "/invoices/i1", "/invoices/i3", "/family", "/changes",
                             "/occupancy?from=2026-01-01&to=2026-12-31"}) {
        EXPECT_TRUE(is_kept(path)) << path;
    }
    for (const char* path : {"/annual-statements", "/contracts", "/account/sessions", "/account/logins"}) {
        EXPECT_EQ(outside.http.count(Method::kGet, path), 1U) << path;
    }
    EXPECT_EQ(state().prefetch, Prefetch::kDone);
}

TEST_F(PrefetchTest, ItIsNotDoneAgain_BeforeHalfADayHasPassed) {
    open();
    load_all();
    for (const std::int64_t hours : {2, 13}) {
        FakeWorld later{outside.clock.now() + hours * 3600, "/wijziging/2026-11"};
        later.storage.records = outside.storage.records;
        Store again{later.ports(), [] {}};
        again.start({});
        ASSERT_TRUE(later.http.answer(Method::kGet, "/session", 200, account()));
        while (!later.http.pending().empty()) {
            later.http.answer(Method::kGet, "/", 404);
        }
        later.storage.settle();
        later.timer.advance(seconds(4));
        later.storage.settle();
        later.timer.advance(seconds(1));
        EXPECT_EQ(later.http.count(Method::kGet, "/records"), hours > 12 ? 1U : 0U) << hours;
    }
}

TEST_F(PrefetchTest, NothingIsLoadedWhereDataIsSaved) {
    outside.presence.saving = true;
    open();
    load_all();
    EXPECT_EQ(outside.http.count(Method::kGet, "/records"), 0U);
    EXPECT_EQ(state().prefetch, Prefetch::kNot);
}

TEST_F(PrefetchTest, ItWaits_WhileTheParentAsksForSomethingElse) {
    open();
    store.dispatch(MonthChosen{{2027, 5}});
    pass(seconds(10));
    pass(milliseconds(200));
    EXPECT_EQ(outside.http.count(Method::kGet, "/records"), 0U);
    answer_data();
    pass(seconds(1));
    pass(milliseconds(200));
    EXPECT_EQ(outside.http.count(Method::kGet, "/records"), 1U);
}

TEST_F(PrefetchTest, ItWaits_WhileNobodySeesThePage) {
    open();
    outside.presence.hide();
    EXPECT_TRUE(load_all().empty());
    outside.presence.show();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/revisions", 304));
    EXPECT_FALSE(load_all().empty());
}

TEST_F(PrefetchTest, ItGivesWay_WhereThereIsNoNetwork) {
    open();
    pass(seconds(4));
    pass(milliseconds(200));
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/records", Transport::kUnreachable));
    const std::size_t sent = outside.http.sent().size();
    outside.presence.hide();  // nor is anything polled
    pass(seconds(10));
    EXPECT_EQ(outside.http.sent().size(), sent);
    EXPECT_NE(state().prefetch, Prefetch::kDone);
}

TEST_F(PrefetchTest, WhatIsLoadedAheadIsDrawn_WhereTheParentHasGoneThereMeanwhile) {
    open();
    pass(seconds(4));
    pass(milliseconds(200));
    ASSERT_EQ(outside.http.pending()[0].request.path, "/records");
    store.dispatch(Navigated{parse_route("/stamgegevens", today(state())).value()});
    const int drawn = changes;
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/records", 200, api::encode(family_records())));
    EXPECT_GT(changes, drawn);
}

TEST_F(PrefetchTest, ItBeginsAnew_ForWhoSignsInNext) {
    open();
    load_all();
    store.dispatch(SignOutPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    EXPECT_EQ(state().prefetch, Prefetch::kNot);
    outside.storage.settle();
    EXPECT_TRUE(outside.storage.records.empty());
}

}  // namespace
}  // namespace portal::app::test
