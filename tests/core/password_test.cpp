#include "core/password.hpp"

#include "core/email_address.hpp"

#include <gtest/gtest.h>

namespace portal::core {
namespace {

constexpr const char* kEmail = "jasmijn.visser@example.nl";

PasswordRules rules() {
    return password_rules_of("# a remark\nqwertyuiop\nvoetbal\nwachtwoord\n");
}

std::optional<PasswordFlaw> flaw(std::string_view password) {
    return find_password_flaw(rules(), password, kEmail);
}

TEST(Password, NeedsTenCharacters_NotBytes) {
    EXPECT_EQ(flaw(""), PasswordFlaw::kTooShort);
    EXPECT_EQ(flaw("kikker-42"), PasswordFlaw::kTooShort);
    EXPECT_FALSE(flaw("kikker-421"));
    EXPECT_EQ(flaw("één-ïsôdé"), PasswordFlaw::kTooShort) << "nine characters of thirteen bytes";
    EXPECT_FALSE(flaw("één-ïsôdé!"));
}

TEST(Password, IsAtMost128Characters) {
    std::string text;
    while (text.size() < 128) {
        text += "kikker en reiger ";
    }
    text.resize(128);
    EXPECT_FALSE(flaw(text));
    EXPECT_EQ(flaw(text + "x"), PasswordFlaw::kTooLong);
}

TEST(Password, IsNoCommonOne_HoweverItIsDressedUp) {
    for (const char* text :
         {"wachtwoord", "Wachtwoord", "WACHTWOORD123", "voetbal2024!", "123voetbal!", "qwertyuiop1"}) {
        EXPECT_EQ(flaw(text), PasswordFlaw::kCommon) << text;
    }
    EXPECT_FALSE(flaw("voetbal-kikker"));
}

TEST(Password, IsNoRowAndNoRepetition) {
    for (const char* text :
         {"aaaaaaaaaaaa", "abababababab", "abcdefghijklm", "1234567890", "9876543210", "1111122222"}) {
        EXPECT_EQ(flaw(text), PasswordFlaw::kSimple) << text;
    }
}

TEST(Password, IsNotTheEmailAddress) {
    EXPECT_EQ(flaw("Jasmijn.Visser@example.nl"), PasswordFlaw::kPersonal);
    EXPECT_EQ(flaw("jasmijn.visser"), PasswordFlaw::kPersonal);
    EXPECT_EQ(flaw("jasmijn.visser1985"), PasswordFlaw::kPersonal);
    EXPECT_FALSE(find_password_flaw(rules(), "jasmijn.visser", ""));
}

TEST(Password, IsStrongerTheLongerItIs) {
    const auto strength = [](std::string_view text) { return strength_of_password(rules(), text, kEmail); };
    EXPECT_EQ(strength("voetbal2024!"), PasswordStrength::kWeak);
    EXPECT_EQ(strength("kikkerdril"), PasswordStrength::kFair);
    EXPECT_EQ(strength("kikkerdril en"), PasswordStrength::kGood);
    EXPECT_EQ(strength("voorjaar-kikker-42"), PasswordStrength::kStrong);
    EXPECT_EQ(strength("kikkeraaaaaaaaaaaaaaaaaaaaaa"), PasswordStrength::kFair) << "repeating adds nothing";
}

TEST(Password, FlawsHaveStableCodes) {
    for (const char* code :
         {"password-too-short", "password-too-long", "password-common", "password-simple", "password-personal"}) {
        ASSERT_TRUE(password_flaw_from(code)) << code;
        EXPECT_EQ(to_string(*password_flaw_from(code)), code);
    }
    EXPECT_FALSE(password_flaw_from("password"));
}

TEST(EmailAddress, IsOneThatFitsIntoAHeaderAsItStands) {
    for (const char* text : {"a@b", "jasmijn.visser+kind@mail.example.nl", "o'brien@example.nl"}) {
        EXPECT_TRUE(is_email_address(text)) << text;
    }
    for (const char* text : {"", "@", "a@", "@b", "a b@c.nl", "a@b@c", "a@b\r\nBcc: c@d", "a\n@b", "<a@b>", "a@b>",
                             "a,b@c", "a@b..c", "a@.b", "a@b.", "\"a b\"@c", "j\xC3\xA9@b.nl", "a@b c"}) {
        EXPECT_FALSE(is_email_address(text)) << text;
    }
    EXPECT_FALSE(is_email_address(std::string(65, 'a') + "@b.nl"));
    EXPECT_FALSE(is_email_address("a@" + std::string(300, 'b')));
}

}  // namespace
}  // namespace portal::core
