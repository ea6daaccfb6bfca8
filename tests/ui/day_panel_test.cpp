#include "ui/portal_fixture.hpp"

namespace portal::ui::test {
namespace {

using app::test::kWholeDay;
using core::RequestState;

/// "Wat kan op deze dag?", and what was asked already.
class DayPanel : public Portal {
  protected:
    [[nodiscard]] const Node* action(std::string_view name) const { return browser.find(Role::kButton, name); }
    [[nodiscard]] bool refuses(std::string_view text) const { return browser.find(Role::kListItem, text) != nullptr; }
    void hold(RequestState state) {
        server.requests = {server.request("r1", server.noor, "2026-11-25", kMorning, state)};
        server.requests[0].price = core::Money{6177};
    }
};

TEST_F(DayPanel, OffersWhatTheRulesAllow_WithPriceAndDeadline) {
    open("/wijziging/2026-11-25");
    browser.click(Role::kButton, "Noor");
    ASSERT_NE(action("Extra opvang"), nullptr);
    EXPECT_EQ(action("Extra opvang")->description,
              "Aanvragen kan tot dinsdag 24 november om 12:00. Dat is over 1 dag en 3 uur. Vanaf € 61,77.");
    ASSERT_NE(action("Ziekmelden"), nullptr);
    EXPECT_TRUE(refuses("Afmelden kan niet: Noor heeft dan geen opvang volgens het contract."));
}

TEST_F(DayPanel, SaysOnceWhatHoldsForAll_AndNamesWhereTheyDiffer) {
    open("/wijziging/2026-11-25");
    EXPECT_TRUE(refuses("Afmelden kan niet: Geen van uw kinderen heeft op deze dag opvang volgens het contract."));
    ASSERT_NE(action("Extra opvang"), nullptr);
    const std::string& text = action("Extra opvang")->description;
    EXPECT_NE(text.find("Noor: Aanvragen kan tot dinsdag 24 november om 12:00."), std::string::npos) << text;
    EXPECT_NE(text.find("Sam, Mila: Aanvragen kan tot"), std::string::npos) << text;
    EXPECT_NE(text.find("€ 9,98 per uur."), std::string::npos) << text;
}

TEST_F(DayPanel, ListsNamesAloneWhereNothingMoreIsToSay) {
    open("/wijziging/2026-11-25");
    ASSERT_NE(action("Ziekmelden"), nullptr);
    EXPECT_EQ(action("Ziekmelden")->description, "Noor, Sam, Mila");
}

TEST_F(DayPanel, SaysWhyNothingCanBeAskedOfADayInThePast) {
    open("/wijziging/2026-11-18");
    EXPECT_TRUE(refuses("Extra opvang kan niet: Deze dag is voorbij."));
    EXPECT_TRUE(refuses("Ruilen kan niet: Deze dag is voorbij."));
    EXPECT_TRUE(refuses("Afmelden kan niet: Deze dag is voorbij."));
    EXPECT_TRUE(refuses("Ziekmelden kan niet: Deze dag is voorbij."));
    EXPECT_EQ(action("Extra opvang"), nullptr);
}

TEST_F(DayPanel, SaysWhatAnAbsenceEarns) {
    server.noors().credit.enabled = true;
    open("/wijziging/2026-11-26");
    browser.click(Role::kButton, "Noor");
    ASSERT_NE(action("Afmelden"), nullptr);
    const std::string& text = action("Afmelden")->description;
    EXPECT_NE(text.find("U krijgt 11 uur tegoed."), std::string::npos) << text;
    EXPECT_NE(text.find("31 december 2026"), std::string::npos) << text;
}

TEST_F(DayPanel, OpensTheFormOfEachAction) {
    open("/wijziging/2026-11-26");
    for (const auto& [name, path] : {std::pair{"Extra opvang", "extra"}, std::pair{"Ruilen", "ruilen"},
                                     std::pair{"Afmelden", "afmelden"}, std::pair{"Ziekmelden", "ziek"}}) {
        browser.click(Role::kButton, name);
        EXPECT_NE(browser.find(Role::kDialog, name), nullptr);
        EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-26/" + std::string(path));
        browser.press_key(Key::kEscape);
        EXPECT_EQ(browser.find(Role::kDialog, name), nullptr);
    }
}

TEST_F(DayPanel, SaysWhenTheRulesCannotBeHad) {
    start("/wijziging/2026-11-25");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/rules", app::Transport::kTimedOut));
    answer_data();
    browser.show();
    EXPECT_TRUE(browser.shows("Het antwoord duurt te lang."));
    browser.click(Role::kButton, "Opnieuw proberen");
    answer_data();
    browser.show();
    EXPECT_NE(action("Extra opvang"), nullptr);
}

TEST_F(DayPanel, ShowsTheAnswerOfThePlanning) {
    hold(RequestState::kRejected);
    server.requests[0].decision_reason = "De groep zit vol.";
    open("/wijziging/2026-11-25");
    EXPECT_TRUE(refuses("Extra opvang, Noor · 07:30–13:00, Afgewezen, € 61,77 · De groep zit vol."));
    EXPECT_EQ(action("Intrekken"), nullptr);
}

TEST_F(DayPanel, WithdrawsAnOpenRequestInOnePress) {
    hold(RequestState::kSubmitted);
    open("/wijziging/2026-11-25");
    ASSERT_NE(action("Intrekken: Extra opvang van Noor"), nullptr);
    browser.click(Role::kButton, "Intrekken");
    EXPECT_TRUE(action("Intrekken")->busy);
    server.requests[0].state = RequestState::kWithdrawn;
    ASSERT_TRUE(
        outside.http.answer(Method::kPut, "/change-requests/r1/withdrawal", 200, api::encode(server.requests[0])));
    browser.show();
    EXPECT_EQ(action("Intrekken"), nullptr);
    EXPECT_FALSE(browser.shows("07:30–13:00"));
    EXPECT_TRUE(browser.shows("Uw aanvraag is ingetrokken."));
}

TEST_F(DayPanel, AsksBeforeAPlaceIsGivenBack) {
    server.noors().extra.cancellation.free_until = core::Notice{core::Notice::Unit::kHours, 24, std::nullopt};
    hold(RequestState::kApproved);
    open("/wijziging/2026-11-25");
    EXPECT_TRUE(browser.shows("Intrekken zonder kosten kan tot dinsdag 24 november om 07:30."));
    browser.click(Role::kButton, "Intrekken");
    ASSERT_NE(browser.find(Role::kAlertDialog, "Extra opvang van Noor op woensdag 25 november intrekken?"), nullptr);
    EXPECT_EQ(browser.focused().name, "Laten staan") << "the way that does no harm";
    browser.click(Role::kButton, "Laten staan");
    EXPECT_EQ(outside.http.count(Method::kPut, "/change-requests"), 0U);
    browser.click(Role::kButton, "Intrekken: Extra");
    browser.tab_to(Role::kButton, "Intrekken");
    browser.press_enter();
    EXPECT_EQ(outside.http.count(Method::kPut, "/change-requests/r1/withdrawal"), 1U);
}

TEST_F(DayPanel, SaysWhyARequestCannotBeTakenBack) {
    hold(RequestState::kApproved);
    open("/wijziging/2026-11-25");
    EXPECT_EQ(action("Intrekken"), nullptr);
    EXPECT_TRUE(browser.shows("Intrekken kan niet. Bel de opvang als er iets misging."));
}

TEST_F(DayPanel, SaysWhatWentWrongWithWithdrawing) {
    hold(RequestState::kSubmitted);
    open("/wijziging/2026-11-25");
    browser.click(Role::kButton, "Intrekken");
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/change-requests/r1/withdrawal", app::Transport::kUnreachable));
    browser.show();
    EXPECT_NE(browser.find(Role::kAlert, "Er is geen verbinding."), nullptr);
}

TEST_F(DayPanel, ReportsAChildWell) {
    server.requests = {server.accepted("r1", core::sick_wish(server.noor, day("2026-11-23")))};
    server.requests[0].date = day("2026-11-20");
    open("/wijziging/2026-11-23");
    EXPECT_TRUE(refuses("Ziekmelding, Noor, Gemeld"));
    browser.click(Role::kButton, "Beter melden: Ziekmelding van Noor");
    ASSERT_NE(browser.find(Role::kDialog, "Beter melden"), nullptr);
    browser.click(Role::kButton, "Beter melden");
    EXPECT_TRUE(browser.find(Role::kRadioGroup, "Wat was de laatste dag dat Noor ziek was?")->invalid);
    browser.click(Role::kRadio, "Gisteren (zondag 22 november)");
    browser.click(Role::kButton, "Beter melden");
    ASSERT_EQ(outside.http.count(Method::kPut, "/change-requests/r1/recovery"), 1U);
    server.requests[0].last = day("2026-11-22");
    ASSERT_TRUE(
        outside.http.answer(Method::kPut, "/change-requests/r1/recovery", 200, api::encode(server.requests[0])));
    browser.show();
    EXPECT_EQ(browser.find(Role::kDialog, "Beter melden"), nullptr);
    EXPECT_EQ(action("Beter melden"), nullptr);
}

TEST_F(DayPanel, TellsASwapOnBothOfItsDays) {
    server.requests = {server.accepted(
        "r1", core::swap_wish(server.noor, {day("2026-11-26"), kWholeDay}, {day("2026-11-27"), kWholeDay}))};
    open("/wijziging/2026-11-27");
    EXPECT_TRUE(refuses("Ruildag, Noor · 07:30–18:30, Aangevraagd, Ingeleverd: donderdag 26 november, 07:30–18:30"));
    browser.click(Role::kGridCell, "donderdag 26 november");
    EXPECT_TRUE(refuses("Ruildag, Noor · 07:30–18:30, Aangevraagd, Gevraagd: vrijdag 27 november 2026, 07:30–18:30"));
}

}  // namespace
}  // namespace portal::ui::test
