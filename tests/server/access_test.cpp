#include "server/storage/access_log.hpp"

#include "api/codec.hpp"
#include "server/handlers/handlers.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <set>

namespace portal::server::test {
namespace {

std::vector<storage::RefusedAccess> refused_accesses(TestPortal& portal) {
    storage::Transaction transaction = portal.database().read();
    return storage::list_refused_accesses(transaction);
}

TEST(Access, NeedsASession_OnEveryEndpointThatIsNotOpen) {
    const TestPortal portal;
    std::size_t checked = 0;
    for (const Route& route : routes()) {
        if (route.is_open) {
            continue;
        }
        const Answer answer = route.method == http::Method::kPost     ? portal.post(route.pattern, "{}")
                              : route.method == http::Method::kPut    ? portal.put(route.pattern, "{}")
                              : route.method == http::Method::kDelete ? portal.remove(route.pattern, "")
                                                                      : portal.get(route.pattern);
        EXPECT_EQ(answer.status, 401) << route.pattern;
        EXPECT_EQ(answer.code(), "not-signed-in") << route.pattern;
        ++checked;
    }
    EXPECT_EQ(checked, 45U) << "open to everybody: signing in and out, and what leads to a password";
}

TEST(Access, ShowsEachFamilyItsOwnOnly) {
    const TestPortal portal;
    const std::string jasmijn = portal.sign_in(kJasmijn);
    const std::string fatima = portal.sign_in(kFatima);
    for (const char* target :
         {"/api/family", "/api/change-requests", "/api/credit", "/api/occupancy?from=2026-11-01&to=2027-11-01"}) {
        const std::string ours = portal.get(target, jasmijn).body;
        const std::string theirs = portal.get(target, fatima).body;
        for (const char* name : {"noor", "sam", "mila", "Visser"}) {
            EXPECT_EQ(theirs.find(name), std::string::npos) << target << ' ' << name;
        }
        for (const char* name : {"youssef", "lina", "Amrani"}) {
            EXPECT_EQ(ours.find(name), std::string::npos) << target << ' ' << name;
        }
    }
}

TEST(Access, IsTheSameForBothParentsOfAFamily) {
    const TestPortal portal;
    EXPECT_EQ(portal.get("/api/family", portal.sign_in(kJasmijn)).body,
              portal.get("/api/family", portal.sign_in(kThomas)).body);
}

TEST(Access, ToAnotherFamilysChild_IsAnsweredAsIfItDidNotExist_AndLogged) {
    TestPortal portal;
    const std::string cookie = portal.sign_in(kFatima);
    const Answer foreign = portal.ask(cookie, "key-1", WishText{}.json());
    const Answer unknown = portal.ask(cookie, "key-2", WishText{"nobody"}.json());
    EXPECT_EQ(foreign.status, 404);
    EXPECT_EQ(foreign.code(), "not-found");
    const auto without_id = [](const Answer& answer) { return answer.body.substr(0, answer.body.find("requestId")); };
    EXPECT_EQ(without_id(foreign), without_id(unknown));

    const auto accesses = refused_accesses(portal);
    ASSERT_EQ(accesses.size(), 2U);
    EXPECT_EQ(accesses[0].account_id, "account-fatima");
    EXPECT_EQ(accesses[0].route, "POST /api/change-requests");
    EXPECT_EQ(accesses[0].what, "child");
    EXPECT_EQ(accesses[0].at, portal.clock.now());
    const std::set<std::string> requests{accesses[0].request_id, accesses[1].request_id};
    EXPECT_EQ(requests, (std::set{foreign.header("X-Request-Id"), unknown.header("X-Request-Id")}));
    EXPECT_NE(accesses[0].asked_id, accesses[1].asked_id);
}

TEST(Access, ToAnotherFamilysRequest_IsAnsweredAsIfItDidNotExist_AndLogged) {
    TestPortal portal;
    const Answer created = portal.ask(portal.sign_in(kJasmijn), "key-1", WishText{}.json());
    ASSERT_EQ(created.status, 201);
    const std::string target = created.header("Location");
    const Answer answer = portal.get(target, portal.sign_in(kFatima));
    EXPECT_EQ(answer.status, 404);
    EXPECT_EQ(answer.code(), "not-found");
    const auto accesses = refused_accesses(portal);
    ASSERT_EQ(accesses.size(), 1U);
    EXPECT_EQ(accesses[0].route, "GET /api/change-requests/{id}");
    EXPECT_EQ(accesses[0].asked_id, target.substr(target.rfind('/') + 1));
}

TEST(Access, ToChangeAnotherFamilysRequest_IsAnsweredAsIfItDidNotExist_AndLogged) {
    TestPortal portal;
    const std::string jasmijn = portal.sign_in(kJasmijn);
    const Answer created = portal.ask(jasmijn, "key-1", WishText{}.json());
    ASSERT_EQ(created.status, 201);
    const std::string target = created.header("Location");
    const std::string before = portal.get(target, jasmijn).body;
    const std::string fatima = portal.sign_in(kFatima);
    const Answer withdrawn = portal.put(target + "/withdrawal", "{}", fatima);
    const Answer recovered = portal.put(target + "/recovery", R"({"lastDate":"2026-11-23"})", fatima);
    EXPECT_EQ(withdrawn.status, 404);
    EXPECT_EQ(withdrawn.code(), "not-found");
    EXPECT_EQ(recovered.status, 404);
    EXPECT_EQ(portal.get(target, jasmijn).body, before);
    const auto accesses = refused_accesses(portal);
    ASSERT_EQ(accesses.size(), 2U);
    EXPECT_EQ(accesses[0].asked_id, target.substr(target.rfind('/') + 1));
}

TEST(Access, ToAnotherFamilysChildAmongOnesOwn_StoresNothing) {
    TestPortal portal;
    const std::string cookie = portal.sign_in(kFatima);
    const std::string before = portal.get("/api/change-requests", cookie).body;
    const std::string own =
        R"("kind":"extra","childId":"youssef","date":"2026-12-01","start":"07:30","end":"13:00","payment":"invoice")";
    const std::string foreign =
        R"("kind":"extra","childId":"noor","date":"2026-11-27","start":"07:30","end":"13:00","payment":"invoice")";
    EXPECT_EQ(portal.ask(cookie, "key-1", submission({own, foreign})).status, 404);
    EXPECT_EQ(portal.get("/api/change-requests", cookie).body, before);
}

TEST(Access, SurvivesIdsThatNobodyWouldGiveOut) {
    TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    for (const char* id : {"'%20OR%20'1'='1", "%F0%9F%90%B8", "..", "%2e%2e%2fsession", "a%0d%0ab", ":id", "%FF%FE"}) {
        const Answer answer = portal.get(std::string("/api/change-requests/") + id, cookie);
        EXPECT_EQ(answer.status, 404) << id;
    }
    EXPECT_EQ(portal.get("/api/change-requests/" + std::string(5000, 'x'), cookie).status, 404);
    EXPECT_EQ(portal.get("/api/change-requests/a%00b", cookie).status, 400);
    EXPECT_EQ(portal.get("/api/change-requests/", cookie).status, 404);
}

TEST(Access, LeavesNoPersonalDataInTheLog) {
    TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    EXPECT_EQ(portal.get("/api/occupancy?from=2026-11-01&to=2026-11-30", cookie).status, 200);
    EXPECT_EQ(portal.ask(cookie, "secret-key", WishText{}.json()).status, 201);
    EXPECT_EQ(portal.get("/api/change-requests/abcdef", cookie).status, 404);
    portal.stop();
    const std::string log = portal.log();
    EXPECT_NE(log.find("POST /api/session 200 "), std::string::npos) << log;
    EXPECT_NE(log.find("GET /api/change-requests/{id} 404 "), std::string::npos) << log;
    for (const std::string& secret : {std::string{"jasmijn"}, std::string{"Jasmijn"}, std::string{"noor"},
                                      std::string{"2026"}, std::string{"secret-key"}, std::string{"abcdef"},
                                      std::string{"127.0.0.1"}, cookie.substr(cookie.find('=') + 1)}) {
        EXPECT_EQ(log.find(secret), std::string::npos) << secret << " in " << log;
    }
}

}  // namespace
}  // namespace portal::server::test
