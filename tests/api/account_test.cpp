#include "api/account_codec.hpp"
#include "api/samples.hpp"

#include <gtest/gtest.h>

namespace portal::api {
namespace {

/// What is encoded, decoded and encoded again; equal texts mean that nothing was lost on the way.
template <class T>
void expect_round_trip(const T& value, Decoded<T> (*decode)(std::string_view)) {
    const std::string text = encode(value);
    const Decoded<T> decoded = decode(text);
    ASSERT_TRUE(decoded) << decoded.error.detail << " in " << text;
    EXPECT_EQ(encode(*decoded.value), text);
}

TEST(AccountCodec, KeepsLinksAndPasswords) {
    expect_round_trip(AccountLink{LinkPurpose::kReset, "Jasmijn Visser", "j@example.nl", "De Boomgaard",
                                  samples::moment("2026-11-23T10:00:00Z")},
                      decode_account_link);
    expect_round_trip(LinkSecret{"abc", core::Language::kEnglish}, decode_link_secret);
    expect_round_trip(PasswordReset{"j@example.nl", core::Language::kDutch}, decode_password_reset);
    const auto chosen = decode_chosen_password(encode(ChosenPassword{{"abc", core::Language::kDutch}, "p\"w\\ 🐸"}));
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen.value->password, "p\"w\\ 🐸");
    EXPECT_EQ(chosen.value->link.token, "abc");
    const auto change = decode_password_change(encode(PasswordChange{"oud", "nieuw"}));
    ASSERT_TRUE(change);
    EXPECT_EQ(change.value->current, "oud");
    EXPECT_EQ(change.value->chosen, "nieuw");
}

TEST(AccountCodec, KeepsSessionsLoginsAndRules) {
    const core::Instant then = samples::moment("2026-11-20T08:00:00Z");
    const std::vector<DeviceSession> sessions{{"s1", "Firefox", "Android", then, then, true},
                                              {"s2", "", "", then, then}};
    const auto decoded = decode_sessions(encode(sessions));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(*decoded.value, sessions);
    const FamilyLogins logins{true,
                              {{core::GuardianId{"g1"}, "Jasmijn Visser", "j@example.nl", LoginState::kActive},
                               {core::GuardianId{"g2"}, "Thomas Visser", "", LoginState::kNone},
                               {core::GuardianId{"g3"}, "Oma", "o@example.nl", LoginState::kInvited}}};
    const auto again = decode_logins(encode(logins));
    ASSERT_TRUE(again);
    EXPECT_TRUE(again.value->may_invite);
    EXPECT_EQ(again.value->guardians, logins.guardians);
    const core::PasswordRules rules{12, 99, {"voetbal", "wachtwoord"}};
    const auto read = decode_password_rules(encode(rules));
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value->shortest, 12U);
    EXPECT_EQ(read.value->longest, 99U);
    EXPECT_EQ(read.value->common, rules.common);
    EXPECT_EQ(decode_invitation(encode_invitation(core::Language::kEnglish)).value, core::Language::kEnglish);
}

TEST(AccountCodec, NamesWhatIsWrong) {
    const auto field_of = [](const auto& decoded) { return decoded ? std::string("nothing") : decoded.error.field; };
    EXPECT_EQ(field_of(decode_link_secret(R"({"language":"nl"})")), "token");
    EXPECT_EQ(field_of(decode_link_secret(R"({"token":"a"})")), "language");
    EXPECT_EQ(field_of(decode_link_secret(R"({"token":"a","language":"de"})")), "language");
    EXPECT_EQ(field_of(decode_link_secret(R"({"token":")" + std::string(65, 'x') + R"(","language":"nl"})")), "token");
    EXPECT_EQ(field_of(decode_password_reset(R"({"email":"","language":"nl"})")), "email");
    EXPECT_EQ(field_of(decode_chosen_password(R"({"token":"a","language":"nl","password":5})")), "password");
    EXPECT_EQ(field_of(decode_password_change(R"({"password":"a"})")), "currentPassword");
    EXPECT_EQ(field_of(decode_account_link(R"({"purpose":"other"})")), "purpose");
    EXPECT_EQ(field_of(decode_sessions(R"({"sessions":[{"id":"a"}]})")), "sessions[0].createdAt");
    EXPECT_EQ(field_of(decode_logins(R"({"mayInvite":true,"guardians":[{"guardianId":"a b"}]})")),
              "guardians[0].guardianId");
}

TEST(AccountSettings, SurviveTheWayThereAndBack) {
    for (const bool on : {true, false}) {
        EXPECT_EQ(decode_account_settings(encode(AccountSettings{on})).value, AccountSettings{on});
    }
    for (const char* wrong : {"", "{}", R"({"mailDecisions":1})", "[]"}) {
        EXPECT_FALSE(decode_account_settings(wrong)) << wrong;
    }
}

}  // namespace
}  // namespace portal::api
