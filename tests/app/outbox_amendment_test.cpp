#include "app/form_fixture.hpp"
#include "app/unsent.hpp"

/// Withdrawing and reporting well, without network.
namespace portal::app::test {
namespace {

using core::RequestState;

class AmendmentWithoutNetwork : public FormTest {
  protected:
    AmendmentWithoutNetwork() {
        outside.outbox.works = true;
        server.requests = {stored("r1", "2026-11-25", kMorning), stored("r2", "2026-11-27", kMorning)};
    }

    void withdraw(const char* id) { store.dispatch(WithdrawPressed{core::RequestId{id}}); }
    /// What is sent to the request gets no answer.
    void lose(const std::string& id) {
        ASSERT_TRUE(outside.http.fail(Method::kPut, "/change-requests/" + id, Transport::kUnreachable));
    }
    void lose_withdrawal() {
        start_signed_in();
        withdraw("r1");
        lose("r1");
        lose("r1");  // the outbox tries at once
    }
    bool refuse_withdrawal(int status, const std::string& body) {
        return outside.http.answer(Method::kPut, "/change-requests/r1/withdrawal", status, body);
    }

    [[nodiscard]] const std::vector<OutboxEntry>& entries() const { return state().outbox.box.entries(); }
    [[nodiscard]] std::string said() const { return outside.announcer.said().back(); }
};

TEST_F(AmendmentWithoutNetwork, AWithdrawalIsKept_AndShownAsWaiting) {
    start_signed_in();
    withdraw("r1");
    const std::string key = outside.http.sent().back().idempotency_key;
    EXPECT_FALSE(key.empty());
    lose("r1");
    EXPECT_FALSE(state().amendment);
    ASSERT_EQ(entries().size(), 1U);
    EXPECT_EQ(entries()[0].key, key) << "the first attempt may have arrived";
    EXPECT_EQ(unsent_amendment(state(), core::RequestId{"r1"}), &entries()[0]);
    EXPECT_EQ(unsent_amendment(state(), core::RequestId{"r2"}), nullptr);
    EXPECT_EQ(content_of(entries()[0]).amended.value, "r1");
    EXPECT_NE(said().find("nog niet verzonden"), std::string::npos) << said();
    EXPECT_TRUE(outside.outbox.warns);
}

TEST_F(AmendmentWithoutNetwork, ItIsWithdrawnOnce) {
    lose_withdrawal();
    const std::size_t sent = outside.http.sent().size();
    withdraw("r1");
    EXPECT_EQ(outside.http.sent().size(), sent) << "that waits already";
    const std::string key = entries()[0].key;
    outside.presence.come();
    const auto& request = outside.http.pending().back().request;
    EXPECT_EQ(request.idempotency_key, key);
    EXPECT_EQ(request.body, "{}");
    EXPECT_EQ(request.written_at, "2026-11-23T08:00:00Z");
    server.requests[0].state = RequestState::kWithdrawn;
    ASSERT_TRUE(
        outside.http.answer(Method::kPut, "/change-requests/r1/withdrawal", 200, api::encode(server.requests[0])));
    EXPECT_TRUE(entries().empty());
    EXPECT_EQ(state().requests.value->front().state, RequestState::kWithdrawn);
    EXPECT_TRUE(blocks_on(state(), day("2026-11-25")).empty());
    EXPECT_EQ(outside.http.count(Method::kGet, "/records"), 0U) << "nothing else has changed";
}

TEST_F(AmendmentWithoutNetwork, WhatIsRefusedSaysWhy_AndIsResentOrDiscarded) {
    lose_withdrawal();
    outside.presence.come();
    api::Problem problem;
    problem.status = 409;
    problem.code = core::code(core::RequestKind::kExtra, core::ReasonCode::kAlreadyDecided);
    ASSERT_TRUE(refuse_withdrawal(409, api::encode(problem)));
    ASSERT_EQ(entries().size(), 1U);
    EXPECT_TRUE(entries()[0].refused());
    answer_data();
    const std::string why = refusal_text(state(), entries()[0], content_of(entries()[0]));
    EXPECT_NE(why, std::string(text(state().language, Text::outbox_refused_other)));
    store.dispatch(OutboxAction{UnsentResent{entries()[0].key}});
    ASSERT_TRUE(refuse_withdrawal(409, api::encode(problem)));
    store.dispatch(OutboxAction{UnsentDiscardPressed{entries()[0].key}});
    store.dispatch(OutboxAction{UnsentDiscardConfirmed{}});
    EXPECT_TRUE(entries().empty());
    EXPECT_EQ(unsent_amendment(state(), core::RequestId{"r1"}), nullptr);
}

TEST_F(AmendmentWithoutNetwork, WhatTheDeviceCannotKeepIsTriedAgain) {
    outside.outbox.works = false;
    start_signed_in();
    withdraw("r1");
    lose("r1");
    ASSERT_TRUE(state().amendment);
    EXPECT_FALSE(state().amendment->busy());
    EXPECT_EQ(state().amendment->failure, Failure::kUnreachable);
    EXPECT_TRUE(entries().empty());
    withdraw("r1");
    EXPECT_TRUE(state().amendment->busy());
}

TEST_F(AmendmentWithoutNetwork, AChildIsReportedWell) {
    server.requests = {server.accepted("r1", core::sick_wish(server.noor, day("2026-11-23")))};
    start_signed_in();
    store.dispatch(RecoveryPressed{core::RequestId{"r1"}});
    store.dispatch(AmendmentConfirmed{});
    lose("r1");
    EXPECT_FALSE(state().amendment) << "its dialog is closed";
    ASSERT_EQ(entries().size(), 1U);
    EXPECT_EQ(content_of(entries()[0]).last_day, day("2026-11-23"));
    store.dispatch(RecoveryPressed{core::RequestId{"r1"}});
    EXPECT_FALSE(state().amendment);
    lose("r1");
    outside.presence.come();
    EXPECT_EQ(api::decode_recovery(outside.http.pending().back().request.body).value, day("2026-11-23"));
}

TEST_F(AmendmentWithoutNetwork, UndoingSeveralKeepsEachOfThem) {
    server.requests.clear();
    open(core::RequestKind::kSick, "2026-11-23");
    choose_children({server.noor, server.sam});
    store.dispatch(FormSubmitted{});
    accept();
    answer_data();
    store.dispatch(UndoPressed{});
    lose("r");
    lose("r");
    lose("r");
    ASSERT_EQ(entries().size(), 2U);
    EXPECT_NE(entries()[0].key, entries()[1].key);
    EXPECT_FALSE(state().amendment);
}

}  // namespace
}  // namespace portal::app::test
