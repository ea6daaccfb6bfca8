#include "api/codec.hpp"
#include "api/samples.hpp"

#include <gtest/gtest.h>

#include <string>

namespace portal::api {
namespace {

constexpr std::string_view kWish =
    R"({"wishes":[{"kind":"extra","childId":"noor","date":"2026-11-25","start":"07:30","end":"13:00",)"
    R"("payment":"invoice","ruleText":"Geen restitutie."}]})";

/// The wish with one part of its text replaced.
std::string wish_with(std::string_view part, std::string_view replacement) {
    std::string text{kWish};
    const std::size_t position = text.find(part);
    EXPECT_NE(position, std::string::npos) << part;
    return text.replace(position, part.size(), replacement);
}

void expect_error(const std::string& text, const std::string& field) {
    const auto decoded = decode_submission(text);
    EXPECT_FALSE(decoded) << text;
    EXPECT_EQ(decoded.error.field, field) << text;
    EXPECT_FALSE(decoded.error.detail.empty()) << text;
}

/// The place is a member of the wish.
void expect_wish_error(const std::string& text, const std::string& member) {
    expect_error(text, "wishes[0]." + member);
}

TEST(BadInput, TheSampleItselfIsGood) {
    EXPECT_TRUE(decode_submission(kWish));
}

TEST(BadInput, IsRefused_WhenItIsNoJson) {
    for (const char* text :
         {"", " ", "{", "nonsense", "{\"a\":1}}", "[1,]", "{'a':1}", "\xFF\xFE", "nul", "1e999999"}) {
        expect_error(text, "");
    }
}

TEST(BadInput, IsRefused_WhenItIsJsonOfAnotherShape) {
    for (const char* text : {"null", "[]", "7", "\"text\"", "true"}) {
        expect_error(text, "");
    }
}

TEST(BadInput, NamesTheMember_WhenItIsMissing) {
    expect_wish_error(wish_with(R"("childId":"noor",)", ""), "childId");
    expect_wish_error(wish_with(R"("kind":"extra",)", ""), "kind");
    expect_wish_error(wish_with(R"("payment":"invoice",)", ""), "payment");
    expect_wish_error(wish_with(R"(,"ruleText":"Geen restitutie.")", ""), "ruleText");
}

TEST(BadInput, NamesTheMember_WhenItIsNull) {
    expect_wish_error(wish_with("\"noor\"", "null"), "childId");
}

TEST(BadInput, NamesTheMember_WhenItsTypeIsWrong) {
    expect_wish_error(wish_with("\"noor\"", "7"), "childId");
    expect_wish_error(wish_with("\"noor\"", "{}"), "childId");
    expect_wish_error(wish_with("\"2026-11-25\"", "20261125"), "date");
    expect_wish_error(wish_with("\"07:30\"", "[7,30]"), "start");
    expect_wish_error(wish_with("\"Geen restitutie.\"", "true"), "ruleText");
}

TEST(BadInput, NamesTheMember_WhenItsValueIsOutOfRange) {
    expect_wish_error(wish_with("2026-11-25", "2026-02-30"), "date");
    expect_wish_error(wish_with("2026-11-25", "2026-11-25T00:00:00Z"), "date");
    expect_wish_error(wish_with("2026-11-25", "0000-01-01"), "date");
    expect_wish_error(wish_with("07:30", "25:00"), "start");
    expect_wish_error(wish_with("07:30", "7:30"), "start");
    expect_wish_error(wish_with("\"extra\"", "\"swop\""), "kind");
    expect_wish_error(wish_with("\"extra\"", "\"swap\""), "given");
    expect_wish_error(wish_with("\"extra\"", "\"absence\""), "reason");
    expect_wish_error(wish_with("\"invoice\"", "\"cash\""), "payment");
    expect_wish_error(wish_with("\"noor\"", "\"\""), "childId");
    expect_wish_error(wish_with("\"noor\"", "\"no or\""), "childId");
    expect_wish_error(wish_with("noor", std::string(65, 'x')), "childId");
    expect_wish_error(wish_with("Geen restitutie.", ""), "ruleText");
    expect_wish_error(wish_with("Geen restitutie.", std::string(4001, 'x')), "ruleText");
}

TEST(BadInput, IsRefused_WhenTextHasControlCharacters) {
    expect_wish_error(wish_with("Geen restitutie.", "a\\u0000b"), "ruleText");
    expect_wish_error(wish_with("Geen restitutie.", "a\\u001bb"), "ruleText");
    expect_wish_error(wish_with("\"noor\"", "\"no\\u0000or\""), "childId");
    expect_error(std::string(kWish) + '\0', "");
}

TEST(BadInput, IsRefused_WhenTextIsNoUtf8) {
    expect_error(wish_with("Geen", "Ge\xC3"), "");
    expect_error(wish_with("Geen", "\\ud800"), "");
}

TEST(BadInput, KeepsEmojiAndLineEnds) {
    const auto decoded = decode_submission(wish_with("Geen restitutie.", "Geen \\ud83d\\udc38\\nrestitutie ✓"));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->wishes.at(0).rule_text, "Geen 🐸\nrestitutie ✓");
}

TEST(BadInput, IgnoresMembersThatItDoesNotKnow) {
    EXPECT_TRUE(decode_submission(wish_with("{", R"({"later":{"version":[2]},)")));
}

TEST(BadInput, SurvivesDeepNesting) {
    for (const char bracket : {'[', '{'}) {
        std::string text;
        for (int depth = 0; depth < 60'000; ++depth) {
            text += bracket == '[' ? "[" : "{\"a\":";
        }
        expect_error(text, "");
    }
    expect_error(std::string(60'000, '[') + std::string(60'000, ']'), "");
    expect_wish_error(wish_with("\"noor\"", std::string(30'000, '[') + std::string(30'000, ']')), "childId");
}

TEST(BadInput, SurvivesEveryTruncation) {
    const std::string family = encode(samples::family());
    for (std::size_t length = 0; length < family.size(); ++length) {
        EXPECT_FALSE(decode_family(family.substr(0, length))) << length;
    }
}

TEST(BadInput, SurvivesEveryChangedByte) {
    const std::string locations = encode(samples::locations());
    for (std::size_t index = 0; index < locations.size(); ++index) {
        for (const char byte : {'\0', '"', '{', '9', '\xFF'}) {
            std::string changed = locations;
            changed[index] = byte;
            // Either it is refused with a reason, or what was read can be written again.
            const auto decoded = decode_locations(changed);
            EXPECT_TRUE(decoded ? !encode(*decoded.value).empty() : !decoded.error.detail.empty());
        }
    }
}

TEST(BadInput, GivesThePath_OfWhatIsWrongInsideAList) {
    std::string occupancy =
        encode(Occupancy{samples::day("2026-11-01"), samples::day("2026-11-30"), {samples::block(), samples::block()}});
    occupancy.replace(occupancy.rfind("07:30"), 5, "13:30");
    const auto decoded = decode_occupancy(occupancy);
    EXPECT_FALSE(decoded);
    EXPECT_EQ(decoded.error.field, "blocks[1].end");
    EXPECT_EQ(decoded.error.detail, "'blocks[1].end' is not later than the start.");
}

TEST(BadInput, GivesThePath_OfWhatIsWrongInsideObjects) {
    std::string locations = encode(samples::locations());
    locations.replace(locations.find("\"start\":\"12:15\""), 15, "\"start\":\"12:60\"");
    const auto decoded = decode_locations(locations);
    EXPECT_EQ(decoded.error.field, "locations[0].openingHours[0].start");
}

TEST(BadInput, IsRefused_WhenNumbersDoNotFit) {
    for (const char* number : {"1.5", "-1", "8", "0", "99999999999999999999", "1e3", "18446744073709551615", "\"1\""}) {
        std::string locations = encode(samples::locations());
        locations.replace(locations.find("\"weekday\":3"), 11, std::string("\"weekday\":") + number);
        const auto decoded = decode_locations(locations);
        EXPECT_EQ(decoded.error.field, "locations[0].openingHours[0].weekday") << number;
    }
}

TEST(BadInput, IsRefused_WhenMoneyIsInAnotherCurrency) {
    std::string request = encode(samples::open_request());
    request.replace(request.find("EUR"), 3, "USD");
    EXPECT_EQ(decode_change_request(request).error.field, "price.currency");
}

TEST(BadInput, IsRefused_WhenThereIsNoWishOrAreTooMany) {
    expect_error(R"({"wishes":[]})", "wishes");
    Submission many;
    many.wishes.resize(Submission::kMostWishes + 1, decode_submission(kWish).value->wishes.at(0));
    expect_error(encode(many), "wishes");
    many.wishes.pop_back();
    EXPECT_TRUE(decode_submission(encode(many)));
}

TEST(BadInput, IsRefused_WhenAnIllnessEndsBeforeItBegins) {
    const std::string text = R"({"wishes":[{"kind":"sick","childId":"noor","date":"2026-11-25",)"
                             R"("lastDate":"2026-11-24","ruleText":"Geen restitutie."}]})";
    expect_wish_error(text, "lastDate");
}

TEST(BadInput, IsRefused_WhenTheSumsOfALedgerDoNotMatch) {
    const std::string text = encode(samples::credit());
    ASSERT_TRUE(decode_credit(text));
    std::string wrong = text;
    wrong.replace(wrong.find("-660"), 4, "-661");
    EXPECT_EQ(decode_credit(wrong).error.field, "ledgers[0].entries");
}

TEST(BadInput, IsRefused_WhenAContractEndsBeforeItBegins) {
    std::string family = encode(samples::family());
    family.replace(family.find("2028-03-22"), 10, "2024-03-22");
    EXPECT_EQ(decode_family(family).error.field, "contracts[0].end");
}

TEST(BadInput, IsRefused_WhenCredentialsAreEmptyOrTooLong) {
    EXPECT_EQ(decode_credentials(R"({"email":"","password":"x"})").error.field, "email");
    EXPECT_EQ(decode_credentials(R"({"email":"x","password":""})").error.field, "password");
    EXPECT_EQ(decode_credentials(encode(Credentials{std::string(255, 'x'), "y"})).error.field, "email");
    EXPECT_EQ(decode_credentials(encode(Credentials{"x", std::string(1025, 'y')})).error.field, "password");
}

TEST(BadInput, ReadsAProblem_ThatSaysOnlyWhatItMust) {
    const auto decoded = decode_problem(R"({"status":502,"code":"bad-gateway"})");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->code, "bad-gateway");
    EXPECT_TRUE(decoded.value->detail.empty());
    EXPECT_FALSE(decode_problem("<html>Bad gateway</html>"));
    EXPECT_FALSE(decode_problem(R"({"status":200,"code":"ok"})"));
}

}  // namespace
}  // namespace portal::api
