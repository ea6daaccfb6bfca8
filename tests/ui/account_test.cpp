#include "api/account_codec.hpp"
#include "ui/portal_fixture.hpp"

#include <algorithm>

namespace portal::ui::test {
namespace {

class AccountPages : public Portal {
  protected:
    void open_link() {
        start("/welkom#3q2-7wAAECr1Zx0mJ5bVQm8nT4kUeYhLpGd9sRcFoXk");
        ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401, problem(401, "not-signed-in")));
        answer_rules();
    }
    void answer_rules() {
        core::PasswordRules rules;
        rules.common = {"wachtwoord"};
        ASSERT_TRUE(outside.http.answer(Method::kGet, "/password-rules", 200, api::encode(rules)));
    }
    void open_usable_link() {
        open_link();
        ASSERT_TRUE(outside.http.answer(
            Method::kPost, "/account-links/inspection", 200,
            api::encode(api::AccountLink{api::LinkPurpose::kInvitation, "Eva de Jong", "eva@example.nl", "De Boomgaard",
                                         core::Instant{2000000000}})));
        browser.show();
    }
    void open_account() {
        open("/account");
        answer_rules();
        const core::Instant then = local("2026-11-20 08:00");
        ASSERT_TRUE(outside.http.answer(
            Method::kGet, "/account/sessions", 200,
            api::encode(std::vector<api::DeviceSession>{{"s1", "Firefox", "Linux", then, then, true},
                                                        {"s2", "Safari", "iPhone", then, then, false}})));
        ASSERT_TRUE(outside.http.answer(
            Method::kGet, "/account/logins", 200,
            api::encode(api::FamilyLogins{
                true,
                {{core::GuardianId{"g1"}, "Jasmijn Visser", "jasmijn@example.nl", api::LoginState::kActive},
                 {core::GuardianId{"g2"}, "Thomas de Boer", "thomas@example.nl", api::LoginState::kNone},
                 {core::GuardianId{"g3"}, "Oma Visser", "", api::LoginState::kNone}}})));
        browser.show();
    }
    [[nodiscard]] const Node* button_with(std::string_view description) const {
        const auto& nodes = browser.tree().nodes;
        const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) {
            return node.role == Role::kButton && node.description == description;
        });
        return found == nodes.end() ? nullptr : &*found;
    }
};

TEST_F(AccountPages, ALinkLeadsToAFormThatPasswordManagersKnow) {
    open_usable_link();
    EXPECT_EQ(browser.tree().title, "Wachtwoord kiezen – Ouderlogin");
    EXPECT_TRUE(browser.shows("Welkom, Eva de Jong. Kies een wachtwoord voor de ouderlogin van De Boomgaard."));
    const Node* email = browser.find(Role::kTextField, "E-mailadres");
    const Node* password = browser.find(Role::kTextField, "Nieuw wachtwoord");
    ASSERT_TRUE(email && password);
    EXPECT_EQ(email->autocomplete, "username");
    EXPECT_EQ(email->value, "eva@example.nl");
    EXPECT_TRUE(email->disabled);
    EXPECT_EQ(password->autocomplete, "new-password");
    EXPECT_EQ(password->input, semantics::InputKind::kPassword);
    EXPECT_NE(password->description.find("Minstens 10 tekens"), std::string::npos);
    EXPECT_TRUE(browser.find(Role::kButton, "Opslaan")->submits);
}

TEST_F(AccountPages, TheStrengthOfAPasswordIsShownWhileItIsTyped) {
    open_usable_link();
    EXPECT_EQ(browser.find(Role::kProgress, "Sterkte"), nullptr);
    for (const auto& [password, word] : std::vector<std::pair<const char*, const char*>>{
             {"kort", "zwak"}, {"Wachtwoord1", "zwak"}, {"kikkerdril", "redelijk"}, {"voorjaar-kikker-42", "sterk"}}) {
        browser.type("Nieuw wachtwoord", password);
        ASSERT_NE(browser.find(Role::kProgress, "Sterkte"), nullptr);
        EXPECT_EQ(browser.find(Role::kProgress, "Sterkte")->description, word) << password;
        EXPECT_FALSE(browser.find(Role::kTextField, "Nieuw wachtwoord")->invalid) << "nothing is wrong while typing";
    }
    browser.click(Role::kButton, "Nieuw wachtwoord tonen");
    EXPECT_EQ(browser.find(Role::kTextField, "Nieuw wachtwoord")->input, semantics::InputKind::kText);
}

TEST_F(AccountPages, ABadPasswordIsPointedAt_AndGetsTheFocus) {
    open_usable_link();
    browser.type("Nieuw wachtwoord", "Wachtwoord1");
    browser.click(Role::kButton, "Opslaan");
    const Node* password = browser.find(Role::kTextField, "Nieuw wachtwoord");
    EXPECT_TRUE(password->invalid);
    EXPECT_NE(password->description.find("Veel mensen gebruiken dit wachtwoord"), std::string::npos);
    EXPECT_EQ(browser.focused().name, "Nieuw wachtwoord");
    EXPECT_EQ(outside.http.count(Method::kPost, "/account-links/password"), 0U);
}

TEST_F(AccountPages, SavingByEnterLeadsIntoThePortal) {
    open_usable_link();
    browser.type("Nieuw wachtwoord", "winterkoninkje 7");
    browser.press_enter();
    EXPECT_TRUE(browser.find(Role::kButton, "Bezig met opslaan")->busy);
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/password", 200, account()));
    answer_data();
    browser.show();
    EXPECT_EQ(browser.focused().role, Role::kHeading);
    EXPECT_EQ(browser.tree().title, "Overzicht – Ouderlogin");
    EXPECT_TRUE(browser.shows("Uw wachtwoord is opgeslagen. U bent ingelogd."));
}

TEST_F(AccountPages, AUsedLinkSaysSo_AndOffersANewMailAndSigningIn) {
    open_link();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/inspection", 410, problem(410, "link-used")));
    browser.show();
    EXPECT_TRUE(browser.shows("Deze link is al gebruikt."));
    EXPECT_NE(browser.find(Role::kHeading, "Deze link werkt niet"), nullptr);
    EXPECT_EQ(browser.find(Role::kTextField, "Nieuw wachtwoord"), nullptr);
    browser.click(Role::kButton, "Nieuwe mail sturen");
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/account-links/renewal", 204));
    browser.show();
    EXPECT_TRUE(browser.shows("U krijgt een nieuwe mail met een link."));
    EXPECT_NE(browser.find(Role::kHeading, "Kijk in uw mail"), nullptr);
    browser.click(Role::kLink, "Terug naar inloggen");
    EXPECT_NE(browser.find(Role::kHeading, "Inloggen"), nullptr);
    EXPECT_EQ(outside.navigation.current(), "/");
}

TEST_F(AccountPages, AForgottenPasswordIsAskedFromTheSignIn) {
    start();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401, problem(401, "not-signed-in")));
    browser.show();
    browser.type("E-mailadres", "jasmijn@example.nl");
    browser.click(Role::kLink, "Wachtwoord vergeten?");
    EXPECT_EQ(browser.focused().name, "Wachtwoord vergeten") << "focus is on the new page's title";
    EXPECT_EQ(browser.find(Role::kTextField, "E-mailadres")->value, "jasmijn@example.nl");
    browser.click(Role::kButton, "Mail sturen");
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/password-resets", 204));
    browser.show();
    EXPECT_TRUE(browser.shows("Hoort jasmijn@example.nl bij een ouderlogin? Dan krijgt u een mail"));
    EXPECT_NE(browser.find(Role::kHeading, "Kijk in uw mail"), nullptr);
}

TEST_F(AccountPages, TheAccountIsReachedFromItsSheet) {
    open();
    browser.click(Role::kButton, "Uw account");
    browser.click(Role::kButton, "Wachtwoord en apparaten");
    EXPECT_EQ(outside.navigation.current(), "/account");
    EXPECT_EQ(browser.tree().title, "Uw account – Ouderlogin");
    EXPECT_EQ(browser.find(Role::kDialog, ""), nullptr);
}

TEST_F(AccountPages, TheAccountShowsDevicesAndLogins) {
    open_account();
    EXPECT_TRUE(browser.shows("Firefox op Linux"));
    EXPECT_TRUE(browser.shows("Dit apparaat"));
    EXPECT_TRUE(browser.shows("Laatst gebruikt: vrijdag 20 november om 08:00"));
    EXPECT_NE(button_with("Uitloggen op Safari op iPhone"), nullptr);
    EXPECT_EQ(button_with("Uitloggen op Firefox op Linux"), nullptr) << "here the bar's button does it";
    EXPECT_NE(button_with("Thomas de Boer uitnodigen"), nullptr);
    EXPECT_EQ(button_with("Oma Visser uitnodigen"), nullptr);
    EXPECT_TRUE(browser.shows("Er is geen e-mailadres bekend."));
    browser.click(Role::kButton, "Op andere apparaten uitloggen");
    EXPECT_EQ(outside.http.count(Method::kDelete, "/account/other-sessions"), 1U);
    browser.click(Role::kButton, "Uitnodigen");
    EXPECT_EQ(outside.http.count(Method::kPut, "/account/logins/g2/invitation"), 1U);
}

TEST_F(AccountPages, MailsAboutAnswersHaveASwitch) {
    open_account();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/account/settings", 200, R"({"mailDecisions":true})"));
    browser.show();
    const auto shown = [&] { return browser.find(Role::kSwitch, "E-mail bij antwoord op een aanvraag"); };
    ASSERT_NE(shown(), nullptr);
    EXPECT_EQ(shown()->checked, semantics::Toggle::kOn);
    browser.click(Role::kSwitch, "E-mail bij antwoord op een aanvraag");
    EXPECT_TRUE(shown()->busy);
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/account/settings", 500));
    browser.show();
    EXPECT_EQ(shown()->description, "Opslaan is niet gelukt. Probeer het opnieuw.");
    browser.click(Role::kSwitch, "E-mail bij antwoord op een aanvraag");
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/account/settings", 200, R"({"mailDecisions":false})"));
    browser.show();
    EXPECT_EQ(shown()->checked, semantics::Toggle::kOff);
}

TEST_F(AccountPages, TheChangeOfAPasswordPointsAtWhatIsMissing) {
    open_account();
    EXPECT_EQ(browser.find(Role::kTextField, "Huidig wachtwoord")->autocomplete, "current-password");
    EXPECT_EQ(browser.find(Role::kTextField, "Nieuw wachtwoord")->autocomplete, "new-password");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_TRUE(browser.find(Role::kTextField, "Huidig wachtwoord")->invalid);
    EXPECT_EQ(browser.focused().name, "Huidig wachtwoord");
}

TEST_F(AccountPages, FitOnNarrowAndWideScreensInBothLanguages) {
    open_account();
    for (const float width : {320.0F, 390.0F, 1280.0F}) {
        for (const app::Language language : {app::Language::nl, app::Language::en}) {
            browser.viewport.width = width;
            store.dispatch(app::LanguageChosen{language});
            browser.show();
            for (const Node& node : browser.tree().nodes) {
                EXPECT_GE(node.rect.x, -0.5F) << node.name;
                if (node.layer == semantics::Layer::kPage && node.parent != semantics::kNoNode) {
                    EXPECT_LE(node.rect.x + node.rect.width, width + 0.5F) << node.name << " at " << width;
                }
            }
        }
    }
}

}  // namespace
}  // namespace portal::ui::test
