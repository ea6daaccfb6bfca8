#include "api/codec.hpp"
#include "api/rules_codec.hpp"
#include "core/calendar_index.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace portal::server::test {
namespace {

TEST(Family, HasChildrenGuardiansAndContracts) {
    const TestPortal portal;
    const auto family = api::decode_family(portal.get("/api/family", portal.sign_in(kJasmijn)).body);
    ASSERT_TRUE(family) << family.error.detail;
    ASSERT_EQ(family.value->children.size(), 3U);
    EXPECT_EQ(family.value->children[0].first_name, "Noor");
    EXPECT_EQ(family.value->children[0].birth_date.to_string(), "2024-03-23");
    ASSERT_EQ(family.value->guardians.size(), 2U);
    EXPECT_TRUE(family.value->guardians[0].pays);
    ASSERT_EQ(family.value->contracts.size(), 4U);
    EXPECT_EQ(family.value->contracts[0].number, "K-1187") << "a child's latest contract comes first";
    EXPECT_EQ(family.value->contracts[0].week.size(), 3U);
    EXPECT_EQ(family.value->contracts[1].number, "K-1042");
}

TEST(Locations, AreThoseOfTheFamilysContracts) {
    const TestPortal portal;
    const auto locations = api::decode_locations(portal.get("/api/locations", portal.sign_in(kJasmijn)).body);
    ASSERT_TRUE(locations) << locations.error.detail;
    ASSERT_EQ(locations.value->offers.size(), 2U);
    const core::CareOffer& kikkers = locations.value->offers[0];
    EXPECT_EQ(kikkers.location_name, "KDV De Kikkers");
    EXPECT_EQ(kikkers.slots.size(), 15U);
    const core::CareOffer& reigers = locations.value->offers[1];
    const auto year = core::DateRange{core::Date::parse("2026-01-01").value(), core::Date::parse("2026-12-31").value()};
    const core::CalendarIndex days(locations.value->calendar, year);
    const auto hours = [&](const char* date) {
        const auto open = core::opening_hours(reigers, core::CareRules{}, days, core::Date::parse(date).value());
        return open ? open->start.to_string() + '-' + open->end.to_string() : std::string{"closed"};
    };
    EXPECT_EQ(hours("2026-11-24"), "14:00-18:30");
    EXPECT_EQ(hours("2026-11-25"), "12:15-18:30") << "Wednesday";
    EXPECT_EQ(hours("2026-12-22"), "08:00-18:30") << "school holiday";
    EXPECT_EQ(hours("2026-12-25"), "closed");
    EXPECT_EQ(hours("2026-11-28"), "closed");
}

TEST(Notices, AreShownUntilTheirLastDay) {
    TestPortal portal;
    const auto titles = [&] {
        const auto notices = api::decode_notices(portal.get("/api/notices", portal.sign_in(kFatima)).body);
        std::vector<std::string> found;
        for (const api::Notice& notice : notices ? *notices.value : std::vector<api::Notice>{}) {
            found.push_back(notice.title);
        }
        return found;
    };
    EXPECT_EQ(titles(), (std::vector<std::string>{"Studiedag van het team"}));
    portal.clock.set("2026-12-09T22:00:00Z");
    EXPECT_EQ(titles().size(), 1U);
    portal.clock.set("2026-12-09T23:00:00Z");
    EXPECT_EQ(titles().size(), 0U);
}

TEST(Rules, AreThoseOfTheFamilysContracts) {
    const TestPortal portal;
    const auto book = api::decode_rule_book(portal.get("/api/rules", portal.sign_in(kJasmijn)).body);
    ASSERT_TRUE(book) << book.error.detail;
    const core::Date day = core::Date::parse("2026-11-27").value();
    const core::ContractTypeId type{"52-weken"};
    const auto* kikkers = core::rules_on(*book.value, core::LocationId{"kikkers"}, core::CareType::kDayCare, type, day);
    ASSERT_NE(kikkers, nullptr);
    EXPECT_FALSE(kikkers->extra.free_times);
    EXPECT_EQ(kikkers->extra.notice, (core::Notice{core::Notice::Unit::kWorkingDays, 1, core::TimeOfDay{12, 0}}));
    const auto* reigers =
        core::rules_on(*book.value, core::LocationId{"reigers"}, core::CareType::kOutOfSchoolCare, type, day);
    ASSERT_NE(reigers, nullptr);
    EXPECT_TRUE(reigers->extra.free_times);
}

TEST(Occupancy, HasTheCareOfTheDaysAsked) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const auto week = api::decode_occupancy(portal.get("/api/occupancy?from=2026-11-30&to=2026-12-06", cookie).body);
    ASSERT_TRUE(week) << week.error.detail;
    EXPECT_EQ(week.value->from.to_string(), "2026-11-30");
    EXPECT_EQ(week.value->to.to_string(), "2026-12-06");
    std::vector<std::string> blocks;
    for (const core::CareBlock& block : week.value->blocks) {
        blocks.push_back(block.date.to_string().substr(8) + ' ' + block.child.value + ' ' +
                         block.time.start.to_string());
    }
    const std::vector<std::string> expected{"30 noor 07:30", "30 sam 14:00",  "01 noor 07:30", "01 mila 14:00",
                                            "01 sam 14:00",  "03 noor 07:30", "03 mila 14:00"};
    EXPECT_EQ(blocks, expected);
}

TEST(Occupancy, HasAYearOfPastAndAYearOfComingCare) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    for (int year = 2025; year <= 2027; ++year) {
        const std::string month = std::to_string(year) + "-11-";
        const auto occupancy =
            api::decode_occupancy(portal.get("/api/occupancy?from=" + month + "01&to=" + month + "30", cookie).body);
        ASSERT_TRUE(occupancy);
        for (const char* child : {"noor", "sam", "mila"}) {
            EXPECT_TRUE(std::any_of(occupancy.value->blocks.begin(), occupancy.value->blocks.end(),
                                    [&](const core::CareBlock& block) { return block.child.value == child; }))
                << child << ' ' << year;
        }
    }
}

TEST(Occupancy, MayBeOfOneDayAndOfFourHundred) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    EXPECT_EQ(portal.get("/api/occupancy?from=2026-11-24&to=2026-11-24", cookie).status, 200);
    EXPECT_EQ(portal.get("/api/occupancy?from=2026-01-01&to=2027-02-04", cookie).status, 200);
}

TEST(Occupancy, IsRefused_WhenItsDaysAreWrong) {
    const TestPortal portal;
    const std::string cookie = portal.sign_in(kJasmijn);
    const std::vector<std::pair<std::string, std::string>> wrong{
        {"", "from"},
        {"?from=2026-11-01", "to"},
        {"?to=2026-11-01", "from"},
        {"?from=2026-11-31&to=2026-12-01", "from"},
        {"?from=2026-11-01&to=tomorrow", "to"},
        {"?from=2026-11-02&to=2026-11-01", "to"},
        {"?from=2026-01-01&to=2027-02-05", "to"},
        {"?from=&to=", "from"},
        {"?from=2026-11-01&to=2026-11-30T00:00", "to"},
    };
    for (const auto& [query, field] : wrong) {
        const Answer answer = portal.get("/api/occupancy" + query, cookie);
        EXPECT_EQ(answer.status, 400) << query;
        EXPECT_EQ(answer.code(), "invalid-parameter") << query;
        EXPECT_NE(answer.body.find("\"field\":\"" + field + '"'), std::string::npos) << query << answer.body;
    }
}

}  // namespace
}  // namespace portal::server::test
