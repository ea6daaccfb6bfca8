#include "app/account.hpp"

#include "api/account_codec.hpp"
#include "app/portal_fixture.hpp"

namespace portal::app {
namespace {

using test::PortalTest;

constexpr const char* kSecret = "3q2-7wAAECr1Zx0mJ5bVQm8nT4kUeYhLpGd9sRcFoXk";
constexpr const char* kGood = "winterkoninkje 7";

class AccountTest : public PortalTest {
  protected:
    static std::string problem(int status, const std::string& code) {
        api::Problem made;
        made.status = status;
        made.code = code;
        return api::encode(made);
    }
    static std::string link(api::LinkPurpose purpose = api::LinkPurpose::kInvitation) {
        return api::encode(
            api::AccountLink{purpose, "Eva de Jong", "eva@example.nl", "De Boomgaard", core::Instant{2000000000}});
    }
    void answer_rules() {
        core::PasswordRules rules;
        rules.common = {"wachtwoord"};
        ASSERT_TRUE(outside.http.answer(Method::kGet, "/password-rules", 200, api::encode(rules)));
    }
    void open_link() {
        start(std::string("/welkom#") + kSecret);
        ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401));
        answer_rules();
    }
    void open_usable_link() {
        open_link();
        ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/inspection", 200, link()));
    }
    void press(AccountAction action) { store.dispatch(action); }
    void choose(const char* password) {
        press(NewPasswordTyped{password});
        press(NewPasswordSaved{});
    }
    void open_account() {
        start_signed_in("/account");
        answer_rules();
        answer_lists();
    }
    void answer_lists() {
        const core::Instant then{1790000000};
        ASSERT_TRUE(outside.http.answer(
            Method::kGet, "/account/sessions", 200,
            api::encode(std::vector<api::DeviceSession>{{"s1", "Firefox", "Linux", then, then, true},
                                                        {"s2", "Safari", "iPhone", then, then, false}})));
        ASSERT_TRUE(outside.http.answer(
            Method::kGet, "/account/logins", 200,
            api::encode(api::FamilyLogins{
                true,
                {{core::GuardianId{"g1"}, "Jasmijn Visser", "jasmijn@example.nl", api::LoginState::kActive},
                 {core::GuardianId{"g2"}, "Thomas Visser", "thomas@example.nl", api::LoginState::kNone}}})));
    }
    [[nodiscard]] std::size_t sent(Method method, const char* path) const { return outside.http.count(method, path); }
};

TEST_F(AccountTest, TheSecretOfALinkIsSentInABody_AndStaysInTheAddressUntilItIsUsed) {
    open_link();
    const HttpRequest& asked = outside.http.sent().at(2);
    EXPECT_EQ(asked.path, "/account-links/inspection");
    EXPECT_NE(asked.body.find(kSecret), std::string::npos);
    EXPECT_EQ(outside.navigation.current(), std::string("/welkom#") + kSecret) << "a reload asks again";
    for (const HttpRequest& request : outside.http.sent()) {
        EXPECT_EQ(request.path.find(kSecret), std::string::npos);
    }
}

TEST_F(AccountTest, APasswordChosenByALinkSignsInAtOnce) {
    open_usable_link();
    EXPECT_EQ(state().link_page.link.value->name, "Eva de Jong");
    choose(kGood);
    EXPECT_TRUE(state().link_page.form.busy());
    press(NewPasswordSaved{});
    EXPECT_EQ(sent(Method::kPost, "/account-links/password"), 1U) << "however often it is pressed";
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/password", 200, account()));
    EXPECT_EQ(state().session, Session::kSignedIn);
    EXPECT_EQ(state().route.screen, Screen::kOverview);
    EXPECT_EQ(outside.navigation.current(), "/");
    EXPECT_TRUE(state().link_page.secret.empty());
    EXPECT_TRUE(state().link_page.form.chosen.empty());
    answer_data();
    EXPECT_TRUE(calendar_ready(state()));
}

TEST_F(AccountTest, ABadPasswordIsPointedAt_WithoutAskingTheServer) {
    open_usable_link();
    for (const auto& [password, flaw] :
         std::vector<std::pair<const char*, core::PasswordFlaw>>{{"", core::PasswordFlaw::kTooShort},
                                                                 {"kort", core::PasswordFlaw::kTooShort},
                                                                 {"Wachtwoord1", core::PasswordFlaw::kCommon},
                                                                 {"eva@example.nl", core::PasswordFlaw::kPersonal}}) {
        choose(password);
        EXPECT_EQ(password_flaw(state()), flaw) << password;
        EXPECT_TRUE(state().link_page.form.pressed);
    }
    EXPECT_EQ(sent(Method::kPost, "/account-links/password"), 0U);
    EXPECT_EQ(flaw_text(state(), core::PasswordFlaw::kTooShort), "Kies een wachtwoord van minstens 10 tekens.");
    press(NewPasswordTyped{"w"});
    EXPECT_FALSE(state().link_page.form.pressed) << "no fault is found while typing";
}

TEST_F(AccountTest, WhatTheServerRefusesIsSaidAtTheField_UntilAnotherIsTyped) {
    open_usable_link();
    choose(kGood);
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/password", 422, problem(422, "password-common")));
    EXPECT_EQ(password_flaw(state()), core::PasswordFlaw::kCommon);
    EXPECT_EQ(state().link_page.form.chosen, kGood) << "nothing typed is lost";
    press(NewPasswordTyped{"lentekoninkje 8"});
    EXPECT_FALSE(password_flaw(state()));
}

TEST_F(AccountTest, AUsedLinkSaysSo_AndGivesOneNewMail) {
    open_link();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/inspection", 410, problem(410, "link-used")));
    EXPECT_EQ(state().link_page.fault, LinkFault::kUsed);
    press(LinkRenewalPressed{});
    press(LinkRenewalPressed{});
    EXPECT_EQ(sent(Method::kPost, "/account-links/renewal"), 1U);
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/renewal", 204));
    EXPECT_TRUE(state().link_page.renewed);
}

TEST_F(AccountTest, AnExpiredLinkSaysSo_AndThatNoMailCouldBeAsked) {
    open_link();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/inspection", 410, problem(410, "link-expired")));
    EXPECT_EQ(state().link_page.fault, LinkFault::kExpired);
    press(LinkRenewalPressed{});
    ASSERT_TRUE(outside.http.fail(Method::kPost, "/account-links/renewal", Transport::kUnreachable));
    EXPECT_FALSE(state().link_page.renewed);
    EXPECT_EQ(state().link_page.renewal_error, Text::password_error_unreachable);
}

TEST_F(AccountTest, ALinkThatDiesWhileThePasswordIsChosenSaysSo) {
    open_usable_link();
    choose(kGood);
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/password", 410, problem(410, "link-used")));
    EXPECT_EQ(state().link_page.fault, LinkFault::kUsed);
}

TEST_F(AccountTest, AnAddressWithoutASecretIsNoLink) {
    start("/welkom");
    EXPECT_EQ(state().link_page.fault, LinkFault::kUnknown);
    EXPECT_EQ(sent(Method::kPost, "/account-links"), 0U);
}

TEST_F(AccountTest, ALinkCanBeCheckedAgain_WhenTheServerWasAway) {
    open_link();
    ASSERT_TRUE(outside.http.fail(Method::kPost, "/account-links/inspection", Transport::kUnreachable));
    EXPECT_TRUE(state().link_page.link.failed());
    store.dispatch(RetryPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/inspection", 200, link()));
    EXPECT_TRUE(state().link_page.link.value);
}

TEST_F(AccountTest, ALinkIsOneOwn_AlsoWhereSomebodyElseIsSignedIn) {
    start(std::string("/welkom#") + kSecret);
    answer_session();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/inspection", 200, link()));
    answer_data();
    EXPECT_EQ(state().route.screen, Screen::kWelcome);
    EXPECT_EQ(password_email(state()), "eva@example.nl");
    choose(kGood);
    const std::string eva = api::encode(api::Account{core::GuardianId{"eva"}, "Eva", "eva@example.nl", "De Boomgaard"});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/password", 200, eva));
    EXPECT_EQ(state().account->name, "Eva");
    EXPECT_FALSE(state().family.value) << "nothing of the one before is left";
}

TEST_F(AccountTest, AForgottenPasswordAsksOnce_AndTellsNothing) {
    start("/wachtwoord-vergeten");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401));
    press(ResetPressed{});
    EXPECT_EQ(state().forgotten_page.email_error, Text::sign_in_error_email_missing);
    press(ResetEmailTyped{"jasmijn"});
    press(ResetPressed{});
    EXPECT_EQ(state().forgotten_page.email_error, Text::forgotten_email_invalid);
    press(ResetEmailTyped{" jasmijn@example.nl "});
    press(ResetPressed{});
    press(ResetPressed{});
    EXPECT_EQ(sent(Method::kPost, "/password-resets"), 1U);
    EXPECT_EQ(outside.http.sent().back().body, R"({"email":"jasmijn@example.nl","language":"nl"})");
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/password-resets", 204));
    EXPECT_TRUE(state().forgotten_page.sent);
}

TEST_F(AccountTest, TooManyMailsSayHowLongToWait) {
    start("/wachtwoord-vergeten");
    press(ResetEmailTyped{"jasmijn@example.nl"});
    press(ResetPressed{});
    HttpResponse slow_down;
    slow_down.transport = Transport::kAnswered;
    slow_down.status = 429;
    slow_down.retry_after = 301;
    ASSERT_TRUE(outside.http.respond(Method::kPost, "/password-resets", slow_down));
    const ForgottenPage& page = state().forgotten_page;
    EXPECT_FALSE(page.sent);
    EXPECT_EQ(account_error(state(), page.error, page.retry_after),
              "Dit kan nu even niet. Probeer het over 6 minuten opnieuw.");
}

TEST_F(AccountTest, TheForgottenPageBeginsWithTheAddressThatWasTyped) {
    start("/");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401));
    store.dispatch(EmailTyped{"jasmijn@example.nl"});
    store.dispatch(Navigated{parse_route("/wachtwoord-vergeten", today(state())).value()});
    EXPECT_EQ(state().forgotten_page.email, "jasmijn@example.nl");
    EXPECT_EQ(outside.navigation.current(), "/wachtwoord-vergeten");
}

TEST_F(AccountTest, ThePasswordIsChangedByWhoKnowsIt) {
    open_account();
    press(NewPasswordTyped{kGood});
    press(NewPasswordSaved{});
    EXPECT_EQ(state().account_page.form.current_error, Text::password_current_missing);
    press(CurrentPasswordTyped{"oud"});
    press(NewPasswordSaved{});
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/account/password", 422, problem(422, "password-wrong")));
    EXPECT_EQ(state().account_page.form.current_error, Text::password_current_wrong);
    EXPECT_TRUE(state().account_page.form.current.empty());
    EXPECT_EQ(state().account_page.form.chosen, kGood);
    press(CurrentPasswordTyped{"oud genoeg"});
    press(NewPasswordSaved{});
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/account/password", 204));
    EXPECT_TRUE(state().account_page.form.chosen.empty());
    ASSERT_TRUE(state().toast);
    answer_lists();
}

TEST_F(AccountTest, DevicesAreSignedOut_OneOrAllOthers) {
    open_account();
    EXPECT_EQ(device_text(state(), state().account_page.sessions.value->at(1)), "Safari op iPhone");
    EXPECT_EQ(device_text(state(), {}), "Onbekend apparaat");
    press(SessionEndPressed{"s2"});
    press(SessionEndPressed{"s2"});
    EXPECT_EQ(sent(Method::kDelete, "/account/sessions/s2"), 1U);
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/account/sessions/s2", 204));
    answer_lists();
    press(OtherSessionsEndPressed{});
    ASSERT_TRUE(outside.http.fail(Method::kDelete, "/account/other-sessions", Transport::kTimedOut));
    EXPECT_EQ(state().toast->text, "Uitloggen is niet gelukt. Probeer het opnieuw.");
}

TEST_F(AccountTest, SigningOutEverywhereLeavesNothingBehind) {
    open_account();
    press(AllSessionsEndPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/account/sessions", 204));
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_FALSE(state().account_page.sessions.value);
    EXPECT_EQ(outside.navigation.current(), "/");
}

TEST_F(AccountTest, AnotherGuardianIsInvited) {
    open_account();
    press(GuardianInvited{core::GuardianId{"g2"}});
    press(GuardianInvited{core::GuardianId{"g2"}});
    EXPECT_EQ(sent(Method::kPut, "/account/logins/g2/invitation"), 1U);
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/account/logins/g2/invitation", 204));
    EXPECT_EQ(state().toast->text, "Thomas Visser krijgt een mail met een link.");
}

TEST_F(AccountTest, MailsAboutAnswersAreSwitched) {
    open_account();
    press(MailDecisionsSwitched{false});
    EXPECT_EQ(sent(Method::kPut, "/account/settings"), 0U) << "nobody knows yet what they are";
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/account/settings", 200, R"({"mailDecisions":true})"));
    press(MailDecisionsSwitched{false});
    press(MailDecisionsSwitched{false});
    EXPECT_EQ(sent(Method::kPut, "/account/settings"), 1U);
    EXPECT_EQ(outside.http.sent().back().body, R"({"mailDecisions":false})");
    EXPECT_TRUE(state().account_page.settings.value->mail_decisions) << "until the server says so";
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/account/settings", Transport::kTimedOut));
    EXPECT_TRUE(state().account_page.settings_failed);
    press(MailDecisionsSwitched{false});
    EXPECT_FALSE(state().account_page.settings_failed);
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/account/settings", 200, R"({"mailDecisions":false})"));
    EXPECT_FALSE(state().account_page.settings.value->mail_decisions);
}

TEST_F(AccountTest, ASessionThatEndedIsNoticed) {
    open_account();
    press(OtherSessionsEndPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/account/other-sessions", 401));
    EXPECT_EQ(state().session, Session::kSignedOut);
    EXPECT_TRUE(state().session_expired);
}

TEST_F(AccountTest, TheAccountIsLoadedAfterSigningInThere) {
    start("/account");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401));
    EXPECT_EQ(sent(Method::kGet, "/account/sessions"), 0U);
    store.dispatch(EmailTyped{"jasmijn@example.nl"});
    store.dispatch(PasswordTyped{"geheim"});
    store.dispatch(SignInPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 200, account()));
    EXPECT_EQ(sent(Method::kGet, "/account/sessions"), 1U);
    EXPECT_EQ(state().route.screen, Screen::kAccount);
}

TEST(AccountRoutes, HaveAddresses) {
    const core::Date day = core::Date::parse("2026-11-23").value();
    for (const char* path : {"/account", "/wachtwoord-vergeten", "/welkom", "/welkom#abc-_1"}) {
        const auto route = parse_route(path, day);
        ASSERT_TRUE(route) << path;
        EXPECT_EQ(to_path(*route), path);
    }
    EXPECT_EQ(parse_route("/welkom#abc", day)->link, "abc");
    EXPECT_EQ(parse_route("/account#abc", day)->link, "") << "only a link has a secret";
    EXPECT_FALSE(parse_route("/welkom/abc", day));
}

}  // namespace
}  // namespace portal::app
