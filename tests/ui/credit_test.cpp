#include "ui/portal_fixture.hpp"

namespace portal::ui::test {
namespace {

using app::test::kWholeDay;

class CreditScreen : public Portal {
  protected:
    /// Noor was reported absent, which earned eleven hours.
    void earn() {
        server.noors().credit.enabled = true;
        const core::CareFacts facts{server.family, server.locations, server.rules};
        server.requests = {server.accepted("r1", core::absence_wish(server.noor, {day("2026-11-26"), kWholeDay}))};
        core::CareEvent event;
        event.at = server.now;
        event.request = core::RequestId{"r1"};
        event.submitted = server.requests[0];
        core::book(facts, server.requests, server.requests[0], event, server.ledgers[0]);
    }
};

TEST_F(CreditScreen, SaysWhatAChildHas_WhereItComesFromAndWhenItIsLost) {
    earn();
    open("/tegoed");
    EXPECT_NE(browser.find(Role::kHeading, "Noor heeft 11 uur tegoed"), nullptr);
    EXPECT_NE(
        browser.find(Role::kListItem,
                     "Te gebruiken vanaf 26 november 2026 · Gebruik het uiterlijk op 31 december 2026, Gekregen voor "
                     "donderdag 26 november, 11 uur"),
        nullptr);
    EXPECT_NE(browser.find(Role::kListItem, "23 november 2026, Gekregen voor donderdag 26 november, + 11 uur"),
              nullptr);
}

TEST_F(CreditScreen, SaysHowMuchOfItIsLeft) {
    server.give_noor_credit(600);
    server.give_noor_credit(-120);
    open("/tegoed");
    EXPECT_NE(browser.find(Role::kHeading, "Noor heeft 8 uur tegoed"), nullptr);
    EXPECT_TRUE(browser.shows("Van 10 uur"));
    EXPECT_TRUE(browser.shows("− 2 uur"));
    EXPECT_TRUE(browser.shows("Verloopt niet"));
}

TEST_F(CreditScreen, IsReachedFromTheDay_AndLeadsBack) {
    earn();
    open("/wijziging/2026-11-25");
    const Node* link = browser.find(Role::kLink, "Tegoed");
    ASSERT_NE(link, nullptr);
    EXPECT_EQ(link->href, "/tegoed");
    EXPECT_NE(link->description.find("Noor: 11 uur"), std::string::npos);
    browser.click(Role::kLink, "Tegoed");
    EXPECT_EQ(outside.navigation.current(), "/tegoed");
    EXPECT_TRUE(browser.find(Role::kLink, "Wijziging aanvragen")->current);
    browser.click(Role::kLink, "Wijziging aanvragen");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11");
}

TEST_F(CreditScreen, IsNotSpokenOf_WhereNoneIsGiven) {
    open("/wijziging/2026-11-25");
    EXPECT_EQ(browser.find(Role::kLink, "Tegoed"), nullptr);
}

TEST_F(CreditScreen, SaysHowToGetSome_WhenThereIsNone) {
    open("/tegoed");
    EXPECT_TRUE(browser.shows("Nog geen tegoed"));
    browser.click(Role::kButton, "Naar de kalender");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11");
}

TEST_F(CreditScreen, OffersToTryAgain_WhenItCannotBeHad) {
    start("/tegoed");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/credit", app::Transport::kTimedOut));
    answer_data();
    browser.show();
    EXPECT_TRUE(browser.shows("Het antwoord duurt te lang."));
    browser.click(Role::kButton, "Opnieuw proberen");
    answer_data();
    browser.show();
    EXPECT_TRUE(browser.shows("Nog geen tegoed"));
}

}  // namespace
}  // namespace portal::ui::test
