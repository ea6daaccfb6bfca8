#include "api/rules_codec.hpp"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

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

core::RuleBook decoded(const std::string& text) {
    const auto book = decode_rules(text);
    EXPECT_TRUE(book) << book.error.field << ' ' << book.error.detail;
    return book.value.value_or(core::RuleBook{});
}

TEST(Rules, HaveTheirDefaults_WhereNothingIsSaid) {
    const core::RuleBook book = decoded(with(Json::object()));
    ASSERT_EQ(book.versions.size(), 1U);
    core::CareRules expected;
    expected.id = core::RuleVersionId{"a"};
    expected.location = core::LocationId{"kikkers"};
    expected.valid_from = core::Date::parse("2026-01-01").value();
    EXPECT_EQ(book.versions[0], expected);
}

TEST(Rules, SurviveTheWayThereAndBack) {
    const core::RuleBook book = decoded(file("rules.example.json"));
    ASSERT_EQ(book.versions.size(), 4U);
    const core::RuleBook again = decoded(encode(book));
    EXPECT_EQ(again.versions, book.versions);
}

TEST(Rules, AreReadAsTheyStandInTheExample) {
    const core::RuleBook book = decoded(file("rules.example.json"));
    ASSERT_EQ(book.versions.size(), 4U);
    const core::CareRules& rules = book.versions[1];
    EXPECT_FALSE(rules.extra.max_ahead) << "null is no limit";
    EXPECT_EQ(rules.extra.notice, (core::Notice{core::Notice::Unit::kWorkingDays, 1, core::TimeOfDay{12, 0}}));
    EXPECT_TRUE(rules.extra.by_credit && rules.extra.by_credit_and_invoice && rules.extra.by_invoice);
    EXPECT_EQ(rules.extra.cancellation.late, core::Cancellation::Late::kCredited);
    EXPECT_EQ(rules.swap.window.after, (core::Period{core::Period::Unit::kMonths, 3}));
    EXPECT_EQ(rules.swap.cap, (core::SwapCap{3, core::SwapCap::Per::kYear, true, true}));
    EXPECT_EQ(rules.credit.unit, core::CreditUnit::kPoints);
    EXPECT_EQ(rules.closures.early_closings.size(), 2U);
    EXPECT_EQ(rules.decision.weekday, core::Weekday::kFriday);
    EXPECT_EQ(rules.grant_order.size(), 6U);
    EXPECT_EQ(book.versions[2].contract_type, core::ContractTypeId{"flex"});
    EXPECT_EQ(book.versions[2].flex->minimum_minutes_before_school, 60);
    EXPECT_EQ(book.versions[3].strip_card->card_sizes, (std::vector<int>{10, 20, 30}));
    EXPECT_EQ(book.versions[3].extra.max_ahead, (core::Period{core::Period::Unit::kDays, 90})) << "the default";
}

TEST(Rules, AreRefusedWithPathAndReason) {
    const Json cases = Json::parse(file("rules.wrong.json"), nullptr, false);
    ASSERT_GT(cases.size(), 40U);
    for (const Json& wrong : cases) {
        const auto book = decode_rules(with(wrong["merge"]));
        EXPECT_FALSE(book) << wrong.dump();
        EXPECT_EQ(book.error.field, wrong["path"].get_ref<const std::string&>());
        EXPECT_NE(book.error.detail.find(wrong["reason"].get_ref<const std::string&>()), std::string::npos)
            << wrong["path"] << ": " << book.error.detail;
    }
}

TEST(Rules, AreRefused_WhereTwoVersionsHaveOneIdOrOneFirstDay) {
    const Json first{{"id", "a"}, {"locationId", "kikkers"}, {"careType", "kdv"}, {"validFrom", "2026-01-01"}};
    const auto second = [&](const Json& change) {
        Json other = first;
        other.merge_patch(change);
        return decode_rules(Json{{"versions", Json::array({first, other})}}.dump());
    };
    EXPECT_EQ(second({{"validFrom", "2027-01-01"}}).error.field, "versions[1].id");
    EXPECT_EQ(second({{"id", "b"}}).error.field, "versions[1].validFrom");
    EXPECT_TRUE(second({{"id", "b"}, {"validFrom", "2027-01-01"}}));
    EXPECT_TRUE(second({{"id", "b"}, {"contractType", "flex"}}));
    EXPECT_TRUE(second({{"id", "b"}, {"careType", "bso"}}));
}

TEST(Rules, AreRefused_WhereANameStandsTwice) {
    const auto book = decode_rules(R"({"versions":[{"id":"a","locationId":"k","id":"b"}]})");
    EXPECT_EQ(book.error.field, "id");
    EXPECT_EQ(book.error.detail, "'id' stands twice in one object.");
    EXPECT_TRUE(decode_rules(R"({"versions":[]})"));
}

TEST(Rules, AreRefused_WhereTheFileIsNoJsonOrTooLong) {
    EXPECT_EQ(decode_rules("").error.detail, "The text is not JSON.");
    EXPECT_EQ(decode_rules("{\"versions\": [}").error.detail, "The text is not JSON.");
    EXPECT_EQ(decode_rules("[]").error.detail, "The value is not an object.");
    EXPECT_EQ(decode_rules("{}").error.field, "versions");
    EXPECT_EQ(decode_rules(R"({"versions":[],"remark":""})").error.field, "remark");
    EXPECT_FALSE(decode_rules(std::string(kLongestRules + 1, ' ')));
    std::string many = R"({"versions":[)";
    for (int i = 0; i <= 2000; ++i) {
        many += i == 0 ? "1" : ",1";
    }
    EXPECT_EQ(decode_rules(many + "]}").error.field, "versions");
    EXPECT_FALSE(decode_rules(std::string(60'000, '[')));
}

TEST(Rules, SurviveEveryChangedByte) {
    const std::string text = file("rules.example.json");
    constexpr std::array<char, 3> kBytes{'"', '9', '\xFF'};
    for (std::size_t index = 0; index < text.size(); ++index) {
        std::string changed = text;
        changed[index] = kBytes[index % kBytes.size()];
        const auto book = decode_rules(changed);
        // Either it is refused with a reason, or what was read is read again alike.
        EXPECT_TRUE(book ? decode_rules(encode(*book.value)).value->versions == book.value->versions
                         : !book.error.detail.empty())
            << index;
    }
}

}  // namespace
}  // namespace portal::api
