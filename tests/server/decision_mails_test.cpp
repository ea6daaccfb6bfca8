#include "api/account_codec.hpp"
#include "api/codec.hpp"
#include "server/mailbox.hpp"
#include "server/record_edits.hpp"
#include "server/request_decision.hpp"
#include "server/storage/askers.hpp"
#include "server/storage/guardian_logins.hpp"
#include "server/storage/record_changes.hpp"

#include <gtest/gtest.h>

namespace portal::server::test {
namespace {

constexpr const char* kReason = "De groep van Noor is vol.";

class DecisionMails : public testing::Test {
  protected:
    DecisionMails() { test_.deliver(); }

    std::string ask(const std::string& cookie) {
        const Answer answer = test_.portal.ask(cookie, "key-" + std::to_string(++keys_), WishText{}.json());
        return api::decode_change_requests(answer.body).value.value().front().id.value;
    }

    void decide(const std::string& id, bool approved) {
        test_.portal.clock.advance(3600);
        storage::Transaction transaction = test_.portal.database().write();
        decide_request(transaction, core::RequestId{id}, approved, approved ? "" : kReason, test_.portal.clock.now());
        transaction.commit();
    }

    /// Jasmijn asks for another account number; the id of her change.
    std::string ask_for_another_iban(const std::string& cookie) {
        const Answer record = test_.portal.get("/api/guardians/jasmijn", cookie);
        const Answer changed = send(test_.portal.port(), "PUT", "/api/guardians/jasmijn",
                                    {{"Cookie", cookie},
                                     {"Content-Type", "application/json"},
                                     {"Idempotency-Key", "iban"},
                                     {"If-Match", record.header("ETag")}},
                                    R"({"fields":{"iban":"NL39RABO0300065264"}})");
        EXPECT_EQ(changed.status, 200) << changed.body;
        storage::Transaction transaction = test_.portal.database().read();
        for (const core::RecordChange& change : storage::list_waiting_changes(transaction)) {
            if (change.field == "iban" && change.new_value == "NL39RABO0300065264") {
                return change.id;
            }
        }
        return {};
    }

    PostedPortal test_;
    std::string jasmijn_ = test_.portal.sign_in(kJasmijn);
    int keys_ = 0;
};

TEST_F(DecisionMails, TellWhoAsked_AndNothingAboutTheChild) {
    const std::string id = ask(test_.portal.sign_in(kThomas));
    decide(id, false);
    ASSERT_EQ(test_.deliver(), 1U) << "not the other parent";
    const ReceivedMail& mail = test_.last();
    EXPECT_EQ(mail.to, kThomas);
    EXPECT_NE(mail.text.find("Uw aanvraag van 23 november 2026, 10:00 is afgewezen."), std::string::npos) << mail.text;
    EXPECT_NE(mail.text.find("https://portal.example.nl/logboek/aanvraag/" + id), std::string::npos) << mail.text;
    EXPECT_NE(mail.html.find("https://portal.example.nl/logboek/aanvraag/" + id), std::string::npos) << mail.html;
    for (const char* secret : {"Noor", "noor", "vol", "2026-11-27", "27 november", "portal.invalid", "Kikkers"}) {
        EXPECT_EQ(mail.text.find(secret), std::string::npos) << secret << " in " << mail.text;
        EXPECT_EQ(mail.html.find(secret), std::string::npos) << secret;
    }
    EXPECT_EQ(mail.token(), "") << "nobody is signed in by it";
}

TEST_F(DecisionMails, AreInTheLanguageOfTheParent) {
    {
        storage::Transaction transaction = test_.portal.database().write();
        storage::set_language(transaction, "account-jasmijn", core::Language::kEnglish);
        transaction.commit();
    }
    decide(ask(jasmijn_), true);
    ASSERT_EQ(test_.deliver(), 1U);
    EXPECT_NE(test_.last().text.find("Your request of 23 November 2026, 10:00 was approved."), std::string::npos)
        << test_.last().text;
}

TEST_F(DecisionMails, ComeWhereTheyAreWantedOnly) {
    const auto settings = [&] { return test_.portal.get("/api/account/settings", jasmijn_).body; };
    EXPECT_EQ(settings(), R"({"mailDecisions":true})");
    const Answer off = test_.portal.put("/api/account/settings", R"({"mailDecisions":false})", jasmijn_);
    EXPECT_EQ(off.status, 200);
    EXPECT_EQ(off.body, R"({"mailDecisions":false})");
    EXPECT_EQ(settings(), R"({"mailDecisions":false})");
    EXPECT_EQ(test_.portal.get("/api/account/settings", test_.portal.sign_in(kThomas)).body,
              R"({"mailDecisions":true})")
        << "each parent decides alone";
    decide(ask(jasmijn_), true);
    EXPECT_EQ(test_.deliver(), 0U);
    for (const char* wrong : {"{}", R"({"mailDecisions":"no"})", "[]"}) {
        EXPECT_EQ(test_.portal.put("/api/account/settings", wrong, jasmijn_).status, 400) << wrong;
    }
}

TEST_F(DecisionMails, TellOfChangesOfRecords) {
    const std::string change = ask_for_another_iban(jasmijn_);
    ASSERT_FALSE(change.empty());
    {
        storage::Transaction transaction = test_.portal.database().write();
        server::decide(transaction, change, true, "", test_.portal.clock.now());
        transaction.commit();
    }
    ASSERT_EQ(test_.deliver(), 1U);
    EXPECT_EQ(test_.last().to, kJasmijn);
    EXPECT_NE(test_.last().text.find("Uw wijziging van 23 november 2026, 10:00 is goedgekeurd."), std::string::npos)
        << test_.last().text;
    EXPECT_EQ(test_.last().text.find("NL39"), std::string::npos);
}

TEST_F(DecisionMails, GoOutWithTheAnswerOrNotAtAll) {
    const std::string id = ask(jasmijn_);
    {
        storage::Transaction transaction = test_.portal.database().write();
        decide_request(transaction, core::RequestId{id}, true, "", test_.portal.clock.now());
    }
    EXPECT_EQ(test_.deliver(), 0U) << "the answer was not kept";
}

}  // namespace
}  // namespace portal::server::test
