#include "ui/portal_fixture.hpp"

namespace portal::ui::test {
namespace {

using app::test::kWholeDay;
using core::RequestKind;

class ChangeForms : public Portal {
  protected:
    [[nodiscard]] std::size_t submissions() const { return outside.http.count(Method::kPost, "/change-requests"); }
    [[nodiscard]] std::vector<core::Wish> sent() const {
        std::vector<core::Wish> wishes;
        for (const api::NewRequest& wanted :
             api::decode_submission(outside.http.sent().back().body).value.value_or(api::Submission{}).wishes) {
            wishes.push_back(wanted.wish);
        }
        return wishes;
    }
    void save() { browser.click(Role::kButton, "Opslaan"); }
    static constexpr std::string_view kGivenUp = "Welke opvang levert u in?";
    void give_up(std::string_view care) {
        const Node* option = browser.find(Role::kOption, care);
        ASSERT_NE(option, nullptr) << care;
        browser.choose(kGivenUp, option->key);
    }
};

TEST_F(ChangeForms, ExtraCareIsPaidAsTheParentChooses) {
    server.give_noor_credit(600);
    open("/wijziging/2026-11-25/extra");
    browser.click(Role::kRadio, "Ochtend");
    const Node* credit = browser.find(Role::kRadio, "Met tegoed, Daarna heeft u nog 4,5 uur tegoed.");
    ASSERT_NE(credit, nullptr);
    EXPECT_EQ(credit->checked, semantics::Toggle::kOn) << "what would expire is used first";
    browser.click(Role::kRadio, "Op de factuur, Intrekken kan tot de planning antwoordt., € 61,77");
    EXPECT_EQ(browser.find(Role::kRadio, "Met tegoed")->checked, semantics::Toggle::kOff);
    save();
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().at(0).payment, core::Payment::kInvoice);
}

TEST_F(ChangeForms, CreditIsUsedWhileNothingElseIsChosen) {
    server.give_noor_credit(600);
    open("/wijziging/2026-11-25/extra");
    browser.click(Role::kRadio, "Ochtend");
    save();
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().at(0).payment, core::Payment::kCredit);
}

TEST_F(ChangeForms, WaysStandBesideEachOther_AndChoosingASwapMakesItOne) {
    server.noors().swap.smaller_allowed = true;
    open("/wijziging/2026-11-25/extra");
    browser.click(Role::kRadio, "Ochtend");
    EXPECT_NE(browser.find(Role::kRadio, "Op de factuur"), nullptr);
    browser.click(Role::kRadio, "Ruilen met een andere dag");
    EXPECT_NE(browser.find(Role::kDialog, "Ruilen"), nullptr);
    save();
    EXPECT_EQ(submissions(), 0U) << "which day is given up is for the parent to say";
    EXPECT_TRUE(browser.find(Role::kSelect, kGivenUp)->invalid);
    give_up("donderdag 26 november, 07:30–18:30");
    EXPECT_TRUE(browser.shows("U levert 5,5 uur meer in dan u krijgt. Die tijd vervalt."));
    save();
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().at(0),
              core::swap_wish(server.noor, {day("2026-11-26"), kWholeDay}, {day("2026-11-25"), kMorning}));
}

TEST_F(ChangeForms, ASwapSaysWhyItIsNotPossible_BesideWhatIs) {
    open("/wijziging/2026-11-25/extra");
    browser.click(Role::kRadio, "Ochtend");
    EXPECT_TRUE(browser.shows("Ruilen: "));
    save();
    EXPECT_EQ(submissions(), 1U) << "there is one way to pay, so nothing has to be chosen";
}

TEST_F(ChangeForms, ADayIsHadForAnother) {
    open("/wijziging/2026-11-27/ruilen");
    EXPECT_TRUE(browser.shows("Kies eerst een tijd."));
    browser.click(Role::kRadio, "07:30–18:30");
    give_up("donderdag 26 november, 07:30–18:30");
    EXPECT_TRUE(browser.shows("De planning antwoordt uiterlijk"));
    save();
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().at(0),
              core::swap_wish(server.noor, {day("2026-11-26"), kWholeDay}, {day("2026-11-27"), kWholeDay}));
}

TEST_F(ChangeForms, ADayIsGivenUpForAnother) {
    open("/wijziging/2026-11-26/ruilen");
    save();
    EXPECT_EQ(submissions(), 0U);
    EXPECT_TRUE(browser.find(Role::kSelect, "Welke dag wilt u ervoor terug?")->invalid);
    browser.choose("Welke dag wilt u ervoor terug?", "2026-11-27");
    browser.click(Role::kRadio, "07:30–18:30");
    save();
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().at(0),
              core::swap_wish(server.noor, {day("2026-11-26"), kWholeDay}, {day("2026-11-27"), kWholeDay}));
}

TEST_F(ChangeForms, AnAbsenceIsReportedInTwoPresses) {
    server.noors().credit.enabled = true;
    open("/wijziging/2026-11-26");
    browser.click(Role::kButton, "Afmelden");
    const Node* box = browser.find(Role::kCheckbox, "donderdag 26 november, 07:30–18:30");
    ASSERT_NE(box, nullptr);
    EXPECT_EQ(box->checked, semantics::Toggle::kOn);
    EXPECT_TRUE(browser.shows("U krijgt 11 uur tegoed. Gebruik het uiterlijk op 31 december 2026."));
    EXPECT_TRUE(browser.shows("Deze opvang betaalt u gewoon."));
    save();
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().at(0), core::absence_wish(server.noor, {day("2026-11-26"), kWholeDay}));
}

TEST_F(ChangeForms, AVacationOfSeveralChildrenIsSentAtOnce) {
    open("/wijziging/2026-11-30/afmelden");
    save();
    EXPECT_NE(browser.find(Role::kAlert, "Kies een kind."), nullptr);
    browser.click(Role::kCheckbox, "Noor");
    browser.click(Role::kCheckbox, "Sam");
    browser.click(Role::kRadio, "Meer dagen");
    save();
    EXPECT_TRUE(browser.find(Role::kTextField, "Tot en met")->invalid);
    browser.type("Tot en met", "2026-12-07");
    browser.click(Role::kRadio, "Vakantie");
    EXPECT_TRUE(browser.shows("5 keer opvang."));
    browser.click(Role::kCheckbox, "donderdag 3 december, 07:30–18:30");
    EXPECT_TRUE(browser.shows("4 keer opvang."));
    save();
    ASSERT_EQ(submissions(), 1U);
    ASSERT_EQ(sent().size(), 4U);
    EXPECT_EQ(sent()[0].reason, core::AbsenceReason::kVacation);
}

TEST_F(ChangeForms, ARefusedDaySaysItsReason_AndNothingIsLost) {
    open("/wijziging/2026-11-26/afmelden");
    browser.click(Role::kRadio, "Meer dagen");
    browser.type("Tot en met", "2026-11-30");
    save();
    api::Problem refused;
    refused.status = 422;
    refused.code = "wishes-refused";
    refused.errors = {{1, core::code(RequestKind::kAbsence, core::ReasonCode::kAlreadyGivenUp), "", ""}};
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 422, api::encode(refused)));
    browser.show();
    const Node* box = browser.find(Role::kCheckbox, "maandag 30 november, 07:30–18:30");
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->invalid);
    EXPECT_NE(box->description.find("Deze opvang is al afgemeld of geruild."), std::string::npos);
    EXPECT_NE(browser.find(Role::kAlert, "Er is nog niets verstuurd."), nullptr);
    EXPECT_EQ(browser.find(Role::kTextField, "Tot en met")->value, "2026-11-30");
}

TEST_F(ChangeForms, IllnessIsReportedInTwoPresses) {
    open("/wijziging/2026-11-26");
    browser.click(Role::kButton, "Ziekmelden");
    EXPECT_TRUE(browser.shows("donderdag 26 november · Noor · De Kikkers"));
    save();
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().at(0), core::sick_wish(server.noor, day("2026-11-26")));
}

TEST_F(ChangeForms, IllnessMayHaveALastDay) {
    open("/wijziging/2026-11-26/ziek");
    browser.click(Role::kRadio, "Ja, tot en met");
    browser.type("Tot en met", "2026-11-27");
    save();
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().at(0), core::sick_wish(server.noor, day("2026-11-26"), day("2026-11-27")));
}

TEST_F(ChangeForms, SayCalmlyWhatCannotBeMended_WithoutAButtonToSave) {
    for (const char* form : {"extra", "ruilen", "afmelden", "ziek"}) {
        SCOPED_TRACE(form);
        const std::string path = "/wijziging/2026-11-18/" + std::string(form);
        if (state().session == app::Session::kUnknown) {
            open(path);
        } else {
            store.dispatch(app::PathChanged{path});
            answer_data();
            browser.show();
        }
        EXPECT_TRUE(browser.shows("Deze dag is voorbij."));
        EXPECT_EQ(browser.find(Role::kAlert, "Deze dag"), nullptr) << "it is no mistake of the parent's";
        EXPECT_EQ(browser.find(Role::kButton, "Opslaan"), nullptr);
    }
}

TEST_F(ChangeForms, SayWhenTheDataCannotBeHad) {
    start("/wijziging/2026-11-25/extra");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_TRUE(outside.http.fail(Method::kGet, "/credit", app::Transport::kUnreachable));
    answer_data();
    browser.show();
    EXPECT_TRUE(browser.shows("Er is geen verbinding."));
    EXPECT_EQ(browser.find(Role::kButton, "Opslaan"), nullptr);
}

}  // namespace
}  // namespace portal::ui::test
