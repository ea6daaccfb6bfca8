#include "core/instant.hpp"
#include "core/money.hpp"
#include "core/time_of_day.hpp"

#include <gtest/gtest.h>

namespace portal::core {
namespace {

Date day(const char* text) {
    return Date::parse(text).value();
}

Instant at(const char* text) {
    return Instant::parse(text).value();
}

TEST(TimeOfDay, ParsesTheWireFormExactly) {
    EXPECT_EQ(TimeOfDay::parse("07:30"), TimeOfDay(7, 30));
    EXPECT_EQ(TimeOfDay::parse("24:00"), TimeOfDay(24, 0));
    for (const char* text : {"7:30", "24:01", "07:60", "0730", "", "07:3a", " 07:30", "-1:30"}) {
        EXPECT_FALSE(TimeOfDay::parse(text)) << text;
    }
}

TEST(TimeOfDay, UnderstandsWhatPeopleType) {
    for (const char* text : {"7:30", "07:30", "7.30", "730", "0730", " 7:30 "}) {
        EXPECT_EQ(TimeOfDay::parse_typed(text), TimeOfDay(7, 30)) << text;
    }
    EXPECT_EQ(TimeOfDay::parse_typed("9"), TimeOfDay(9, 0));
    for (const char* text : {"", " ", "half acht", "25", "7:5", "7:300", "07:30:00", "99999", "7-30"}) {
        EXPECT_FALSE(TimeOfDay::parse_typed(text)) << text;
    }
}

TEST(TimeRange, TouchingRangesDoNotOverlap) {
    const TimeRange morning{{7, 30}, {13, 0}};
    const TimeRange afternoon{{13, 0}, {18, 30}};
    EXPECT_FALSE(morning.overlaps(afternoon));
    EXPECT_FALSE(afternoon.overlaps(morning));
    EXPECT_TRUE(morning.overlaps({{12, 59}, {13, 30}}));
    EXPECT_TRUE((TimeRange{{7, 0}, {19, 0}}.overlaps(morning)));
    EXPECT_EQ(morning.minutes(), 330);
}

TEST(Instant, RoundTripsRfc3339) {
    for (const char* text : {"1970-01-01T00:00:00Z", "2026-11-23T08:15:09Z", "1969-12-31T23:59:59Z"}) {
        EXPECT_EQ(at(text).to_string(), text);
    }
    for (const char* text :
         {"2026-11-23", "2026-11-23T08:15:09", "2026-11-23T24:00:00Z", "2026-11-23T08:15:09+01:00"}) {
        EXPECT_FALSE(Instant::parse(text)) << text;
    }
}

TEST(Instant, ReadsTheDateHeader) {
    EXPECT_EQ(Instant::parse_http_date("Mon, 23 Nov 2026 08:15:09 GMT"), at("2026-11-23T08:15:09Z"));
    for (const char* text : {"", "Mon, 23 Nov 2026 08:15:09 UTC", "Mon, 23 Foo 2026 08:15:09 GMT",
                             "Mon, 31 Feb 2026 08:15:09 GMT", "Monday, 23-Nov-26 08:15:09 GMT"}) {
        EXPECT_FALSE(Instant::parse_http_date(text)) << text;
    }
}

TEST(Amsterdam, IsOneHourAheadInWinterAndTwoInSummer) {
    EXPECT_EQ(amsterdam::local_time(at("2026-11-23T08:15:00Z")), (LocalTime{day("2026-11-23"), {9, 15}}));
    EXPECT_EQ(amsterdam::local_time(at("2026-07-01T22:30:00Z")), (LocalTime{day("2026-07-02"), {0, 30}}));
    EXPECT_EQ(amsterdam::instant(day("2026-11-23"), {9, 15}), at("2026-11-23T08:15:00Z"));
    EXPECT_EQ(amsterdam::instant(day("2026-07-02"), {0, 30}), at("2026-07-01T22:30:00Z"));
}

TEST(Amsterdam, ChangesAtOneOClockUtcOnTheLastSundays) {
    EXPECT_EQ(amsterdam::local_time(at("2026-03-29T00:59:00Z")), (LocalTime{day("2026-03-29"), {1, 59}}));
    EXPECT_EQ(amsterdam::local_time(at("2026-03-29T01:00:00Z")), (LocalTime{day("2026-03-29"), {3, 0}}));
    EXPECT_EQ(amsterdam::local_time(at("2026-10-25T00:59:00Z")), (LocalTime{day("2026-10-25"), {2, 59}}));
    EXPECT_EQ(amsterdam::local_time(at("2026-10-25T01:00:00Z")), (LocalTime{day("2026-10-25"), {2, 0}}));
}

TEST(Amsterdam, TakesSkippedTimesAnHourLaterAndRepeatedTimesFirst) {
    EXPECT_EQ(amsterdam::instant(day("2026-03-29"), {2, 30}), at("2026-03-29T01:30:00Z"));
    EXPECT_EQ(amsterdam::instant(day("2026-10-25"), {2, 30}), at("2026-10-25T00:30:00Z"));
    EXPECT_EQ(amsterdam::instant(day("2026-10-25"), {24, 0}), amsterdam::instant(day("2026-10-26"), {0, 0}));
}

TEST(Amsterdam, LocalTimeAndInstantAgree_ThroughTwoYears) {
    for (Instant now = at("2026-01-01T00:00:00Z"); now < at("2028-01-01T00:00:00Z"); now.seconds += 1800) {
        const LocalTime local = amsterdam::local_time(now);
        const Instant back = amsterdam::instant(local.date, local.time);
        // Only the repeated hour of autumn has two instants for one wall-clock time.
        ASSERT_TRUE(back == now || back.seconds == now.seconds - 3600) << now.to_string();
    }
}

TEST(Price, IsRoundedHalfUpToTheCent) {
    EXPECT_EQ(price_of(330, Money{1123}), Money{6177});  // 61.765
    EXPECT_EQ(price_of(60, Money{1123}), Money{1123});
    EXPECT_EQ(price_of(0, Money{1123}), Money{0});
    EXPECT_EQ(price_of(1, Money{29}), Money{0});
    EXPECT_EQ(price_of(1, Money{30}), Money{1});
}

}  // namespace
}  // namespace portal::core
