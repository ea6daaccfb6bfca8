#include "app/form_fixture.hpp"

#include <algorithm>

namespace portal::app {
namespace {

using core::ReasonCode;
using core::RequestKind;
using test::day;
using test::FormTest;
using test::kAfternoon;
using test::kMorning;

class ExtraForm : public FormTest {
  protected:
    void open(const char* date = "2026-11-25") { FormTest::open(RequestKind::kExtra, date); }
    void choose_and_submit() {
        choose_time(kMorning);
        store.dispatch(FormSubmitted{});
    }
};

TEST_F(ExtraForm, BeginsWithTheFirstChildThatMayBeAskedFor) {
    open();
    EXPECT_EQ(form_child(state()), server.noor);
    EXPECT_EQ(time_choices(state(), context()).size(), 2U);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25/extra");
}

TEST_F(ExtraForm, BeginsWithTheChildThatTheCalendarShowsAlone) {
    start_signed_in();
    store.dispatch(ChildShown{server.sam});
    store.dispatch(FormOpened{RequestKind::kExtra, day("2026-11-25")});
    EXPECT_EQ(form_child(state()), server.sam);
    EXPECT_TRUE(has_free_times(state()));
}

TEST_F(ExtraForm, OpensFromItsAddress_OnceTheDataIsThere) {
    start("/wijziging/2026-11-25/extra");
    answer_session();
    EXPECT_TRUE(form_child(state()).empty());
    answer_data();
    EXPECT_EQ(form_child(state()), server.noor);
    EXPECT_FALSE(state().form.idempotency_key.empty());
}

TEST_F(ExtraForm, BackClosesTheFormAndStaysOnTheDay) {
    open();
    outside.navigation.back();
    EXPECT_FALSE(state().route.form);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25");
}

TEST_F(ExtraForm, CancelLeavesNoEntryBehind) {
    open();
    store.dispatch(FormClosed{});
    EXPECT_FALSE(state().route.form);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25");
    outside.navigation.back();
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25") << "it was the first entry";
}

TEST_F(ExtraForm, LeavesOutTimesThatOverlapTheChildsCare) {
    server.requests = {server.request("r1", server.noor, "2026-11-25", kMorning, core::RequestState::kSubmitted)};
    open();
    const auto choices = time_choices(state(), context());
    ASSERT_EQ(choices.size(), 1U);
    EXPECT_EQ(choices[0].time, kAfternoon);
}

TEST_F(ExtraForm, IsSentWithTheRuleThatTheParentSaw) {
    server.noors().text = "Vraag op tijd aan.";
    open();
    choose_and_submit();
    ASSERT_EQ(submissions(), 1U);
    const auto submission = sent();
    ASSERT_EQ(submission.wishes.size(), 1U);
    EXPECT_EQ(submission.wishes[0].wish, core::extra_wish(server.noor, {day("2026-11-25"), kMorning}));
    EXPECT_EQ(submission.wishes[0].rule_version, core::RuleVersionId{"kikkers-1"});
    EXPECT_EQ(submission.wishes[0].rule_text,
              "U krijgt geen geld terug voor extra uren. U kunt extra uren ook niet ruilen met andere dagen. "
              "Intrekken kan tot de planning antwoordt. Vraag op tijd aan.");
    EXPECT_EQ(key(), state().form.idempotency_key);
}

TEST_F(ExtraForm, ShowsTheRequestOnItsDayAndInTheLogAtOnce) {
    open();
    choose_and_submit();
    accept();
    const auto blocks = blocks_on(state(), day("2026-11-25"));
    ASSERT_EQ(blocks.size(), 1U);
    EXPECT_EQ(blocks[0].state, core::CareState::kExtraRequested);
    ASSERT_EQ(state().requests.value->size(), 1U);
    EXPECT_FALSE(state().route.form);
    EXPECT_TRUE(state().toast);
    ASSERT_FALSE(outside.announcer.said().empty());
    EXPECT_EQ(outside.announcer.said().back(), "Extra opvang aangevraagd voor Noor op woensdag 25 november.");
}

TEST_F(ExtraForm, AsksForCreditAgain_OnceSomethingWasSent) {
    open();
    const std::size_t before = outside.http.count(Method::kGet, "/credit");
    choose_and_submit();
    accept();
    EXPECT_EQ(outside.http.count(Method::kGet, "/credit"), before + 1);
}

TEST_F(ExtraForm, IsInBothMonths_WhenBothCalendarsShowTheDay) {
    open("2026-12-01");
    choose_and_submit();
    accept();
    const auto has = [&](core::Month month) {
        const auto& blocks = occupancy_of(state(), month)->blocks;
        return std::any_of(blocks.begin(), blocks.end(),
                           [](const core::CareBlock& block) { return block.request == core::RequestId{"r1"}; });
    };
    EXPECT_TRUE(has({2026, 11}));
    EXPECT_TRUE(has({2026, 12}));
}

TEST_F(ExtraForm, IsNotSentTwice_WhenPressedTwice) {
    open();
    choose_and_submit();
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 1U);
}

TEST_F(ExtraForm, TriesAgainWithTheSameKey_WhenTheAnswerWasLost) {
    open();
    choose_and_submit();
    const std::string first = key();
    ASSERT_TRUE(outside.http.fail(Method::kPost, "/change-requests", Transport::kTimedOut));
    EXPECT_EQ(state().form.failure, Failure::kTimedOut);
    EXPECT_EQ(state().form.choices.start, "07:30") << "what was chosen stays";
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 2U);
    EXPECT_EQ(key(), first);
    EXPECT_EQ(state().form.failure, Failure::kNone);
}

TEST_F(ExtraForm, GetsAnotherKey_WhenTheWishChangesAfterALostAnswer) {
    open();
    choose_and_submit();
    const std::string first = key();
    ASSERT_TRUE(outside.http.fail(Method::kPost, "/change-requests", Transport::kUnreachable));
    choose_time(kAfternoon);
    store.dispatch(FormSubmitted{});
    EXPECT_NE(key(), first);
}

TEST_F(ExtraForm, CannotBeChangedWhileItIsSent) {
    open();
    choose_and_submit();
    choose_time(kAfternoon);
    choose_children({server.sam});
    EXPECT_EQ(state().form.choices.start, "07:30");
    EXPECT_EQ(form_child(state()), server.noor);
}

TEST_F(ExtraForm, IsNotSent_WhenARuleForbidsIt) {
    open("2026-11-24");
    store.dispatch(ChildShown{server.sam});
    choose_children({server.sam});
    choose_time({{18, 0}, {15, 0}});
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 0U);
    EXPECT_TRUE(verdict().has(ReasonCode::kEndBeforeStart));
}

TEST_F(ExtraForm, IsNotSent_WhileATimeIsMissing) {
    open();
    choose_children({server.sam});
    edit([](ChangeChoices& choices) { choices.start = "14.30"; });
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 0U);
    EXPECT_TRUE(state().form.pressed);
    edit([](ChangeChoices& choices) { choices.end = "1630"; });
    store.dispatch(FormSubmitted{});
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().wishes.at(0).wish.time, (core::TimeRange{{14, 30}, {16, 30}}));
}

TEST_F(ExtraForm, ForgetsTimesThatTheOtherChildsLocationDoesNotOffer) {
    open();
    choose_time(kMorning);
    choose_children({server.sam});
    EXPECT_EQ(state().form.choices.start, "07:30") << "free times are kept and judged";
    edit([](ChangeChoices& choices) { choices.start = "14:15"; });
    choose_children({server.noor});
    EXPECT_EQ(state().form.choices.start, "");
}

TEST_F(ExtraForm, UsesCreditFirst_UnlessTheParentChoosesTheInvoice) {
    server.give_noor_credit(600);
    open();
    choose_time(kMorning);
    ASSERT_EQ(wishes().size(), 1U);
    EXPECT_EQ(verdict().credit_used, (core::Credit{core::CreditUnit::kMinutes, 330}));
    EXPECT_EQ(cost_text(state(), verdict()), "5,5 uur tegoed");
    EXPECT_EQ(credit_text(state(), verdict()), "Daarna heeft u nog 4,5 uur tegoed.");
    edit([](ChangeChoices& choices) { choices.payment = core::Payment::kInvoice; });
    ASSERT_EQ(wishes().size(), 1U);
    EXPECT_EQ(wishes()[0].payment, core::Payment::kInvoice);
    EXPECT_EQ(verdict().credit_used.amount, 0);
}

TEST_F(ExtraForm, AsksHowToPay_WhereCreditIsTooLittle) {
    server.noors().extra.by_credit_and_invoice = true;
    server.give_noor_credit(60);
    open();
    choose_time(kMorning);
    EXPECT_TRUE(wishes().empty()) << "nothing that costs money is chosen for the parent";
    edit([](ChangeChoices& choices) { choices.payment = core::Payment::kCreditAndInvoice; });
    ASSERT_EQ(wishes().size(), 1U);
    EXPECT_EQ(verdict().credit_used.amount, 60);
}

TEST_F(ExtraForm, IsPaidInTheOnlyWayThatIsPossible) {
    server.give_noor_credit(60);
    open();
    choose_time(kMorning);
    ASSERT_EQ(wishes().size(), 1U) << "credit is too little, and nothing else is to be chosen";
    EXPECT_EQ(wishes()[0].payment, core::Payment::kInvoice);
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 1U);
}

TEST_F(ExtraForm, BecomesASwap_WhenTheParentChoosesThatWay) {
    server.noors().swap.smaller_allowed = true;
    open();
    choose_time(kMorning);
    const auto all = ways(state(), context());
    const auto swap = std::find_if(all.begin(), all.end(), [](const core::CareOption& way) {
        return way.wish.kind == RequestKind::kSwap && way.verdict.allowed();
    });
    ASSERT_NE(swap, all.end());
    ChangeChoices choices = state().form.choices;
    choices.given = swap->wish.given;
    store.dispatch(FormEdited{choices, RequestKind::kSwap});
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25/ruilen");
    ASSERT_EQ(wishes().size(), 1U);
    EXPECT_EQ(wishes()[0], swap->wish);
    store.dispatch(FormClosed{});
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25");
}

TEST_F(ExtraForm, ShowsTheServersReason_WhenItKnowsMore) {
    open();
    choose_and_submit();
    api::Problem problem;
    problem.code = "wishes-refused";
    problem.errors = {{0, core::code(RequestKind::kExtra, ReasonCode::kOverlapsCare), "", "wishes[0]"}};
    refuse(problem);
    ASSERT_EQ(state().form.refused.size(), 1U);
    EXPECT_EQ(state().form.refused[0].code, ReasonCode::kOverlapsCare);
    EXPECT_EQ(state().form.refused[0].wish.date, day("2026-11-25"));
    EXPECT_TRUE(state().route.form);
    EXPECT_TRUE(state().months.at({2026, 11}).loading()) << "something has changed there";
}

TEST_F(ExtraForm, ShowsThatItWasRefused_WhenTheReasonIsUnknown) {
    open();
    choose_and_submit();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 404, "not json"));
    EXPECT_TRUE(state().form.rejected);
    EXPECT_TRUE(state().form.refused.empty());
}

TEST_F(ExtraForm, IgnoresReasonsForWishesThatWereNotSent) {
    open();
    choose_and_submit();
    api::Problem problem;
    problem.code = "wishes-refused";
    problem.errors = {{7, "extra-overlaps-care", "", ""}, {-1, "extra-overlaps-care", "", ""}};
    refuse(problem);
    EXPECT_TRUE(state().form.refused.empty());
    EXPECT_TRUE(state().form.rejected);
}

TEST_F(ExtraForm, KeepsTheWishOverSigningInAgain_WhenTheSessionEnded) {
    open();
    choose_and_submit();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 401));
    EXPECT_EQ(state().session, Session::kSignedOut);
    store.dispatch(PasswordTyped{"geheim"});
    store.dispatch(SignInPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 200, account()));
    answer_data();
    EXPECT_EQ(state().route.form, RequestKind::kExtra);
    EXPECT_EQ(state().form.choices.start, "07:30");
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 2U);
}

TEST_F(ExtraForm, StillReachesTheCalendar_WhenTheFormWasClosedMeanwhile) {
    open();
    choose_and_submit();
    outside.navigation.back();
    accept();
    EXPECT_EQ(blocks_on(state(), day("2026-11-25")).size(), 1U);
}

TEST_F(ExtraForm, ToastGoesByItself) {
    open();
    choose_and_submit();
    accept();
    outside.timer.advance(std::chrono::seconds{11});
    EXPECT_FALSE(state().toast);
}

}  // namespace
}  // namespace portal::app
