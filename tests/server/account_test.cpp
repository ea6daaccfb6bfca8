#include "api/account_codec.hpp"
#include "server/auth/device_name.hpp"
#include "server/mailbox.hpp"
#include "server/storage/access_log.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace portal::server::test {
namespace {

constexpr const char* kOld = "voorjaar-kikker-42";
constexpr const char* kNew = "winterkoninkje 7";

Answer change(const TestPortal& portal, const std::string& cookie, const std::string& old, const std::string& chosen) {
    return portal.put("/api/account/password", R"({"currentPassword":")" + old + R"(","password":")" + chosen + R"("})",
                      cookie);
}

std::vector<api::DeviceSession> sessions(const TestPortal& portal, const std::string& cookie) {
    return api::decode_sessions(portal.get("/api/account/sessions", cookie).body).value.value();
}

api::FamilyLogins logins(const TestPortal& portal, const std::string& cookie) {
    return api::decode_logins(portal.get("/api/account/logins", cookie).body).value.value();
}

Answer invite(const TestPortal& portal, const std::string& cookie, const std::string& guardian) {
    return portal.put("/api/account/logins/" + guardian + "/invitation", R"({"language":"en"})", cookie);
}

TEST(ChangePassword, KeepsThisDeviceAndSignsOutTheOthers) {
    PostedPortal test;
    test.deliver();
    const std::string here = test.portal.sign_in(kJasmijn);
    const std::string there = test.portal.sign_in(kJasmijn);
    EXPECT_EQ(change(test.portal, here, kOld, kNew).status, 204);
    EXPECT_EQ(test.portal.get("/api/session", here).status, 200);
    EXPECT_EQ(test.portal.get("/api/session", there).status, 401);
    EXPECT_EQ(test.portal.sign_in_answer(kJasmijn, kOld).status, 401);
    EXPECT_EQ(test.portal.sign_in_answer(kJasmijn, kNew).status, 200);
    ASSERT_EQ(test.deliver(), 1U) << "and tells it by mail";
    EXPECT_EQ(test.last().to, kJasmijn);
    EXPECT_NE(test.last().text.find("23 november 2026, 10:00"), std::string::npos) << test.last().text;
    EXPECT_EQ(test.last().token(), "");
}

TEST(ChangePassword, NeedsThePresentOne) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const Answer answer = change(portal, cookie, "voorjaar-kikker-43", kNew);
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.code(), "password-wrong");
    EXPECT_NE(answer.body.find(R"("field":"currentPassword")"), std::string::npos) << answer.body;
    EXPECT_EQ(portal.get("/api/session", cookie).status, 200);
}

TEST(ChangePassword, SlowsDownWhoGuessesThePresentOne) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    for (int attempt = 0; attempt < 10; ++attempt) {
        EXPECT_EQ(change(portal, cookie, "guess", kNew).status, 422);
    }
    const Answer answer = change(portal, cookie, kOld, kNew);
    EXPECT_EQ(answer.status, 429);
    EXPECT_EQ(answer.code(), "too-many-attempts");
}

TEST(ChangePassword, HoldsTheNewOneAgainstTheRule) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const Answer answer = change(portal, cookie, kOld, "Wachtwoord1!");
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.code(), "password-common");
    EXPECT_EQ(portal.sign_in_answer(kJasmijn, kOld).status, 200);
}

TEST(ChangePassword, MakesLinksUseless) {
    PostedPortal test;
    test.deliver();
    EXPECT_EQ(test.ask_reset(kJasmijn).status, 204);
    test.deliver();
    const std::string token = test.last().token();
    EXPECT_EQ(change(test.portal, test.portal.sign_in(kJasmijn), kOld, kNew).status, 204);
    EXPECT_EQ(test.inspect(token).code(), "link-used");
}

TEST(Sessions, AreListedWithTheirDevices_TheOneInUseMarked) {
    TestPortal portal;
    const std::string body = R"({"email":"jasmijn@example.nl","password":"voorjaar-kikker-42"})";
    const Answer first = portal.post("/api/session", body, "",
                                     {{"User-Agent",
                                       "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) "
                                       "AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1"}});
    portal.clock.advance(60);
    const std::string second = portal.sign_in(kJasmijn);
    const auto list = sessions(portal, second);
    ASSERT_EQ(list.size(), 2U);
    EXPECT_TRUE(list[0].current) << "the last one used first";
    EXPECT_FALSE(list[1].current);
    EXPECT_EQ(list[1].browser, "Safari");
    EXPECT_EQ(list[1].system, "iPhone");
    EXPECT_EQ(list[1].created_at.to_string(), "2026-11-23T09:00:00Z");
    EXPECT_EQ(sessions(portal, portal.sign_in(kThomas)).size(), 1U) << "each parent's own";
    EXPECT_TRUE(sessions(portal, cookie_of(first))[1].current);
}

TEST(Sessions, CanBeEndedOneByOne) {
    const TestPortal portal;
    const std::string phone = portal.sign_in(kJasmijn);
    const std::string laptop = portal.sign_in(kJasmijn);
    const auto list = sessions(portal, laptop);
    const auto other = std::find_if(list.begin(), list.end(), [](const auto& it) { return !it.current; });
    ASSERT_NE(other, list.end());
    EXPECT_EQ(portal.remove("/api/account/sessions/" + other->id, laptop).status, 204);
    EXPECT_EQ(portal.get("/api/session", phone).status, 401);
    EXPECT_EQ(portal.get("/api/session", laptop).status, 200);
}

TEST(Sessions, OfAnotherParentAreAnsweredAsIfTheyDidNotExist_AndLogged) {
    TestPortal portal;
    const std::string jasmijn = portal.sign_in(kJasmijn);
    const std::string fatima = portal.sign_in(kFatima);
    const std::string id = sessions(portal, jasmijn)[0].id;
    const Answer foreign = portal.remove("/api/account/sessions/" + id, fatima);
    const Answer unknown = portal.remove("/api/account/sessions/nothing", fatima);
    EXPECT_EQ(foreign.status, 404);
    EXPECT_EQ(foreign.code(), "not-found");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(portal.get("/api/session", jasmijn).status, 200);
    storage::Transaction transaction = portal.database().read();
    const auto accesses = storage::list_refused_accesses(transaction);
    ASSERT_EQ(accesses.size(), 2U);
    EXPECT_EQ(accesses[0].account_id, "account-fatima");
    EXPECT_EQ(accesses[0].route, "DELETE /api/account/sessions/{id}");
}

TEST(Sessions, CanBeEndedElsewhere_AndEverywhere) {
    const TestPortal portal;
    const std::string first = portal.sign_in(kJasmijn);
    const std::string second = portal.sign_in(kJasmijn);
    const std::string thomas = portal.sign_in(kThomas);
    EXPECT_EQ(portal.remove("/api/account/other-sessions", first).status, 204);
    EXPECT_EQ(portal.get("/api/session", first).status, 200);
    EXPECT_EQ(portal.get("/api/session", second).status, 401);
    const std::string third = portal.sign_in(kJasmijn);
    const Answer everywhere = portal.remove("/api/account/sessions", third);
    EXPECT_EQ(everywhere.status, 204);
    EXPECT_NE(everywhere.header("Set-Cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(portal.get("/api/session", first).status, 401);
    EXPECT_EQ(portal.get("/api/session", third).status, 401);
    EXPECT_EQ(portal.get("/api/session", thomas).status, 200);
}

TEST(SecondGuardian, GetsALoginOfTheirOwn_FromTheOneWhoPays) {
    PostedPortal test;
    const Answer chosen = test.choose(test.evas_token(), kNew);
    const std::string eva = cookie_of(chosen);
    const auto before = logins(test.portal, eva);
    EXPECT_TRUE(before.may_invite);
    ASSERT_EQ(before.guardians.size(), 2U);
    EXPECT_EQ(before.guardians[0].state, api::LoginState::kActive);
    EXPECT_EQ(before.guardians[1].state, api::LoginState::kNone);
    EXPECT_EQ(invite(test.portal, eva, "daan").status, 204);
    EXPECT_EQ(logins(test.portal, eva).guardians[1].state, api::LoginState::kInvited);
    ASSERT_EQ(test.deliver(), 1U);
    EXPECT_EQ(test.last().to, "daan@example.nl");
    EXPECT_NE(test.last().text.find("Dear Daan Bakker,"), std::string::npos);
    const std::string daan = cookie_of(test.choose(test.last().token(), "herfstkoninkje 7"));
    EXPECT_EQ(test.portal.get("/api/family", daan).body, test.portal.get("/api/family", eva).body);
    const auto after = logins(test.portal, daan);
    EXPECT_FALSE(after.may_invite) << "who does not pay invites nobody";
    EXPECT_EQ(after.guardians[1].state, api::LoginState::kActive);
    EXPECT_EQ(invite(test.portal, daan, "eva").code(), "not-allowed");
    EXPECT_EQ(invite(test.portal, eva, "daan").code(), "login-exists");
}

TEST(SecondGuardian, OfAnotherFamilyCannotBeInvited) {
    PostedPortal test;
    test.deliver();
    const std::string jasmijn = test.portal.sign_in(kJasmijn);
    EXPECT_EQ(invite(test.portal, jasmijn, "daan").status, 404);
    EXPECT_EQ(invite(test.portal, jasmijn, "nobody").status, 404);
    EXPECT_EQ(test.deliver(), 0U);
    storage::Transaction transaction = test.portal.database().read();
    const auto accesses = storage::list_refused_accesses(transaction);
    ASSERT_EQ(accesses.size(), 2U);
    EXPECT_EQ(accesses[0].what, "guardian");
}

TEST(SecondGuardian, IsNotSentMailAfterMail) {
    PostedPortal test;
    const std::string eva = cookie_of(test.choose(test.evas_token(), kNew));
    for (int attempt = 0; attempt < 5; ++attempt) {
        EXPECT_EQ(invite(test.portal, eva, "daan").status, 204);
    }
    EXPECT_EQ(invite(test.portal, eva, "daan").code(), "too-many-mails");
}

TEST(DeviceName, IsThatOfTheBrowserItself) {
    const auto name = [](std::string_view agent) {
        const DeviceName device = device_name(agent);
        return device.browser + "/" + device.system;
    };
    EXPECT_EQ(name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 "
                   "Safari/537.36 Edg/126.0.0.0"),
              "Edge/Windows");
    EXPECT_EQ(name("Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) "
                   "SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36"),
              "Samsung Internet/Android");
    EXPECT_EQ(name("Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:128.0) Gecko/20100101 Firefox/128.0"),
              "Firefox/macOS");
    EXPECT_EQ(name("<script>alert(1)</script>"), "/") << "nothing that is not known is shown";
    EXPECT_EQ(name(""), "/");
}

}  // namespace
}  // namespace portal::server::test
