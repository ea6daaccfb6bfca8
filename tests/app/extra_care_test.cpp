#include "app/portal_fixture.hpp"

namespace portal::app {
namespace {

using core::Refusal;
using test::day;
using test::kMorning;
using test::PortalTest;

class ExtraCareFormTest : public PortalTest {
  protected:
    void open(const char* date = "2026-11-25") {
        start_signed_in();
        store.dispatch(ExtraOpened{day(date)});
        answer_data();
    }
    void choose_and_submit() {
        store.dispatch(ExtraTimeChosen{kMorning});
        store.dispatch(ExtraSubmitted{});
    }
    [[nodiscard]] std::string last_key() const { return outside.http.sent().back().idempotency_key; }
    [[nodiscard]] std::size_t submissions() const { return outside.http.count(Method::kPost, "/change-requests"); }
};

TEST_F(ExtraCareFormTest, BeginsWithTheFirstChildThatMayBeAskedFor) {
    open();
    EXPECT_EQ(state().extra.child, server.noor);
    EXPECT_EQ(extra_slots(state()).size(), 2U);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25/extra");
}

TEST_F(ExtraCareFormTest, BeginsWithTheChildThatTheCalendarShowsAlone) {
    start_signed_in();
    store.dispatch(ChildShown{server.sam});
    store.dispatch(ExtraOpened{day("2026-11-25")});
    EXPECT_EQ(state().extra.child, server.sam);
    EXPECT_TRUE(extra_slots(state()).empty()) << "times are free there";
}

TEST_F(ExtraCareFormTest, OpensFromItsAddress_OnceTheDataIsThere) {
    start("/wijziging/2026-11-25/extra");
    answer_session();
    EXPECT_TRUE(state().extra.child.empty());
    answer_data();
    EXPECT_EQ(state().extra.child, server.noor);
    EXPECT_FALSE(state().extra.idempotency_key.empty());
}

TEST_F(ExtraCareFormTest, BackClosesTheFormAndStaysOnTheDay) {
    open();
    outside.navigation.back();
    EXPECT_FALSE(state().route.asks_extra);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25");
}

TEST_F(ExtraCareFormTest, CancelLeavesNoEntryBehind) {
    open();
    store.dispatch(ExtraClosed{});
    EXPECT_FALSE(state().route.asks_extra);
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25");
    outside.navigation.back();
    EXPECT_EQ(outside.navigation.current(), "/wijziging/2026-11-25") << "it was the first entry";
}

TEST_F(ExtraCareFormTest, IsSentWithTheRuleThatTheParentSaw) {
    open();
    choose_and_submit();
    ASSERT_EQ(submissions(), 1U);
    const auto sent = api::decode_new_extra_care(outside.http.sent().back().body);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent.value->wish.child, server.noor);
    EXPECT_EQ(sent.value->wish.date, day("2026-11-25"));
    EXPECT_EQ(sent.value->wish.time, kMorning);
    EXPECT_EQ(sent.value->rule_text, extra_rule_text(state()));
    EXPECT_EQ(last_key(), state().extra.idempotency_key);
}

TEST_F(ExtraCareFormTest, ShowsTheRequestOnItsDayAndInTheLogAtOnce) {
    open();
    choose_and_submit();
    ASSERT_TRUE(
        outside.http.answer(Method::kPost, "/change-requests", 201, api::encode(stored("r1", "2026-11-25", kMorning))));
    const auto blocks = blocks_on(state(), day("2026-11-25"));
    ASSERT_EQ(blocks.size(), 1U);
    EXPECT_EQ(blocks[0].state, core::CareState::kExtraRequested);
    ASSERT_EQ(state().requests.value->size(), 1U);
    EXPECT_FALSE(state().route.asks_extra);
    EXPECT_TRUE(state().toast);
    ASSERT_FALSE(outside.announcer.said().empty());
    EXPECT_EQ(outside.announcer.said().back(), "Extra opvang aangevraagd voor Noor op woensdag 25 november.");
}

TEST_F(ExtraCareFormTest, IsInBothMonths_WhenBothCalendarsShowTheDay) {
    open("2026-12-01");
    choose_and_submit();
    ASSERT_TRUE(
        outside.http.answer(Method::kPost, "/change-requests", 201, api::encode(stored("r1", "2026-12-01", kMorning))));
    const auto has = [&](core::Month month) {
        const auto& blocks = occupancy_of(state(), month)->blocks;
        return std::any_of(blocks.begin(), blocks.end(),
                           [](const core::CareBlock& block) { return block.request == core::RequestId{"r1"}; });
    };
    EXPECT_TRUE(has({2026, 11}));
    EXPECT_TRUE(has({2026, 12}));
}

TEST_F(ExtraCareFormTest, IsNotSentTwice_WhenPressedTwice) {
    open();
    choose_and_submit();
    store.dispatch(ExtraSubmitted{});
    EXPECT_EQ(submissions(), 1U);
}

TEST_F(ExtraCareFormTest, TriesAgainWithTheSameKey_WhenTheAnswerWasLost) {
    open();
    choose_and_submit();
    const std::string key = last_key();
    ASSERT_TRUE(outside.http.fail(Method::kPost, "/change-requests", Transport::kTimedOut));
    EXPECT_EQ(state().extra.failure, Failure::kTimedOut);
    EXPECT_EQ(state().extra.start, "07:30") << "what was chosen stays";
    store.dispatch(ExtraSubmitted{});
    EXPECT_EQ(submissions(), 2U);
    EXPECT_EQ(last_key(), key);
    EXPECT_EQ(state().extra.failure, Failure::kNone);
}

TEST_F(ExtraCareFormTest, GetsAnotherKey_WhenTheWishChangesAfterALostAnswer) {
    open();
    choose_and_submit();
    const std::string key = last_key();
    ASSERT_TRUE(outside.http.fail(Method::kPost, "/change-requests", Transport::kUnreachable));
    store.dispatch(ExtraTimeChosen{core::test::kAfternoon});
    store.dispatch(ExtraSubmitted{});
    EXPECT_NE(last_key(), key);
}

TEST_F(ExtraCareFormTest, CannotBeChangedWhileItIsSent) {
    open();
    choose_and_submit();
    store.dispatch(ExtraTimeChosen{core::test::kAfternoon});
    store.dispatch(ExtraChildChosen{server.sam});
    EXPECT_EQ(state().extra.start, "07:30");
    EXPECT_EQ(state().extra.child, server.noor);
}

TEST_F(ExtraCareFormTest, IsNotSent_WhenARuleForbidsIt) {
    open("2026-11-26");
    choose_and_submit();
    EXPECT_EQ(submissions(), 0U);
    EXPECT_EQ(extra_verdict(state()).refusals.front(), Refusal::kOverlapsCare);
    EXPECT_EQ(explain(state(), Refusal::kOverlapsCare, extra_verdict(state())),
              "Noor heeft in deze tijd al opvang of een aanvraag.");
}

TEST_F(ExtraCareFormTest, IsNotSent_WhileATimeIsMissing) {
    start_signed_in();
    store.dispatch(ChildShown{server.sam});
    store.dispatch(ExtraOpened{day("2026-11-25")});
    store.dispatch(ExtraStartTyped{"14.30"});
    store.dispatch(ExtraSubmitted{});
    EXPECT_EQ(submissions(), 0U);
    EXPECT_TRUE(state().extra.pressed);
    store.dispatch(ExtraEndTyped{"1630"});
    store.dispatch(ExtraSubmitted{});
    ASSERT_EQ(submissions(), 1U);
    const auto sent = api::decode_new_extra_care(outside.http.sent().back().body);
    EXPECT_EQ(sent.value->wish.time, (core::TimeRange{{14, 30}, {16, 30}}));
}

TEST_F(ExtraCareFormTest, ForgetsTimesThatTheOtherChildsLocationDoesNotOffer) {
    open();
    store.dispatch(ExtraTimeChosen{kMorning});
    store.dispatch(ExtraChildChosen{server.sam});
    EXPECT_EQ(state().extra.start, "07:30") << "free times are kept and judged";
    store.dispatch(ExtraStartTyped{"14:15"});
    store.dispatch(ExtraChildChosen{server.noor});
    EXPECT_EQ(state().extra.start, "");
}

TEST_F(ExtraCareFormTest, ShowsTheServersReason_WhenItKnowsMore) {
    open();
    choose_and_submit();
    api::Problem problem;
    problem.status = 422;
    problem.code = "extra-overlaps-care";
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 422, api::encode(problem)));
    EXPECT_EQ(state().extra.refused, Refusal::kOverlapsCare);
    EXPECT_TRUE(state().route.asks_extra);
    EXPECT_TRUE(state().months.at({2026, 11}).loading()) << "something has changed there";
}

TEST_F(ExtraCareFormTest, ShowsThatItWasRefused_WhenTheReasonIsUnknown) {
    open();
    choose_and_submit();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 404, "not json"));
    EXPECT_TRUE(state().extra.rejected_for_another_reason);
}

TEST_F(ExtraCareFormTest, KeepsTheWishOverSigningInAgain_WhenTheSessionEnded) {
    open();
    choose_and_submit();
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 401));
    EXPECT_EQ(state().session, Session::kSignedOut);
    store.dispatch(PasswordTyped{"geheim"});
    store.dispatch(SignInPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 200, account()));
    answer_data();
    EXPECT_TRUE(state().route.asks_extra);
    EXPECT_EQ(state().extra.start, "07:30");
    store.dispatch(ExtraSubmitted{});
    EXPECT_EQ(submissions(), 2U);
}

TEST_F(ExtraCareFormTest, StillReachesTheCalendar_WhenTheFormWasClosedMeanwhile) {
    open();
    choose_and_submit();
    outside.navigation.back();
    ASSERT_TRUE(
        outside.http.answer(Method::kPost, "/change-requests", 201, api::encode(stored("r1", "2026-11-25", kMorning))));
    EXPECT_EQ(blocks_on(state(), day("2026-11-25")).size(), 1U);
}

TEST_F(ExtraCareFormTest, SaysEveryReasonInWords) {
    open();
    const core::Verdict verdict = extra_verdict(state());
    for (int i = 0; i <= static_cast<int>(Refusal::kOverlapsCare); ++i) {
        const std::string words = explain(state(), static_cast<Refusal>(i), verdict);
        EXPECT_GT(words.size(), 10U) << i;
        EXPECT_EQ(words.find('{'), std::string::npos) << words;
    }
    EXPECT_EQ(explain(state(), Refusal::kTooLate, verdict),
              "Aanvragen kon tot dinsdag 24 november om 12:00. Bel de opvang als het dringend is.");
}

TEST_F(ExtraCareFormTest, ToastGoesByItself) {
    open();
    choose_and_submit();
    ASSERT_TRUE(
        outside.http.answer(Method::kPost, "/change-requests", 201, api::encode(stored("r1", "2026-11-25", kMorning))));
    outside.timer.advance(std::chrono::seconds{11});
    EXPECT_FALSE(state().toast);
}

}  // namespace
}  // namespace portal::app
