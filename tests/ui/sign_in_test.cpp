#include "ui/portal_fixture.hpp"

namespace portal::ui::test {
namespace {

class SignIn : public Portal {
  protected:
    void open_form() {
        start();
        ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401, problem(401, "not-signed-in")));
        browser.show();
    }
    void fill_in() {
        browser.type("E-mailadres", "jasmijn@example.nl");
        browser.type("Wachtwoord", "geheim123");
    }
    [[nodiscard]] std::size_t attempts() const { return outside.http.count(Method::kPost, "/session"); }
};

TEST_F(SignIn, ShowsTheSignWhileNobodyKnowsWhoIsThere) {
    start();
    EXPECT_NE(browser.find(Role::kHeading, "Ouderlogin"), nullptr);
    EXPECT_NE(browser.find(Role::kStatus, "Even geduld"), nullptr);
}

TEST_F(SignIn, OffersToTryAgain_WhenTheServerCannotBeReached) {
    start();
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/session", app::Transport::kUnreachable));
    browser.show();
    EXPECT_TRUE(browser.shows("geen verbinding"));
    browser.click(Role::kButton, "Opnieuw proberen");
    EXPECT_EQ(outside.http.count(Method::kGet, "/session"), 2U);
}

TEST_F(SignIn, HasFieldsThatPasswordManagersKnow) {
    open_form();
    const Node* email = browser.find(Role::kTextField, "E-mailadres");
    const Node* password = browser.find(Role::kTextField, "Wachtwoord");
    ASSERT_TRUE(email && password);
    EXPECT_EQ(email->autocomplete, "username");
    EXPECT_EQ(email->input, semantics::InputKind::kEmail);
    EXPECT_EQ(password->autocomplete, "current-password");
    EXPECT_EQ(password->input, semantics::InputKind::kPassword);
    EXPECT_TRUE(browser.find(Role::kButton, "Inloggen")->submits);
    EXPECT_EQ(browser.tree().title, "Inloggen – Ouderlogin");
}

TEST_F(SignIn, EnterInAFieldSendsTheForm) {
    open_form();
    fill_in();
    browser.press_enter();
    EXPECT_EQ(attempts(), 1U);
    EXPECT_TRUE(browser.find(Role::kButton, "Bezig met inloggen")->busy);
}

TEST_F(SignIn, ASecondPressWhileBusySendsNothing) {
    open_form();
    fill_in();
    browser.press_enter();
    browser.click(Role::kButton, "Bezig met inloggen");
    EXPECT_EQ(attempts(), 1U);
}

TEST_F(SignIn, PointsAtWhatIsMissing) {
    open_form();
    browser.click(Role::kButton, "Inloggen");
    const Node* email = browser.find(Role::kTextField, "E-mailadres");
    EXPECT_TRUE(email->invalid);
    EXPECT_EQ(email->description, "Vul uw e-mailadres in.");
    EXPECT_EQ(attempts(), 0U);
}

TEST_F(SignIn, ANeutralMessageAndTheEmailStays_WhenThePasswordIsWrong) {
    open_form();
    fill_in();
    browser.press_enter();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 401, problem(401, "sign-in-failed")));
    browser.show();
    EXPECT_NE(browser.find(Role::kAlert, "E-mailadres of wachtwoord klopt niet"), nullptr);
    EXPECT_EQ(browser.find(Role::kTextField, "E-mailadres")->value, "jasmijn@example.nl");
    EXPECT_EQ(browser.find(Role::kTextField, "Wachtwoord")->value, "");
    EXPECT_EQ(browser.focused().name, "Wachtwoord") << "where the parent goes on";
}

TEST_F(SignIn, FocusGoesToTheFirstFieldThatIsWrong_EachTime) {
    open_form();
    browser.click(Role::kButton, "Inloggen");
    EXPECT_EQ(browser.focused().name, "E-mailadres");
    browser.type("E-mailadres", "jasmijn@example.nl");
    browser.click(Role::kButton, "Inloggen");
    EXPECT_EQ(browser.focused().name, "Wachtwoord");
}

TEST_F(SignIn, ShowsWhatWasTyped_WhenAsked) {
    open_form();
    browser.click(Role::kButton, "Wachtwoord tonen");
    EXPECT_EQ(browser.find(Role::kTextField, "Wachtwoord")->input, semantics::InputKind::kText);
    EXPECT_EQ(browser.find(Role::kButton, "Wachtwoord tonen")->checked, semantics::Toggle::kOn);
}

TEST_F(SignIn, LeadsToTheMonthWithFocusOnItsTitle) {
    open_form();
    fill_in();
    browser.press_enter();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 200, account()));
    answer_data();
    browser.show();
    EXPECT_EQ(browser.focused().role, Role::kHeading);
    EXPECT_EQ(browser.focused().name, "Wijziging aanvragen");
    EXPECT_NE(browser.find(Role::kGrid, "november 2026"), nullptr);
}

TEST_F(SignIn, SaysWhyOneIsBackHere_WhenTheSessionEnded) {
    open();
    browser.click(Role::kLink, "Logboek");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/change-requests", 401, problem(401, "not-signed-in")));
    browser.show();
    EXPECT_TRUE(browser.shows("U bent uitgelogd omdat"));
    EXPECT_EQ(browser.focused().name, "Inloggen") << "focus is on the new page's title";
}

TEST_F(SignIn, CanBeReadInEnglish) {
    open_form();
    browser.choose("Taal", "en");
    EXPECT_NE(browser.find(Role::kHeading, "Sign in"), nullptr);
    EXPECT_EQ(browser.tree().language, "en");
    EXPECT_EQ(outside.preferences.get("language"), "en");
}

}  // namespace
}  // namespace portal::ui::test
