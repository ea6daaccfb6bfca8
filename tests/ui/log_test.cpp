#include "ui/portal_fixture.hpp"

namespace portal::ui::test {
namespace {

using core::RecordChange;
using core::RequestState;

class LogScreen : public Portal {
  protected:
    RecordChange& edit(const char* id, core::RecordKind kind, const char* subject, const char* at) {
        RecordChange& change = edits.emplace_back();
        change.id = id;
        change.by = "Thomas de Boer";
        change.record = kind;
        change.record_id = "x";
        change.subject = subject;
        change.at = local(at);
        return change;
    }

    void tell_of_changes() {
        RecordChange& iban = edit("e1", core::RecordKind::kGuardian, "Jasmijn Visser", "2026-11-20 20:00");
        iban.field = "iban";
        iban.old_value = "NL91ABNA0417164300";
        iban.new_value = "NL20INGB0001234567";
        iban.state = RecordChange::State::kRejected;
        iban.decided_at = local("2026-11-21 10:00");
        iban.reason = "Stuur een bankafschrift mee.";
        RecordChange& consent = edit("e2", core::RecordKind::kChild, "Noor Visser", "2026-11-19 20:00");
        consent.child = server.noor;
        consent.field = "photoPublic";
        consent.new_value = "granted";
        RecordChange& contact = edit("e3", core::RecordKind::kContact, "Oma Riet", "2026-11-18 20:00");
        contact.child = server.noor;
        contact.action = RecordChange::Action::kAdded;
        contact.new_value = "Oma Riet";
    }

    /// The server says how far it is with the requests, once it is asked.
    void poll(const char* requests) {
        outside.timer.advance(std::chrono::seconds(15));
        ASSERT_TRUE(outside.http.answer(Method::kGet, "/revisions", 200, api::encode(api::Revisions{requests, "c1"})));
        answer_data();
        browser.show();
    }

    void ask_often(int count) {
        for (int i = count; i > 0; --i) {
            core::ChangeRequest request = server.request(("r" + std::to_string(i)).c_str(), server.noor, "2026-11-25",
                                                         kMorning, RequestState::kApproved);
            request.submitted_at = {local("2026-10-01 09:00").seconds + i * 60};
            server.requests.push_back(request);
        }
    }
};

TEST_F(LogScreen, TellsWhatWasChanged_FromWhatToWhat_AndTheAnswer) {
    tell_of_changes();
    open("/logboek");
    EXPECT_NE(browser.find(Role::kHeading, "Rekeningnummer (IBAN) · Jasmijn Visser"), nullptr);
    EXPECT_TRUE(browser.shows("NL91 ABNA 0417 1643 00"));
    EXPECT_TRUE(browser.shows("NL20 INGB 0001 2345 67"));
    EXPECT_TRUE(browser.shows("Aangevraagd door Thomas de Boer op vrijdag 20 november om 20:00."));
    EXPECT_TRUE(browser.shows("Afgewezen op zaterdag 21 november om 10:00."));
    EXPECT_TRUE(browser.shows("Stuur een bankafschrift mee."));
    EXPECT_TRUE(browser.shows("Niets ingevuld"));
    EXPECT_TRUE(browser.shows("Ja, dat mag"));
    EXPECT_TRUE(browser.shows("Gewijzigd door Thomas de Boer op donderdag 19 november om 20:00."));
    EXPECT_NE(browser.find(Role::kHeading, "Noodpersoon toegevoegd · Oma Riet"), nullptr);
}

TEST_F(LogScreen, AMailLeadsToItsOneEntry_WithWhatCanBeDone) {
    tell_of_changes();
    server.requests = {server.request("r1", server.sam, "2026-11-25", kMorning, RequestState::kSubmitted),
                       server.request("r2", server.noor, "2026-11-27", kMorning, RequestState::kSubmitted)};
    open("/logboek/aanvraag/r2");
    EXPECT_NE(browser.find(Role::kHeading, "Extra opvang · Noor"), nullptr);
    EXPECT_EQ(browser.find(Role::kHeading, "Extra opvang · Sam"), nullptr);
    EXPECT_EQ(browser.find(Role::kHeading, "Noodpersoon"), nullptr);
    EXPECT_NE(browser.find(Role::kButton, "Intrekken"), nullptr);
    store.dispatch(app::PathChanged{"/logboek/aanvraag/e1"});
    browser.show();
    EXPECT_NE(browser.find(Role::kHeading, "Rekeningnummer (IBAN) · Jasmijn Visser"), nullptr);
    EXPECT_EQ(browser.find(Role::kHeading, "Extra opvang"), nullptr);
    store.dispatch(app::PathChanged{"/logboek/aanvraag/gone"});
    browser.show();
    browser.click(Role::kButton, "Alles tonen");
    EXPECT_EQ(outside.navigation.current(), "/logboek");
    EXPECT_NE(browser.find(Role::kHeading, "Extra opvang · Sam"), nullptr);
}

TEST_F(LogScreen, ShowsOneChildOrOneKindAlone) {
    tell_of_changes();
    server.requests = {server.request("r1", server.sam, "2026-11-25", kMorning, RequestState::kSubmitted)};
    open("/logboek");
    EXPECT_EQ(browser.find(Role::kSelect, "Kind"), nullptr) << "a phone's screen is for what happened";
    browser.click(Role::kButton, "Filteren");
    browser.choose("Kind", "noor");
    EXPECT_EQ(outside.navigation.current(), "/logboek?kind=noor");
    EXPECT_EQ(browser.find(Role::kHeading, "Extra opvang · Sam"), nullptr);
    EXPECT_NE(browser.find(Role::kHeading, "Noodpersoon toegevoegd · Oma Riet"), nullptr);
    browser.choose("Soort", "contact");
    EXPECT_EQ(browser.all(Role::kHeading).back()->name, "Noodpersoon toegevoegd · Oma Riet");
    EXPECT_EQ(browser.find(Role::kLink, "CSV voor Excel")->href, "/log/csv?language=nl&child=noor&kind=contact");
    browser.choose("Soort", "swap");
    EXPECT_TRUE(browser.shows("Niets gevonden"));
    browser.click(Role::kButton, "Alles tonen");
    EXPECT_EQ(outside.navigation.current(), "/logboek");
    EXPECT_NE(browser.find(Role::kHeading, "Extra opvang · Sam"), nullptr);
}

TEST_F(LogScreen, TakesBothDaysOfAPeriodInOneFrame) {
    tell_of_changes();
    open("/logboek");
    browser.click(Role::kButton, "Filteren");
    const semantics::NodeId from = browser.find(Role::kTextField, "Van")->id;
    const semantics::NodeId until = browser.find(Role::kTextField, "Tot en met")->id;
    browser.send(
        {{from, semantics::EventKind::kInput, "2026-11-19"}, {until, semantics::EventKind::kInput, "2026-11-19"}});
    EXPECT_EQ(outside.navigation.current(), "/logboek?van=2026-11-19&tot=2026-11-19");
    EXPECT_TRUE(browser.shows("Ja, dat mag"));
    EXPECT_EQ(browser.find(Role::kHeading, "Rekeningnummer (IBAN) · Jasmijn Visser"), nullptr);
}

TEST_F(LogScreen, HasPagesWhereItIsLong) {
    ask_often(60);
    open("/logboek");
    EXPECT_EQ(browser.all(Role::kListItem).size(), 25U);
    EXPECT_TRUE(browser.shows("Bladzijde 1 van 3"));
    EXPECT_EQ(browser.find(Role::kLink, "Vorige bladzijde"), nullptr);
    browser.click(Role::kLink, "Volgende bladzijde");
    EXPECT_EQ(outside.navigation.current(), "/logboek?pagina=2");
    EXPECT_EQ(browser.focused().name, "Logboek") << "one reads on from the top";
    browser.click(Role::kLink, "Volgende bladzijde");
    EXPECT_EQ(browser.all(Role::kListItem).size(), 10U);
    EXPECT_EQ(browser.find(Role::kLink, "Volgende bladzijde"), nullptr);
    outside.navigation.back();
    browser.show();
    EXPECT_TRUE(browser.shows("Bladzijde 2 van 3"));
}

TEST_F(LogScreen, ListsRequestsByState) {
    server.requests = {server.request("r1", server.noor, "2026-11-25", kMorning, RequestState::kSubmitted),
                       server.request("r2", server.noor, "2026-11-27", kMorning, RequestState::kRejected),
                       server.request("r3", server.noor, "2026-12-02", kMorning, RequestState::kWithdrawn)};
    server.requests[1].decision_reason = "De groep zit vol.";
    open("/logboek");
    browser.click(Role::kRadio, "Aanvragen");
    EXPECT_EQ(outside.navigation.current(), "/logboek/aanvragen");
    EXPECT_EQ(browser.tree().title, "Aanvragen – Ouderlogin");
    EXPECT_EQ(browser.find(Role::kButton, "Alle (3)")->checked, semantics::Toggle::kOn);
    EXPECT_EQ(browser.find(Role::kButton, "Goedgekeurd (0)"), nullptr) << "there are none";
    browser.click(Role::kButton, "Afgewezen (1)");
    EXPECT_EQ(outside.navigation.current(), "/logboek/aanvragen?status=rejected");
    EXPECT_EQ(browser.all(Role::kListItem).size(), 1U);
    EXPECT_TRUE(browser.shows("De groep zit vol."));
}

TEST_F(LogScreen, LetsARequestBeTakenBackWhereTheRulesAllowIt) {
    server.requests = {server.request("r1", server.noor, "2026-11-25", kMorning, RequestState::kSubmitted),
                       server.request("r2", server.noor, "2026-11-27", kMorning, RequestState::kRejected)};
    open("/logboek/aanvragen");
    std::size_t ways = 0;
    for (const Node* node : browser.all(Role::kButton)) {
        ways += node->name.rfind("Intrekken", 0) == 0 ? 1U : 0U;
    }
    ASSERT_EQ(ways, 1U) << "what was answered stays";
    browser.click(Role::kButton, "Intrekken: Extra opvang van Noor");
    EXPECT_EQ(outside.http.sent().back().path, "/change-requests/r1/withdrawal");
}

TEST_F(LogScreen, AnAnswerAppearsWithAWayToIt_AndIsCountedUntilItIsRead) {
    server.requests = {server.request("r1", server.noor, "2026-11-25", kMorning, RequestState::kSubmitted)};
    open();
    poll("r1");
    EXPECT_EQ(browser.find(Role::kLink, "Logboek")->description, "");
    server.requests[0].state = RequestState::kApproved;
    server.requests[0].decided_at = {server.now.seconds + 60};
    poll("r2");
    EXPECT_TRUE(browser.shows("Extra opvang op woensdag 25 november is goedgekeurd."));
    EXPECT_EQ(browser.find(Role::kLink, "Logboek")->description, "Nieuwe antwoorden: 1");
    browser.click(Role::kLink, "Bekijken");
    EXPECT_EQ(outside.navigation.current(), "/logboek/aanvragen");
    EXPECT_EQ(browser.find(Role::kRegion, "Melding"), nullptr) << "it has led to where it leads";
    answer_data();
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/session/decisions-seen", 204));
    browser.show();
    EXPECT_EQ(browser.find(Role::kLink, "Logboek")->description, "");
}

}  // namespace
}  // namespace portal::ui::test
