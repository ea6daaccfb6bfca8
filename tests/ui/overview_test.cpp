#include "ui/portal_fixture.hpp"
#include "ui/screens/screens.hpp"

#include <algorithm>

namespace portal::ui::test {
namespace {

using app::test::kAfterSchool;
using core::RequestState;

class OverviewScreen : public Portal {
  protected:
    std::vector<core::Wish> sent() {
        std::vector<core::Wish> wishes;
        for (const app::HttpRequest& request : outside.http.sent()) {
            if (request.method == Method::kPost && request.path == "/change-requests") {
                const api::Submission submission = api::decode_submission(request.body).value.value();
                for (const api::NewRequest& wanted : submission.wishes) {
                    wishes.push_back(wanted.wish);
                }
            }
        }
        return wishes;
    }

    core::ChangeRequest answered(const char* id, RequestState how) {
        core::ChangeRequest request = server.request(id, server.noor, "2026-11-27", kMorning, how);
        request.submitted_at = local("2026-11-18 09:00");
        request.decided_at = local("2026-11-19 10:00");
        return request;
    }
};

TEST_F(OverviewScreen, TellsWhoGoesToday) {
    open("/");
    EXPECT_NE(browser.find(Role::kHeading, "Vandaag naar de opvang"), nullptr);
    EXPECT_TRUE(browser.shows("maandag 23 november"));
    EXPECT_NE(browser.find(Role::kListItem, "Noor, 07:30–18:30 · De Kikkers"), nullptr);
    EXPECT_NE(browser.find(Role::kListItem, "Sam, 14:00–18:30 · De Reigers"), nullptr);
    EXPECT_EQ(browser.find(Role::kListItem, "Mila"), nullptr) << "she goes on Tuesdays";
}

TEST_F(OverviewScreen, HasOneTitleAndGreetsByTheClock) {
    for (const bool large : {false, true}) {
        if (large) {
            desktop();
            browser.show();
        } else {
            open("/");
        }
        std::size_t titles = 0;
        for (const Node* heading : browser.all(Role::kHeading)) {
            titles += heading->level == 1 ? 1U : 0U;
        }
        EXPECT_EQ(titles, 1U) << (large ? "desktop" : "phone");
        EXPECT_NE(browser.find(Role::kHeading, "Goedemorgen"), nullptr);
    }
    EXPECT_EQ(page_title(state()), "Overzicht – Ouderlogin");
    outside.clock.set(local("2026-11-23 18:00").seconds);
    store.dispatch(app::ToastClosed{});
    browser.show();
    EXPECT_NE(browser.find(Role::kHeading, "Goedenavond"), nullptr);
}

TEST_F(OverviewScreen, SaysWhoIsIllOrAbsent_AndWhenTheNextDayIs) {
    server.requests = {server.accepted("r1", core::sick_wish(server.noor, day("2026-11-23"), day("2026-11-23"))),
                       server.accepted("r2", core::absence_wish(server.sam, {day("2026-11-23"), kAfterSchool}))};
    open("/");
    EXPECT_NE(browser.find(Role::kHeading, "Vandaag is er geen opvang"), nullptr);
    EXPECT_NE(browser.find(Role::kListItem, "Noor, 07:30–18:30 · De Kikkers, ziek gemeld"), nullptr);
    EXPECT_NE(browser.find(Role::kListItem, "Sam, 14:00–18:30 · De Reigers, afgemeld"), nullptr);
    EXPECT_TRUE(browser.shows("Eerstvolgende dag: dinsdag 24 november."));
    EXPECT_NE(browser.find(Role::kListItem, "Mila, 14:00–18:30 · De Reigers"), nullptr);
}

TEST_F(OverviewScreen, SaysWhyItIsClosed) {
    outside.clock.set(local("2026-12-25 10:00").seconds);
    open("/");
    EXPECT_NE(browser.find(Role::kHeading, "Vandaag gesloten: Eerste Kerstdag"), nullptr);
}

TEST_F(OverviewScreen, ShowsTheWeek_AndTheNextOneByOnePress) {
    server.requests = {server.request("r1", server.noor, "2026-11-25", kMorning, RequestState::kSubmitted)};
    open("/");
    EXPECT_NE(browser.find(Role::kHeading, "Week 48"), nullptr);
    EXPECT_NE(browser.find(Role::kLink, "maandag 23 november, vandaag, Noor 07:30 tot 18:30, Sam 14:00 tot 18:30"),
              nullptr);
    EXPECT_NE(browser.find(Role::kLink, "woensdag 25 november, Noor 07:30 tot 13:00 aangevraagd"), nullptr);
    EXPECT_NE(browser.find(Role::kLink, "vrijdag 27 november, geen opvang"), nullptr);
    browser.click(Role::kRadio, "Volgende week");
    EXPECT_NE(browser.find(Role::kHeading, "Week 49"), nullptr);
    EXPECT_NE(browser.find(Role::kLink, "maandag 30 november, Noor"), nullptr);
    EXPECT_EQ(browser.find(Role::kLink, "maandag 23 november"), nullptr);
    browser.click(Role::kLink, "maandag 30 november");
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-30");
}

TEST_F(OverviewScreen, ReportsIllnessInTwoPresses) {
    open("/");
    browser.click(Role::kButton, "Ziekmelden");
    EXPECT_TRUE(browser.shows("maandag 23 november"));
    EXPECT_EQ(browser.find(Role::kButton, "Mila ziekmelden"), nullptr) << "she is at home today";
    browser.click(Role::kButton, "Sam ziekmelden");
    EXPECT_EQ(sent(), std::vector{core::sick_wish(server.sam, day("2026-11-23"))});
    browser.show();
    EXPECT_TRUE(browser.find(Role::kButton, "Opslaan")->busy);
}

TEST_F(OverviewScreen, ReportsTheOnlyChildOfTodayInTwoPresses) {
    outside.clock.set(local("2026-11-26 06:30").seconds);
    open("/");
    browser.click(Role::kButton, "Ziekmelden");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_EQ(sent(), std::vector{core::sick_wish(server.noor, day("2026-11-26"))});
}

TEST_F(OverviewScreen, StillReportsSeveralChildrenTogether) {
    open("/");
    browser.click(Role::kButton, "Ziekmelden");
    browser.click(Role::kCheckbox, "Noor");
    EXPECT_EQ(browser.find(Role::kButton, "Sam ziekmelden"), nullptr);
    browser.click(Role::kCheckbox, "Sam");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_EQ(sent().size(), 2U);
}

TEST_F(OverviewScreen, AsksForExtraCareInThreePresses) {
    server.sams().extra.offered = false;
    open("/");
    browser.click(Role::kButton, "Extra opvang");
    EXPECT_EQ(outside.navigation.current(), "/overzicht/2026-11-24/extra");
    browser.click(Role::kRadio, "Ochtend");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_EQ(sent(), std::vector{core::extra_wish(server.noor, {day("2026-11-24"), kMorning})});
}

TEST_F(OverviewScreen, OffersOtherDaysForExtraCare) {
    server.sams().extra.offered = false;
    open("/");
    browser.click(Role::kButton, "Extra opvang");
    EXPECT_EQ(browser.find(Role::kRadio, "do 26 nov"), nullptr) << "Noor is there all day";
    browser.click(Role::kRadio, "vr 27 nov");
    EXPECT_EQ(outside.navigation.current(), "/overzicht/2026-11-27/extra");
    EXPECT_EQ(browser.find(Role::kRadio, "vr 27 nov")->checked, semantics::Toggle::kOn);
}

TEST_F(OverviewScreen, TellsWhatIsGoodToKnow_AndLeadsThere) {
    core::ChangeRequest rejected = answered("r2", RequestState::kRejected);
    rejected.decision_reason = "De groep zit vol.";
    server.requests = {answered("r1", RequestState::kApproved), rejected,
                       server.request("r3", server.noor, "2026-12-02", kMorning, RequestState::kSubmitted)};
    core::CreditBooking booking;
    booking.child = server.noor;
    booking.credit = {core::CreditUnit::kMinutes, 330};
    booking.use_before = day("2026-12-18");
    booking.at = server.now;
    core::book(booking, server.ledgers[0]);
    open("/");
    EXPECT_NE(browser.find(Role::kLink, "Extra opvang van vrijdag 27 november is goedgekeurd"), nullptr);
    const Node* no = browser.find(Role::kLink, "Extra opvang van vrijdag 27 november is afgewezen");
    ASSERT_NE(no, nullptr);
    EXPECT_EQ(no->href, "/logboek");
    EXPECT_NE(no->description.find("De groep zit vol."), std::string::npos);
    const Node* waiting = browser.find(Role::kLink, "Extra opvang van woensdag 2 december: nog geen antwoord");
    ASSERT_NE(waiting, nullptr);
    EXPECT_EQ(waiting->href, "/wijziging/2026-12-02");
    const Node* credit = browser.find(Role::kLink, "U kunt 5,5 uur tegoed gebruiken tot en met 18 december 2026");
    ASSERT_NE(credit, nullptr);
    EXPECT_NE(credit->description.find("Noor"), std::string::npos);
    browser.click(Role::kLink, "U kunt 5,5 uur tegoed");
    EXPECT_EQ(outside.navigation.current(), "/tegoed");
}

TEST_F(OverviewScreen, LeavesOutWhatThereIsNot) {
    open("/");
    EXPECT_EQ(browser.find(Role::kHeading, "Goed om te weten"), nullptr);
    EXPECT_FALSE(browser.shows("Bericht van"));
}

TEST_F(OverviewScreen, CountsWhatDoesNotFit) {
    for (const char* id : {"r1", "r2", "r3", "r4", "r5", "r6"}) {
        server.requests.push_back(answered(id, RequestState::kApproved));
    }
    open("/");
    EXPECT_NE(browser.find(Role::kLink, "Nog 2 in het Logboek"), nullptr);
}

TEST_F(OverviewScreen, ShowsTheNoticeOfTheOrganisation_ALongOneByAPress) {
    notices = {{"n1", "Sinterklaas komt", "Hij komt op 4 december.", local("2026-11-20 09:00"), std::nullopt}};
    open("/");
    EXPECT_NE(browser.find(Role::kHeading, "Sinterklaas komt"), nullptr);
    EXPECT_TRUE(browser.shows("Bericht van De Boomgaard, 20 november 2026"));
    EXPECT_TRUE(browser.shows("Hij komt op 4 december."));

    std::string story;
    for (int i = 0; i < 20; ++i) {
        story += "Er is veel te vertellen. ";
    }
    notices[0].text = story;
    store.dispatch(app::Navigated{{app::Screen::kOverview, state().route.month, std::nullopt, std::nullopt}});
    answer_data();
    browser.show();
    EXPECT_FALSE(browser.shows("Er is veel te vertellen."));
    browser.click(Role::kButton, "Bericht lezen");
    EXPECT_TRUE(browser.shows("Er is veel te vertellen."));
}

TEST_F(OverviewScreen, IsReachedByTheSign_OnEveryWidth) {
    for (const float width : {320.0F, 390.0F, 768.0F, 1280.0F}) {
        browser.viewport.width = width;
        if (width == 320.0F) {
            open("/logboek");
        } else {
            store.dispatch(app::Navigated{{app::Screen::kLog, state().route.month, std::nullopt, std::nullopt}});
            browser.show();
        }
        const Node* sign = browser.find(Role::kLink, "Ouderlogin, naar overzicht");
        ASSERT_NE(sign, nullptr) << width;
        EXPECT_EQ(sign->href, "/");
        EXPECT_GE(std::min(sign->rect.width, sign->rect.height), 44.0F) << width;
        browser.click(Role::kLink, "Ouderlogin, naar overzicht");
        EXPECT_EQ(outside.navigation.current(), "/") << width;
    }
    EXPECT_TRUE(browser.find(Role::kLink, "Overzicht")->current);
}

TEST_F(OverviewScreen, OffersToTryAgain_WhenItCannotBeHad) {
    start("/");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/occupancy?from=2026-10-26", app::Transport::kTimedOut));
    answer_data();
    browser.show();
    EXPECT_TRUE(browser.shows("Het antwoord duurt te lang."));
    browser.click(Role::kButton, "Opnieuw proberen");
    answer_data();
    browser.show();
    EXPECT_NE(browser.find(Role::kHeading, "Vandaag naar de opvang"), nullptr);
}

TEST_F(OverviewScreen, ShortensNothing_OnSmallScreensAndWithLargeText) {
    server.requests = {answered("r1", RequestState::kApproved),
                       server.request("r3", server.noor, "2026-11-25", kMorning, RequestState::kSubmitted)};
    open("/");
    for (const float width : {320.0F, 390.0F, 1280.0F}) {
        browser.viewport.width = width;
        browser.show();
        EXPECT_EQ(browser.view().shortened_texts(), std::vector<std::string>{}) << width;
    }
}

}  // namespace
}  // namespace portal::ui::test
