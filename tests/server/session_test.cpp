#include "server/storage/sessions.hpp"

#include "api/codec.hpp"
#include "server/auth/random.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

namespace portal::server::test {
namespace {

constexpr const char* kPassword = "voorjaar-kikker-42";
constexpr std::int64_t kDay = 24LL * 60 * 60;

TEST(Session, GivesTheAccountAndACookie_WhenThePasswordIsRight) {
    const TestPortal portal;
    const Answer answer = portal.sign_in_answer(kJasmijn, kPassword);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("Content-Type"), "application/json");
    EXPECT_EQ(answer.body, R"({"email":"jasmijn@example.nl","guardianId":"jasmijn","name":"Jasmijn Visser-de Boer",)"
                           R"("organisation":"Kinderopvang De Boomgaard"})");
    const std::string cookie = answer.header("Set-Cookie");
    EXPECT_EQ(cookie.substr(0, 8), "session=");
    EXPECT_NE(cookie.find("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax"), std::string::npos) << cookie;
    EXPECT_EQ(cookie.find("Secure"), std::string::npos) << cookie;
    EXPECT_EQ(portal.get("/api/session", cookie_of(answer)).body, answer.body);
}

TEST(Session, TakesTheEmailInAnyCaseAndWithSpacesAround) {
    const TestPortal portal;
    EXPECT_EQ(portal.sign_in_answer("  Jasmijn@Example.NL ", kPassword).status, 200);
}

TEST(Session, SaysTheSame_WhetherTheEmailOrThePasswordIsWrong) {
    const TestPortal portal;
    const Answer wrong_password = portal.sign_in_answer(kJasmijn, "voorjaar-kikker-43");
    const Answer wrong_email = portal.sign_in_answer("nobody@example.nl", kPassword);
    EXPECT_EQ(wrong_password.status, 401);
    EXPECT_EQ(wrong_password.code(), "sign-in-failed");
    EXPECT_EQ(wrong_password.header("Content-Type"), "application/problem+json");
    EXPECT_EQ(wrong_email.status, 401);
    EXPECT_EQ(wrong_email.code(), "sign-in-failed");
    const auto without_id = [](const Answer& answer) { return answer.body.substr(0, answer.body.find("requestId")); };
    EXPECT_EQ(without_id(wrong_password), without_id(wrong_email));
    EXPECT_EQ(wrong_password.header("Set-Cookie"), "");
}

TEST(Session, RefusesCredentialsThatCannotBeRead) {
    const TestPortal portal;
    for (const char* body : {"", "{", "[]", R"({"email":"a"})", R"({"email":1,"password":"x"})",
                             R"({"email":"a\u0000b","password":"x"})"}) {
        const Answer answer = portal.post("/api/session", body);
        EXPECT_EQ(answer.status, 400) << body;
        EXPECT_EQ(answer.code(), "invalid-body") << body;
    }
}

TEST(Session, ActsForNobodyElse_ThanTheRequestIsFor) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kFatima);
    const Headers headers{{"Idempotency-Key", "k1"}, {"For-Guardian", "jasmijn"}};
    const Answer refused = portal.post("/api/change-requests", WishText{}.json(), cookie, headers);
    EXPECT_EQ(refused.status, 401);
    EXPECT_EQ(refused.code(), "somebody-else");
    EXPECT_EQ(portal.post("/api/change-requests", WishText{}.json(), portal.sign_in(kJasmijn), headers).status, 201);
}

TEST(Session, IsNobodys_WhenTheCookieIsMissingOrInvented) {
    const TestPortal portal;
    for (const char* cookie : {"", "session=", "session=abc", "other=1; session=x", "=;;=", "session"}) {
        const Answer answer = portal.get("/api/session", cookie);
        EXPECT_EQ(answer.status, 401) << cookie;
        EXPECT_EQ(answer.code(), "not-signed-in") << cookie;
        EXPECT_NE(answer.header("WWW-Authenticate"), "") << cookie;
    }
}

TEST(Session, IsFoundAmongOtherCookies) {
    const TestPortal portal;
    EXPECT_EQ(portal.get("/api/session", "a=1; " + portal.sign_in(kJasmijn) + "; b=2").status, 200);
}

TEST(Session, EndsAtSignOut_AndTheCookieIsTakenBack) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const Answer answer = send(portal.port(), "DELETE", "/api/session", {{"Cookie", cookie}});
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.body, "");
    EXPECT_NE(answer.header("Set-Cookie").find("session=; Path=/; Max-Age=0"), std::string::npos);
    EXPECT_EQ(portal.get("/api/session", cookie).status, 401);
    EXPECT_EQ(send(portal.port(), "DELETE", "/api/session").status, 204);
}

TEST(Session, OfAnotherDeviceStays_WhenOneSignsOut) {
    const TestPortal portal;
    const std::string phone = portal.sign_in(kJasmijn);
    const std::string laptop = portal.sign_in(kJasmijn);
    EXPECT_NE(phone, laptop);
    EXPECT_EQ(send(portal.port(), "DELETE", "/api/session", {{"Cookie", phone}}).status, 204);
    EXPECT_EQ(portal.get("/api/session", laptop).status, 200);
}

TEST(Session, IsReplaced_WhenTheSameBrowserSignsInAgain) {
    const TestPortal portal;
    const std::string first = portal.sign_in(kJasmijn);
    const Answer again =
        portal.post("/api/session", R"({"email":"thomas@example.nl","password":"najaar-reiger-17"})", first);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(portal.get("/api/session", first).status, 401);
}

TEST(Session, EndsThirtyDaysAfterItsLastUse) {
    TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    portal.clock.advance(29 * kDay);
    const Answer used = portal.get("/api/session", cookie);
    EXPECT_EQ(used.status, 200);
    EXPECT_EQ(cookie_of(used), cookie) << "the browser has to keep the cookie longer, too";
    portal.clock.advance(29 * kDay);
    EXPECT_EQ(portal.get("/api/family", cookie).status, 200);
    portal.clock.advance(30 * kDay);
    EXPECT_EQ(portal.get("/api/session", cookie).status, 401);
}

TEST(Session, IsNotWrittenAtEveryUse) {
    TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    portal.clock.advance(59 * 60);
    EXPECT_EQ(portal.get("/api/session", cookie).header("Set-Cookie"), "");
}

TEST(Session, CannotBeTakenFromTheDatabase) {
    TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const std::string token = cookie.substr(cookie.find('=') + 1);
    EXPECT_GE(token.size(), 43U);
    storage::Transaction transaction = portal.database().read();
    EXPECT_FALSE(storage::find_session(transaction, token, portal.clock.now()));
    EXPECT_TRUE(storage::find_session(transaction, fingerprint(token), portal.clock.now()));
}

TEST(Session, HasASecureCookie_WhenTheAddressIsHttps) {
    TestPortal::Setup setup;
    setup.public_origin = "https://portal.example.nl";
    const TestPortal portal{setup};
    const Answer answer = portal.sign_in_answer(kJasmijn, kPassword);
    EXPECT_EQ(answer.header("Set-Cookie").substr(0, 15), "__Host-session=");
    EXPECT_NE(answer.header("Set-Cookie").find("; Secure"), std::string::npos);
    EXPECT_EQ(answer.header("Strict-Transport-Security"), "max-age=31536000");
    EXPECT_EQ(portal.get("/api/session", cookie_of(answer)).status, 200);
}

TEST(SignInThrottle, MakesGuessersWait) {
    TestPortal portal;
    for (int attempt = 0; attempt < 10; ++attempt) {
        EXPECT_EQ(portal.sign_in_answer(kJasmijn, "guess").status, 401);
    }
    portal.clock.advance(60);
    const Answer answer = portal.sign_in_answer("JASMIJN@example.nl", kPassword);
    EXPECT_EQ(answer.status, 429) << "even with the right password";
    EXPECT_EQ(answer.code(), "too-many-attempts");
    EXPECT_EQ(answer.header("Retry-After"), "840");
    EXPECT_EQ(portal.sign_in_answer(kThomas, "najaar-reiger-17").status, 200) << "others are not kept out";
    portal.clock.advance(840);
    EXPECT_EQ(portal.sign_in_answer(kJasmijn, kPassword).status, 200);
}

TEST(SignInThrottle, MakesWaitForUnknownEmailsAlike) {
    const TestPortal portal;
    for (int attempt = 0; attempt < 10; ++attempt) {
        EXPECT_EQ(portal.sign_in_answer("nobody@example.nl", "guess").status, 401);
    }
    EXPECT_EQ(portal.sign_in_answer("nobody@example.nl", "guess").status, 429);
}

TEST(SignInThrottle, ForgetsFailures_WhenTheSignInSucceeds) {
    const TestPortal portal;
    for (int round = 0; round < 3; ++round) {
        for (int attempt = 0; attempt < 9; ++attempt) {
            EXPECT_EQ(portal.sign_in_answer(kJasmijn, "guess").status, 401);
        }
        EXPECT_EQ(portal.sign_in_answer(kJasmijn, kPassword).status, 200);
    }
}

TEST(SignInThrottle, CountsAllEmailsOfOneAddress) {
    TestPortal::Setup setup;
    setup.limits.per_address = 5;
    const TestPortal portal{setup};
    for (int attempt = 0; attempt < 5; ++attempt) {
        EXPECT_EQ(portal.sign_in_answer("nobody" + std::to_string(attempt) + "@example.nl", "guess").status, 401);
    }
    EXPECT_EQ(portal.sign_in_answer(kJasmijn, kPassword).status, 429);
}

TEST(SignInThrottle, TakesTheProxysWordForTheAddress_OnlyWhenThereIsAProxy) {
    const std::string guess = R"({"email":"nobody@example.nl","password":"x"})";
    const std::string good = R"({"email":"jasmijn@example.nl","password":"voorjaar-kikker-42"})";
    for (const bool behind_proxy : {false, true}) {
        TestPortal::Setup setup;
        setup.limits.per_address = 1;
        setup.behind_proxy = behind_proxy;
        const TestPortal portal{setup};
        EXPECT_EQ(portal.post("/api/session", guess, "", {{"X-Forwarded-For", "10.0.0.1, 192.0.2.7"}}).status, 401);
        EXPECT_EQ(portal.post("/api/session", good, "", {{"X-Forwarded-For", "192.0.2.7, 192.0.2.8"}}).status,
                  behind_proxy ? 200 : 429);
    }
}

TEST(DecisionsSeen, AreEachParentsOwn_AndNeverGoBackNorBeyondNow) {
    TestPortal portal;
    const std::string jasmijn = portal.sign_in(kJasmijn);
    const auto seen = [&](const std::string& cookie) {
        return api::decode_account(portal.get("/api/session", cookie).body).value->decisions_seen_at;
    };
    const auto see = [&](const std::string& until) {
        return portal.put("/api/session/decisions-seen", R"({"until":")" + until + "\"}", jasmijn).status;
    };
    EXPECT_FALSE(seen(jasmijn).has_value());
    EXPECT_EQ(see("2026-11-20T08:00:00Z"), 204);
    EXPECT_EQ(seen(jasmijn)->to_string(), "2026-11-20T08:00:00Z");
    EXPECT_EQ(see("2026-11-19T08:00:00Z"), 204);
    EXPECT_EQ(seen(jasmijn)->to_string(), "2026-11-20T08:00:00Z");
    EXPECT_EQ(see("2030-01-01T00:00:00Z"), 204);
    EXPECT_EQ(seen(jasmijn), portal.clock.now());
    EXPECT_FALSE(seen(portal.sign_in(kThomas)).has_value());
    EXPECT_EQ(see("yesterday"), 400);
}

}  // namespace
}  // namespace portal::server::test
