#include "api/rules_codec.hpp"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

/// The files that tests/contract holds against the schema as well.
namespace portal::api {
namespace {

using Json = nlohmann::json;

std::string file(const char* name) {
    std::ifstream stream(std::string(PORTAL_SOURCE_ROOT) + "/tests/api/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// A file with one version, `change` merged into it (RFC 7396).
std::string with(const Json& change) {
    Json version{{"id", "a"}, {"locationId", "kikkers"}, {"careType", "kdv"}, {"validFrom", "2026-01-01"}};
    version.merge_patch(change);
    return Json{{"versions", Json::array({version})}}.dump();
}

TEST(RulesExample, IsReadAsItStands_AndSurvivesTheWayThereAndBack) {
    const auto book = decode_rules_file(file("rules.example.json"));
    ASSERT_TRUE(book) << book.error.field << ' ' << book.error.detail;
    ASSERT_EQ(book.value->versions.size(), 4U);
    const core::CareRules& rules = book.value->versions[1];
    EXPECT_FALSE(rules.extra.max_ahead) << "null is no limit";
    EXPECT_EQ(rules.extra.notice, (core::Notice{core::Notice::Unit::kWorkingDays, 1, core::TimeOfDay{12, 0}}));
    EXPECT_EQ(rules.swap.window.after, (core::Period{core::Period::Unit::kMonths, 3}));
    EXPECT_EQ(rules.swap.cap, (core::SwapCap{3, core::SwapCap::Per::kYear, true, true}));
    EXPECT_EQ(rules.credit.unit, core::CreditUnit::kPoints);
    EXPECT_EQ(rules.closures.early_closings.size(), 2U);
    EXPECT_EQ(rules.decision.weekday, core::Weekday::kFriday);
    EXPECT_EQ(rules.grant_order.size(), 6U);
    EXPECT_EQ(book.value->versions[2].flex->minimum_minutes_before_school, 60);
    EXPECT_EQ(book.value->versions[3].strip_card->card_sizes, (std::vector<int>{10, 20, 30}));
    const auto again = decode_rules_file(encode(*book.value));
    ASSERT_TRUE(again) << again.error.field << ' ' << again.error.detail;
    EXPECT_EQ(again.value->versions, book.value->versions);
}

TEST(WrongRules, AreRefusedWithPathAndReason) {
    const Json cases = Json::parse(file("rules.wrong.json"), nullptr, false);
    ASSERT_GT(cases.size(), 35U);
    for (const Json& wrong : cases) {
        const auto book = decode_rules_file(with(wrong["merge"]));
        EXPECT_FALSE(book) << wrong.dump();
        EXPECT_EQ(book.error.field, wrong["path"].get_ref<const std::string&>()) << wrong.dump();
        EXPECT_FALSE(book.error.detail.empty()) << wrong.dump();
    }
}

TEST(WrongRules, AreRefused_WhenTheFileIsTooLongOrTooDeep) {
    EXPECT_FALSE(decode_rules_file(std::string(kLongestRulesFile + 1, ' ')));
    EXPECT_FALSE(decode_rules_file(std::string(60'000, '[')));
}

TEST(WrongRules, SurviveEveryChangedByte) {
    const std::string text = file("rules.example.json");
    constexpr std::array<char, 3> kBytes{'"', '9', '\xFF'};
    for (std::size_t index = 0; index < text.size(); ++index) {
        std::string changed = text;
        changed[index] = kBytes[index % kBytes.size()];
        const auto book = decode_rules_file(changed);
        // Either it is refused with a reason, or what was read is read again alike.
        EXPECT_TRUE(book ? decode_rules_file(encode(*book.value)).value->versions == book.value->versions
                         : !book.error.detail.empty())
            << index;
    }
}

}  // namespace
}  // namespace portal::api
