#include "ui/portal_fixture.hpp"

namespace portal::ui::test {
namespace {

class ExtraCare : public Portal {
  protected:
    [[nodiscard]] std::size_t submissions() const { return outside.http.count(Method::kPost, "/change-requests"); }
    [[nodiscard]] bool is_open() const { return browser.find(Role::kDialog, "Extra opvang") != nullptr; }

    /// The server stores it and answers.
    void accept() {
        core::ChangeRequest stored =
            server.request("r9", server.noor, "2026-11-25", kMorning, core::RequestState::kSubmitted);
        stored.price = core::Money{6177};
        stored.submitted_at = local("2026-11-23 09:00");
        stored.submitted_by = "Jasmijn Visser";
        server.requests.insert(server.requests.begin(), stored);
        ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 201, api::encode(std::vector{stored})));
        answer_data();
        browser.show();
    }
};

TEST_F(ExtraCare, IsAskedForInFourSteps) {
    open();
    browser.click(Role::kGridCell, "woensdag 25 november");
    browser.click(Role::kButton, "Extra opvang");
    ASSERT_TRUE(is_open());
    browser.click(Role::kRadio, "Ochtend");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_EQ(submissions(), 1U);
    accept();
    EXPECT_FALSE(is_open());
    EXPECT_EQ(browser.find(Role::kGridCell, "woensdag 25 november")->name,
              "woensdag 25 november, Noor 07:30 tot 13:00 aangevraagd");
    EXPECT_NE(browser.find(Role::kListItem, "Extra opvang, Noor · 07:30–13:00, Aangevraagd, € 61,77"), nullptr);
    EXPECT_TRUE(browser.shows("Uw aanvraag is verstuurd."));
    browser.click(Role::kLink, "Logboek");
    answer_data();
    browser.show();
    EXPECT_NE(browser.find(Role::kHeading, "Extra opvang · Noor"), nullptr);
}

TEST_F(ExtraCare, IsAskedForWithTheKeyboardAlone) {
    open();
    browser.tab_to(Role::kGridCell, "maandag 23 november");
    browser.press_key(Key::kRight);
    browser.press_key(Key::kRight);
    browser.press_enter();
    browser.tab_to(Role::kButton, "Extra opvang");
    browser.press_enter();
    EXPECT_EQ(browser.focused().name, "Extra opvang") << "focus is in the dialog";
    EXPECT_EQ(browser.focused().role, Role::kHeading);
    browser.tab_to(Role::kRadio, "Ochtend");
    browser.press_enter();
    browser.tab_to(Role::kButton, "Opslaan");
    browser.press_enter();
    EXPECT_EQ(submissions(), 1U);
    accept();
    EXPECT_EQ(browser.focused().name, "Extra opvang") << "focus is back on the button";
    EXPECT_EQ(browser.focused().role, Role::kButton);
}

TEST_F(ExtraCare, EscapeClosesTheForm_WithFocusBackOnTheButton) {
    open("/wijziging/2026-11-25");
    browser.tab_to(Role::kButton, "Extra opvang");
    browser.press_enter();
    browser.press_key(Key::kEscape);
    EXPECT_FALSE(is_open());
    EXPECT_EQ(browser.focused().role, Role::kButton);
    EXPECT_EQ(browser.focused().name, "Extra opvang");
}

TEST_F(ExtraCare, NothingBehindTheFormCanBeReached) {
    open("/wijziging/2026-11-25/extra");
    ASSERT_TRUE(is_open());
    for (const Node* node : browser.tab_order()) {
        EXPECT_NE(node->role, Role::kGridCell);
        EXPECT_NE(node->role, Role::kLink);
    }
}

TEST_F(ExtraCare, ClosesWithoutATrace) {
    for (const char* button : {"Annuleren", "Sluiten"}) {
        SCOPED_TRACE(button);
        outside.navigation.replace("/wijziging/2026-11-25");
        if (state().session == app::Session::kUnknown) {
            open("/wijziging/2026-11-25");
        }
        browser.click(Role::kButton, "Extra opvang");
        browser.click(Role::kButton, button);
        EXPECT_FALSE(is_open());
        EXPECT_EQ(submissions(), 0U);
    }
}

TEST_F(ExtraCare, ShowsTheRuleThePricesAndTheDeadline) {
    open("/wijziging/2026-11-25/extra");
    EXPECT_NE(browser.find(Role::kRadio, "Ochtend, 07:30–13:00, € 61,77"), nullptr);
    EXPECT_TRUE(browser.shows("U krijgt geen geld terug voor extra uren."));
    EXPECT_TRUE(browser.shows("Aanvragen kan tot dinsdag 24 november om 12:00."));
}

TEST_F(ExtraCare, AsksForATime_WhenNoneIsChosen) {
    open("/wijziging/2026-11-25/extra");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_NE(browser.find(Role::kAlert, "Kies een tijd."), nullptr);
    EXPECT_EQ(submissions(), 0U);
}

TEST_F(ExtraCare, OffersTheChildrenThatItIsPossibleFor) {
    open("/wijziging/2026-12-02/extra");
    EXPECT_EQ(browser.find(Role::kRadio, "Noor")->checked, semantics::Toggle::kOn);
    browser.click(Role::kRadio, "Sam");
    EXPECT_TRUE(browser.shows("woensdag 2 december · Sam · De Reigers"));
    EXPECT_NE(browser.find(Role::kTextField, "Van"), nullptr) << "Sam's location has free times";
    EXPECT_TRUE(browser.shows("De opvang is open van 14:00 tot 18:30."));
}

TEST_F(ExtraCare, SaysWhatIsWrongWithTypedTimes_BeforeTheyAreSent) {
    open("/wijziging/2026-12-02/extra");
    browser.click(Role::kRadio, "Sam");
    browser.type("Van", "16:00");
    browser.type("Tot", "15:00");
    EXPECT_TRUE(browser.shows("De eindtijd moet na de begintijd liggen."));
    const auto sent = outside.http.sent().size();
    browser.click(Role::kButton, "Opslaan");
    EXPECT_EQ(outside.http.sent().size(), sent);
    browser.type("Tot", "18:00");
    EXPECT_FALSE(browser.shows("De eindtijd moet na de begintijd liggen."));
    EXPECT_TRUE(browser.shows("Kosten: € 19,96"));
    browser.click(Role::kButton, "Opslaan");
    EXPECT_EQ(outside.http.sent().size(), sent + 1);
}

TEST_F(ExtraCare, TakesTwoFieldsThatAreFilledInWithinOneFrame) {
    open("/wijziging/2026-12-02/extra");
    browser.click(Role::kRadio, "Sam");
    const auto fill = [&](const char* field, const char* text) {
        return semantics::Event{
            browser.find(Role::kTextField, field)->id, semantics::EventKind::kInput, text, Key::kNone, 0, 0, false};
    };
    browser.send(std::vector{fill("Van", "16:00"), fill("Tot", "18:00")});
    EXPECT_EQ(browser.find(Role::kTextField, "Van")->value, "16:00");
    EXPECT_EQ(browser.find(Role::kTextField, "Tot")->value, "18:00");
    EXPECT_TRUE(browser.shows("Kosten: € 19,96"));
}

TEST_F(ExtraCare, PointsAtMissingTimes_WhenSaved) {
    open("/wijziging/2026-12-02/extra");
    browser.click(Role::kRadio, "Sam");
    browser.type("Van", "15:00");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_FALSE(browser.find(Role::kTextField, "Van")->invalid);
    EXPECT_TRUE(browser.find(Role::kTextField, "Tot")->invalid);
}

TEST_F(ExtraCare, IsBusyWhileItIsSent) {
    open("/wijziging/2026-11-25/extra");
    browser.click(Role::kRadio, "Ochtend");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_TRUE(browser.find(Role::kButton, "Opslaan")->busy);
    browser.click(Role::kButton, "Opslaan");
    EXPECT_EQ(submissions(), 1U);
    EXPECT_TRUE(browser.output().next_frame.has_value()) << "the spinner turns";
}

TEST_F(ExtraCare, KeepsEverythingAndOffersToTryAgain_WhenTheServerIsSilent) {
    open("/wijziging/2026-11-25/extra");
    browser.click(Role::kRadio, "Ochtend");
    browser.click(Role::kButton, "Opslaan");
    ASSERT_TRUE(outside.http.fail(Method::kPost, "/change-requests", app::Transport::kTimedOut));
    browser.show();
    EXPECT_NE(browser.find(Role::kAlert, "Het antwoord duurt te lang."), nullptr);
    EXPECT_EQ(browser.find(Role::kRadio, "Ochtend")->checked, semantics::Toggle::kOn);
    browser.click(Role::kButton, "Opnieuw proberen");
    ASSERT_EQ(submissions(), 2U);
    const auto& sent = outside.http.sent();
    EXPECT_EQ(sent[sent.size() - 2].idempotency_key, sent.back().idempotency_key);
}

TEST_F(ExtraCare, ExplainsARefusalOfTheServer) {
    open("/wijziging/2026-11-25/extra");
    browser.click(Role::kRadio, "Ochtend");
    browser.click(Role::kButton, "Opslaan");
    ASSERT_TRUE(
        outside.http.answer(Method::kPost, "/change-requests", 422,
                            problem(422, core::code(core::RequestKind::kExtra, core::ReasonCode::kOverlapsCare))));
    browser.show();
    EXPECT_NE(browser.find(Role::kAlert, "Noor heeft in deze tijd al opvang of een aanvraag."), nullptr);
}

TEST_F(ExtraCare, ScrollsItsContentAndKeepsItsButtonsInSight_OnASmallScreen) {
    browser.viewport.width = 320;
    browser.viewport.height = 568;
    open("/wijziging/2026-11-25/extra");
    const Node* save = browser.find(Role::kButton, "Opslaan");
    ASSERT_NE(save, nullptr);
    EXPECT_LE(save->rect.y + save->rect.height, 568);
    bool scrolls = false;
    for (const Node* group : browser.all(Role::kGroup)) {
        scrolls = scrolls || (group->scrolls && group->content_height > group->rect.height);
    }
    EXPECT_TRUE(scrolls);
}

TEST_F(ExtraCare, ComesUpInAMomentAndThenRests) {
    open("/wijziging/2026-11-25");
    browser.click(Role::kButton, "Extra opvang");
    browser.seconds += 1;
    browser.show();
    EXPECT_FALSE(browser.output().next_frame.has_value());
}

}  // namespace
}  // namespace portal::ui::test
