#include "server/demo/demo.hpp"

#include "core/family.hpp"
#include "core/occupancy.hpp"
#include "server/auth/random.hpp"
#include "server/demo/demo_data.hpp"
#include "server/demo/relative_date.hpp"
#include "server/storage/change_requests.hpp"
#include "server/storage/credit.hpp"
#include "server/storage/families.hpp"
#include "server/storage/locations.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace portal::server::test {
namespace {

core::Date day(const std::string& text) {
    return core::Date::parse(text).value();
}

TEST(RelativeDate, FollowsItsWords) {
    const core::Date today = day("2026-11-30");
    const std::vector<std::pair<std::string, std::string>> dates{
        {"today", "2026-11-30"},
        {"today +3d", "2026-12-03"},
        {"today -2y -8m", "2024-03-30"},
        {"today +3m", "2027-02-28"},
        {"today -1y start-of-month -1d", "2025-10-31"},
    };
    for (const auto& [text, expected] : dates) {
        EXPECT_EQ(relative_date(text, today).value_or(core::Date{}).to_string(), expected) << text;
    }
    for (const char* text :
         {"", "tomorrow", "today 3d", "today +d", "today +3", "today +3w", "today  +3d", "today+3d", "today +-3d"}) {
        EXPECT_FALSE(relative_date(text, today)) << text;
    }
}

/// The demo as it would be made on a day.
class DemoOn : public testing::TestWithParam<const char*> {};

TEST_P(DemoOn, HasCareAndRequestsInPastAndFuture) {
    start_cryptography();
    const TemporaryFolder folder;
    storage::Database database{"sqlite://" + (folder.path() / "demo.sqlite3").string(), 1};
    const core::Instant now = core::amsterdam::instant(day(GetParam()), core::TimeOfDay{0, 30});
    const core::Date today = day(GetParam());
    storage::Transaction transaction = database.write();
    create_demo(transaction, Passwords{PasswordCost::least()}, now);

    const core::FamilyId id{"visser"};
    const core::Family family = storage::load_family(transaction, id);
    const core::Locations locations = storage::load_locations(transaction, id);
    const auto requests = storage::list_change_requests(transaction, id);
    ASSERT_EQ(family.children.size(), 3U);
    for (const core::Child& child : family.children) {
        EXPECT_NE(core::contract_on(family, child.id, today - 364), nullptr) << child.id.value;
        EXPECT_NE(core::contract_on(family, child.id, today + 365), nullptr) << child.id.value;
    }
    std::set<core::RequestKind> kinds;
    int approved_soon = 0;
    int open = 0;
    for (const core::ChangeRequest& request : requests) {
        EXPECT_LT(request.submitted_at, now);
        if (request.decided_at) {
            EXPECT_LT(*request.decided_at, now);
            EXPECT_LE(request.submitted_at, *request.decided_at);
        }
        EXPECT_EQ(request.price.cents > 0, request.kind == core::RequestKind::kExtra);
        EXPECT_FALSE(request.rule_version.empty());
        kinds.insert(request.kind);
        EXPECT_FALSE(request.date.is_weekend());
        EXPECT_EQ(locations.calendar.closure(request.date, request.location), nullptr);
        EXPECT_EQ(request.state == core::RequestState::kRejected, !request.decision_reason.empty());
        const bool soon = request.date > today;
        approved_soon += soon && request.state == core::RequestState::kApproved ? 1 : 0;
        open += soon && request.state == core::RequestState::kSubmitted ? 1 : 0;
    }
    EXPECT_EQ(approved_soon, 1);
    EXPECT_EQ(open, 1);
    EXPECT_EQ(kinds.size(), 4U) << "something of every kind";
    for (const core::CreditLedger& ledger : storage::load_ledgers(transaction, id)) {
        EXPECT_EQ(core::fault_in(ledger), "") << ledger.child.value;
        EXPECT_EQ(ledger.accounted_until, today);
    }
    // A rejected wish takes no place; of the others no two are at the same time.
    const auto blocks = core::occupancy(family, locations.calendar, requests, today - 400, today + 400);
    for (std::size_t a = 0; a + 1 < blocks.size(); ++a) {
        for (std::size_t b = a + 1; b < blocks.size() && blocks[b].date == blocks[a].date; ++b) {
            EXPECT_FALSE(blocks[a].child == blocks[b].child && blocks[a].time.overlaps(blocks[b].time))
                << blocks[a].date.to_string();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(AnyDay, DemoOn,
                         testing::Values("2026-11-23", "2026-11-28", "2026-12-24", "2026-12-31", "2027-01-01",
                                         "2027-02-28", "2027-03-29", "2027-05-06", "2027-07-20", "2027-08-31",
                                         "2027-10-31", "2028-02-29", "2026-04-24", "2025-12-22", "2028-09-01",
                                         "2030-05-04"));

TEST(Demo, ShowsASignInThatWorks) {
    const TestPortal portal;
    const DemoSignIn sign_in = demo_sign_in();
    EXPECT_EQ(sign_in.email, kJasmijn);
    EXPECT_EQ(portal.sign_in_answer(sign_in.email, sign_in.password).status, 200);
}

TEST(Demo, EndsDayCareAtTheFourthBirthday) {
    for (const DemoFamily& demo : read_demo_data(day("2026-11-23")).families) {
        for (const core::PlacementContract& contract : demo.family.contracts) {
            if (contract.care_type == core::CareType::kDayCare) {
                const core::Child* child = core::find_child(demo.family, contract.child);
                ASSERT_NE(child, nullptr);
                ASSERT_TRUE(contract.end.has_value());
                EXPECT_LT(core::age_in_years(child->birth_date, *contract.end), 4);
            }
        }
    }
}

}  // namespace
}  // namespace portal::server::test
