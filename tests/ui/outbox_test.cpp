#include "ui/portal_fixture.hpp"

#include <algorithm>

namespace portal::ui::test {
namespace {

class UnsentChanges : public Portal {
  protected:
    UnsentChanges() { outside.outbox.works = true; }

    /// A wish that could not be sent.
    void keep(const char* key, core::Wish wish) {
        app::OutboxEntry entry;
        entry.key = key;
        entry.path = "/change-requests";
        api::Submission submission;
        submission.wishes = {{std::move(wish), {}, "Geen restitutie."}};
        entry.body = api::encode(submission);
        entry.written_at = {local("2026-11-23 07:15").seconds};
        outside.outbox.records[{"g1", entry.key}] = app::to_text(entry);
    }
    void report_sick() { keep("key-1", core::sick_wish(server.noor, day("2026-11-23"))); }
    /// A withdrawal that could not be sent.
    void withdraw(const std::string& request) {
        app::OutboxEntry entry;
        entry.key = "key-2";
        entry.method = app::Method::kPut;
        entry.path = "/change-requests/" + request + "/withdrawal";
        entry.body = "{}";
        entry.written_at = {local("2026-11-23 07:15").seconds};
        outside.outbox.records[{"g1", entry.key}] = app::to_text(entry);
    }
    void answer_sick(int status, const std::string& body) {
        ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", status, body));
        answer_data();
        browser.show();
    }
};

TEST_F(UnsentChanges, AreCountedOnEveryScreen_AndListedInTheLog) {
    report_sick();
    open("/");
    ASSERT_NE(browser.find(Role::kLink, "1 wijziging nog niet verzonden"), nullptr);
    browser.click(Role::kLink, "1 wijziging nog niet verzonden");
    EXPECT_NE(browser.find(Role::kHeading, "Nog niet verzonden"), nullptr);
    EXPECT_NE(browser.find(Role::kHeading, "Ziekmelding · Noor"), nullptr);
    EXPECT_EQ(browser.find(Role::kLink, "1 wijziging nog niet verzonden"), nullptr);
}

TEST_F(UnsentChanges, SayWhyTheyDidNotGoAhead_AndAreNotDiscardedUnasked) {
    report_sick();
    open("/logboek");
    answer_sick(422, api::encode(api::Problem{422, "sick-already-sick", "Refused", "Ill.", "date", {}, {}}));
    EXPECT_NE(browser.find(Role::kText, "Niet doorgegaan"), nullptr);
    EXPECT_NE(browser.find(Role::kButton, "Opnieuw versturen"), nullptr);
    browser.click(Role::kButton, "Verwijderen");
    ASSERT_NE(browser.find(Role::kButton, "Bewaren"), nullptr);
    browser.click(Role::kButton, "Bewaren");
    EXPECT_EQ(outside.outbox.records.size(), 1U);
}

TEST_F(UnsentChanges, AreJudgedWithWhatWaitsBeforeThem) {
    server.noors().credit.enabled = true;
    server.noors().extra.by_credit = true;
    keep("key-1", core::absence_wish(server.noor, {day("2026-11-26"), app::test::kWholeDay}));
    keep("key-2", core::extra_wish(server.noor, {day("2026-12-02"), kMorning}, core::Payment::kCredit));
    open("/logboek");
    const auto& nodes = browser.tree().nodes;
    const auto told = std::count_if(nodes.begin(), nodes.end(), [](const semantics::Node& node) {
        return node.name.find("Telt als het vóór") != std::string::npos;
    });
    EXPECT_EQ(told, 2) << "the absence earns the credit that the extra morning uses";
}

TEST_F(UnsentChanges, AreShownAtTheRequestThatIsWithdrawn) {
    server.requests = {server.request("r1", server.noor, "2026-11-25", kMorning, core::RequestState::kSubmitted)};
    withdraw("r1");
    open("/logboek");
    EXPECT_NE(browser.find(Role::kHeading, "Intrekken · Extra opvang · Noor"), nullptr);
    EXPECT_NE(browser.find(Role::kButton, "Verwijderen"), nullptr);
    EXPECT_EQ(browser.find(Role::kButton, "Aanpassen"), nullptr) << "it is withdrawn or not";
    browser.click(Role::kRadio, "Aanvragen");
    EXPECT_TRUE(browser.shows("Intrekken is nog niet verzonden."));
    EXPECT_EQ(browser.find(Role::kButton, "Intrekken: Extra opvang van Noor"), nullptr);
}

class LateWithdrawals : public UnsentChanges {
  protected:
    LateWithdrawals() {
        for (core::CareRules& rules : server.rules.versions) {
            rules.extra.cancellation = {core::Notice{core::Notice::Unit::kHours, 24, std::nullopt},
                                        core::Cancellation::Late::kRefused};
            rules.late_arrival.hours = 2;
        }
        server.requests = {server.request("r1", server.noor, "2026-11-25", kMorning, core::RequestState::kApproved)};
        withdraw("r1");
    }
};

TEST_F(LateWithdrawals, SayUntilWhenTheyCount) {
    open("/logboek");
    EXPECT_TRUE(browser.shows("Telt als het vóór dinsdag 24 november om 07:30 aankomt."));
}

TEST_F(LateWithdrawals, SayThatItIsTooLate) {
    outside.clock.set(local("2026-11-24 08:00").seconds);
    open("/logboek");
    EXPECT_NE(browser.find(Role::kHeading, "Intrekken · Extra opvang · Noor"), nullptr);
    EXPECT_FALSE(browser.shows("Telt als het vóór")) << "later than the rules let it";
}

}  // namespace
}  // namespace portal::ui::test
