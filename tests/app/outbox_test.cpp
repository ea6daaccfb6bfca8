#include "app/outbox.hpp"

#include <gtest/gtest.h>

namespace portal::app {
namespace {

OutboxEntry request(const std::string& key) {
    OutboxEntry entry;
    entry.key = key;
    entry.path = "/change-requests";
    entry.body = "{\"wishes\":[]}";
    entry.written_at = {1764000000};
    return entry;
}

OutboxEntry edit(const std::string& key, const std::string& version) {
    OutboxEntry entry = request(key);
    entry.method = Method::kPut;
    entry.path = "/guardians/jasmijn";
    entry.if_match = version;
    return entry;
}

OutboxAnswer answer(int status, const std::string& version = {}) {
    OutboxAnswer made;
    made.response.transport = Transport::kAnswered;
    made.response.status = status;
    made.response.body = "body";
    made.version = version;
    return made;
}

/// An outbox whose storage holds what was put and works at once.
struct Driven {
    Outbox outbox;
    OutboxEffects effects;
    std::vector<OutboxEntry> stored;

    template <class Effect>
    [[nodiscard]] std::vector<Effect> all() const {
        std::vector<Effect> found;
        for (const OutboxEffect& effect : effects) {
            if (const auto* wanted = std::get_if<Effect>(&effect)) {
                found.push_back(*wanted);
            }
        }
        return found;
    }

    /// Written down, and the turn is there.
    void add(const OutboxEntry& entry) {
        outbox.add(entry, effects);
        stored.push_back(entry);
        outbox.written(entry.key, true, effects);
    }
    void begin() {
        outbox.flush(effects);
        outbox.turn_given(effects);
        reread();
    }
    void reread() { outbox.read(all<ReadOutbox>().back().id, stored, true, effects); }
};

TEST(OutboxEntries, AreStoredWhole) {
    OutboxEntry entry = edit("key-1", "\"3\"");
    entry.number = 7;
    entry.status = 412;
    entry.answer = "{\n\"a\": \"é\"}\n";
    EXPECT_EQ(outbox_entry_from(to_text(entry)), entry);
    EXPECT_EQ(outbox_entry_from(to_text(request("k"))), request("k"));
}

TEST(OutboxEntries, AreNotRead_WhenTheyAreOfAnotherForm) {
    const std::string text = to_text(request("key-1"));
    EXPECT_FALSE(outbox_entry_from(""));
    EXPECT_FALSE(outbox_entry_from("2" + text.substr(1)));
    EXPECT_FALSE(outbox_entry_from(text.substr(0, text.size() - 1))) << "cut off";
    for (std::size_t length = 0; length < text.size(); ++length) {
        EXPECT_FALSE(outbox_entry_from(text.substr(0, length))) << length;
    }
}

TEST(OutboxOrder, TellsThatAChangeIsKept_OnceItIsWritten) {
    Driven driven;
    driven.outbox.add(request("a"), driven.effects);
    EXPECT_EQ(driven.all<PutEntry>().size(), 1U);
    EXPECT_TRUE(driven.all<EntryKept>().empty());
    EXPECT_TRUE(driven.all<AskTurn>().empty()) << "nothing is sent that a lost page would forget";
    driven.outbox.written("a", true, driven.effects);
    EXPECT_EQ(driven.all<EntryKept>().size(), 1U);
    EXPECT_EQ(driven.all<AskTurn>().size(), 1U);
}

TEST(OutboxOrder, TellsThatAChangeIsNotKept_WhenTheDeviceCannot) {
    Driven driven;
    driven.outbox.add(request("a"), driven.effects);
    driven.outbox.written("a", false, driven.effects);
    EXPECT_EQ(driven.all<EntryNotKept>().size(), 1U);
    EXPECT_TRUE(driven.outbox.entries().empty());
}

TEST(OutboxOrder, SendsOneAtATime_TheOldestFirst) {
    Driven driven;
    driven.add(request("a"));
    driven.add(request("b"));
    driven.begin();
    ASSERT_EQ(driven.all<SendEntry>().size(), 1U);
    EXPECT_EQ(driven.all<SendEntry>()[0].entry.key, "a");
    driven.outbox.answered("a", answer(201), driven.effects);
    driven.reread();
    ASSERT_EQ(driven.all<SendEntry>().size(), 2U) << "storage that has not forgotten yet brings nothing back";
    EXPECT_EQ(driven.all<SendEntry>()[1].entry.key, "b");
    EXPECT_EQ(driven.outbox.entries().size(), 1U);
}

TEST(OutboxOrder, WaitsLongerAfterEachFailure_AndNotWhenThereIsANetworkAgain) {
    Driven driven;
    driven.add(request("a"));
    driven.begin();
    std::chrono::milliseconds last{0};
    for (int round = 0; round < 12; ++round) {
        driven.outbox.answered("a", round % 2 == 0 ? OutboxAnswer{} : answer(503), driven.effects);
        const auto waits = driven.all<WaitToResend>();
        ASSERT_EQ(waits.size(), static_cast<std::size_t>(round) + 1);
        EXPECT_GE(waits.back().at_most, last);
        EXPECT_LE(waits.back().at_most, std::chrono::minutes(10));
        last = waits.back().at_most;
        driven.begin();
    }
    EXPECT_EQ(driven.all<SendEntry>().size(), 13U);
    EXPECT_EQ(driven.all<EndTurn>().size(), 12U) << "another page may try meanwhile";
}

TEST(OutboxOrder, WaitsAsLongAsTheServerAsks) {
    Driven driven;
    driven.add(request("a"));
    driven.begin();
    OutboxAnswer busy = answer(429);
    busy.response.retry_after = 3600;
    driven.outbox.answered("a", busy, driven.effects);
    EXPECT_GE(driven.all<WaitToResend>()[0].at_most / 2, std::chrono::hours(1));
    EXPECT_EQ(driven.outbox.entries().size(), 1U) << "it is no refusal";
}

TEST(OutboxOrder, KeepsWhatWasRefused_AndGoesOnWithTheRest) {
    Driven driven;
    driven.add(request("a"));
    driven.add(request("b"));
    driven.begin();
    driven.outbox.answered("a", answer(422), driven.effects);
    const OutboxEntry refused = driven.all<PutEntry>().back().entry;
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.answer, "body");
    driven.stored[0] = refused;
    driven.reread();
    EXPECT_EQ(driven.all<SendEntry>().back().entry.key, "b");
    driven.outbox.answered("b", answer(201), driven.effects);
    driven.stored.pop_back();
    driven.reread();
    ASSERT_EQ(driven.outbox.entries().size(), 1U);
    driven.outbox.resend("a", driven.effects);
    EXPECT_EQ(driven.all<PutEntry>().back().entry.status, 0);
    driven.outbox.discard("a", driven.effects);
    EXPECT_TRUE(driven.outbox.entries().empty());
}

TEST(OutboxOrder, BuildsAnEditOnTheOneBefore) {
    Driven driven;
    driven.add(edit("a", "\"1\""));
    driven.add(edit("b", "\"1\""));
    driven.begin();
    driven.outbox.answered("a", answer(200, "\"2\""), driven.effects);
    EXPECT_EQ(driven.all<PutEntry>().back().entry.if_match, "\"2\"");
    driven.stored = {driven.all<PutEntry>().back().entry};
    driven.reread();
    EXPECT_EQ(driven.all<SendEntry>().back().entry.if_match, "\"2\"");
}

TEST(OutboxOrder, HoldsAnEditBack_WhileTheOneBeforeIsRefused) {
    Driven driven;
    driven.add(edit("a", "\"1\""));
    driven.add(edit("b", "\"1\""));
    driven.begin();
    driven.outbox.answered("a", answer(412), driven.effects);
    driven.stored[0] = driven.all<PutEntry>().back().entry;
    driven.reread();
    EXPECT_EQ(driven.all<SendEntry>().size(), 1U);
    EXPECT_EQ(driven.all<EndTurn>().size(), 1U);
}

TEST(OutboxOrder, StopsAtASessionThatEnded_AndGoesOnAfterwards) {
    Driven driven;
    driven.add(request("a"));
    driven.begin();
    driven.outbox.answered("a", answer(401), driven.effects);
    EXPECT_EQ(driven.all<SenderSignedOut>().size(), 1U);
    EXPECT_TRUE(driven.all<WaitToResend>().empty());
    EXPECT_EQ(driven.outbox.entries().size(), 1U);
    driven.begin();
    EXPECT_EQ(driven.all<SendEntry>().size(), 2U);
}

TEST(OutboxOrder, DiscardsNothingThatIsBeingSent) {
    Driven driven;
    driven.add(request("a"));
    driven.begin();
    driven.outbox.discard("a", driven.effects);
    EXPECT_EQ(driven.outbox.entries().size(), 1U);
    driven.outbox.answered("a", OutboxAnswer{}, driven.effects);
    driven.outbox.discard("a", driven.effects);
    EXPECT_TRUE(driven.outbox.entries().empty());
    EXPECT_EQ(driven.all<EraseEntry>().size(), 1U);
}

}  // namespace
}  // namespace portal::app
