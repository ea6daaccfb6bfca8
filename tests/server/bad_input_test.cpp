#include "api/codec.hpp"
#include "api/records_codec.hpp"
#include "core/utf8.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

// Whatever is typed into whatever field: it is kept as it was typed, or refused with the field's name. Never half,
// never as something else, never with a failure of the server.
namespace portal::server::test {
namespace {

using Json = nlohmann::json;

struct BadText {
    const char* name;
    std::string text;
    bool can_be_kept;  ///< by a field of several lines that takes any text
};

std::vector<BadText> bad_texts() {
    return {{"too long", std::string(5000, 'x'), false},
            {"emoji", "🐸👩‍👧", true},
            {"right to left", "שלום עליכם", true},
            {"direction override", "abc\u202Egpj.exe", false},
            {"script", "<script>alert(1)</script>", true},
            {"quotes", "'; DROP TABLE children; --\"", true},
            {"NUL", std::string("a\0b", 3), false},
            {"escape", "\x1b[31mred", false},
            {"no UTF-8", "\xC3\x28", false}};
}

/// As JSON, bytes that are no UTF-8 as they are.
std::string quoted(const std::string& text) {
    if (core::count_code_points(text)) {
        return Json(text).dump();
    }
    return '"' + text + '"';
}

class BadInput : public testing::Test {
  protected:
    [[nodiscard]] Answer change(const std::string& target, const std::string& field, const std::string& text) const {
        return test::send(portal_.port(), "PUT", target,
                          {{"Content-Type", "application/json"},
                           {"Cookie", cookie_},
                           {"If-Match", portal_.get(target, cookie_).header("ETag")}},
                          R"({"fields":{")" + field + "\":" + quoted(text) + "}}");
    }

    /// What the record has for the field, or waits for.
    [[nodiscard]] std::string kept(const std::string& target, const std::string& field) const {
        const auto record = api::decode_record(portal_.get(target, cookie_).body);
        return record ? core::wanted_value(*record.value, field) : "the record cannot be read";
    }

    TestPortal portal_;
    std::string cookie_ = portal_.sign_in(kJasmijn);
};

TEST_F(BadInput, InAFieldOfARecord_IsKeptAsItIsOrRefused) {
    for (const auto& [target, kind] : {std::pair{"/api/guardians/jasmijn", core::RecordKind::kGuardian},
                                       std::pair{"/api/children/noor", core::RecordKind::kChild},
                                       std::pair{"/api/emergency-contacts/riet-noor", core::RecordKind::kContact}}) {
        for (const core::FieldSpec& spec : core::fields_of(kind)) {
            const std::string field{spec.name};
            for (const BadText& bad : bad_texts()) {
                const std::string where = std::string(target) + '.' + field + ' ' + bad.name;
                const std::string before = kept(target, field);
                const Answer answer = change(target, field, bad.text);
                if (answer.status == 200) {
                    EXPECT_TRUE(bad.can_be_kept) << where;
                    EXPECT_EQ(kept(target, field), bad.text) << where;
                } else {
                    EXPECT_TRUE(answer.status == 422 || answer.status == 400) << where << ' ' << answer.status;
                    EXPECT_EQ(kept(target, field), before) << where;
                    EXPECT_FALSE(spec.type == core::FieldType::kNotes && bad.can_be_kept) << where << answer.body;
                }
                if (answer.status == 422) {
                    EXPECT_NE(answer.body.find("fields." + field), std::string::npos) << where << answer.body;
                }
            }
        }
    }
}

TEST_F(BadInput, NothingIsAValue_ExceptWhereOneIsNeeded) {
    for (const auto& [target, kind] : {std::pair{"/api/children/noor", core::RecordKind::kChild},
                                       std::pair{"/api/guardians/jasmijn", core::RecordKind::kGuardian}}) {
        for (const core::FieldSpec& spec : core::fields_of(kind)) {
            const std::string field{spec.name};
            for (const char* empty : {"", "   "}) {
                const Answer answer = change(target, field, empty);
                const bool can_be_empty = !spec.required && spec.type != core::FieldType::kMasked && field != "pays";
                EXPECT_TRUE(answer.status == 200 || !can_be_empty || *empty != '\0') << field << answer.body;
                EXPECT_TRUE(answer.status == 200 || answer.status == 422) << field << answer.status;
                if (spec.required) {
                    EXPECT_EQ(answer.status, 422) << field;
                }
            }
        }
    }
}

TEST_F(BadInput, InWhatParentsWereTold_IsKeptAsItIsOrRefused) {
    int key = 0;
    for (const BadText& bad : bad_texts()) {
        const std::string wish = R"({"wishes":[{"kind":"extra","childId":"noor","date":"2026-11-27","start":"07:30",)"
                                 R"("end":"13:00","payment":"invoice","ruleText":)" +
                                 quoted(bad.text) + "}]}";
        const Answer answer = portal_.ask(cookie_, "key-" + std::to_string(++key), wish);
        EXPECT_TRUE(answer.status == 201 || answer.status == 400 || answer.status == 422) << bad.name << answer.body;
        if (answer.status == 201) {
            const core::ChangeRequest request = api::decode_change_requests(answer.body).value.value().front();
            EXPECT_EQ(request.rule_text, bad.text) << bad.name;
            EXPECT_EQ(portal_.put("/api/change-requests/" + request.id.value + "/withdrawal", "{}", cookie_).status,
                      200);
        }
    }
}

TEST_F(BadInput, AtTheDoor_LeadsNowhere) {
    for (const BadText& bad : bad_texts()) {
        const std::string text = quoted(bad.text);
        const std::string token = R"({"language":"nl","token":)" + text;
        const std::vector<std::pair<std::string, std::string>> sent{
            {"/api/session", R"({"password":"x","email":)" + text + '}'},
            {"/api/session", R"({"email":"jasmijn@example.nl","password":)" + text + '}'},
            {"/api/account-links/inspection", token + '}'},
            {"/api/account-links/renewal", token + '}'},
            {"/api/account-links/password", token + R"(,"password":"winterkoninkje 7"})"},
            {"/api/password-resets", R"({"language":"nl","email":)" + text + '}'}};
        for (const auto& [target, body] : sent) {
            const Answer answer = portal_.post(target, body);
            EXPECT_TRUE(answer.status >= 400 && answer.status < 500)
                << target << ' ' << bad.name << ' ' << answer.status;
        }
        const Answer changed =
            portal_.put("/api/account/password", R"({"currentPassword":"x","password":)" + text + '}', cookie_);
        EXPECT_TRUE(changed.status >= 400 && changed.status < 500) << bad.name << ' ' << changed.status;
    }
}

TEST_F(BadInput, InAnIdOrAKey_IsNone) {
    for (const char* id : {"%3Cscript%3E", "%F0%9F%90%B8", "%D7%A9", "a%20b"}) {
        for (const char* target : {"/api/guardians/", "/api/children/", "/api/emergency-contacts/", "/api/invoices/",
                                   "/api/change-requests/"}) {
            EXPECT_EQ(portal_.get(std::string(target) + id, cookie_).status, 404) << target << id;
        }
    }
    for (const char* target : {"/api/guardians/a%00b", "/api/invoices/a%00b", "/api/annual-statements/20%0026"}) {
        const int status = portal_.get(target, cookie_).status;
        EXPECT_TRUE(status == 400 || status == 404) << target << ' ' << status;
    }
    for (const char* year : {"0", "-1", "99999999999999999999", "zwei", "2026.5", "%F0%9F%90%B8"}) {
        const int status = portal_.get(std::string("/api/annual-statements/") + year, cookie_).status;
        EXPECT_TRUE(status == 400 || status == 404) << year << ' ' << status;
    }
}

TEST_F(BadInput, DaysThatAreNone) {
    const auto status = [&](const std::string& from, const std::string& to) {
        return portal_.get("/api/occupancy?from=" + from + "&to=" + to, cookie_).status;
    };
    EXPECT_EQ(status("2028-02-29", "2028-02-29"), 200) << "a leap year";
    EXPECT_EQ(status("2027-02-29", "2027-03-01"), 400);
    EXPECT_EQ(status("2100-02-29", "2100-03-01"), 400) << "no leap year";
    for (const char* wrong : {"2026-13-01", "2026-00-10", "2026-11-31", "26-11-01", "2026-11-1", "2026-W53-1",
                              "2026-11-01T00:00:00Z", "%D9%A2%D9%A0%D9%A2%D9%A6-11-01", ""}) {
        EXPECT_EQ(status(wrong, "2026-12-31"), 400) << wrong;
    }
}

/// On 28 March 2027 an hour is missing at night, on 31 October 2027 one is there twice.
TEST_F(BadInput, DaysOfSummerTimeAndTheWeekThatYearsShare_AreDaysLikeOthers) {
    portal_.clock.set("2027-03-20T09:00:00Z");
    const std::string cookie = portal_.sign_in(kJasmijn);
    const auto blocks = [&](const char* from, const char* to) {
        return api::decode_occupancy(portal_.get(std::string("/api/occupancy?from=") + from + "&to=" + to, cookie).body)
            .value.value()
            .blocks;
    };
    EXPECT_TRUE(blocks("2027-03-28", "2027-03-28").empty()) << "a Sunday";
    for (const auto& [from, to] : {std::pair{"2027-03-28", "2027-04-03"}, std::pair{"2027-10-31", "2027-11-06"},
                                   std::pair{"2026-12-28", "2027-01-03"}}) {
        for (const core::CareBlock& block : blocks(from, to)) {
            EXPECT_FALSE(block.date.is_weekend());
            EXPECT_LT(block.time.start, block.time.end);
        }
    }
    const Answer asked = portal_.ask(cookie, "monday-after", WishText{"noor", "2027-03-31"}.json());
    EXPECT_EQ(asked.status, 201) << asked.body;
    const core::ChangeRequest request = api::decode_change_requests(asked.body).value.value().front();
    EXPECT_EQ(request.time.minutes(), 330);
    EXPECT_EQ(request.price, core::price_of(330, {1095})) << "by the hour that a clock shows";
    EXPECT_EQ(portal_.get("/api/credit", cookie).status, 200);
}

}  // namespace
}  // namespace portal::server::test
