#include "server/storage/database.hpp"
#include "server/storage/families.hpp"
#include "server/storage/rules.hpp"
#include "server/storage/schema.hpp"
#include "server/test_databases.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

/// From the tables of a program of before to those of now, on each database there is.
namespace portal::server::test {
namespace {

class Migrations : public testing::TestWithParam<Backend> {};

TEST_P(Migrations, MakesItsTablesOnce_WhenTwoServersStartTogether) {
    std::vector<std::thread> threads;
    threads.reserve(4);
    std::atomic<int> opened{0};
    const EmptyDatabase empty{GetParam()};
    for (int thread = 0; thread < 3; ++thread) {
        threads.emplace_back([&] {
            const storage::Database database{empty.url(), 1};
            ++opened;
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(opened, 3);
}

/// The tables as a program left them that knew `version` steps.
void make_old_tables(const EmptyDatabase& old, std::size_t version) {
    old.execute("CREATE TABLE schema_versions (version INTEGER PRIMARY KEY)");
    for (std::size_t step = 0; step < version; ++step) {
        old.execute("INSERT INTO schema_versions (version) VALUES (" + std::to_string(step + 1) + ")");
        for (const std::string_view statement : storage::schema_steps()[step]) {
            old.execute(std::string(statement));
        }
    }
}

TEST_P(Migrations, KeepsHowFarContractsHaveCome) {
    const EmptyDatabase old{GetParam()};
    make_old_tables(old, 7);
    old.execute("INSERT INTO locations (id, name, position) VALUES ('kikkers', 'De Kikkers', 0)");
    old.execute("INSERT INTO offers (location_id, care_type, lrk) VALUES ('kikkers', 'kdv', '1')");
    old.execute("INSERT INTO families (id) VALUES ('visser')");
    old.execute(
        "INSERT INTO children (id, family_id, position, first_name, last_name, birth_date)"
        " VALUES ('noor', 'visser', 0, 'Noor', 'Visser', '2024-03-23')");
    for (const char* id : {"asked", "plain"}) {
        old.execute(
            "INSERT INTO contracts (id, number, child_id, location_id, care_type, group_name, start_day,"
            " hourly_rate_cents) VALUES ('" +
            std::string(id) + "', '" + id + "', 'noor', 'kikkers', 'kdv', '', '2026-01-01', 1105)");
    }
    old.execute(
        "INSERT INTO contract_details (contract_id, stage, signed_by, notice_months, payment_days,"
        " direct_debit, cancellation) VALUES ('asked', 'to-sign', '', 1, 14, 0, '')");

    storage::Database database{old.url(), 1};
    storage::Transaction transaction = database.read();
    const core::Family family = storage::load_family(transaction, core::FamilyId{"visser"});
    ASSERT_EQ(family.contracts.size(), 2U);
    EXPECT_EQ(family.contracts[0].stage, core::ContractStage::kToSign);
    EXPECT_EQ(family.contracts[1].stage, core::ContractStage::kSigned);
}

TEST_P(Migrations, TurnsTheRulesOfItsFirstTablesIntoAVersion) {
    const EmptyDatabase old{GetParam()};
    make_old_tables(old, 1);
    old.execute("INSERT INTO locations (id, name, position) VALUES ('kikkers', 'De Kikkers', 0)");
    const std::string columns =
        "INSERT INTO offers (location_id, care_type, lrk, offered, free_times, minimum_minutes, step_minutes,"
        " notice_unit, notice_amount, notice_until, max_days_ahead, hourly_rate_cents) VALUES ";
    old.execute(columns + "('kikkers', 'kdv', '1', 1, 0, 60, 15, 'working-days', 1, '12:00', 90, NULL)");
    old.execute(columns + "('kikkers', 'bso', '2', 0, 1, 90, 30, 'hours', 24, NULL, 60, 965)");

    storage::Database database{old.url(), 1};
    storage::Transaction transaction = database.read();
    const core::RuleBook book = storage::load_all_rules(transaction);
    ASSERT_EQ(book.versions.size(), 2U);
    const core::CareRules& bso = book.versions[0];
    EXPECT_EQ(bso.care_type, core::CareType::kOutOfSchoolCare);
    EXPECT_FALSE(bso.extra.offered);
    EXPECT_TRUE(bso.extra.free_times);
    EXPECT_EQ(bso.extra.minimum_minutes, 90);
    EXPECT_EQ(bso.extra.hourly_rate, core::Money{965});
    const core::CareRules& kdv = book.versions[1];
    EXPECT_TRUE(kdv.extra.offered);
    EXPECT_EQ(kdv.extra.notice, (core::Notice{core::Notice::Unit::kWorkingDays, 1, core::TimeOfDay{12, 0}}));
    EXPECT_EQ(kdv.extra.max_ahead, (core::Period{core::Period::Unit::kDays, 90}));
    EXPECT_FALSE(kdv.extra.hourly_rate.has_value());
    EXPECT_FALSE(kdv.swap.offered) << "what could not be asked before is not offered by itself";
}

INSTANTIATE_TEST_SUITE_P(Databases, Migrations, testing::ValuesIn(available_backends()),
                         [](const auto& test) { return name_of(test.param); });

}  // namespace
}  // namespace portal::server::test
