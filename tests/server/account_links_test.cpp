#include "server/storage/account_links.hpp"

#include "api/account_codec.hpp"
#include "server/auth/random.hpp"
#include "server/mail/account_mails.hpp"
#include "server/mailbox.hpp"
#include "server/storage/accounts.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace portal::server::test {
namespace {

constexpr const char* kPassword = "winterkoninkje 7";
constexpr std::int64_t kDay = 24LL * 60 * 60;

TEST(Invitation, IsAMailWithALink_WhereThePayingParentChoosesAPassword) {
    PostedPortal test;
    ASSERT_EQ(test.deliver(), 1U) << "the demo has invited one guardian";
    const ReceivedMail& mail = test.last();
    EXPECT_EQ(mail.to, "eva@example.nl");
    EXPECT_EQ(mail.from, "post@example.nl");
    EXPECT_NE(mail.text.find("Beste Eva de Jong,"), std::string::npos) << mail.text;
    EXPECT_NE(mail.text.find("https://portal.example.nl/welkom#" + mail.token()), std::string::npos);
    EXPECT_NE(mail.text.find("7 december 2026"), std::string::npos) << mail.text;
    EXPECT_NE(mail.html.find("href=\"https://portal.example.nl/welkom#" + mail.token() + "\""), std::string::npos);
    EXPECT_EQ(mail.token().size(), 43U) << "256 bits";

    const auto link = api::decode_account_link(test.inspect(mail.token()).body);
    ASSERT_TRUE(link);
    EXPECT_EQ(link.value->purpose, api::LinkPurpose::kInvitation);
    EXPECT_EQ(link.value->name, "Eva de Jong");
    EXPECT_EQ(link.value->email, "eva@example.nl");
    EXPECT_EQ(link.value->organisation, "Kinderopvang De Boomgaard");

    const Answer chosen = test.choose(mail.token(), kPassword);
    EXPECT_EQ(chosen.status, 200) << chosen.body;
    const std::string cookie = cookie_of(chosen);
    EXPECT_EQ(test.portal.get("/api/session", cookie).body, chosen.body) << "signed in at once";
    EXPECT_NE(test.portal.get("/api/family", cookie).body.find("Tess"), std::string::npos);
    EXPECT_EQ(test.portal.sign_in_answer("eva@example.nl", kPassword).status, 200) << "and later again";
}

TEST(Invitation, CanBeUsedOnce) {
    PostedPortal test;
    const std::string token = test.evas_token();
    ASSERT_EQ(test.choose(token, kPassword).status, 200);
    const Answer again = test.choose(token, "zomerkoninkje 8");
    EXPECT_EQ(again.status, 410);
    EXPECT_EQ(again.code(), "link-used");
    EXPECT_EQ(test.inspect(token).code(), "link-used");
    EXPECT_EQ(test.portal.sign_in_answer("eva@example.nl", "zomerkoninkje 8").status, 401);
}

TEST(Invitation, CanBeUsedOnce_AlsoByTwoAtTheSameMoment) {
    PostedPortal test;
    const std::string token = test.evas_token();
    std::array<int, 4> statuses{};
    std::vector<std::thread> browsers;
    browsers.reserve(statuses.size());
    for (int& status : statuses) {
        browsers.emplace_back([&] { status = test.choose(token, kPassword).status; });
    }
    for (std::thread& browser : browsers) {
        browser.join();
    }
    EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 200), 1);
    EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 410), 3);
}

TEST(Invitation, Expires_AndItsPageGivesANewMail) {
    PostedPortal test;
    const std::string token = test.evas_token();
    test.portal.clock.set("2026-12-07T22:59:58Z");
    EXPECT_EQ(test.inspect(token).status, 200) << "until the end of the day that the mail names";
    test.portal.clock.set("2026-12-07T23:00:00Z");
    EXPECT_EQ(test.inspect(token).code(), "link-expired");
    EXPECT_EQ(test.choose(token, kPassword).code(), "link-expired");
    const std::string secret = R"({"token":")" + token + R"(","language":"en"})";
    EXPECT_EQ(test.portal.post("/api/account-links/renewal", secret).status, 204);
    ASSERT_EQ(test.deliver(), 1U);
    EXPECT_EQ(test.last().to, "eva@example.nl");
    EXPECT_NE(test.last().text.find("Dear Eva de Jong,"), std::string::npos);
    EXPECT_EQ(test.choose(test.last().token(), kPassword).status, 200);
}

TEST(Invitation, AfterItWasUsed_ANewMailGivesANewPassword) {
    PostedPortal test;
    const std::string token = test.evas_token();
    ASSERT_EQ(test.choose(token, kPassword).status, 200);
    const std::string secret = R"({"token":")" + token + R"(","language":"nl"})";
    EXPECT_EQ(test.portal.post("/api/account-links/renewal", secret).status, 204);
    ASSERT_EQ(test.deliver(), 1U);
    const auto link = api::decode_account_link(test.inspect(test.last().token()).body);
    ASSERT_TRUE(link);
    EXPECT_EQ(link.value->purpose, api::LinkPurpose::kReset);
}

TEST(Link, CannotBeInvented_AndStandsNowhereInTheDatabase) {
    PostedPortal test;
    const std::string token = test.evas_token();
    for (const std::string& wrong : {std::string("x"), std::string(43, 'A'), fingerprint(token), token + "x"}) {
        EXPECT_EQ(test.inspect(wrong).code(), "link-unknown") << wrong;
        EXPECT_EQ(test.choose(wrong, kPassword).status, 410) << wrong;
        const std::string secret = R"({"token":")" + wrong + R"(","language":"nl"})";
        EXPECT_EQ(test.portal.post("/api/account-links/renewal", secret).status, 410) << wrong;
    }
    EXPECT_EQ(test.inspect(std::string(65, 'x')).status, 400);
    storage::Transaction transaction = test.portal.database().read();
    EXPECT_FALSE(storage::find_link(transaction, token));
    EXPECT_TRUE(storage::find_link(transaction, fingerprint(token)));
}

TEST(Link, StandsInNoLog) {
    PostedPortal test;
    const std::string token = test.evas_token();
    ASSERT_EQ(test.choose(token, kPassword).status, 200);
    EXPECT_EQ(test.ask_reset(kJasmijn).status, 204);
    test.portal.stop();
    const std::string log = test.portal.log() + test.out.str();
    EXPECT_NE(log.find("POST /api/account-links/password 200"), std::string::npos) << log;
    for (const std::string& secret :
         {token, fingerprint(token), std::string(kPassword), std::string("eva"), std::string("jasmijn")}) {
        EXPECT_EQ(log.find(secret), std::string::npos) << secret;
    }
}

TEST(Link, TakesNoBadPassword_AndStaysUsable) {
    PostedPortal test;
    const std::string token = test.evas_token();
    const std::vector<std::pair<std::string, std::string>> bad{{"kort", "password-too-short"},
                                                               {std::string(129, 'a'), "password-too-long"},
                                                               {"Wachtwoord123", "password-common"},
                                                               {"abababababab", "password-simple"},
                                                               {"eva@example.nl", "password-personal"}};
    for (const auto& [password, code] : bad) {
        const Answer answer = test.choose(token, password);
        EXPECT_EQ(answer.status, 422) << password;
        EXPECT_EQ(answer.code(), code) << password;
        EXPECT_EQ(answer.header("Set-Cookie"), "");
    }
    EXPECT_EQ(test.choose(token, kPassword).status, 200);
}

TEST(Link, DoesNotTakeOverSomebodyElsesAddress) {
    PostedPortal test;
    const std::string token = test.evas_token();
    {
        storage::Transaction transaction = test.portal.database().write();
        storage::insert_account(transaction, "account-daan", core::GuardianId{"daan"}, "eva@example.nl", "hash");
        transaction.commit();
    }
    const Answer answer = test.choose(token, kPassword);
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.code(), "email-in-use");
    EXPECT_EQ(test.inspect(token).status, 200) << "nothing was changed, the link neither";
}

TEST(Link, SignsOutWhoeverSatAtThisBrowserBefore) {
    PostedPortal test;
    const std::string token = test.evas_token();
    const std::string jasmijn = test.portal.sign_in(kJasmijn);
    ASSERT_EQ(test.choose(token, kPassword, jasmijn).status, 200);
    EXPECT_EQ(test.portal.get("/api/session", jasmijn).status, 401);
}

TEST(ForgottenPassword, GivesALinkToANewOne_AndSignsOutEverywhere) {
    PostedPortal test;
    test.deliver();
    const std::string old = test.portal.sign_in(kJasmijn);
    EXPECT_EQ(test.ask_reset(" Jasmijn@example.NL ").status, 204);
    ASSERT_EQ(test.deliver(), 1U);
    EXPECT_EQ(test.last().to, kJasmijn);
    EXPECT_NE(test.last().text.find("Dear Jasmijn Visser-de Boer,"), std::string::npos);
    EXPECT_NE(test.last().text.find("23 November 2026, 12:00"), std::string::npos) << test.last().text;
    EXPECT_EQ(test.portal.get("/api/session", old).status, 200) << "asking alone changes nothing";
    ASSERT_EQ(test.choose(test.last().token(), kPassword).status, 200);
    EXPECT_EQ(test.portal.get("/api/session", old).status, 401);
    EXPECT_EQ(test.portal.sign_in_answer(kJasmijn, "voorjaar-kikker-42").status, 401);
    EXPECT_EQ(test.portal.sign_in_answer(kJasmijn, kPassword).status, 200);
}

TEST(ForgottenPassword, DoesNotTellWhetherAnAddressExists) {
    PostedPortal test;
    test.deliver();
    const Answer known = test.ask_reset(kThomas);
    const Answer unknown = test.ask_reset("nobody@example.nl");
    EXPECT_EQ(known.status, 204);
    EXPECT_EQ(unknown.status, 204);
    EXPECT_EQ(known.body, unknown.body);
    EXPECT_EQ(test.deliver(), 1U);
    EXPECT_EQ(test.last().to, kThomas);
    EXPECT_EQ(test.ask_reset("no address").status, 400);
}

TEST(ForgottenPassword, InvitesAgain_WhoNeverChoseAPassword) {
    PostedPortal test;
    test.deliver();
    EXPECT_EQ(test.ask_reset("eva@example.nl").status, 204);
    EXPECT_EQ(test.ask_reset("daan@example.nl").status, 204);
    ASSERT_EQ(test.deliver(), 1U) << "Daan was never invited";
    EXPECT_EQ(test.last().to, "eva@example.nl");
    EXPECT_EQ(test.choose(test.last().token(), kPassword).status, 200);
}

TEST(ForgottenPassword, TheLinkLastsTwoHours) {
    PostedPortal test;
    test.deliver();
    EXPECT_EQ(test.ask_reset(kJasmijn).status, 204);
    ASSERT_EQ(test.deliver(), 1U);
    const std::string token = test.last().token();
    test.portal.clock.advance(mail::kResetLasts - 1);
    EXPECT_EQ(test.inspect(token).status, 200);
    test.portal.clock.advance(1);
    EXPECT_EQ(test.inspect(token).code(), "link-expired");
}

TEST(ForgottenPassword, MakesOlderLinksUseless_OnceOneIsUsed) {
    PostedPortal test;
    test.deliver();
    EXPECT_EQ(test.ask_reset(kJasmijn).status, 204);
    test.deliver();
    const std::string first = test.last().token();
    EXPECT_EQ(test.ask_reset(kJasmijn).status, 204);
    test.deliver();
    ASSERT_EQ(test.choose(test.last().token(), kPassword).status, 200);
    EXPECT_EQ(test.inspect(first).code(), "link-used");
}

TEST(ForgottenPassword, CannotFillAMailbox) {
    PostedPortal test;
    for (int attempt = 0; attempt < 5; ++attempt) {
        EXPECT_EQ(test.ask_reset(kJasmijn).status, 204);
        EXPECT_EQ(test.ask_reset("nobody@example.nl").status, 204);
    }
    for (const char* email : {kJasmijn, "nobody@example.nl"}) {
        const Answer answer = test.ask_reset(email);
        EXPECT_EQ(answer.status, 429) << email << ": an address that nobody has waits alike";
        EXPECT_EQ(answer.code(), "too-many-mails");
        EXPECT_EQ(answer.header("Retry-After"), "3600");
    }
    EXPECT_EQ(test.ask_reset(kThomas).status, 204) << "others are not kept out";
    for (int attempt = 0; attempt < 19; ++attempt) {
        EXPECT_EQ(test.ask_reset("nobody" + std::to_string(attempt) + "@example.nl").status, 204);
    }
    EXPECT_EQ(test.ask_reset(kFatima).status, 429) << "but not everybody from one client";
    test.portal.clock.advance(kDay);
    EXPECT_EQ(test.ask_reset(kJasmijn).status, 204);
}

TEST(PasswordRules, AreTold_BeforeAnybodySignsIn) {
    const TestPortal portal;
    const auto rules = api::decode_password_rules(portal.get("/api/password-rules").body);
    ASSERT_TRUE(rules);
    EXPECT_EQ(rules.value->shortest, 10U);
    EXPECT_TRUE(std::binary_search(rules.value->common.begin(), rules.value->common.end(), "wachtwoord"));
    EXPECT_TRUE(std::is_sorted(rules.value->common.begin(), rules.value->common.end()));
}

}  // namespace
}  // namespace portal::server::test
