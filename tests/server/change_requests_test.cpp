#include "api/codec.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace portal::server::test {
namespace {

std::size_t requests_of(const TestPortal& portal, const std::string& cookie) {
    const auto requests = api::decode_change_requests(portal.get("/api/change-requests", cookie).body);
    return requests ? requests.value->size() : 0;
}

TEST(AskingForExtraCare, StoresTheRequest) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const std::size_t before = requests_of(portal, cookie);
    const Answer answer = portal.ask(cookie, "key-1", WishText{}.json());
    ASSERT_EQ(answer.status, 201) << answer.body;
    const auto stored = api::decode_change_requests(answer.body);
    ASSERT_TRUE(stored) << stored.error.detail;
    ASSERT_EQ(stored.value->size(), 1U);
    const core::ChangeRequest& request = stored.value->front();
    EXPECT_EQ(request.kind, core::RequestKind::kExtra);
    EXPECT_EQ(request.state, core::RequestState::kSubmitted);
    EXPECT_EQ(request.child.value, "noor");
    EXPECT_EQ(request.location.value, "kikkers");
    EXPECT_EQ(request.price, core::Money{6023}) << "five and a half hours at 10.95";
    EXPECT_EQ(request.submitted_at.to_string(), "2026-11-23T09:00:00Z");
    EXPECT_EQ(request.submitted_by, "Jasmijn Visser-de Boer");
    EXPECT_EQ(request.rule_version.value, "kikkers-2025");
    EXPECT_EQ(request.rule_text, "Geen restitutie.");
    EXPECT_EQ(answer.header("Location"), "/api/change-requests/" + request.id.value);
    EXPECT_EQ(portal.get(answer.header("Location"), cookie).body, api::encode(request));
    EXPECT_EQ(requests_of(portal, cookie), before + 1);
}

TEST(AskingForExtraCare, ShowsTheDayAsAsked_AlsoToTheOtherParentAndAfterARestart) {
    TestPortal portal;
    ASSERT_EQ(portal.ask(portal.sign_in(kJasmijn), "key-1", WishText{}.json()).status, 201);
    const std::string cookie = portal.sign_in(kThomas);
    const std::string day = "/api/occupancy?from=2026-11-27&to=2026-11-27";
    const std::string shown = portal.get(day, cookie).body;
    EXPECT_NE(shown.find(R"("state":"extra-requested")"), std::string::npos) << shown;
    portal.restart();
    EXPECT_EQ(portal.get(day, cookie).body, shown) << "the session and the request are still there";
}

TEST(AskingForExtraCare, PutsTheNewestFirst) {
    TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    ASSERT_EQ(portal.ask(cookie, "key-1", WishText{}.json()).status, 201);
    portal.clock.advance(60);
    ASSERT_EQ(portal.ask(cookie, "key-2", WishText{"noor", "2026-12-02"}.json()).status, 201);
    const auto requests = api::decode_change_requests(portal.get("/api/change-requests", cookie).body);
    ASSERT_TRUE(requests);
    EXPECT_EQ(requests.value->at(0).date.to_string(), "2026-12-02");
    EXPECT_EQ(requests.value->at(1).date.to_string(), "2026-11-27");
}

struct RefusalCase {
    const char* name;
    WishText wish;
    const char* code;
    const char* field;
};

class RefusedExtraCare : public testing::TestWithParam<RefusalCase> {};

TEST_P(RefusedExtraCare, IsAnsweredWithItsReasonAndStoresNothing) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const std::size_t before = requests_of(portal, cookie);
    const Answer answer = portal.ask(cookie, "key-1", GetParam().wish.json());
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.code(), GetParam().code);
    EXPECT_NE(answer.body.find(std::string(R"("field":")") + GetParam().field + '"'), std::string::npos) << answer.body;
    EXPECT_EQ(requests_of(portal, cookie), before);
    EXPECT_EQ(portal.ask(cookie, "key-1", WishText{}.json()).status, 201) << "the key is not used up by a refusal";
}

INSTANTIATE_TEST_SUITE_P(
    AllReasons, RefusedExtraCare,
    testing::Values(
        RefusalCase{"DayInPast", {"noor", "2026-11-20"}, "extra-day-in-past", "date"},
        RefusalCase{"Weekend", {"noor", "2026-11-28"}, "extra-closed", "date"},
        RefusalCase{"ClosingDay", {"noor", "2026-12-04"}, "extra-closed", "date"},
        RefusalCase{"Holiday", {"noor", "2026-12-25"}, "extra-closed", "date"},
        RefusalCase{"TooLate", {"sam", "2026-11-23", "14:00", "18:30"}, "extra-too-late", "date"},
        RefusalCase{"TooFarAhead", {"noor", "2027-03-03"}, "extra-too-far-ahead", "date"},
        RefusalCase{"EndBeforeStart", {"noor", "2026-11-27", "13:00", "07:30"}, "extra-end-before-start", "end"},
        RefusalCase{"NotASlot", {"noor", "2026-11-27", "08:00", "12:00"}, "extra-not-a-slot", "start"},
        RefusalCase{"OutsideHours", {"mila", "2026-11-27", "13:00", "15:00"}, "extra-outside-opening-hours", "start"},
        RefusalCase{"TooShort", {"mila", "2026-11-27", "14:00", "14:30"}, "extra-too-short", "end"},
        RefusalCase{"NotOnStep", {"mila", "2026-11-27", "14:05", "16:00"}, "extra-not-on-step", "start"},
        RefusalCase{"OverlapsContract", {"noor", "2026-12-01", "07:30", "13:00"}, "extra-overlaps-care", "start"},
        RefusalCase{"NoContract", {"noor", "2028-03-22", "07:30", "13:00"}, "extra-too-far-ahead", "date"},
        RefusalCase{"AfterContract", {"noor", "2028-03-23", "07:30", "13:00"}, "extra-no-contract", "childId"}),
    [](const auto& test) { return std::string{test.param.name}; });

TEST(IdempotencyKey, GivesTheSameAnswer_WhenTheRequestIsRepeated) {
    TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const std::size_t before = requests_of(portal, cookie);
    const Answer first = portal.ask(cookie, "key_1-A", WishText{}.json());
    portal.restart();
    portal.clock.advance(3600);
    const Answer second = portal.ask(cookie, "key_1-A", WishText{}.json());
    EXPECT_EQ(second.status, 201);
    EXPECT_EQ(second.body, first.body);
    EXPECT_EQ(second.header("Location"), first.header("Location"));
    EXPECT_EQ(requests_of(portal, cookie), before + 1);
}

TEST(IdempotencyKey, IsRefused_WhenTheBodyIsAnother) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    ASSERT_EQ(portal.ask(cookie, "key-1", WishText{}.json()).status, 201);
    const Answer answer = portal.ask(cookie, "key-1", WishText{"noor", "2026-12-02"}.json());
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.code(), "idempotency-key-reused");
}

TEST(IdempotencyKey, IsEachAccountsOwn) {
    const TestPortal portal;
    ASSERT_EQ(portal.ask(portal.sign_in(kJasmijn), "key-1", WishText{}.json()).status, 201);
    const Answer answer = portal.ask(portal.sign_in(kFatima), "key-1", WishText{"youssef", "2026-12-01"}.json());
    EXPECT_EQ(answer.status, 201) << answer.body;
}

TEST(IdempotencyKey, IsRefused_WhenItIsMissingOrOfTheWrongForm) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    EXPECT_EQ(portal.post("/api/change-requests", WishText{}.json(), cookie).code(), "invalid-idempotency-key");
    for (const std::string& key : {std::string{" "}, std::string{"a b"}, std::string{"a/b"}, std::string(65, 'a')}) {
        const Answer answer = portal.ask(cookie, key, WishText{}.json());
        EXPECT_EQ(answer.status, 400) << key;
        EXPECT_EQ(answer.code(), "invalid-idempotency-key") << key;
    }
    EXPECT_EQ(portal.ask(cookie, std::string(64, 'a'), WishText{}.json()).status, 201);
}

/// Sends all at the same time.
std::vector<Answer> ask_at_once(const TestPortal& portal, const std::string& cookie,
                                const std::vector<std::pair<std::string, std::string>>& keys_and_bodies) {
    std::vector<Answer> answers(keys_and_bodies.size());
    std::vector<std::thread> threads;
    threads.reserve(answers.size());
    for (std::size_t index = 0; index < answers.size(); ++index) {
        threads.emplace_back([&, index] {
            const auto& [key, body] = keys_and_bodies[index];
            answers[index] = portal.ask(cookie, key, body);
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return answers;
}

TEST(SimultaneousRequests, AreOne_WhenTheyCarryTheSameKey) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const std::size_t before = requests_of(portal, cookie);
    const auto answers =
        ask_at_once(portal, cookie, std::vector(12, std::pair{std::string{"same"}, WishText{}.json()}));
    for (const Answer& answer : answers) {
        EXPECT_EQ(answer.status, 201);
        EXPECT_EQ(answer.body, answers.front().body);
    }
    EXPECT_EQ(requests_of(portal, cookie), before + 1);
}

TEST(SimultaneousRequests, LetExactlyOneThrough_WhenTheyOverlap) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const std::size_t before = requests_of(portal, cookie);
    constexpr int kAtOnce = 12;
    std::vector<std::pair<std::string, std::string>> wishes;
    wishes.reserve(kAtOnce);
    for (int index = 0; index < kAtOnce; ++index) {
        wishes.emplace_back("key-" + std::to_string(index),
                            WishText{"noor", "2026-11-27", "07:30", index % 2 == 0 ? "13:00" : "18:30"}.json());
    }
    int accepted = 0;
    for (const Answer& answer : ask_at_once(portal, cookie, wishes)) {
        accepted += answer.status == 201 ? 1 : 0;
        EXPECT_TRUE(answer.status == 201 || answer.code() == "extra-overlaps-care") << answer.status << answer.body;
    }
    EXPECT_EQ(accepted, 1);
    EXPECT_EQ(requests_of(portal, cookie), before + 1);
}

TEST(AskingForExtraCare, IsRefused_WhenTheBodyCannotBeRead) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    for (const char* body : {"{}", "nonsense", "[]"}) {
        const Answer answer = portal.ask(cookie, "key-1", body);
        EXPECT_EQ(answer.status, 400) << body;
        EXPECT_EQ(answer.code(), "invalid-body") << body;
    }
    const Answer answer = portal.ask(cookie, "key-1", WishText{"noor", "2026-02-30"}.json());
    EXPECT_NE(answer.body.find(R"("field":"wishes[0].date")"), std::string::npos) << answer.body;
}

}  // namespace
}  // namespace portal::server::test
