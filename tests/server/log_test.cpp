#include "api/records_codec.hpp"
#include "server/documents/documents.hpp"
#include "server/record_edits.hpp"
#include "server/request_decision.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

// Logboek as a table, and how a page hears that something has changed.
namespace portal::server::test {
namespace {

constexpr const char* kTable = "/api/log/csv";

class ServerLog : public testing::Test {
  protected:
    std::string ask(const char* date = "2026-12-09") {
        const Answer answer = portal.ask(cookie, "key-" + std::to_string(++keys), WishText{"noor", date}.json());
        const auto requests = api::decode_change_requests(answer.body);
        EXPECT_TRUE(requests) << answer.body;
        return requests ? requests.value->front().id.value : std::string{};
    }

    void reject(const std::string& id, const std::string& reason) {
        storage::Transaction transaction = portal.database().write();
        decide_request(transaction, core::RequestId{id}, false, reason, portal.clock.now());
        transaction.commit();
    }

    void add_contact(const std::string& name) {
        const Answer answer = portal.post(
            "/api/children/noor/emergency-contacts",
            R"({"fields":{"name":")" + name + R"(","relation":"Buur","phone":"0611223344","emergency":"yes"}})", cookie,
            {{"Idempotency-Key", "contact-" + std::to_string(++keys)}});
        ASSERT_EQ(answer.status, 201) << answer.body;
    }

    [[nodiscard]] std::string table(const std::string& query = {}) const {
        const Answer answer = portal.get(kTable + query, cookie);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return answer.body;
    }

    [[nodiscard]] Answer revisions(const std::string& tag = {}) const {
        Headers headers{{"Cookie", cookie}};
        if (!tag.empty()) {
            headers.emplace_back("If-None-Match", tag);
        }
        return send(portal.port(), "GET", "/api/revisions", headers);
    }

    TestPortal portal;
    std::string cookie = portal.sign_in(kJasmijn);
    int keys = 0;
};

TEST_F(ServerLog, TellsWhoAskedWhatAndWhatBecameOfIt) {
    reject(ask(), "De groep is vol.");
    add_contact("Tante Ans");
    const std::string all = table();
    EXPECT_EQ(all.substr(0, 3), "\xEF\xBB\xBF");
    EXPECT_NE(all.find("\r\n2026-11-23 10:00;\"Jasmijn Visser-de Boer\";\"Extra opvang\";\"Noor Visser\";\"\";\"\";"
                       "\"2026-12-09 07:30–13:00\";\"Afgewezen\";2026-11-23 10:00;\"De groep is vol.\";"),
              std::string::npos)
        << all;
    EXPECT_NE(all.find("\"Noodpersoon\";\"Tante Ans\";\"Toegevoegd\";\"\";\"Tante Ans\";\"Gewijzigd\";;\"\";\r\n"),
              std::string::npos)
        << all;
    EXPECT_NE(table("?language=en").find("\"Extra care\""), std::string::npos);
    EXPECT_EQ(portal.get(kTable, cookie).header("Content-Disposition"), "attachment; filename=\"logboek.csv\"");
}

TEST_F(ServerLog, ShowsWhatTheFilterLetsPass) {
    ask();
    add_contact("Tante Ans");
    const auto has = [&](const std::string& query, const char* part) {
        return table(query).find(part) != std::string::npos;
    };
    EXPECT_TRUE(has("?kind=extra&child=noor&from=2026-11-23&until=2026-11-23", "2026-12-09"));
    EXPECT_FALSE(has("?kind=swap", "2026-12-09"));
    EXPECT_FALSE(has("?child=sam", "2026-12-09"));
    EXPECT_FALSE(has("?from=2026-11-24", "2026-12-09"));
    EXPECT_FALSE(has("?until=2026-11-22", "2026-12-09"));
    EXPECT_FALSE(has("?kind=contact", "2026-12-09"));
    EXPECT_TRUE(has("?kind=contact&child=noor", "Tante Ans")) << "a contact is its child's";
    EXPECT_FALSE(has("?kind=contact&child=sam", "Tante Ans"));
    for (const char* query : {"?kind=verhuizing", "?from=2026-02-30", "?until=morgen", "?language=de"}) {
        EXPECT_EQ(portal.get(kTable + std::string(query), cookie).status, 400) << query;
    }
}

TEST_F(ServerLog, IsOneFamilysOnly) {
    ask();
    const std::string stranger = portal.sign_in(kFatima);
    EXPECT_EQ(portal.get(kTable, stranger).body.find("Jasmijn"), std::string::npos);
    EXPECT_EQ(portal.get(std::string(kTable) + "?child=noor", stranger).status, 404);
    EXPECT_EQ(portal.get(std::string(kTable) + "?child=%C3%A9%20x", cookie).status, 404);
    EXPECT_EQ(portal.get(kTable).status, 401);
    EXPECT_EQ(portal.get("/api/revisions").status, 401);
}

TEST_F(ServerLog, HasNoFormulas) {
    core::Family family;
    core::RecordChange change;
    change.record = core::RecordKind::kContact;
    change.field = "notes";
    change.state = core::RecordChange::State::kDone;
    for (const char* evil : {"=1+1", "+31612345678", "-2", "@SUM(A1)", "\t=1", "\n=1", "  =1", "＝1"}) {
        change.subject = change.by = change.old_value = change.new_value = change.reason = evil;
        const std::string text = documents::log_csv(documents::Language::nl, family, {{nullptr, &change}});
        EXPECT_EQ(count_of(text, std::string("\"'") + evil + '"'), 5U) << evil;
    }
    change.new_value = "een \"aanhaling\"; en\nmeer";
    EXPECT_NE(documents::log_csv(documents::Language::nl, family, {{nullptr, &change}})
                  .find("\"een \"\"aanhaling\"\"; en\nmeer\""),
              std::string::npos);
}

TEST_F(ServerLog, HasWordsForEveryFieldChoiceAndState) {
    const core::Family family;
    for (const auto language : {documents::Language::nl, documents::Language::en}) {
        for (const auto kind : {core::RecordKind::kGuardian, core::RecordKind::kChild, core::RecordKind::kContact}) {
            for (const core::FieldSpec& spec : core::fields_of(kind)) {
                std::vector<std::string> values{""};
                values.insert(values.end(), spec.choices.begin(), spec.choices.end());
                if (spec.type == core::FieldType::kYesNo) {
                    values.insert(values.end(), {"yes", "no"});
                } else if (spec.type == core::FieldType::kConsent) {
                    values.insert(values.end(), {"granted", "refused"});
                }
                for (const std::string& value : values) {
                    core::RecordChange change;
                    change.record = kind;
                    change.field = spec.name;
                    change.new_value = value;
                    change.state = core::RecordChange::State::kWaiting;
                    EXPECT_FALSE(documents::log_csv(language, family, {{nullptr, &change}}).empty());
                }
            }
        }
        for (int state = 0; state < 6; ++state) {
            core::ChangeRequest request;
            request.kind = core::RequestKind::kSick;
            request.state = static_cast<core::RequestState>(state);
            EXPECT_FALSE(documents::log_csv(language, family, {{&request, nullptr}}).empty());
        }
    }
}

TEST_F(ServerLog, RevisionsAreNotSentAgain_WhileNothingHappens) {
    const Answer first = revisions();
    ASSERT_EQ(first.status, 200);
    const std::string tag = first.header("etag");
    const Answer again = revisions(tag);
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(again.header("etag"), tag);
    EXPECT_EQ(revisions("W/" + tag).status, 304) << "as proxies that compress make it";
    EXPECT_EQ(revisions("\"other\"").status, 200);
}

TEST_F(ServerLog, RevisionsTellWhatHasChanged) {
    const auto now = [&] { return api::decode_revisions(revisions().body).value.value(); };
    const api::Revisions first = now();
    const std::string id = ask();
    const api::Revisions asked = now();
    EXPECT_NE(asked.requests, first.requests);
    EXPECT_EQ(asked.changes, first.changes);
    reject(id, "Vol.");
    const api::Revisions answered = now();
    EXPECT_NE(answered.requests, asked.requests) << "within the same second";
    add_contact("Tante Ans");
    EXPECT_EQ(now().requests, answered.requests);
    EXPECT_NE(now().changes, answered.changes);
    const std::string before = now().requests;
    portal.clock.advance(24 * 60 * 60);
    EXPECT_NE(now().requests, before) << "requests expire with their day";
}

TEST_F(ServerLog, RevisionsAreOneFamilysOnly) {
    const std::string stranger = portal.sign_in(kFatima);
    const std::string before = portal.get("/api/revisions", stranger).body;
    ask();
    EXPECT_EQ(portal.get("/api/revisions", stranger).body, before);
}

}  // namespace
}  // namespace portal::server::test
