#include "server/storage/database.hpp"

#include "server/auth/random.hpp"
#include "server/demo/demo.hpp"
#include "server/storage/access_log.hpp"
#include "server/storage/accounts.hpp"
#include "server/storage/change_requests.hpp"
#include "server/storage/families.hpp"
#include "server/storage/idempotency.hpp"
#include "server/storage/locations.hpp"
#include "server/storage/organisation.hpp"
#include "server/storage/sessions.hpp"
#include "server/test_databases.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace portal::server::test {
namespace {

core::Instant moment(const char* text) {
    return core::Instant::parse(text).value();
}

/// The same for every database: what is written in one transaction is read in a later one.
class Storage : public testing::TestWithParam<Backend> {
  protected:
    Storage() : empty_(GetParam()), database_(std::make_unique<storage::Database>(empty_.url(), 4)) {}

    [[nodiscard]] storage::Transaction read() { return database_->read(); }
    [[nodiscard]] storage::Transaction write() { return database_->write(); }

    void create_demo_data() {
        storage::Transaction transaction = write();
        create_demo(transaction, Passwords{PasswordCost::least()}, moment("2026-11-23T09:00:00Z"));
        transaction.commit();
    }

    void reopen() {
        database_.reset();
        database_ = std::make_unique<storage::Database>(empty_.url(), 4);
    }

    EmptyDatabase empty_;
    std::unique_ptr<storage::Database> database_;
};

TEST_P(Storage, IsEmptyAtFirst) {
    storage::Transaction transaction = read();
    EXPECT_FALSE(storage::find_organisation(transaction));
    EXPECT_FALSE(storage::find_account_by_email(transaction, "jasmijn@example.nl"));
    EXPECT_TRUE(storage::load_family(transaction, core::FamilyId{"visser"}).children.empty());
    EXPECT_TRUE(storage::load_locations(transaction, core::FamilyId{"visser"}).offers.empty());
}

TEST_P(Storage, ForgetsWhatWasNotCommitted) {
    {
        storage::Transaction transaction = write();
        storage::insert_organisation(transaction, {"De Boomgaard", false});
        EXPECT_TRUE(storage::find_organisation(transaction));
    }
    storage::Transaction transaction = read();
    EXPECT_FALSE(storage::find_organisation(transaction));
}

TEST_P(Storage, KeepsWhatWasCommitted_AfterARestart) {
    {
        storage::Transaction transaction = write();
        storage::insert_organisation(transaction, {"Kinderopvang 't Nest & Co 🐸", true});
        transaction.commit();
    }
    reopen();
    storage::Transaction transaction = read();
    const auto organisation = storage::find_organisation(transaction);
    ASSERT_TRUE(organisation);
    EXPECT_EQ(organisation->name, "Kinderopvang 't Nest & Co 🐸");
    EXPECT_TRUE(organisation->demo);
}

TEST_P(Storage, KeepsAFamilyAsItIs) {
    create_demo_data();
    core::Family family;
    family.children = {
        {core::ChildId{"b"}, "Bo'; DROP TABLE children; --", "ß", core::Date::parse("2020-02-29").value()},
        {core::ChildId{"a"}, "An", "ß", core::Date::parse("2021-12-31").value()}};
    family.guardians = {{core::GuardianId{"g"}, "Gé", "ß", "ge@example.nl", "", true}};
    core::PlacementContract contract;
    contract.id = core::ContractId{"c"};
    contract.number = "X-1";
    contract.child = core::ChildId{"a"};
    contract.location = core::LocationId{"reigers"};
    contract.care_type = core::CareType::kOutOfSchoolCare;
    contract.group = "Vlinders";
    contract.start = core::Date::parse("2026-01-01").value();
    contract.hourly_rate = {123'456'789'012};
    contract.week = {
        {core::Weekday::kFriday, {core::TimeOfDay{14, 0}, core::TimeOfDay{24, 0}}, core::DayKind::kSchoolDay},
        {core::Weekday::kMonday, {core::TimeOfDay{0, 0}, core::TimeOfDay{0, 1}}, core::DayKind::kEvery}};
    family.contracts = {contract};
    {
        storage::Transaction transaction = write();
        storage::insert_family(transaction, core::FamilyId{"f"}, family);
        transaction.commit();
    }
    storage::Transaction transaction = read();
    const core::Family stored = storage::load_family(transaction, core::FamilyId{"f"});
    ASSERT_EQ(stored.children.size(), 2U);
    EXPECT_EQ(stored.children[0].first_name, "Bo'; DROP TABLE children; --");
    EXPECT_EQ(stored.children[0].birth_date, family.children[0].birth_date);
    ASSERT_EQ(stored.guardians.size(), 1U);
    EXPECT_TRUE(stored.guardians[0].pays);
    ASSERT_EQ(stored.contracts.size(), 1U);
    EXPECT_EQ(stored.contracts[0].hourly_rate, contract.hourly_rate);
    EXPECT_FALSE(stored.contracts[0].end.has_value());
    EXPECT_EQ(stored.contracts[0].week, contract.week);
    EXPECT_EQ(storage::load_locations(transaction, core::FamilyId{"f"}).offers.size(), 1U);
}

TEST_P(Storage, GivesTheOffersOfAFamilysContracts) {
    create_demo_data();
    storage::Transaction transaction = read();
    const core::Locations locations = storage::load_locations(transaction, core::FamilyId{"visser"});
    ASSERT_EQ(locations.offers.size(), 2U);
    EXPECT_EQ(locations.offers[0].location_name, "KDV De Kikkers");
    EXPECT_EQ(locations.offers[0].opening_hours.size(), 5U);
    EXPECT_FALSE(locations.calendar.closures.empty());
    EXPECT_FALSE(locations.calendar.school_holidays.empty());
}

TEST_P(Storage, FindsAccountsByEmailInAnyCase) {
    create_demo_data();
    storage::Transaction transaction = read();
    const auto account = storage::find_account_by_email(transaction, " Jasmijn@EXAMPLE.nl ");
    ASSERT_TRUE(account);
    EXPECT_EQ(account->family.value, "visser");
    EXPECT_EQ(account->name, "Jasmijn Visser-de Boer");
    EXPECT_EQ(storage::find_account(transaction, account->id)->email, "jasmijn@example.nl");
    EXPECT_FALSE(storage::find_account_by_email(transaction, "jasmijn@example.n"));
    EXPECT_FALSE(storage::find_account_by_email(transaction, "%"));
    EXPECT_FALSE(storage::find_account_by_email(transaction, ""));
}

TEST_P(Storage, GivesNoTwoAccountsTheSameEmail) {
    create_demo_data();
    storage::Transaction transaction = write();
    core::Family family;
    family.guardians = {{core::GuardianId{"g"}, "Gé", "ß", "ge@example.nl", "", true}};
    storage::insert_family(transaction, core::FamilyId{"f"}, family);
    EXPECT_ANY_THROW(
        storage::insert_account(transaction, "account", core::GuardianId{"g"}, "JASMIJN@example.nl", "hash"));
}

TEST_P(Storage, EndsSessionsAtTheirMoment) {
    create_demo_data();
    storage::Transaction transaction = write();
    storage::Session session{"hash",
                             "account-jasmijn",
                             moment("2026-11-23T09:00:00Z"),
                             moment("2026-11-23T09:00:00Z"),
                             moment("2026-12-23T09:00:00Z"),
                             "",
                             ""};
    storage::insert_session(transaction, session);
    EXPECT_TRUE(storage::find_session(transaction, "hash", moment("2026-12-23T08:59:59Z")));
    EXPECT_FALSE(storage::find_session(transaction, "hash", moment("2026-12-23T09:00:00Z")));
    session.expires_at = moment("2027-01-01T00:00:00Z");
    storage::extend_session(transaction, session);
    storage::delete_expired_sessions(transaction, moment("2026-12-31T00:00:00Z"));
    EXPECT_TRUE(storage::find_session(transaction, "hash", moment("2026-12-31T00:00:00Z")));
    storage::delete_expired_sessions(transaction, moment("2027-01-01T00:00:00Z"));
    EXPECT_FALSE(storage::find_session(transaction, "hash", moment("2026-12-31T00:00:00Z")));
    storage::insert_session(transaction, session);
    storage::delete_session(transaction, "hash");
    EXPECT_FALSE(storage::find_session(transaction, "hash", moment("2026-11-24T00:00:00Z")));
}

core::ChangeRequest request_of(const char* id, const char* submitted) {
    core::ChangeRequest request;
    request.id = core::RequestId{id};
    request.child = core::ChildId{"noor"};
    request.location = core::LocationId{"kikkers"};
    request.date = core::Date::parse("2026-11-27").value();
    request.time = {core::TimeOfDay{7, 30}, core::TimeOfDay{13, 0}};
    request.price = {6023};
    request.submitted_at = moment(submitted);
    request.submitted_by = "Jasmijn";
    request.rule_text = "Geen restitutie.\n'\"";
    return request;
}

TEST_P(Storage, KeepsRequestsAndGivesTheNewestFirst) {
    create_demo_data();
    core::ChangeRequest decided = request_of("new", "2026-11-23T09:00:02Z");
    decided.state = core::RequestState::kRejected;
    decided.decided_at = moment("2026-11-24T09:00:00Z");
    decided.decision_reason = "Vol.";
    {
        storage::Transaction transaction = write();
        storage::insert_change_request(transaction, request_of("old", "2026-11-23T09:00:01Z"));
        storage::insert_change_request(transaction, decided);
        transaction.commit();
    }
    storage::Transaction transaction = read();
    const auto requests = storage::list_change_requests(transaction, core::FamilyId{"visser"});
    ASSERT_EQ(requests.size(), 57U);
    EXPECT_EQ(requests[0].id.value, "new");
    EXPECT_EQ(requests[0].decided_at, decided.decided_at);
    EXPECT_EQ(requests[0].decision_reason, "Vol.");
    EXPECT_EQ(requests[1].id.value, "old");
    EXPECT_FALSE(requests[1].decided_at.has_value());
    EXPECT_EQ(requests[1].rule_text, "Geen restitutie.\n'\"");
    EXPECT_EQ(requests[1].time, decided.time);
    EXPECT_TRUE(storage::find_change_request(transaction, core::FamilyId{"visser"}, core::RequestId{"old"}));
    EXPECT_FALSE(storage::find_change_request(transaction, core::FamilyId{"el-amrani"}, core::RequestId{"old"}));
    EXPECT_FALSE(storage::find_change_request(transaction, core::FamilyId{"visser"}, core::RequestId{"none"}));
}

TEST_P(Storage, RefusesRequestsOfChildrenThatAreNotThere) {
    create_demo_data();
    storage::Transaction transaction = write();
    core::ChangeRequest request = request_of("x", "2026-11-23T09:00:00Z");
    request.child = core::ChildId{"nobody"};
    EXPECT_ANY_THROW(storage::insert_change_request(transaction, request));
}

TEST_P(Storage, KeepsAnswersUntilTheyAreOld) {
    create_demo_data();
    storage::Transaction transaction = write();
    const storage::StoredAnswer answer{
        "hash", moment("2026-11-23T08:00:00Z"), 201, "/api/change-requests/1", "\"3\"", R"({"a":"🐸"})"};
    storage::insert_answer(transaction, "account-jasmijn", "key", answer, moment("2026-11-23T09:00:00Z"));
    const auto stored = storage::find_answer(transaction, "account-jasmijn", "key");
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->request_hash, "hash");
    EXPECT_EQ(stored->status, 201);
    EXPECT_EQ(stored->location, answer.location);
    EXPECT_EQ(stored->etag, answer.etag);
    EXPECT_EQ(stored->body, answer.body);
    EXPECT_FALSE(storage::find_answer(transaction, "account-thomas", "key"));
    EXPECT_FALSE(storage::find_answer(transaction, "account-jasmijn", "KEY"));
    storage::delete_answers_before(transaction, moment("2026-11-23T09:00:00Z"));
    EXPECT_TRUE(storage::find_answer(transaction, "account-jasmijn", "key"));
    storage::delete_answers_before(transaction, moment("2026-11-23T09:00:01Z"));
    EXPECT_FALSE(storage::find_answer(transaction, "account-jasmijn", "key"));
}

TEST_P(Storage, KeepsRefusedAccesses) {
    create_demo_data();
    storage::Transaction transaction = write();
    storage::insert_refused_access(transaction, "1",
                                   {moment("2026-11-23T09:00:00Z"), "account-fatima", "GET /x", "child", "noor", "r"});
    const auto accesses = storage::list_refused_accesses(transaction);
    ASSERT_EQ(accesses.size(), 1U);
    EXPECT_EQ(accesses[0].account_id, "account-fatima");
    EXPECT_EQ(accesses[0].asked_id, "noor");
}

TEST_P(Storage, LetsOneDecideAboutAFamilyAtATime) {
    create_demo_data();
    std::atomic<int> inside{0};
    std::atomic<int> most{0};
    const auto decide = [&] {
        for (int round = 0; round < 10; ++round) {
            storage::Transaction transaction = write();
            storage::lock_family(transaction, core::FamilyId{"visser"});
            most = std::max(most.load(), ++inside);
            static_cast<void>(storage::list_change_requests(transaction, core::FamilyId{"visser"}));
            --inside;
            transaction.commit();
        }
    };
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back(decide);
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(most, 1);
}

TEST_P(Storage, LetsOthersReadWhileOneWrites) {
    create_demo_data();
    storage::Transaction writing = write();
    storage::insert_change_request(writing, request_of("new", "2026-11-23T09:00:00Z"));
    storage::Transaction reading = read();
    EXPECT_EQ(storage::list_change_requests(reading, core::FamilyId{"visser"}).size(), 55U);
    writing.commit();
    EXPECT_EQ(storage::list_change_requests(reading, core::FamilyId{"visser"}).size(), 55U) << "a view of one moment";
}

TEST_P(Storage, RefusesTablesOfANewerProgram) {
    empty_.execute("INSERT INTO schema_versions (version) VALUES (1000)");
    try {
        reopen();
        FAIL() << "it was opened";
    } catch (const storage::DatabaseError& error) {
        EXPECT_NE(std::string(error.what()).find("made by a newer version"), std::string::npos) << error.what();
    }
}

INSTANTIATE_TEST_SUITE_P(Databases, Storage, testing::ValuesIn(available_backends()),
                         [](const auto& test) { return name_of(test.param); });

TEST(Database, SaysInOneSentenceWhyItCannotBeOpened) {
    const auto complaint = [](const std::string& url) -> std::string {
        try {
            const storage::Database database{url, 1};
            return {};
        } catch (const storage::DatabaseError& error) {
            return error.what();
        }
    };
    EXPECT_EQ(complaint("mysql://x"), "The database has to be sqlite://<file> or postgresql://<address>.");
    EXPECT_EQ(complaint("sqlite://"), complaint("mysql://x"));
    EXPECT_NE(complaint("sqlite:///nowhere/at/all.db").find("The database /nowhere/at/all.db cannot be opened"),
              std::string::npos);
    const std::string unreachable = complaint("postgresql://user:hidden@127.0.0.1:1/x");
    EXPECT_NE(unreachable.find("The PostgreSQL database cannot be opened"), std::string::npos) << unreachable;
    EXPECT_EQ(unreachable.find("hidden"), std::string::npos) << unreachable;
    const TemporaryFolder folder;
    folder.write("text.db", std::string(5000, 'x'));
    EXPECT_NE(complaint("sqlite://" + (folder.path() / "text.db").string()).find("cannot be opened"),
              std::string::npos);
}

}  // namespace
}  // namespace portal::server::test
