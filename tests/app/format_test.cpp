#include "app/format.hpp"

#include <gtest/gtest.h>

namespace portal::app {
namespace {

core::Date day(const char* text) {
    return core::Date::parse(text).value();
}

TEST(Format, SaysDatesAsPeopleDo) {
    EXPECT_EQ(day_name(Language::nl, day("2026-11-25")), "woensdag 25 november");
    EXPECT_EQ(day_name(Language::en, day("2026-03-01")), "Sunday 1 March");
    EXPECT_EQ(day_name_with_year(Language::nl, day("2027-01-04")), "maandag 4 januari 2027");
    EXPECT_EQ(short_date(Language::nl, day("2026-03-04")), "wo 4 mrt");
    EXPECT_EQ(plain_date(Language::nl, day("2026-12-31")), "31 december 2026");
    EXPECT_EQ(month_name(Language::en, {2026, 11}), "November 2026");
    EXPECT_EQ(month_short(Language::nl, {2026, 3}), "mrt") << "not its first letters";
}

TEST(Format, SaysHowMuchCareThereIs) {
    EXPECT_EQ(days(Language::nl, 1), "1 dag");
    EXPECT_EQ(days(Language::nl, 13), "13 dagen");
    EXPECT_EQ(hours(Language::nl, 0), "0 uur");
    EXPECT_EQ(hours(Language::nl, 60), "1 uur");
    EXPECT_EQ(hours(Language::nl, 104 * 60 + 30), "104,5 uur");
    EXPECT_EQ(hours(Language::nl, 7 * 60 + 15), "7,25 uur");
    EXPECT_EQ(hours(Language::en, 7 * 60 + 20), "7.33 hours");
    EXPECT_EQ(hour_count(Language::nl, 104 * 60 + 30), "104,5");
    EXPECT_EQ(hour_count(Language::nl, 60), "1");
    EXPECT_EQ(hours(Language::nl, -11 * 60), "−11 uur") << "of a credit note";
    EXPECT_EQ(hours(Language::nl, -(7 * 60 + 20)), "−7,33 uur");
    EXPECT_EQ(hours(Language::en, 60), "1 hour");
}

TEST(Format, WritesEurosTheDutchWay) {
    const std::string space = "\u00a0";
    EXPECT_EQ(money(Language::nl, {123456}), "€" + space + "1.234,56");
    EXPECT_EQ(money(Language::nl, {6177}), "€" + space + "61,77");
    EXPECT_EQ(money(Language::nl, {5}), "€" + space + "0,05");
    EXPECT_EQ(money(Language::nl, {-250}), "−€" + space + "2,50");
    EXPECT_EQ(money(Language::nl, {123456789012}), "€" + space + "1.234.567.890,12");
    EXPECT_EQ(money(Language::en, {123456}), "€1,234.56");
}

TEST(Format, SaysTimesInWordsForScreenReaders) {
    EXPECT_EQ(time_range({{7, 30}, {13, 0}}), "07:30–13:00");
    EXPECT_EQ(time_range_in_words(Language::nl, {{7, 30}, {13, 0}}), "07:30 tot 13:00");
    EXPECT_EQ(time_range_in_words(Language::en, {{7, 30}, {13, 0}}), "07:30 to 13:00");
}

TEST(Format, SaysMomentsInDutchTime) {
    EXPECT_EQ(moment(Language::nl, *core::Instant::parse("2026-11-24T11:00:00Z")), "dinsdag 24 november om 12:00");
}

TEST(Format, SaysTimeLeftInTwoUnits) {
    constexpr std::int64_t kHour = 3600;
    EXPECT_EQ(time_left(Language::nl, 92 * kHour), "3 dagen en 20 uur");
    EXPECT_EQ(time_left(Language::nl, 24 * kHour), "1 dag");
    EXPECT_EQ(time_left(Language::nl, kHour + 60), "1 uur en 1 minuut");
    EXPECT_EQ(time_left(Language::nl, 59 * 60), "59 minuten");
    EXPECT_EQ(time_left(Language::nl, 60), "1 minuut");
    EXPECT_EQ(time_left(Language::nl, -5), "0 minuten");
    EXPECT_EQ(time_left(Language::en, 25 * kHour), "1 day and 1 hour");
}

TEST(Translate, FillsInNames_AndLeavesOddBracesAlone) {
    EXPECT_EQ(translate(Language::nl, Text::refusal_closed_because, {{"name", "{name}"}}),
              "Gesloten: {name}. Kies een andere dag.");
    EXPECT_EQ(translate(Language::nl, Text::duration_days, {{"other", "3"}}), "{count} dagen");
}

}  // namespace
}  // namespace portal::app
