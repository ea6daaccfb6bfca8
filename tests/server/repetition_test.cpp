#include "api/codec.hpp"
#include "api/records_codec.hpp"
#include "server/storage/rules.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <algorithm>

/// Changes that come twice, and late, because a device had no network.
namespace portal::server::test {
namespace {

class Repeated : public testing::Test {
  protected:
    [[nodiscard]] Answer put(const std::string& target, const std::string& body, Headers headers) const {
        headers.emplace_back("Content-Type", "application/json");
        headers.emplace_back("Cookie", jasmijn);
        return send(portal.port(), "PUT", target, headers, body);
    }

    [[nodiscard]] Answer edit(const std::string& key, const std::string& city, const std::string& version) const {
        return put("/api/guardians/jasmijn", R"({"fields":{"city":")" + city + R"("}})",
                   {{"If-Match", version}, {"Idempotency-Key", key}});
    }

    [[nodiscard]] Answer ask_late(const std::string& key, const std::string& wish, const std::string& written) const {
        return portal.post("/api/change-requests", wish, jasmijn, {{"Idempotency-Key", key}, {"Written-At", written}});
    }

    [[nodiscard]] std::string version() const { return portal.get("/api/guardians/jasmijn", jasmijn).header("ETag"); }

    TestPortal portal;
    std::string jasmijn = portal.sign_in(kJasmijn);
};

TEST_F(Repeated, AnEditGetsItsFirstAnswer_AlsoWhenSomebodyChangedTheRecordMeanwhile) {
    const std::string before = version();
    const Answer first = edit("key-1", "Leiden", before);
    ASSERT_EQ(first.status, 200) << first.body;
    ASSERT_EQ(edit("key-2", "Delft", first.header("ETag")).status, 200);
    portal.restart();
    const Answer again = edit("key-1", "Leiden", before);
    EXPECT_EQ(again.status, 200) << "it was carried out, and is not in conflict with what came later";
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.header("ETag"), first.header("ETag"));
    EXPECT_NE(portal.get("/api/guardians/jasmijn", jasmijn).body.find("Delft"), std::string::npos)
        << "nothing was done twice";
}

TEST_F(Repeated, AKeyBelongsToOneRequest) {
    const Answer first = edit("key-1", "Leiden", version());
    ASSERT_EQ(first.status, 200);
    EXPECT_EQ(edit("key-1", "Delft", first.header("ETag")).code(), "idempotency-key-reused");
    EXPECT_EQ(portal.ask(jasmijn, "key-1", WishText{}.json()).code(), "idempotency-key-reused");
    EXPECT_EQ(put("/api/change-requests/any/withdrawal", "{}", {{"Idempotency-Key", "a b"}}).code(),
              "invalid-idempotency-key");
}

TEST_F(Repeated, AConflictDoesNotUseTheKeyUp) {
    ASSERT_EQ(edit("key-1", "Breda", "\"0\"").status, 412);
    EXPECT_EQ(edit("key-1", "Breda", version()).status, 200);
}

TEST_F(Repeated, AWithdrawalGetsItsFirstAnswer) {
    const auto asked = api::decode_change_requests(portal.ask(jasmijn, "key-1", WishText{}.json()).body);
    const std::string target = "/api/change-requests/" + asked.value->front().id.value + "/withdrawal";
    const Answer first = put(target, "{}", {{"Idempotency-Key", "key-2"}, {"Written-At", "2026-11-23T08:00:00Z"}});
    ASSERT_EQ(first.status, 200) << first.body;
    portal.clock.advance(3600);
    const Answer again = put(target, "{}", {{"Idempotency-Key", "key-2"}});
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.body, first.body);
}

TEST_F(Repeated, AnOrderOfContactsIsNotPutBackByItsRepetition) {
    const std::string target = "/api/children/noor/emergency-contact-order";
    const auto order = [&](const char* key, const std::vector<std::string>& contacts) {
        return put(target, api::encode_order(contacts), {{"Idempotency-Key", key}});
    };
    const auto noors = [&] {
        const auto records = api::decode_family_records(portal.get("/api/records", jasmijn).body);
        std::vector<std::string> ids;
        for (const core::Record& contact : records.value->contacts) {
            if (contact.child == "noor") {
                ids.push_back(contact.id);
            }
        }
        return ids;
    };
    const std::vector<std::string> before = noors();
    const std::vector<std::string> reversed(before.rbegin(), before.rend());
    ASSERT_NE(before, reversed);
    ASSERT_EQ(order("key-1", reversed).status, 204);
    ASSERT_EQ(order("key-2", before).status, 204);
    const Answer again = order("key-1", reversed);
    EXPECT_EQ(again.status, 204);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(noors(), before) << "what came later stands";
    EXPECT_EQ(order("key-1", before).code(), "idempotency-key-reused");
}

TEST_F(Repeated, AWithdrawalKeepsBothTimes) {
    const auto asked = api::decode_change_requests(portal.ask(jasmijn, "key-1", WishText{}.json()).body);
    const std::string request = "/api/change-requests/" + asked.value->front().id.value;
    ASSERT_EQ(put(request + "/withdrawal", "{}", {{"Written-At", "2026-11-23T08:00:00Z"}}).status, 200);
    portal.restart();
    const auto stored = api::decode_change_request(portal.get(request, jasmijn).body);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored.value->withdrawn_at, core::Instant::parse("2026-11-23T09:00:00Z"));
    EXPECT_EQ(stored.value->withdrawal_written_at, core::Instant::parse("2026-11-23T08:00:00Z"));
}

TEST_F(Repeated, ALateRequestKeepsBothTimes) {
    const Answer answer = ask_late("key-1", WishText{}.json(), "2026-11-23T06:30:00Z");
    ASSERT_EQ(answer.status, 201) << answer.body;
    portal.restart();
    const auto stored = api::decode_change_requests(portal.get("/api/change-requests", jasmijn).body);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored.value->front().submitted_at.to_string(), "2026-11-23T09:00:00Z");
    ASSERT_TRUE(stored.value->front().written_at);
    EXPECT_EQ(stored.value->front().written_at->to_string(), "2026-11-23T06:30:00Z");
}

TEST_F(Repeated, ALateRequestIsJudgedByTheOrganisationsRule) {
    const std::string written = "2026-11-25T12:00:00Z";  // the day before the deadline
    portal.clock.set("2026-11-26T23:00:00Z");
    jasmijn = portal.sign_in(kJasmijn);
    EXPECT_EQ(ask_late("key-1", WishText{}.json(), written).code(), "extra-too-late") << "the server's clock counts";
    {
        storage::Transaction transaction = portal.database().write();
        core::RuleBook book = storage::load_all_rules(transaction);
        const auto kikkers = std::find_if(book.versions.begin(), book.versions.end(),
                                          [](const core::CareRules& it) { return it.id.value == "kikkers-2025"; });
        ASSERT_NE(kikkers, book.versions.end());
        core::CareRules rules = *kikkers;
        rules.id.value = "kikkers-late";
        rules.valid_from = core::Date::parse("2026-11-01").value();
        rules.late_arrival.hours = 36;
        storage::insert_rules(transaction, rules);
        transaction.commit();
    }
    EXPECT_EQ(portal.ask(jasmijn, "key-2", WishText{}.json()).code(), "extra-too-late");
    EXPECT_EQ(ask_late("key-3", WishText{}.json(), "2026-11-25T10:59:59Z").code(), "extra-too-late");
    EXPECT_EQ(ask_late("key-4", WishText{}.json(), "2026-11-26T23:00:01Z").code(), "extra-too-late");
    const Answer answer = ask_late("key-1", WishText{}.json(), written);
    EXPECT_EQ(answer.status, 201) << answer.body;
}

TEST_F(Repeated, AMomentThatIsNoneIsRefused) {
    for (const char* moment : {"yesterday", "2026-11-23T06:30:00+01:00", "2026-11-23"}) {
        const Answer answer = ask_late("key-1", WishText{}.json(), moment);
        EXPECT_EQ(answer.status, 400) << moment;
        EXPECT_EQ(answer.code(), "invalid-written-at") << moment;
    }
}

}  // namespace
}  // namespace portal::server::test
