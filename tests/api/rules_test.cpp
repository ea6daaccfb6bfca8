#include "api/rules_codec.hpp"

#include <gtest/gtest.h>

#include <string>

namespace portal::api {
namespace {

core::Date day(const char* text) {
    return core::Date::parse(text).value();
}

/// A version in which every member differs from its default.
core::CareRules sample() {
    using core::Notice;
    using core::Period;
    const Notice notice{Notice::Unit::kWorkingDays, 3, core::TimeOfDay{12, 0}};
    const Notice early{Notice::Unit::kDays, 14, std::nullopt};
    core::CareRules rules;
    rules.id = core::RuleVersionId{"reigers-2027"};
    rules.location = core::LocationId{"reigers"};
    rules.care_type = core::CareType::kOutOfSchoolCare;
    rules.contract_type = core::ContractTypeId{"40-weken"};
    rules.valid_from = day("2027-01-01");
    rules.text = "Wij ruilen graag. 🐸";
    rules.extra = {true,
                   true,
                   90,
                   30,
                   notice,
                   true,
                   std::nullopt,
                   false,
                   true,
                   true,
                   core::Money{965},
                   core::ExtraBilling::kDayParts,
                   {false, 15},
                   {early, core::Cancellation::Late::kCredited},
                   false};
    rules.swap.offered = false;
    rules.swap.window = {core::DateWindow::Kind::kSameMonth, {Period::Unit::kMonths, 1}, {Period::Unit::kMonths, 3}, 5};
    rules.swap.cap = core::SwapCap{8, core::SwapCap::Per::kMonth, true, true};
    rules.swap.notice = early;
    rules.swap.sick_notice = Notice{Notice::Unit::kDays, 0, core::TimeOfDay{10, 0}};
    rules.swap.max_ahead = Period{Period::Unit::kWeeks, 12};
    rules.swap.same_contract = false;
    rules.swap.slots_only = false;
    rules.swap.smaller_allowed = true;
    rules.swap.same_day_kind = false;
    rules.swap.not_on_contract_days = true;
    rules.swap.special_days_excluded = false;
    rules.swap.withdrawal = {false, std::nullopt};
    rules.swap.cancellation = {notice, core::Cancellation::Late::kBilled};
    rules.swap.needs_approval = false;
    rules.absence = {false, notice, std::nullopt, early, notice, false, core::AbsenceUndo::kNever, true};
    rules.sick.credit_notice = Notice{Notice::Unit::kDays, 0, core::TimeOfDay{8, 30}};
    rules.late_arrival.hours = 72;
    rules.credit = {true, core::CreditUnit::kPoints,
                    300,  4,
                    3,    false,
                    true, 7,
                    45,   {core::CreditExpiry::Kind::kAfter, {Period::Unit::kMonths, 6}},
                    28};
    rules.holidays = {core::HolidayTreatment::kCredited, 2};
    rules.closures = {false, {{12, 24, core::TimeOfDay{16, 0}}, {12, 31, core::TimeOfDay{13, 0}}}};
    rules.contract_weeks = {false, false};
    rules.flex = core::FlexRules{120, 60, notice, early};
    rules.study_days = {false, 5, false};
    rules.decision = {core::DecisionRule::Kind::kWeekBefore, 1, core::Weekday::kThursday, core::TimeOfDay{17, 0}};
    rules.grant_order = {core::GrantClass::kFixed, core::GrantClass::kSwap};
    return rules;
}

constexpr std::string_view kFile = R"({"versions":[{"id":"v1","locationId":"kikkers","careType":"kdv",)"
                                   R"("validFrom":"2026-01-01","extra":{"notice":{"unit":"hours","amount":24}},)"
                                   R"("credit":{"enabled":true},"swap":{"cap":null}}]})";

std::string file_with(std::string_view part, std::string_view replacement) {
    std::string text{kFile};
    const std::size_t position = text.find(part);
    EXPECT_NE(position, std::string::npos) << part;
    return text.replace(position, part.size(), replacement);
}

void expect_error(const std::string& text, const std::string& place) {
    const auto decoded = decode_rules_file(text);
    EXPECT_FALSE(decoded) << text;
    EXPECT_EQ(decoded.error.field, place) << decoded.error.detail;
    EXPECT_FALSE(decoded.error.detail.empty());
}

TEST(Rules, KeepEveryMember) {
    const auto decoded = decode_care_rules(encode(sample()));
    ASSERT_TRUE(decoded) << decoded.error.field << ' ' << decoded.error.detail;
    EXPECT_EQ(*decoded.value, sample());
    EXPECT_EQ(encode(*decoded.value), encode(sample()));
}

TEST(Rules, KeepStripCards) {
    core::CareRules rules = sample();
    rules.flex.reset();
    rules.strip_card = core::StripCardRules{180, {5, 15}, {core::Period::Unit::kMonths, 24}, false};
    const auto decoded = decode_care_rules(encode(rules));
    ASSERT_TRUE(decoded) << decoded.error.field << ' ' << decoded.error.detail;
    EXPECT_EQ(*decoded.value, rules);
}

TEST(Rules, HaveTheirDefaults_WhereNothingIsSaid) {
    const auto decoded =
        decode_care_rules(R"({"id":"v1","locationId":"kikkers","careType":"kdv","validFrom":"2026-01-01"})");
    ASSERT_TRUE(decoded) << decoded.error.field;
    core::CareRules plain;
    plain.id = core::RuleVersionId{"v1"};
    plain.location = core::LocationId{"kikkers"};
    plain.valid_from = day("2026-01-01");
    EXPECT_EQ(*decoded.value, plain);
}

TEST(Rules, AreASetOfVersions) {
    core::RuleBook book;
    book.versions = {sample(), sample()};
    book.versions[1].id = core::RuleVersionId{"reigers-2028"};
    book.versions[1].valid_from = day("2028-01-01");
    const auto decoded = decode_rule_book(encode(book));
    ASSERT_TRUE(decoded) << decoded.error.field << ' ' << decoded.error.detail;
    EXPECT_EQ(decoded.value->versions, book.versions);
}

TEST(RulesFile, MayNameItsSchemaAndTakeLimitsAway) {
    const auto decoded = decode_rules_file(file_with(R"({"versions")", R"({"$schema":"rules.schema.json","versions")"));
    ASSERT_TRUE(decoded) << decoded.error.field;
    const auto unlimited = decode_rules_file(file_with(R"("extra":{)", R"("extra":{"maxAhead":null,)"));
    ASSERT_TRUE(unlimited) << unlimited.error.field;
    EXPECT_FALSE(unlimited.value->versions[0].extra.max_ahead.has_value());
    EXPECT_TRUE(decoded.value->versions[0].extra.max_ahead.has_value()) << "what is left out has its default";
}

TEST(RulesFile, IsRefused_WhenAMemberIsUnknown) {
    expect_error(file_with(R"("extra":)", R"("extar":)"), "versions[0].extar");
    expect_error(file_with(R"("enabled":true)", R"("enabled":true,"expires":"never")"), "versions[0].credit.expires");
    expect_error(file_with(R"("amount":24)", R"("amount":24,"before":1)"), "versions[0].extra.notice.before");
    expect_error(R"({"versions":[],"version":1})", "version");
    EXPECT_TRUE(decode_rule_book(file_with(R"("extra":)", R"("later":{},"extra":)")))
        << "a client may be older than its backend";
}

TEST(RulesFile, IsRefused_WhenAMemberIsMissing) {
    expect_error(file_with(R"("id":"v1",)", ""), "versions[0].id");
    expect_error(file_with(R"("careType":"kdv",)", ""), "versions[0].careType");
    expect_error(file_with(R"("validFrom":"2026-01-01",)", ""), "versions[0].validFrom");
    expect_error(file_with(R"("unit":"hours",)", ""), "versions[0].extra.notice.unit");
    expect_error(file_with(R"(,"amount":24)", ""), "versions[0].extra.notice.amount");
    expect_error("{}", "versions");
    expect_error("no rules", "");
}

TEST(RulesFile, IsRefused_WhenATypeIsWrong) {
    expect_error(file_with(R"("amount":24)", R"("amount":"24")"), "versions[0].extra.notice.amount");
    expect_error(file_with(R"("amount":24)", R"("amount":2.5)"), "versions[0].extra.notice.amount");
    expect_error(file_with(R"("enabled":true)", R"("enabled":1)"), "versions[0].credit.enabled");
    expect_error(file_with(R"({"notice":{"unit":"hours","amount":24}})", "[]"), "versions[0].extra");
    expect_error(file_with(R"("cap":null)", R"("cap":[])"), "versions[0].swap.cap");
    expect_error(R"({"versions":{}})", "versions");
}

TEST(RulesFile, IsRefused_WhenAValueIsOutOfRange) {
    expect_error(file_with(R"("amount":24)", R"("amount":-1)"), "versions[0].extra.notice.amount");
    expect_error(file_with("\"hours\"", "\"weeks\""), "versions[0].extra.notice.unit");
    expect_error(file_with("2026-01-01", "2026-02-30"), "versions[0].validFrom");
    expect_error(file_with("\"v1\"", "\"v 1\""), "versions[0].id");
    expect_error(file_with("\"v1\"", '"' + std::string(65, 'v') + '"'), "versions[0].id");
    expect_error(file_with(R"("cap":null)", R"("cap":null,"window":{"kind":"sometimes"})"),
                 "versions[0].swap.window.kind");
    expect_error(file_with(R"("extra":{)", R"("extra":{"stepMinutes":0,)"), "versions[0].extra.stepMinutes");
    expect_error(file_with(R"("validFrom")", R"("text":")" + std::string(4001, 'x') + R"(","validFrom")"),
                 "versions[0].text");
}

TEST(RulesFile, IsRefused_WhenItContradictsItself) {
    expect_error(file_with(R"("amount":24)", R"("amount":24,"until":"12:00")"), "versions[0].extra.notice.until");
    expect_error(file_with(R"("extra":{)", R"("extra":{"byInvoice":false,)"), "versions[0].extra");
    const std::string by_credit = file_with(R"("extra":{)", R"("extra":{"byCredit":true,)");
    EXPECT_TRUE(decode_rules_file(by_credit));
    std::string without = by_credit;
    without.replace(without.find(R"("enabled":true)"), 14, R"("enabled":false)");
    expect_error(without, "versions[0].extra");
    expect_error(file_with(R"("credit":{"enabled":true})", R"("holidays":{"treatment":"credited"})"),
                 "versions[0].holidays");
    expect_error(file_with(R"("credit")", R"("closures":{"earlyClosings":[{"month":2,"day":30}]},"credit")"),
                 "versions[0].closures.earlyClosings");
    expect_error(file_with(R"("credit")", R"("grantOrder":["extra","swap","extra"],"credit")"),
                 "versions[0].grantOrder");
    expect_error(
        file_with(R"("credit":{"enabled":true})", R"("credit":{"enabled":true},"holidays":{"treatment":"credited"})"),
        "versions[0].holidays");
    expect_error(
        file_with(R"("cap":null)",
                  R"("cap":null,"window":{"before":{"unit":"days","amount":0},"after":{"unit":"days","amount":0}})"),
        "versions[0].swap.window");
    expect_error(file_with(R"("credit":{"enabled":true})", R"("credit":{"enabled":false,"enabled":true})"), "enabled");
    expect_error(file_with(R"("credit")", R"("flex":{},"stripCard":{},"credit")"), "versions[0].stripCard");
}

TEST(RulesFile, IsRefused_WhenVersionsCannotBeToldApart) {
    const std::string first{kFile.substr(13, kFile.size() - 15)};
    std::string second = first;
    second.replace(second.find("v1"), 2, "v2");
    expect_error(R"({"versions":[)" + first + ',' + first + "]}", "versions[1].id");
    expect_error(R"({"versions":[)" + first + ',' + second + "]}", "versions[1].validFrom");
    second.replace(second.find("2026"), 4, "2027");
    EXPECT_TRUE(decode_rules_file(R"({"versions":[)" + first + ',' + second + "]}"));
}

}  // namespace
}  // namespace portal::api
