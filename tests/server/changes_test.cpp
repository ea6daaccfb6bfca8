#include "api/codec.hpp"
#include "core/credit_ledger.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// Every kind of change, as a parent makes it through the API. The rules are those of assets/demo/rules.json.
namespace portal::server::test {
namespace {

core::Date day(const char* text) {
    return core::Date::parse(text).value();
}

std::string extra(const std::string& child, const std::string& date, const std::string& payment = "invoice") {
    return R"("kind":"extra","childId":")" + child + R"(","date":")" + date +
           R"(","start":"07:30","end":"13:00","payment":")" + payment + '"';
}

std::string absence(const std::string& child, const std::string& date, const std::string& start,
                    const std::string& end) {
    return R"("kind":"absence","childId":")" + child + R"(","date":")" + date + R"(","start":")" + start +
           R"(","end":")" + end + R"(","reason":"vacation")";
}

std::string swap(const std::string& given, const std::string& wanted) {
    return R"("kind":"swap","childId":"noor","date":")" + wanted +
           R"(","start":"07:30","end":"18:30","given":{"date":")" + given + R"(","start":"07:30","end":"18:30"})";
}

std::string sick(const std::string& child, const std::string& date) {
    return R"("kind":"sick","childId":")" + child + R"(","date":")" + date + '"';
}

/// The portal with Jasmijn signed in.
class Changes : public testing::Test {
  protected:
    Answer ask(const std::vector<std::string>& wishes) {
        return portal_.ask(cookie_, "key-" + std::to_string(++keys_), submission(wishes));
    }

    /// The request that one wish became.
    core::ChangeRequest stored(const std::string& wish) {
        const Answer answer = ask({wish});
        EXPECT_EQ(answer.status, 201) << answer.body;
        auto requests = api::decode_change_requests(answer.body);
        return requests && requests.value->size() == 1 ? requests.value->front() : core::ChangeRequest{};
    }

    [[nodiscard]] core::ChangeRequest shown(const core::RequestId& id) const {
        auto request = api::decode_change_request(portal_.get("/api/change-requests/" + id.value, cookie_).body);
        return request ? *request.value : core::ChangeRequest{};
    }

    Answer withdraw(const core::RequestId& id) {
        return portal_.put("/api/change-requests/" + id.value + "/withdrawal", "{}", cookie_);
    }

    Answer recover(const core::RequestId& id, const std::string& last) {
        return portal_.put("/api/change-requests/" + id.value + "/recovery", R"({"lastDate":")" + last + "\"}",
                           cookie_);
    }

    /// "07:30 noor sick" for each block of a day.
    [[nodiscard]] std::vector<std::string> care(const std::string& date) const {
        const auto occupancy =
            api::decode_occupancy(portal_.get("/api/occupancy?from=" + date + "&to=" + date, cookie_).body);
        std::vector<std::string> blocks;
        for (const core::CareBlock& block : occupancy ? occupancy.value->blocks : std::vector<core::CareBlock>{}) {
            blocks.push_back(block.time.start.to_string() + ' ' + block.child.value + ' ' +
                             std::string(core::to_string(block.state)));
        }
        return blocks;
    }

    [[nodiscard]] core::CreditLedger ledger(const std::string& child) const {
        const auto credit = api::decode_credit(portal_.get("/api/credit", cookie_).body);
        EXPECT_TRUE(credit) << credit.error.field << credit.error.detail;
        for (const core::CreditLedger& each : credit ? credit.value->ledgers : std::vector<core::CreditLedger>{}) {
            if (each.child.value == child) {
                return each;
            }
        }
        return {};
    }

    /// In minutes, today.
    [[nodiscard]] std::int64_t balance(const std::string& child) const {
        const core::Date today = core::amsterdam::local_time(portal_.clock.now()).date;
        return core::sum_of(ledger(child), core::LedgerAccount::kBalance, core::CreditUnit::kMinutes, today);
    }

    TestPortal portal_;
    std::string cookie_ = portal_.sign_in(kJasmijn);
    int keys_ = 0;
};

using Strings = std::vector<std::string>;

TEST_F(Changes, ASwapIsAskedForBothItsDays) {
    const core::ChangeRequest request = stored(swap("2026-12-08", "2026-12-09"));
    EXPECT_EQ(request.kind, core::RequestKind::kSwap);
    EXPECT_EQ(request.state, core::RequestState::kSubmitted);
    EXPECT_EQ(request.given->date, day("2026-12-08"));
    EXPECT_EQ(request.price, core::Money{0});
    EXPECT_EQ(care("2026-12-09"), (Strings{"07:30 noor swap-requested"}));
    const Strings given = care("2026-12-08");
    EXPECT_EQ(given.front(), "07:30 noor given-up-requested");
    EXPECT_EQ(ask({swap("2026-12-08", "2026-12-11")}).code(), "swap-already-given-up");
}

TEST_F(Changes, ASwapOutsideItsWindowIsRefused) {
    const Answer answer = ask({swap("2026-12-08", "2027-01-13")});
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.code(), "swap-outside-window");
}

TEST_F(Changes, WhereDaysAreNotSwapped_ParentsArePointedToCredit) {
    const Answer answer = ask({R"("kind":"swap","childId":"sam","date":"2026-12-09","start":"12:15","end":"18:30",)"
                               R"("given":{"date":"2026-12-08","start":"14:00","end":"18:30"})"});
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.code(), "swap-credit-instead");
}

TEST_F(Changes, AbsenceInTimeStandsAtOnceAndEarnsCredit) {
    const std::int64_t before = balance("noor");
    const core::ChangeRequest request = stored(absence("noor", "2026-12-07", "07:30", "18:30"));
    EXPECT_EQ(request.state, core::RequestState::kApproved);
    EXPECT_EQ(request.price, core::Money{0}) << "care is never made cheaper";
    EXPECT_EQ(care("2026-12-07").front(), "07:30 noor absent");
    EXPECT_EQ(balance("noor"), before + 11 * 60);
    const core::CreditEntry entry = ledger("noor").entries.back();
    EXPECT_EQ(entry.kind, core::EntryKind::kEarned);
    EXPECT_EQ(entry.request, request.id);
    EXPECT_EQ(entry.opens->use_before, day("2026-12-31"));
}

TEST_F(Changes, AbsenceThatIsReportedLateEarnsNothing) {
    const std::int64_t before = balance("noor");
    const core::ChangeRequest request = stored(absence("noor", "2026-11-24", "07:30", "18:30"));
    EXPECT_EQ(request.state, core::RequestState::kApproved);
    EXPECT_EQ(balance("noor"), before);
    EXPECT_EQ(ask({absence("noor", "2026-11-23", "07:30", "18:30")}).code(), "absence-too-late")
        << "the care has begun";
}

TEST_F(Changes, AbsenceThatIsTakenBackTakesItsCreditAlong) {
    const std::int64_t before = balance("noor");
    const core::ChangeRequest request = stored(absence("noor", "2026-12-07", "07:30", "18:30"));
    ASSERT_EQ(balance("noor"), before + 660);
    EXPECT_EQ(withdraw(request.id).status, 200);
    EXPECT_EQ(balance("noor"), before);
    EXPECT_EQ(care("2026-12-07").front(), "07:30 noor contract");
    EXPECT_EQ(core::fault_in(ledger("noor")), "");
}

TEST_F(Changes, IllnessLastsUntilTheChildIsWellAgain) {
    const core::ChangeRequest request = stored(sick("noor", "2026-11-23"));
    EXPECT_EQ(request.state, core::RequestState::kApproved);
    EXPECT_EQ(care("2026-11-23").front(), "07:30 noor sick");
    EXPECT_EQ(care("2026-11-26").front(), "07:30 noor sick");
    EXPECT_EQ(ask({sick("noor", "2026-11-24")}).code(), "sick-already-sick");
    portal_.clock.set("2026-11-24T15:00:00Z");
    const Answer answer = recover(request.id, "2026-11-24");
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(shown(request.id).last, day("2026-11-24"));
    EXPECT_EQ(care("2026-11-24").front(), "07:30 noor sick");
    EXPECT_EQ(care("2026-11-26").front(), "07:30 noor contract");
    EXPECT_EQ(recover(request.id, "2026-11-24").body, answer.body) << "a repeated report changes nothing";
    EXPECT_EQ(recover(request.id, "2026-11-23").status, 422) << "it has ended already";
}

TEST_F(Changes, WellAgainIsRefused_WhenThatIsNoIllnessOrNoDay) {
    const core::ChangeRequest request = stored(extra("noor", "2026-11-27"));
    EXPECT_EQ(recover(request.id, "2026-11-23").status, 422);
    EXPECT_EQ(recover(request.id, "soon").code(), "invalid-body");
}

TEST_F(Changes, ARequestCanBeTakenBackUntilItIsAnswered) {
    const core::ChangeRequest request = stored(extra("noor", "2026-11-27"));
    const Answer answer = withdraw(request.id);
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(shown(request.id).state, core::RequestState::kWithdrawn);
    EXPECT_EQ(shown(request.id).withdrawn_at, portal_.clock.now());
    EXPECT_EQ(care("2026-11-27"), Strings{});
    EXPECT_EQ(withdraw(request.id).body, answer.body) << "a repeated withdrawal changes nothing";
    EXPECT_EQ(ask({extra("noor", "2026-11-27")}).status, 201) << "the day is free again";
}

TEST_F(Changes, ApprovedExtraCareCannotBeTakenBack) {
    const auto requests = api::decode_change_requests(portal_.get("/api/change-requests", cookie_).body);
    ASSERT_TRUE(requests);
    const auto approved = std::find_if(requests.value->begin(), requests.value->end(), [](const auto& request) {
        return request.kind == core::RequestKind::kExtra && request.state == core::RequestState::kApproved &&
               request.date > day("2026-11-23");
    });
    ASSERT_NE(approved, requests.value->end());
    const Answer answer = withdraw(approved->id);
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.code(), "extra-not-withdrawable");
    EXPECT_EQ(shown(approved->id).state, core::RequestState::kApproved);
}

TEST_F(Changes, SeveralAreStoredTogether) {
    const Answer answer =
        ask({absence("sam", "2026-12-01", "14:00", "18:30"), absence("mila", "2026-12-01", "14:00", "18:30")});
    ASSERT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(answer.header("Location"), "/api/change-requests");
    EXPECT_EQ(api::decode_change_requests(answer.body).value->size(), 2U);
    EXPECT_EQ(care("2026-12-01"), (Strings{"07:30 noor contract", "14:00 mila absent", "14:00 sam absent"}));
}

TEST_F(Changes, SeveralAreRefusedTogether_WithTheReasonOfEach) {
    const std::string before = portal_.get("/api/change-requests", cookie_).body;
    const Answer answer = ask({absence("sam", "2026-12-01", "14:00", "18:30"),
                               absence("mila", "2026-12-02", "14:00", "18:30"), extra("noor", "2026-12-25")});
    EXPECT_EQ(answer.status, 422);
    const auto problem = api::decode_problem(answer.body);
    ASSERT_TRUE(problem);
    ASSERT_EQ(problem.value->errors.size(), 2U);
    EXPECT_EQ(problem.value->errors[0].index, 1);
    EXPECT_EQ(problem.value->errors[0].code, "absence-no-care");
    EXPECT_EQ(problem.value->errors[1].index, 2);
    EXPECT_EQ(problem.value->errors[1].code, "extra-closed");
    EXPECT_EQ(problem.value->code, "absence-no-care");
    EXPECT_EQ(portal_.get("/api/change-requests", cookie_).body, before);
}

TEST_F(Changes, OneSubmissionCannotAskForTheSameTimeTwice) {
    const Answer answer = ask({extra("noor", "2026-11-27"), extra("noor", "2026-11-27")});
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.code(), "extra-overlaps-care");
}

TEST_F(Changes, ExtraCareCanBePaidWithCredit) {
    ASSERT_EQ(ask({absence("noor", "2026-12-07", "07:30", "18:30")}).status, 201);
    const std::int64_t before = balance("noor");
    const core::ChangeRequest request = stored(extra("noor", "2026-12-09", "credit"));
    EXPECT_EQ(request.price, core::Money{0});
    EXPECT_EQ(request.credit_used, (core::Credit{core::CreditUnit::kMinutes, 330}));
    EXPECT_EQ(balance("noor"), before - 330);
    EXPECT_EQ(withdraw(request.id).status, 200);
    EXPECT_EQ(balance("noor"), before) << "what was spent comes back";
}

TEST_F(Changes, CreditThatIsNotThereCannotBeSpent) {
    const Answer answer = ask({R"("kind":"extra","childId":"mila","date":"2026-11-27","start":"14:00","end":"18:30",)"
                               R"("payment":"credit")"});
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.code(), "extra-not-enough-credit");
    EXPECT_NE(answer.body.find(R"("field":"payment")"), std::string::npos) << answer.body;
}

TEST_F(Changes, ARequestThatNobodyAnsweredLapsesWithItsDay) {
    const core::ChangeRequest request = stored(extra("noor", "2026-11-27"));
    portal_.clock.set("2026-11-27T22:59:59Z");
    EXPECT_EQ(shown(request.id).state, core::RequestState::kSubmitted);
    portal_.clock.set("2026-11-27T23:00:00Z");
    EXPECT_EQ(shown(request.id).state, core::RequestState::kExpired);
    EXPECT_EQ(care("2026-11-27"), Strings{});
    EXPECT_EQ(withdraw(request.id).status, 422);
    ASSERT_EQ(ask({absence("noor", "2026-12-07", "07:30", "18:30")}).status, 201);
    EXPECT_EQ(shown(request.id).expired_at->to_string(), "2026-11-27T23:00:00Z") << "also when it has been stored";
}

TEST_F(Changes, CreditIsLostAfterItsLastDay) {
    ASSERT_EQ(ask({absence("sam", "2026-12-07", "14:00", "18:30")}).status, 201);
    portal_.clock.set("2026-12-31T12:00:00Z");
    cookie_ = portal_.sign_in(kJasmijn);  // The session has ended meanwhile.
    EXPECT_GT(balance("sam"), 0);
    portal_.clock.set("2027-01-01T12:00:00Z");
    EXPECT_EQ(balance("sam"), 0);
    EXPECT_EQ(ledger("sam").entries.back().kind, core::EntryKind::kExpired);
}

TEST_F(Changes, TheLedgersAreTheSameAfterARestart) {
    ASSERT_EQ(
        ask({absence("noor", "2026-12-07", "07:30", "18:30"), absence("sam", "2026-12-07", "14:00", "18:30")}).status,
        201);
    ASSERT_EQ(ask({extra("noor", "2026-12-09", "credit")}).status, 201);
    const std::string before = portal_.get("/api/credit", cookie_).body;
    portal_.restart();
    EXPECT_EQ(portal_.get("/api/credit", cookie_).body, before);
    for (const char* child : {"noor", "sam", "mila"}) {
        EXPECT_EQ(core::fault_in(ledger(child)), "") << child;
    }
}

struct BrokenBody {
    const char* name;
    const char* wish;
    const char* field;
};

class BrokenChange : public testing::TestWithParam<BrokenBody> {};

TEST_P(BrokenChange, IsRefusedWithThePlace) {
    const TestPortal portal;
    const Answer answer = portal.ask(portal.sign_in(kJasmijn), "key-1", submission({GetParam().wish}));
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(answer.code(), "invalid-body");
    EXPECT_NE(answer.body.find(std::string(R"("field":"wishes[0].)") + GetParam().field + '"'), std::string::npos)
        << answer.body;
}

INSTANTIATE_TEST_SUITE_P(
    Fields, BrokenChange,
    testing::Values(
        BrokenBody{"Kind", R"("kind":"holiday","childId":"noor","date":"2026-11-27")", "kind"},
        BrokenBody{"Payment", R"("kind":"extra","childId":"noor","date":"2026-11-27","start":"07:30","end":"13:00")",
                   "payment"},
        BrokenBody{"Given", R"("kind":"swap","childId":"noor","date":"2026-11-27","start":"07:30","end":"13:00")",
                   "given"},
        BrokenBody{"GivenDay",
                   R"("kind":"swap","childId":"noor","date":"2026-11-27","start":"07:30","end":"13:00",)"
                   R"("given":{"date":"2026-11-31","start":"07:30","end":"13:00"})",
                   "given.date"},
        BrokenBody{"Reason", R"("kind":"absence","childId":"noor","date":"2026-11-27","start":"07:30","end":"13:00")",
                   "reason"},
        BrokenBody{"LastDay", R"("kind":"sick","childId":"noor","date":"2026-11-27","lastDate":"2026-11-26")",
                   "lastDate"}),
    [](const auto& test) { return std::string{test.param.name}; });

TEST_F(Changes, NoWishAtAllAndFarTooManyAreRefused) {
    EXPECT_EQ(ask({}).code(), "invalid-body");
    EXPECT_EQ(ask(Strings(501, R"("kind":"sick","childId":"noor","date":"2026-11-27")")).status, 400);
}

}  // namespace
}  // namespace portal::server::test
