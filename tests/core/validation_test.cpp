#include "core/validation.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace portal::core {
namespace {

constexpr std::string_view kNul{"a\0b", 3};

Date day(const char* text) {
    return Date::parse(text).value();
}

void expect_value(const Checked& checked, std::string_view value) {
    EXPECT_FALSE(checked.error) << value << ": " << to_string(checked.error.value_or(FieldError::kMissing));
    EXPECT_EQ(checked.value, value);
}

TEST(Postcode, IsKeptInOneForm) {
    for (const char* typed : {"1234AB", "1234 ab", " 1 2 3 4 a B "}) {
        expect_value(check_postcode(typed), "1234 AB");
    }
    expect_value(check_postcode(""), "");
    expect_value(check_postcode("  "), "");
}

TEST(Postcode, IsRefused_WhenPostNlGivesOutNone) {
    for (const char* typed : {"0234 AB", "1234 SS", "1234 sd", "1234SA", "1234", "1234 A", "12345 AB", "1234 1B",
                              "AB 1234", "١٢٣٤ AB", "1234 ÄB", "<script>", "🐸"}) {
        EXPECT_EQ(check_postcode(typed).error, FieldError::kNoPostcode) << typed;
    }
    EXPECT_EQ(check_postcode(kNul).error, FieldError::kNoPostcode);
}

TEST(Phone, BecomesInternational) {
    for (const char* typed : {"0612345678", "06 12345678", "06-12 34 56 78", "(06) 12345678", "+31612345678",
                              "0031 6 12345678", "+31 (0)6 1234 5678", "+31(0)612345678", " 06.12.34.56.78 "}) {
        expect_value(check_phone(typed), "+31612345678");
    }
    expect_value(check_phone("0172-123456"), "+31172123456");
    expect_value(check_phone("+32 470 12 34 56"), "+32470123456");
    expect_value(check_phone("0049 (0)30 123456"), "+4930123456");
    expect_value(check_phone(" "), "");
}

TEST(Phone, IsRefused_WhenNobodyCanBeCalledByIt) {
    for (const char* typed : {"12345678", "061234567", "06123456789", "+31 012345678", "+1234567", "+1234567890123456",
                              "06 1234 567a", "0800", "++31612345678", "+", "06 ١٢٣٤٥٦٧٨", "🐸", "<script>"}) {
        EXPECT_EQ(check_phone(typed).error, FieldError::kNoPhone) << typed;
    }
    EXPECT_EQ(check_phone(kNul).error, FieldError::kNoPhone);
}

TEST(Email, IsTakenAsBrowsersTakeIt) {
    for (const char* typed : {"jasmijn@example.nl", "j.visser+bso@sub.example.co", "o'neill@example.ie", "1@2.nl"}) {
        expect_value(check_email(typed), typed);
    }
    expect_value(check_email(" jasmijn@example.nl\n"), "jasmijn@example.nl");
}

TEST(Email, IsRefused_WhenNoMailCanArrive) {
    for (const char* typed :
         {"jasmijn", "jasmijn@", "@example.nl", "a@b", "a b@example.nl", "a@example..nl", "a@-x.nl", "a@x-.nl",
          "a@@example.nl", "jasmijn@example.nl, t@example.nl", "zoë@example.nl", "a@🐸.nl"}) {
        EXPECT_EQ(check_email(typed).error, FieldError::kNoEmail) << typed;
    }
    EXPECT_EQ(check_email(std::string(65, 'a') + "@example.nl").error, FieldError::kNoEmail);
    EXPECT_EQ(check_email("a@" + std::string(300, 'b') + ".nl").error, FieldError::kTooLong);
}

TEST(Iban, IsKeptWithoutSpacesInCapitals) {
    // The examples of the standard's registry.
    expect_value(check_iban("nl91 abna 0417 1643 00"), "NL91ABNA0417164300");
    expect_value(check_iban("BE68 5390 0754 7034"), "BE68539007547034");
    expect_value(check_iban("DE89 3704 0044 0532 0130 00"), "DE89370400440532013000");
    expect_value(check_iban("MT84 MALT 0110 0001 2345 MTLC AST0 01S"), "MT84MALT011000012345MTLCAST001S");
    expect_value(check_iban(""), "");
}

TEST(Iban, IsRefused_WhenADigitIsWrong) {
    for (const char* typed : {"NL91ABNA0417164301", "NL19ABNA0417164300", "NL91ABNA041716430", "NL91ABNA04171643000",
                              "NL91", "XX91ABNA0417164300", "417164300", "NL91 ÄBNA 0417 1643 00", "🐸", "<script>"}) {
        EXPECT_EQ(check_iban(typed).error, FieldError::kNoIban) << typed;
    }
}

TEST(Dates, ExistOrDoNot) {
    expect_value(check_date("2024-2-29"), "2024-02-29");
    expect_value(check_date("2024-02-29"), "2024-02-29");
    expect_value(check_date("2000-02-29"), "2000-02-29");
    expect_value(check_date("--"), "");
    for (const char* typed : {"2023-02-29", "1900-02-29", "2024-02-30", "2024-13-01", "2024-00-10", "2024-1", "2024--1",
                              "29-02-2024", "2024-02-29T00:00", "-2024-02-29", "morgen", "٢٠٢٤-02-01"}) {
        EXPECT_EQ(check_date(typed).error, FieldError::kNoDate) << typed;
    }
}

TEST(BirthDates, LieInLivingMemory) {
    const Date today = day("2026-11-23");
    expect_value(check_birth_date("2026-11-23", today), "2026-11-23");
    EXPECT_EQ(check_birth_date("2026-11-24", today).error, FieldError::kInFuture);
    EXPECT_EQ(check_birth_date("1901-1-1", today).error, FieldError::kTooLongAgo);
    expect_value(check_birth_date("1988-2-29", today), "1988-02-29");
}

TEST(Names, AreWrittenInAnyScript) {
    for (const char* typed :
         {"Zoë", "O'Neill-de Vries", "شيرين", "רחל", "Łukasz", "李", "Noor 🐸", "<script>alert(1)</script>"}) {
        expect_value(check_name(typed), typed);
    }
    expect_value(check_name("  van   der Meulen "), "van der Meulen");
}

TEST(Names, AreRefused_WhenThereIsNoLetter) {
    for (const char* typed : {"-", "123", "🐸", "👩‍👧", "...", "€"}) {
        EXPECT_EQ(check_name(typed).error, FieldError::kNoName) << typed;
    }
    EXPECT_EQ(check_name(std::string(101, 'a')).error, FieldError::kTooLong);
}

TEST(Lines, HaveNoControlCharacters) {
    EXPECT_EQ(check_line(kNul, 10).error, FieldError::kUnreadable);
    for (const char* typed : {"a\nb", "a\tb", "a\x7f", "a\xC2\x85z", "a\xE2\x80\xAEz", "a\xFFz", "a\xC3",
                              "\xED\xA0\x80", "\xC0\x80", "\xF4\x90\x80\x80"}) {
        EXPECT_EQ(check_line(typed, 10).error, FieldError::kUnreadable) << typed;
    }
}

TEST(Lines, AreCountedInCharacters) {
    expect_value(check_line("ëëëëë", 5), "ëëëëë");
    expect_value(check_line("🐸🐸🐸", 3), "🐸🐸🐸");
    EXPECT_EQ(check_line("🐸🐸🐸🐸", 3).error, FieldError::kTooLong);
}

TEST(Notes, KeepTheirLines) {
    expect_value(check_notes("Pinda's.\r\n\r\nOok sporen. \n", 100), "Pinda's.\n\nOok sporen.");
    EXPECT_EQ(check_notes(kNul, 100).error, FieldError::kUnreadable);
    EXPECT_EQ(check_notes(std::string(101, 'a'), 100).error, FieldError::kTooLong);
}

TEST(HouseNumbers, BeginWithADigit) {
    expect_value(check_house_number(" 12  B"), "12 B");
    EXPECT_EQ(check_house_number("B 12").error, FieldError::kNoHouseNumber);
    EXPECT_EQ(check_house_number(std::string(21, '1')).error, FieldError::kTooLong);
}

TEST(CitizenNumbers, AreShownByTheirLastDigitsOnly) {
    EXPECT_EQ(masked_number("999990019"), "••••••019");
    EXPECT_EQ(masked_number("019"), "") << "what would be all of it is not shown";
    EXPECT_EQ(masked_number(""), "");
}

TEST(FieldErrors, HaveNamesOfTheirOwn) {
    for (int code = 0; code <= static_cast<int>(FieldError::kUnknown); ++code) {
        const auto error = static_cast<FieldError>(code);
        EXPECT_EQ(field_error_from(to_string(error)), error) << code;
    }
    EXPECT_FALSE(field_error_from("field-green"));
}

}  // namespace
}  // namespace portal::core
