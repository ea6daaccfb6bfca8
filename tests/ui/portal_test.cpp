#include "ui/portal_fixture.hpp"

#include <algorithm>

namespace portal::ui::test {
namespace {

class PortalFrame : public Portal {
  protected:
    void tell_of_requests() {
        core::ChangeRequest asked =
            server.request("r1", server.noor, "2026-11-25", kMorning, core::RequestState::kSubmitted);
        asked.price = core::Money{6177};
        asked.submitted_at = local("2026-11-22 20:14");
        asked.submitted_by = "Jasmijn Visser";
        asked.rule_text = "Extra uren worden niet terugbetaald.";
        core::ChangeRequest rejected =
            server.request("r2", server.sam, "2026-11-13", {{14, 0}, {18, 0}}, core::RequestState::kRejected);
        rejected.submitted_at = local("2026-11-09 12:00");
        rejected.decided_at = local("2026-11-10 08:00");
        rejected.decision_reason = "De groep zit vol.";
        server.requests = {asked, rejected};
    }
};

TEST_F(PortalFrame, HasOneTitleAndTheLandmarksOfAPage) {
    for (const bool large : {false, true}) {
        if (large) {
            desktop();
            browser.show();
        } else {
            open();
        }
        EXPECT_EQ(browser.all(Role::kBanner).size(), 1U);
        EXPECT_EQ(browser.all(Role::kNavigation).size(), 1U);
        EXPECT_EQ(browser.all(Role::kMain).size(), 1U);
        std::size_t titles = 0;
        for (const Node* heading : browser.all(Role::kHeading)) {
            titles += heading->level == 1 ? 1U : 0U;
        }
        EXPECT_EQ(titles, 1U) << (large ? "desktop" : "phone");
    }
}

TEST_F(PortalFrame, EveryNodeHasAnIdOfItsOwnAndAParentBeforeIt) {
    tell_of_requests();
    for (const char* path : {"/wijziging/2026-11-25/extra", "/stamgegevens", "/logboek"}) {
        SCOPED_TRACE(path);
        outside.navigation.replace(path);
        if (state().session == app::Session::kUnknown) {
            open(path);
        } else {
            store.dispatch(app::PathChanged{path});
            answer_data();
            browser.show();
        }
        std::vector<semantics::NodeId> seen;
        for (const Node& node : browser.tree().nodes) {
            EXPECT_EQ(std::count(seen.begin(), seen.end(), node.id), 0) << node.name;
            EXPECT_TRUE(node.parent == semantics::kNoNode || std::count(seen.begin(), seen.end(), node.parent) == 1)
                << node.name;
            seen.push_back(node.id);
        }
    }
}

TEST_F(PortalFrame, TabsLeadToTheScreens_WithFocusOnTheirTitles) {
    open();
    browser.viewport.scroll_y = 300;
    browser.click(Role::kLink, "Stamgegevens");
    EXPECT_EQ(outside.navigation.current(), "/stamgegevens");
    EXPECT_EQ(browser.focused().name, "Stamgegevens");
    EXPECT_EQ(browser.focused().level, 1);
    EXPECT_EQ(browser.viewport.scroll_y, 0) << "the new screen begins at its top";
    EXPECT_EQ(browser.tree().title, "Stamgegevens – Ouderlogin");
    EXPECT_TRUE(browser.find(Role::kLink, "Stamgegevens")->current);
    browser.click(Role::kLink, "Logboek");
    EXPECT_EQ(browser.focused().name, "Logboek");
    browser.click(Role::kLink, "Wijziging aanvragen");
    EXPECT_EQ(browser.tree().title, "Wijziging aanvragen, november 2026 – Ouderlogin");
}

TEST_F(PortalFrame, LinksHaveTheAddressesOfTheirScreens) {
    open();
    EXPECT_EQ(browser.find(Role::kLink, "Stamgegevens")->href, "/stamgegevens");
    EXPECT_EQ(browser.find(Role::kLink, "Wijziging aanvragen")->href, "/wijziging/2026-11");
    EXPECT_EQ(browser.find(Role::kLink, "Logboek")->href, "/logboek");
}

TEST_F(PortalFrame, TheAccountOffersLanguageAndTheWayOut) {
    open();
    browser.click(Role::kButton, "Uw account: Jasmijn Visser");
    ASSERT_NE(browser.find(Role::kDialog, "Jasmijn Visser"), nullptr);
    EXPECT_TRUE(browser.shows("De Boomgaard"));
    browser.choose("Taal", "en");
    EXPECT_NE(browser.find(Role::kButton, "Sign out"), nullptr);
    browser.press_key(Key::kEscape);
    EXPECT_EQ(browser.find(Role::kDialog, "Jasmijn Visser"), nullptr);
    EXPECT_EQ(browser.focused().name, "Your account: Jasmijn Visser");
    EXPECT_NE(browser.find(Role::kGrid, "November 2026"), nullptr);
}

TEST_F(PortalFrame, SigningOutLeadsBackToTheForm) {
    open();
    browser.click(Role::kButton, "Uw account");
    browser.click(Role::kButton, "Uitloggen");
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    browser.show();
    EXPECT_NE(browser.find(Role::kTextField, "E-mailadres"), nullptr);
    EXPECT_FALSE(browser.shows("Noor")) << "nothing of the family is left";
}

TEST_F(PortalFrame, StamgegevensListsChildrenGuardiansAndContracts) {
    open("/stamgegevens");
    EXPECT_NE(browser.find(Role::kHeading, "Noor Visser"), nullptr);
    EXPECT_TRUE(browser.shows("2 jaar · De Kikkers"));
    EXPECT_TRUE(browser.shows("ma do"));
    EXPECT_NE(browser.find(Role::kHeading, "Thomas de Boer"), nullptr);
    EXPECT_TRUE(browser.shows("E-mailadres: jasmijn@example.nl"));
    EXPECT_TRUE(browser.shows("Betalende ouder"));
    EXPECT_TRUE(browser.shows("Looptijd: 1 september 2025 tot en met 16 juli 2027"));
    EXPECT_TRUE(browser.shows("Uurtarief: € 11,23 per uur"));
}

TEST_F(PortalFrame, StamgegevensOffersToTryAgain_WhenItCannotBeHad) {
    start("/stamgegevens");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    browser.show();
    EXPECT_NE(browser.find(Role::kStatus, "Even geduld"), nullptr);
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/family", 500, problem(500, "internal")));
    browser.show();
    EXPECT_TRUE(browser.shows("Er ging iets mis bij ons."));
    browser.click(Role::kButton, "Opnieuw proberen");
    answer_data();
    browser.show();
    EXPECT_NE(browser.find(Role::kHeading, "Noor Visser"), nullptr);
}

TEST_F(PortalFrame, LogboekTellsWhatWasAskedAndWhatBecameOfIt) {
    tell_of_requests();
    open("/logboek");
    EXPECT_NE(browser.find(Role::kHeading, "Extra opvang · Noor"), nullptr);
    EXPECT_TRUE(browser.shows("woensdag 25 november 2026, 07:30–13:00"));
    EXPECT_TRUE(browser.shows("€ 61,77"));
    EXPECT_TRUE(browser.shows("Aangevraagd door Jasmijn Visser op zondag 22 november om 20:14."));
    EXPECT_TRUE(browser.shows("Afgewezen"));
    EXPECT_TRUE(browser.shows("De groep zit vol."));
}

TEST_F(PortalFrame, LogboekUnfoldsTheRuleThatTheParentSaw) {
    tell_of_requests();
    open("/logboek");
    EXPECT_FALSE(browser.shows("Extra uren worden niet terugbetaald."));
    EXPECT_EQ(browser.find(Role::kButton, "Regel bekijken")->expanded, semantics::Toggle::kOff);
    browser.click(Role::kButton, "Regel bekijken");
    EXPECT_TRUE(browser.shows("Extra uren worden niet terugbetaald."));
    EXPECT_TRUE(browser.shows("Versie van de regels: kikkers-1"));
    EXPECT_EQ(browser.find(Role::kButton, "Regel bekijken")->expanded, semantics::Toggle::kOn);
    browser.click(Role::kButton, "Regel bekijken");
    EXPECT_FALSE(browser.shows("Extra uren worden niet terugbetaald."));
}

TEST_F(PortalFrame, LogboekHasAHeadingForEachMonth) {
    tell_of_requests();
    server.requests[1].submitted_at = local("2026-10-30 12:00");
    open("/logboek");
    EXPECT_NE(browser.find(Role::kHeading, "november 2026"), nullptr);
    EXPECT_NE(browser.find(Role::kHeading, "oktober 2026"), nullptr);
}

TEST_F(PortalFrame, LogboekTellsEveryKindOfChange) {
    server.requests = {
        server.accepted("r1", core::sick_wish(server.noor, day("2026-11-23"), day("2026-11-24"))),
        server.accepted("r2", core::absence_wish(server.noor, {day("2026-11-26"), app::test::kWholeDay})),
        server.accepted("r3", core::swap_wish(server.noor, {day("2026-11-30"), app::test::kWholeDay},
                                              {day("2026-12-02"), app::test::kWholeDay}))};
    open("/logboek");
    EXPECT_NE(browser.find(Role::kHeading, "Ziekmelding · Noor"), nullptr);
    EXPECT_TRUE(browser.shows("maandag 23 november tot en met dinsdag 24 november 2026"));
    EXPECT_NE(browser.find(Role::kHeading, "Afmelding · Noor"), nullptr);
    EXPECT_TRUE(browser.shows("Gemeld door Jasmijn Visser op maandag 23 november om 09:00."));
    EXPECT_NE(browser.find(Role::kHeading, "Ruildag · Noor"), nullptr);
    EXPECT_TRUE(browser.shows("Ingeleverd: maandag 30 november, 07:30–18:30"));
}

TEST_F(PortalFrame, AnEmptyLogboekLeadsToTheCalendar) {
    open("/logboek");
    EXPECT_TRUE(browser.shows("Nog geen aanvragen"));
    browser.click(Role::kButton, "Naar de kalender");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11");
}

TEST_F(PortalFrame, AMessageCanBeClosedOrGoesByItself) {
    open();
    browser.click(Role::kGridCell, "woensdag 25 november");
    browser.click(Role::kButton, "Extra opvang");
    browser.click(Role::kRadio, "Ochtend");
    browser.click(Role::kButton, "Opslaan");
    const core::ChangeRequest stored =
        server.request("r9", server.noor, "2026-11-25", kMorning, core::RequestState::kSubmitted);
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 201, api::encode(std::vector{stored})));
    browser.show();
    ASSERT_NE(browser.find(Role::kRegion, "Melding"), nullptr);
    browser.click(Role::kButton, "Melding sluiten");
    EXPECT_EQ(browser.find(Role::kRegion, "Melding"), nullptr);
}

TEST_F(PortalFrame, NothingMoves_ForWhoWantsNoMotion) {
    browser.viewport.reduced_motion = true;
    open("/wijziging/2026-11-25/extra");
    browser.click(Role::kRadio, "Ochtend");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_FALSE(browser.output().next_frame.has_value());
}

}  // namespace
}  // namespace portal::ui::test
