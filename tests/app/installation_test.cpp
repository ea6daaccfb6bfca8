#include "app/draft.hpp"
#include "app/portal_fixture.hpp"

namespace portal::app {
namespace {

class InstallationTest : public test::PortalTest {
  protected:
    void tell(InstallationEvent event) { outside.installer.tell(event); }

    /// What this page would hand over to the next.
    std::string handed_over() {
        tell(InstallationEvent::kReplaced);
        return outside.installer.reloads.back();
    }

    void open_extra() {
        store.dispatch(DayChosen{test::day("2026-11-25")});
        store.dispatch(FormOpened{core::RequestKind::kExtra, test::day("2026-11-25")});
        ASSERT_TRUE(state().form.begun);
    }

    void choose_everything() {
        ChangeChoices choices = state().form.choices;
        choices.children = {server.sam};
        choices.start = "14:00";
        choices.end = "18:30";
        choices.payment = core::Payment::kCredit;
        choices.last = "100%\t\n";
        choices.has_last = true;
        choices.reason = core::AbsenceReason::kVacation;
        choices.left_out = {core::absence_wish(server.sam, {test::day("2026-11-30"), test::kAfterSchool})};
        choices.weeks = {test::day("2026-12-21"), test::day("2026-12-28")};
        store.dispatch(FormEdited{choices, core::RequestKind::kExtra});
    }
};

/// The next version's page, which takes what the one before handed over.
class NextPage : public InstallationTest {};

TEST_F(InstallationTest, OffersANewVersion_AndBeginsItWhenAsked) {
    start_signed_in();
    EXPECT_FALSE(state().installation.update_ready);
    tell(InstallationEvent::kUpdateReady);
    EXPECT_TRUE(state().installation.update_ready);
    EXPECT_EQ(outside.announcer.said().size(), 1U);
    EXPECT_EQ(outside.installer.starts, 0) << "never without being asked";
    store.dispatch(UpdatePressed{});
    EXPECT_EQ(outside.installer.starts, 1);
    EXPECT_TRUE(outside.installer.reloads.empty()) << "not before it has begun";
    tell(InstallationEvent::kReplaced);
    EXPECT_EQ(outside.installer.reloads.size(), 1U);
}

TEST_F(InstallationTest, SaysNoMoreOfAVersionThatWasPutOff) {
    start_signed_in();
    tell(InstallationEvent::kUpdateReady);
    store.dispatch(UpdatePutOff{});
    EXPECT_TRUE(state().installation.update_put_off);
    tell(InstallationEvent::kReplaced);
    EXPECT_EQ(outside.installer.reloads.size(), 1U) << "another tab has begun it";
}

TEST_F(InstallationTest, OffersToInstall_AsLongAsTheBrowserDoes) {
    start_signed_in();
    tell(InstallationEvent::kInstallable);
    EXPECT_EQ(state().installation.offer, InstallOffer::kPrompt);
    store.dispatch(InstallPressed{});
    EXPECT_EQ(outside.installer.offers, 1);
    EXPECT_EQ(state().installation.offer, InstallOffer::kNone);
    tell(InstallationEvent::kAddableByHand);
    EXPECT_EQ(state().installation.offer, InstallOffer::kByHand);
    tell(InstallationEvent::kInstalled);
    EXPECT_EQ(state().installation.offer, InstallOffer::kNone);
}

TEST_F(InstallationTest, IsKnownAlsoAfterSigningOut) {
    start_signed_in();
    tell(InstallationEvent::kUpdateReady);
    store.dispatch(SignOutPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    EXPECT_TRUE(state().installation.update_ready);
}

TEST_F(InstallationTest, HandsNothingOver_WhenNothingWasTyped) {
    start_signed_in();
    EXPECT_EQ(handed_over(), "");
}

TEST_F(InstallationTest, HandsNoPasswordOver) {
    start();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401));
    store.dispatch(EmailTyped{"jasmijn@example.nl"});
    store.dispatch(PasswordTyped{"geheim"});
    EXPECT_EQ(handed_over(), "email\tjasmijn@example.nl\n");
}

TEST_F(InstallationTest, GivesTheNextPageTheFormAsItWas) {
    start_signed_in();
    open_extra();
    choose_everything();
    const ChangeChoices chosen = state().form.choices;
    const std::string path = to_path(state().route);

    const auto draft = read_draft(handed_over());
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->account, core::GuardianId{"g1"});
    EXPECT_EQ(draft->form, path);
    EXPECT_TRUE(draft->choices == chosen);
}

TEST_F(InstallationTest, TakesASwapOver) {
    start_signed_in();
    open_extra();
    ChangeChoices choices = state().form.choices;
    choices.gives_day = true;
    choices.next_year = true;
    choices.wanted = test::day("2026-11-27");
    choices.given = core::CareSpan{test::day("2026-11-26"), test::kMorning};
    State typed = state();
    typed.form.choices = choices;
    EXPECT_TRUE(read_draft(write_draft(typed))->choices == choices);
}

TEST_F(InstallationTest, TakesRecordsOver) {
    start_signed_in();
    State typed = state();
    const std::map<std::string, std::string> fields{{"city", "Leiden"}, {"notes", "50% korting\nen\tmeer"}};
    typed.record_forms["/stamgegevens/ouder/g1"].typed = fields;
    EXPECT_EQ(read_draft(write_draft(typed))->records.at("/stamgegevens/ouder/g1"), fields);
}

TEST_F(NextPage, ContinuesWithIt) {
    outside.installer.handed_over =
        "form\t/wijziging/2026-11-25/extra\nchild\tsam\nstart\t14:00\nend\t18:00\nreason\tother\naccount\tg1\n";
    start_signed_in("/wijziging/2026-11-25/extra");
    ASSERT_TRUE(state().form.begun);
    EXPECT_EQ(state().form.choices.children, std::vector{server.sam});
    EXPECT_EQ(state().form.choices.end, "18:00");
    EXPECT_NE(state().form.idempotency_key, "");
    store.dispatch(FormClosed{});
    open_extra();
    EXPECT_EQ(state().form.choices.end, "") << "another form begins anew";
}

TEST_F(NextPage, GivesItToNobodyElse) {
    outside.installer.handed_over =
        "form\t/wijziging/2026-11-25/extra\nchild\tsam\nstart\t14:00\nend\t18:00\naccount\tg2\n";
    start_signed_in("/wijziging/2026-11-25/extra");
    ASSERT_TRUE(state().form.begun);
    EXPECT_EQ(state().form.choices.end, "");
    EXPECT_FALSE(state().draft);
}

TEST_F(NextPage, WaitsForWhoHasToSignInFirst) {
    outside.installer.handed_over = "email\tjasmijn@example.nl\n";
    start();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401));
    EXPECT_EQ(state().sign_in.email, "jasmijn@example.nl");
}

TEST_F(NextPage, LeavesOutWhatItDoesNotUnderstand) {
    for (const char* text : {"\n", "form", "record\ta\tb\n", "given\tx\ty\tz\n", "left-out\t1\t2\t3\t4\n", "week\tx\n",
                             "payment\tbarter\n", "what\tis\tthis\n", "%", "a%", "child\t%q", "\t\t\t\t\t\t"}) {
        const auto draft = read_draft(text);
        ASSERT_TRUE(draft) << text;
        EXPECT_FALSE(draft->choices.given) << text;
        EXPECT_TRUE(draft->choices.weeks.empty() && draft->records.empty()) << text;
    }
}

TEST_F(NextPage, SpeaksTheOrganisationsLanguage) {
    Site site;
    site.languages = {Language::en};
    outside.preferences.set("language", "nl");
    store.start(site);
    EXPECT_EQ(state().language, Language::en) << "a language that is not offered any more does not count";
}

}  // namespace
}  // namespace portal::app
