#include "api/codec.hpp"
#include "server/admin/answer_requests.hpp"
#include "server/demo/demo.hpp"
#include "server/request_decision.hpp"
#include "server/storage/askers.hpp"
#include "server/temporary_folder.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <sstream>

// What the organisation's office answers, and what parents see of it.
namespace portal::server::test {
namespace {

constexpr const char* kFull = "De groep is die dag vol.";

class Decisions : public testing::Test {
  protected:
    std::string ask(const std::string& payment = "invoice") {
        const Answer answer = portal_.ask(
            cookie_, "key-" + std::to_string(++keys_),
            submission(
                {R"("kind":"extra","childId":"noor","date":"2026-12-09","start":"07:30","end":"13:00","payment":")" +
                 payment + '"'}));
        const auto requests = api::decode_change_requests(answer.body);
        EXPECT_TRUE(requests) << answer.body;
        return requests ? requests.value->front().id.value : std::string{};
    }

    /// Empty where it went well, else why not.
    std::string decide(const std::string& id, bool approved, const std::string& reason = {}) {
        try {
            storage::Transaction transaction = portal_.database().write();
            decide_request(transaction, core::RequestId{id}, approved, reason, portal_.clock.now());
            transaction.commit();
            return {};
        } catch (const std::runtime_error& error) {
            return error.what();
        }
    }

    [[nodiscard]] core::ChangeRequest shown(const std::string& id) const {
        auto request = api::decode_change_request(portal_.get("/api/change-requests/" + id, cookie_).body);
        return request ? *request.value : core::ChangeRequest{};
    }

    [[nodiscard]] std::int64_t balance() const {
        const auto credit = api::decode_credit(portal_.get("/api/credit", cookie_).body);
        const core::Date today = core::amsterdam::local_time(portal_.clock.now()).date;
        std::int64_t minutes = 0;
        for (const core::CreditLedger& ledger : credit.value.value_or(api::CreditOverview{}).ledgers) {
            minutes += core::sum_of(ledger, core::LedgerAccount::kBalance, core::CreditUnit::kMinutes, today);
        }
        return minutes;
    }

    TestPortal portal_;
    std::string cookie_ = portal_.sign_in(kJasmijn);
    int keys_ = 0;
};

TEST_F(Decisions, MayBeLookedAtFirst_WhichParentsSee) {
    const std::string id = ask();
    const std::string before = portal_.get("/api/revisions", cookie_).body;
    {
        storage::Transaction transaction = portal_.database().write();
        review_request(transaction, core::RequestId{id}, portal_.clock.now());
        transaction.commit();
    }
    EXPECT_EQ(shown(id).state, core::RequestState::kInReview);
    EXPECT_FALSE(shown(id).decided_at) << "that is no answer";
    EXPECT_NE(portal_.get("/api/revisions", cookie_).body, before) << "an open page hears of it";
    storage::Transaction transaction = portal_.database().write();
    EXPECT_THROW(review_request(transaction, core::RequestId{id}, portal_.clock.now()), std::runtime_error);
    EXPECT_THROW(review_request(transaction, core::RequestId{"nothing"}, portal_.clock.now()), std::runtime_error);
    EXPECT_NO_THROW(decide_request(transaction, core::RequestId{id}, true, "", portal_.clock.now()));
}

TEST_F(Decisions, OfTheOfficeAreWhatParentsRead) {
    const std::string id = ask();
    ASSERT_EQ(shown(id).state, core::RequestState::kSubmitted);
    portal_.clock.advance(3600);
    EXPECT_EQ(decide(id, true, "Fijn dat het kan."), "");
    EXPECT_EQ(shown(id).state, core::RequestState::kApproved);
    EXPECT_EQ(shown(id).decided_at, portal_.clock.now());
    EXPECT_EQ(shown(id).decision_reason, "Fijn dat het kan.");
    const std::string care = portal_.get("/api/occupancy?from=2026-12-09&to=2026-12-09", cookie_).body;
    EXPECT_NE(care.find("\"extra-approved\""), std::string::npos) << care;
}

TEST_F(Decisions, OfARejectionGiveCreditBack) {
    const std::string absence = submission({R"("kind":"absence","childId":"noor","date":"2026-12-07","start":"07:30",)"
                                            R"("end":"18:30","reason":"other")"});
    ASSERT_EQ(portal_.ask(cookie_, "absence", absence).status, 201);
    const std::int64_t before = balance();
    const std::string id = ask("credit");
    EXPECT_LT(balance(), before) << "reserved";
    EXPECT_EQ(decide(id, false, kFull), "");
    EXPECT_EQ(balance(), before);
    EXPECT_EQ(shown(id).decision_reason, kFull);
}

TEST_F(Decisions, AreMadeOnce) {
    const std::string id = ask();
    ASSERT_EQ(decide(id, false, kFull), "");
    EXPECT_EQ(decide(id, true), "The change request '" + id + "' does not wait: it is rejected.");
    EXPECT_EQ(shown(id).state, core::RequestState::kRejected);
    EXPECT_EQ(decide("nothing", true), "There is no change request 'nothing'.");
}

TEST_F(Decisions, AreNotMadeOfWhatParentsTookBack) {
    const std::string id = ask();
    ASSERT_EQ(portal_.put("/api/change-requests/" + id + "/withdrawal", "{}", cookie_).status, 200);
    EXPECT_EQ(decide(id, true), "The change request '" + id + "' does not wait: it is withdrawn.");
}

TEST_F(Decisions, AreNotMadeAfterTheDay) {
    const std::string id = ask();
    portal_.clock.set("2026-12-10T09:00:00Z");
    EXPECT_EQ(decide(id, true), "The change request '" + id + "' does not wait: it is expired.");
}

/// The office's commands on a file database with the demo's organisation.
class RequestCommands : public testing::Test {
  protected:
    RequestCommands() {
        storage::Database database{url(), 1};
        storage::Transaction transaction = database.write();
        create_demo(transaction, Passwords{PasswordCost::least()},
                    core::Instant::parse("2026-11-23T09:00:00Z").value());
        transaction.commit();
    }

    [[nodiscard]] std::string url() const { return "sqlite://" + (folder_.path() / "portal.sqlite3").string(); }

    [[nodiscard]] Options options(Options::Command command) const {
        Options options;
        options.command = command;
        options.database = url();
        options.clock = core::Instant::parse("2026-11-24T09:00:00Z");
        return options;
    }

    [[nodiscard]] std::string requests(bool all = false) const {
        Options wanted = options(Options::Command::kRequests);
        wanted.all = all;
        std::ostringstream out;
        list_requests(wanted, out);
        return out.str();
    }

    [[nodiscard]] std::string decide(const std::string& verb, const std::string& id,
                                     const std::string& reason = {}) const {
        Options wanted = options(Options::Command::kDecide);
        wanted.words = {verb, id};
        wanted.reason = reason;
        std::ostringstream out;
        try {
            answer_request(wanted, out);
            return out.str();
        } catch (const std::exception& error) {
            return error.what();
        }
    }

    TemporaryFolder folder_;
};

TEST_F(RequestCommands, ListWhatWaitsWithAllThatAnAnswerDependsOn) {
    const std::string list = requests();
    EXPECT_NE(list.find("  2026-11-21T18:42:00Z  Jasmijn Visser-de Boer: Sam Visser, extra, 2026-11-26 14:00-18:30,"
                        " BSO De Reigers\n"),
              std::string::npos)
        << list;
    EXPECT_NE(list.find("2 requests wait for an answer.\n"), std::string::npos) << "of all families: " << list;
    EXPECT_EQ(list.find("approved"), std::string::npos) << list;
    const std::string all = requests(true);
    EXPECT_NE(all.find(", rejected 2026-"), std::string::npos) << all;
    EXPECT_NE(all.find("2 requests wait for an answer.\n"), std::string::npos) << all;
    EXPECT_GT(count_of(all, "\n"), count_of(list, "\n"));
}

TEST_F(RequestCommands, ListWhatIsInReviewAsSuch) {
    const std::string list = requests();
    const std::string first = list.substr(0, list.find(' '));
    EXPECT_EQ(decide("review", first), "Done: the request is in review.\n");
    const std::size_t end = list.find('\n');
    EXPECT_EQ(requests(), list.substr(0, end) + ", in-review" + list.substr(end));
}

TEST_F(RequestCommands, AnswerOneOfThem) {
    const std::string list = requests();
    const std::string first = list.substr(0, list.find(' '));
    EXPECT_EQ(decide("approve", first), "Done: the request is approved.\n");
    EXPECT_EQ(decide("reject", first, kFull), "The change request '" + first + "' does not wait: it is approved.");
    const std::string rest = requests();
    EXPECT_NE(rest.find("1 request waits for an answer.\n"), std::string::npos) << rest;
    const std::string second = rest.substr(0, rest.find(' '));
    EXPECT_EQ(decide("reject", second, kFull), "Done: the request is rejected.\n");
    EXPECT_EQ(requests(), "0 requests wait for an answer.\n");
    EXPECT_NE(requests(true).find(std::string(", rejected 2026-11-24T09:00:00Z: ") + kFull), std::string::npos);
    EXPECT_EQ(decide("approve", "' OR '1'='1"), "There is no change request '' OR '1'='1'.");
}

}  // namespace
}  // namespace portal::server::test
