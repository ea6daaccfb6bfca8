#include "app/form_fixture.hpp"

namespace portal::app {
namespace {

using core::ReasonCode;
using core::RequestState;
using test::day;
using test::FormTest;
using test::kMorning;

class AmendmentTest : public FormTest {
  protected:
    const core::RequestId id{"r1"};

    void hold(RequestState state) {
        server.requests = {server.request("r1", server.noor, "2026-11-25", kMorning, state)};
        server.requests[0].price = core::Money{6177};
    }
    void hold_illness() { server.requests = {server.accepted("r1", core::sick_wish(server.noor, day("2026-11-23")))}; }
    [[nodiscard]] std::size_t sent_to(const char* what) const {
        return outside.http.count(Method::kPut, "/change-requests/r1/" + std::string(what));
    }
    void answer(const char* what, RequestState state) {
        server.requests[0].state = state;
        ASSERT_TRUE(outside.http.answer(Method::kPut, "/change-requests/r1/" + std::string(what), 200,
                                        api::encode(server.requests[0])));
    }
};

TEST_F(AmendmentTest, AnOpenRequestIsWithdrawnAtOnce) {
    hold(RequestState::kSubmitted);
    start_signed_in();
    EXPECT_EQ(blocks_on(state(), day("2026-11-25")).size(), 1U);
    store.dispatch(WithdrawPressed{id});
    store.dispatch(WithdrawPressed{id});
    EXPECT_EQ(sent_to("withdrawal"), 1U);
    answer("withdrawal", RequestState::kWithdrawn);
    EXPECT_TRUE(blocks_on(state(), day("2026-11-25")).empty());
    EXPECT_EQ(state().requests.value->front().state, RequestState::kWithdrawn);
    EXPECT_FALSE(state().amendment);
    EXPECT_EQ(outside.announcer.said().back(), "Uw aanvraag is ingetrokken.");
}

TEST_F(AmendmentTest, AsksFirst_WhereAPlaceIsLost) {
    server.noors().extra.cancellation.free_until = core::Notice{core::Notice::Unit::kHours, 24, std::nullopt};
    hold(RequestState::kApproved);
    start_signed_in();
    store.dispatch(WithdrawPressed{id});
    EXPECT_EQ(sent_to("withdrawal"), 0U);
    ASSERT_TRUE(state().amendment);
    EXPECT_TRUE(state().amendment->asking);
    store.dispatch(AmendmentConfirmed{});
    EXPECT_EQ(sent_to("withdrawal"), 1U);
}

TEST_F(AmendmentTest, SaysWhatItCosts_WhenItIsLate) {
    server.now = test::local("2026-11-23 09:00");
    server.noors().extra.cancellation = {core::Notice{core::Notice::Unit::kDays, 7, std::nullopt},
                                         core::Cancellation::Late::kBilled};
    hold(RequestState::kApproved);
    start_signed_in();
    const auto& request = *find_request(state(), id);
    EXPECT_EQ(withdrawal_text(state(), request, core::evaluate_withdrawal(context(), request)),
              "Uw kind verliest deze plek. U betaalt nog wel € 61,77. "
              "Zonder kosten kon het tot woensdag 18 november om 24:00.");
}

TEST_F(AmendmentTest, NothingIsSent_WhereTheRulesForbidIt) {
    hold(RequestState::kApproved);
    start_signed_in();
    store.dispatch(WithdrawPressed{id});
    EXPECT_FALSE(state().amendment);
    EXPECT_EQ(sent_to("withdrawal"), 0U);
}

TEST_F(AmendmentTest, KeepsTheReason_WhenTheServerRefuses) {
    hold(RequestState::kSubmitted);
    start_signed_in();
    store.dispatch(WithdrawPressed{id});
    api::Problem problem;
    problem.status = 409;
    problem.code = core::code(core::RequestKind::kExtra, ReasonCode::kAlreadyDecided);
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/change-requests/r1/withdrawal", 409, api::encode(problem)));
    ASSERT_TRUE(state().amendment);
    EXPECT_EQ(state().amendment->refused, ReasonCode::kAlreadyDecided);
    EXPECT_TRUE(state().requests.loading()) << "it has changed";
}

TEST_F(AmendmentTest, CanBeTriedAgain_WhenTheServerIsSilent) {
    hold(RequestState::kSubmitted);
    start_signed_in();
    store.dispatch(WithdrawPressed{id});
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/change-requests/r1/withdrawal", Transport::kUnreachable));
    EXPECT_EQ(state().amendment->failure, Failure::kUnreachable);
    store.dispatch(WithdrawPressed{id});
    EXPECT_EQ(sent_to("withdrawal"), 2U);
}

TEST_F(AmendmentTest, AChildIsReportedWellWithItsLastDay) {
    hold_illness();
    start_signed_in();
    store.dispatch(RecoveryPressed{id});
    ASSERT_TRUE(state().amendment);
    EXPECT_EQ(state().amendment->last_day, day("2026-11-23")) << "the only day there is";
    store.dispatch(AmendmentConfirmed{});
    ASSERT_EQ(sent_to("recovery"), 1U);
    EXPECT_EQ(api::decode_recovery(outside.http.sent().back().body).value, day("2026-11-23"));
    server.requests[0].last = day("2026-11-23");
    answer("recovery", RequestState::kApproved);
    EXPECT_FALSE(state().amendment);
    EXPECT_TRUE(recovery_days(context(), *find_request(state(), id)).empty());
}

TEST_F(AmendmentTest, AsksForTheLastDay_WhereThereAreSeveral) {
    server.requests = {server.accepted("r1", core::sick_wish(server.noor, day("2026-11-23")))};
    server.requests[0].date = day("2026-11-19");
    start_signed_in();
    store.dispatch(RecoveryPressed{id});
    EXPECT_FALSE(state().amendment->last_day);
    store.dispatch(AmendmentConfirmed{});
    EXPECT_EQ(sent_to("recovery"), 0U);
    EXPECT_TRUE(state().amendment->pressed);
    store.dispatch(RecoveryDayChosen{day("2026-11-22")});
    store.dispatch(AmendmentConfirmed{});
    EXPECT_EQ(sent_to("recovery"), 1U);
}

// --- Undo ------------------------------------------------------------------------------------------------------------

class UndoTest : public AmendmentTest {
  protected:
    /// Reports Noor and Sam ill for today; the server has stored it.
    void report_both() {
        open(core::RequestKind::kSick, "2026-11-23");
        choose_children({server.noor, server.sam});
        store.dispatch(FormSubmitted{});
        accept();
        answer_data();
        ASSERT_EQ(server.requests.size(), 2U);
    }
    void withdrawn(const char* which) {
        const auto request = std::find_if(server.requests.begin(), server.requests.end(),
                                          [&](const core::ChangeRequest& one) { return one.id.value == which; });
        ASSERT_NE(request, server.requests.end());
        request->state = RequestState::kWithdrawn;
        ASSERT_TRUE(outside.http.answer(Method::kPut, "/change-requests/" + std::string(which) + "/withdrawal", 200,
                                        api::encode(*request)));
    }
};

TEST_F(UndoTest, TakesBackAllThatWasSent_OneAfterTheOther) {
    report_both();
    ASSERT_TRUE(can_undo(state()));
    store.dispatch(UndoPressed{});
    store.dispatch(UndoPressed{});
    EXPECT_EQ(sent_to("withdrawal"), 1U);
    withdrawn("r1");
    EXPECT_EQ(outside.http.count(Method::kPut, "/change-requests/r2/withdrawal"), 1U);
    withdrawn("r2");
    EXPECT_FALSE(state().amendment);
    EXPECT_EQ(outside.announcer.said().back(), "Uw aanvraag is ingetrokken.");
    EXPECT_FALSE(can_undo(state())) << "that is not taken back in turn";
}

TEST_F(UndoTest, AsksWhetherToTryAgain_WhenTheServerIsSilent) {
    report_both();
    store.dispatch(UndoPressed{});
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/change-requests/r1/withdrawal", Transport::kUnreachable));
    ASSERT_TRUE(state().amendment);
    EXPECT_TRUE(state().amendment->asking) << "the screen may have no other place for it";
    store.dispatch(AmendmentConfirmed{});
    withdrawn("r1");
    withdrawn("r2");
    EXPECT_FALSE(state().amendment);
}

TEST_F(UndoTest, IsNotOffered_WhereTheRulesForbidIt) {
    report_both();
    for (core::ChangeRequest& request : server.requests) {
        request.state = RequestState::kRejected;
    }
    store.dispatch(Navigated{parse_route("/logboek", today(state())).value()});
    answer_data();
    ASSERT_TRUE(state().toast);
    EXPECT_FALSE(can_undo(state()));
    store.dispatch(UndoPressed{});
    EXPECT_EQ(sent_to("withdrawal"), 0U);
}

// --- The dialogs -----------------------------------------------------------------------------------------------------

TEST_F(AmendmentTest, IsForgotten_WhenClosed) {
    hold_illness();
    start_signed_in();
    store.dispatch(RecoveryPressed{id});
    store.dispatch(AmendmentClosed{});
    EXPECT_FALSE(state().amendment);
}

TEST_F(AmendmentTest, SignsOut_WhenTheSessionEnded) {
    hold(RequestState::kSubmitted);
    start_signed_in();
    store.dispatch(WithdrawPressed{id});
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/change-requests/r1/withdrawal", 401));
    EXPECT_EQ(state().session, Session::kSignedOut);
}

TEST_F(AmendmentTest, AsksForCreditAgain_OnTheNextDay) {
    start_signed_in();
    const std::size_t before = outside.http.count(Method::kGet, "/credit");
    outside.clock.set(test::local("2026-11-24 00:01").seconds);
    store.dispatch(ToastClosed{});
    EXPECT_EQ(outside.http.count(Method::kGet, "/credit"), before + 1);
}

}  // namespace
}  // namespace portal::app
