#include "core/date.hpp"

#include <gtest/gtest.h>

namespace portal::core {
namespace {

Date day(const char* text) {
    return Date::parse(text).value();
}

TEST(Date, RoundTrips_ForEveryDayOfTwoCenturies) {
    for (Date date = day("1900-01-01"); date < day("2100-01-01"); date = date + 1) {
        ASSERT_EQ(Date::parse(date.to_string()), date);
        ASSERT_EQ(Date::from_ymd(date.year(), date.month(), date.day()), date);
    }
}

TEST(Date, IsRefused_WhenTheDayDoesNotExist) {
    for (const char* text :
         {"2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "1899-12-31", "3000-01-01", "2026-1-01",
          "26-01-01", "2026-01-01 ", "", "2026/01/01", "2026-01-0a", "-026-01-01", "2026-01-+1"}) {
        EXPECT_FALSE(Date::parse(text)) << text;
    }
    EXPECT_TRUE(Date::parse("2028-02-29"));
    EXPECT_FALSE(Date::from_ymd(2100, 2, 29)) << "2100 is no leap year";
}

TEST(Date, WeekBeginsOnMonday) {
    EXPECT_EQ(day("2026-11-23").weekday(), Weekday::kMonday);
    EXPECT_EQ(day("2026-11-29").weekday(), Weekday::kSunday);
    EXPECT_EQ(day("2026-11-29").monday(), day("2026-11-23"));
    EXPECT_EQ(day("2026-11-23").monday(), day("2026-11-23"));
    EXPECT_TRUE(day("2026-11-28").is_weekend());
    EXPECT_FALSE(day("2026-11-27").is_weekend());
}

// https://en.wikipedia.org/wiki/ISO_week_date#Relation_with_the_Gregorian_calendar
TEST(Date, IsoWeekFollowsTheThursday) {
    EXPECT_EQ(day("2026-11-23").iso_week(), 48);
    EXPECT_EQ(day("2026-12-31").iso_week(), 53);
    EXPECT_EQ(day("2027-01-03").iso_week(), 53);
    EXPECT_EQ(day("2027-01-04").iso_week(), 1);
    EXPECT_EQ(day("2024-12-30").iso_week(), 1);
    EXPECT_EQ(day("2021-01-01").iso_week(), 53);
    EXPECT_EQ(day("2008-12-29").iso_week(), 1);
}

TEST(Month, ParsesOnlyYearAndMonth) {
    EXPECT_EQ(Month::parse("2026-11"), (Month{2026, 11}));
    for (const char* text : {"2026-13", "2026-00", "2026-1", "2026-11-", "2026", "", "1800-01"}) {
        EXPECT_FALSE(Month::parse(text)) << text;
    }
    EXPECT_EQ((Month{2026, 3}.to_string()), "2026-03");
}

TEST(Month, GridIsWholeWeeks) {
    const Month november{2026, 11};
    EXPECT_EQ(november.grid_begin(), day("2026-10-26"));
    EXPECT_EQ(november.grid_end(), day("2026-12-06"));
    for (Month month{2020, 1}; month < Month{2040, 1}; month = month.plus(1)) {
        EXPECT_EQ(month.grid_begin().weekday(), Weekday::kMonday);
        EXPECT_EQ(month.grid_end().weekday(), Weekday::kSunday);
        EXPECT_LE(month.grid_begin(), month.first());
        EXPECT_GE(month.grid_end(), month.last());
        EXPECT_EQ((month.grid_end() - month.grid_begin() + 1) % 7, 0);
    }
}

TEST(Month, CountsAcrossYears) {
    EXPECT_EQ((Month{2026, 12}.plus(1)), (Month{2027, 1}));
    EXPECT_EQ((Month{2026, 1}.plus(-1)), (Month{2025, 12}));
    EXPECT_EQ((Month{2026, 11}.plus(-23)), (Month{2024, 12}));
    EXPECT_EQ((Month{2028, 2}.last()), day("2028-02-29"));
}

// Dates of the table at https://www.census.gov/data/software/x13as/genhol/easter-dates.html
TEST(EasterSunday, MatchesPublishedDates) {
    EXPECT_EQ(easter_sunday(2024), day("2024-03-31"));
    EXPECT_EQ(easter_sunday(2025), day("2025-04-20"));
    EXPECT_EQ(easter_sunday(2026), day("2026-04-05"));
    EXPECT_EQ(easter_sunday(2027), day("2027-03-28"));
    EXPECT_EQ(easter_sunday(2038), day("2038-04-25"));
    EXPECT_EQ(easter_sunday(2285), day("2285-03-22"));
}

TEST(Age, GrowsOnTheBirthday) {
    EXPECT_EQ(age_in_years(day("2022-11-24"), day("2026-11-23")), 3);
    EXPECT_EQ(age_in_years(day("2022-11-23"), day("2026-11-23")), 4);
    EXPECT_EQ(age_in_years(day("2024-02-29"), day("2025-02-28")), 0);
    EXPECT_EQ(age_in_years(day("2024-02-29"), day("2025-03-01")), 1);
    EXPECT_EQ(age_in_years(day("2027-01-01"), day("2026-11-23")), 0) << "not born yet";
}

}  // namespace
}  // namespace portal::core
