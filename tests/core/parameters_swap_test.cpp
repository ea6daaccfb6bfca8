#include "core/care_world.hpp"

#include <gtest/gtest.h>

/// The values of swaps (ruildagen) that organisations are known to use, a test per parameter.
namespace portal::core {
namespace {

using namespace test;

Notice hours(int amount) {
    return {Notice::Unit::kHours, amount, std::nullopt};
}
Notice days(int amount, std::optional<TimeOfDay> until = std::nullopt) {
    return {Notice::Unit::kDays, amount, until};
}
Notice working_days(int amount) {
    return {Notice::Unit::kWorkingDays, amount, std::nullopt};
}
DateWindow around(Period::Unit unit, int before, int after) {
    return {DateWindow::Kind::kAround, {unit, before}, {unit, after}, 0};
}

TEST(SwapParameters, Enabled_YesNoCreditInsteadOrAbolishedFromADay) {
    CareWorld world;
    EXPECT_TRUE(world.swap("2026-11-26", "2026-12-02").allowed());
    world.noors().swap.offered = false;
    EXPECT_TRUE(world.swap("2026-11-26", "2026-12-02").has(ReasonCode::kNotOffered));
    world.noors().credit.enabled = true;
    EXPECT_EQ(world.swap("2026-11-26", "2026-12-02").reasons.front().code, ReasonCode::kCreditInstead);

    CareWorld later;
    CareRules abolished = later.noors();
    abolished.id = RuleVersionId{"kikkers-2"};
    abolished.valid_from = date_of("2027-01-01");
    abolished.swap.offered = false;
    later.book.versions.push_back(abolished);
    EXPECT_TRUE(later.swap("2026-12-28", "2026-12-30").allowed());
    EXPECT_TRUE(later.swap("2027-01-04", "2027-01-06").has(ReasonCode::kNotOffered));
}

TEST(SwapParameters, Window_IsThatOfTheOrganisation) {
    struct Case {
        const char* who;
        DateWindow window;
        const char* first_inside;
        const char* last_inside;
    };
    // Around Thursday 10 December 2026.
    const std::vector<Case> cases{
        {"the same week", {DateWindow::Kind::kSameWeek, {}, {}, 0}, "2026-12-07", "2026-12-13"},
        {"1 week", around(Period::Unit::kWeeks, 1, 1), "2026-12-03", "2026-12-17"},
        {"14 days", around(Period::Unit::kDays, 14, 14), "2026-11-26", "2026-12-24"},
        {"15 days", around(Period::Unit::kDays, 15, 15), "2026-11-25", "2026-12-25"},
        {"3 weeks", around(Period::Unit::kWeeks, 3, 3), "2026-11-19", "2026-12-31"},
        {"4 weeks", around(Period::Unit::kWeeks, 4, 4), "2026-11-12", "2027-01-07"},
        {"the same month", {DateWindow::Kind::kSameMonth, {}, {}, 0}, "2026-12-01", "2026-12-31"},
        // Friday 1 January is a holiday.
        {"the month and 5 working days", {DateWindow::Kind::kSameMonth, {}, {}, 5}, "2026-12-01", "2027-01-08"},
        {"the calendar year", {DateWindow::Kind::kSameYear, {}, {}, 0}, "2026-01-01", "2026-12-31"},
        {"1 month before to 3 months after", around(Period::Unit::kMonths, 1, 3), "2026-11-10", "2027-03-10"},
        {"1 month before to 3 after",
         {DateWindow::Kind::kAround, {Period::Unit::kMonths, 1}, {Period::Unit::kMonths, 3}, 0},
         "2026-11-10",
         "2027-03-10"},
    };
    for (const Case& value : cases) {
        CareWorld world;
        world.noors().swap.window = value.window;
        world.noors().swap.max_ahead.reset();
        const auto outside = [&](Date wanted) {
            return world.swap("2026-12-10", wanted.to_string().c_str()).has(ReasonCode::kOutsideWindow);
        };
        EXPECT_FALSE(outside(date_of(value.first_inside))) << value.who;
        EXPECT_TRUE(outside(date_of(value.first_inside) - 1)) << value.who;
        EXPECT_FALSE(outside(date_of(value.last_inside))) << value.who;
        EXPECT_TRUE(outside(date_of(value.last_inside) + 1)) << value.who;
    }
}

TEST(SwapParameters, Window_OfMonthsEndsOnTheLastDayOfAShorterMonth) {
    CareWorld world;
    world.noors().swap.window = around(Period::Unit::kMonths, 1, 1);
    world.noors().swap.max_ahead.reset();
    const Verdict verdict = world.swap("2026-12-31", "2027-01-29");
    ASSERT_TRUE(verdict.wanted_window);
    EXPECT_EQ(verdict.wanted_window->first, date_of("2026-11-30"));
    EXPECT_EQ(verdict.wanted_window->last, date_of("2027-01-31"));
}

TEST(SwapParameters, Cap_CountsByMonthYearDaysOfTheWeekAndPartOfTheYear) {
    struct Case {
        const char* what;
        std::optional<SwapCap> cap;
        int allowed;
    };
    const std::vector<Case> cases{
        {"none", std::nullopt, 7},
        {"1 a month", SwapCap{1, SwapCap::Per::kMonth, false, false}, 1},
        {"2 a year", SwapCap{2, SwapCap::Per::kYear, false, false}, 2},
        {"4 a year", SwapCap{4, SwapCap::Per::kYear, false, false}, 4},
        {"5 a year", SwapCap{5, SwapCap::Per::kYear, false, false}, 5},
        {"3 times the 2 days of the week", SwapCap{3, SwapCap::Per::kYear, true, false}, 6},
        {"8 a year, of which the contract lasts 184 of 365 days", SwapCap{8, SwapCap::Per::kYear, false, true}, 4}};
    // Tuesdays, Wednesdays and Fridays of December for its Mondays and Thursdays.
    const std::vector<std::pair<const char*, const char*>> swaps{
        {"2026-12-07", "2026-12-08"}, {"2026-12-10", "2026-12-09"}, {"2026-12-14", "2026-12-11"},
        {"2026-12-17", "2026-12-15"}, {"2026-12-21", "2026-12-16"}, {"2026-12-24", "2026-12-18"},
        {"2026-12-28", "2026-12-22"}};
    for (const Case& value : cases) {
        CareWorld world;
        world.noors().swap.cap = value.cap;
        world.family.contracts[0].start = date_of("2026-07-01");
        int sent = 0;
        for (const auto& [given, wanted] : swaps) {
            const Verdict verdict = world.swap(given, wanted);
            EXPECT_EQ(verdict.allowed(), sent < value.allowed) << value.what << ' ' << sent;
            EXPECT_EQ(verdict.has(ReasonCode::kCapReached), sent >= value.allowed) << value.what << ' ' << sent;
            if (verdict.allowed()) {
                world.send("r" + std::to_string(++sent),
                           swap_wish(world.noor, {date_of(given), kFullDay}, {date_of(wanted), kFullDay}));
            }
        }
    }
}

TEST(SwapParameters, Cap_OfAMonthLeavesTheNextMonthFree_AndWithdrawnSwapsDoNotCount) {
    CareWorld world;
    world.noors().swap.cap = SwapCap{1, SwapCap::Per::kMonth, false, false};
    world.send("r1", swap_wish(world.noor, {date_of("2026-12-07"), kFullDay}, {date_of("2026-12-09"), kFullDay}));
    EXPECT_TRUE(world.swap("2026-12-10", "2026-12-11").has(ReasonCode::kCapReached));
    EXPECT_TRUE(world.swap("2027-01-04", "2027-01-06").allowed());
    world.happen("r1", CareEvent::Kind::kWithdrawn);
    EXPECT_TRUE(world.swap("2026-12-10", "2026-12-11").allowed());
}

TEST(SwapParameters, Notice_IsThatOfTheOrganisation) {
    struct Case {
        const char* what;
        Notice notice;
        const char* until;
    };
    // Of Thursday 17 December 07:30, given up for the Friday after it.
    const std::vector<Case> cases{{"48 hours", hours(48), "2026-12-15 07:30"},
                                  {"2 working days", working_days(2), "2026-12-15 24:00"},
                                  {"more than 2 days", days(3), "2026-12-14 24:00"},
                                  {"a week", days(7), "2026-12-10 24:00"},
                                  {"2 weeks", days(14), "2026-12-03 24:00"}};
    for (const Case& value : cases) {
        CareWorld world;
        world.noors().swap.notice = value.notice;
        world.now = at(value.until);
        const Verdict verdict = world.swap("2026-12-17", "2026-12-18");
        EXPECT_TRUE(verdict.allowed()) << value.what;
        EXPECT_EQ(verdict.deadline, at(value.until)) << value.what;
        world.now.seconds += 1;
        EXPECT_EQ(world.swap("2026-12-17", "2026-12-18").reasons.front().code, ReasonCode::kTooLate) << value.what;
    }
}

TEST(SwapParameters, Notice_CountsForTheEarlierOfBothDays) {
    CareWorld world;
    world.noors().swap.notice = hours(48);
    EXPECT_EQ(world.swap("2026-12-17", "2026-12-16").deadline, at("2026-12-14 07:30"));
}

TEST(SwapParameters, Notice_OfASickChildIsTheSameDayUntil10) {
    CareWorld world;
    world.now = at("2026-11-26 08:00");
    world.noors().swap.notice = working_days(2);
    EXPECT_TRUE(world.swap("2026-11-26", "2026-12-02").has(ReasonCode::kTooLate));
    world.send("ill", sick_wish(world.noor, date_of("2026-11-26")));
    EXPECT_TRUE(world.swap("2026-11-26", "2026-12-02").has(ReasonCode::kTooLate)) << "no rule of its own";
    world.noors().swap.sick_notice = days(0, TimeOfDay{10, 0});
    world.now = at("2026-11-26 10:00");
    EXPECT_TRUE(world.swap("2026-11-26", "2026-12-02").allowed());
    world.now = at("2026-11-26 10:01");
    EXPECT_TRUE(world.swap("2026-11-26", "2026-12-02").has(ReasonCode::kTooLate));
}

TEST(SwapParameters, Equivalence_OfContracts) {
    CareWorld world;
    PlacementContract second = world.family.contracts[0];
    second.id = ContractId{"c3"};
    second.start = date_of("2026-12-14");
    world.family.contracts[0].end = date_of("2026-12-13");
    world.family.contracts.push_back(second);
    EXPECT_TRUE(world.swap("2026-12-10", "2026-12-16").has(ReasonCode::kOtherContract));
    EXPECT_TRUE(world.swap("2026-12-17", "2026-12-16").allowed());
    world.noors().swap.same_contract = false;
    EXPECT_TRUE(world.swap("2026-12-10", "2026-12-16").allowed());
}

TEST(SwapParameters, Equivalence_OfPartsOfADay) {
    CareWorld world;
    EXPECT_TRUE(world.swap("2026-12-10", "2026-12-16", kMorningPart).has(ReasonCode::kShorter));
    EXPECT_TRUE(world.swap("2026-12-10", "2026-12-16", {{8, 0}, {18, 0}}).has(ReasonCode::kNotASlot));
    world.noors().swap.smaller_allowed = true;
    const Verdict verdict = world.swap("2026-12-10", "2026-12-16", kMorningPart);
    EXPECT_TRUE(verdict.allowed());
    EXPECT_EQ(verdict.reasons.front().code, ReasonCode::kRemainderLost);
    EXPECT_EQ(verdict.reasons.front().amount, 330);

    const Wish longer = swap_wish(world.noor, {date_of("2026-12-10"), kMorningPart}, {date_of("2026-12-16"), kFullDay});
    EXPECT_TRUE(world.judge(longer).has(ReasonCode::kLonger));
    const Wish half =
        swap_wish(world.noor, {date_of("2026-12-10"), kMorningPart}, {date_of("2026-12-16"), kAfternoonPart});
    EXPECT_TRUE(world.judge(half).allowed()) << "a part of a contracted day";
    const Wish odd =
        swap_wish(world.noor, {date_of("2026-12-10"), {{9, 0}, {14, 30}}}, {date_of("2026-12-16"), kMorningPart});
    EXPECT_TRUE(world.judge(odd).has(ReasonCode::kNotWholeBlock));
}

TEST(SwapParameters, Equivalence_OfSchoolDaysAndSchoolHolidays) {
    CareWorld world;
    const Wish wish =
        swap_wish(world.sam, {date_of("2026-12-14"), kAfterSchool}, {date_of("2026-12-22"), {{14, 0}, {18, 30}}});
    EXPECT_TRUE(world.judge(wish).has(ReasonCode::kOtherDayKind));
    world.sams().swap.same_day_kind = false;
    EXPECT_TRUE(world.judge(wish).allowed());
}

TEST(SwapParameters, Equivalence_NotToAFixedDay) {
    CareWorld world;
    // The Thursday is free, since it was given up.
    world.send("r1", swap_wish(world.noor, {date_of("2026-12-17"), kFullDay}, {date_of("2026-12-16"), kFullDay}));
    world.happen("r1", CareEvent::Kind::kApproved);
    EXPECT_TRUE(world.swap("2026-12-10", "2026-12-17").allowed());
    world.noors().swap.not_on_contract_days = true;
    EXPECT_TRUE(world.swap("2026-12-10", "2026-12-17").has(ReasonCode::kOnContractDay));
}

TEST(SwapParameters, Equivalence_StudyDaysAndOutingsExcluded) {
    for (const SpecialDayKind kind : {SpecialDayKind::kStudyDay, SpecialDayKind::kOuting}) {
        CareWorld world;
        world.locations.calendar.special_days = {{date_of("2026-12-16"), "Boerderij", kind, std::nullopt}};
        EXPECT_TRUE(world.swap("2026-12-10", "2026-12-16").has(ReasonCode::kSpecialDay));
        EXPECT_TRUE(world.swap("2026-12-10", "2026-12-15").allowed());
        world.noors().swap.special_days_excluded = false;
        EXPECT_TRUE(world.swap("2026-12-10", "2026-12-16").allowed());
    }
}

TEST(Swap, NeedsCareToGiveUp_AndExtraHoursAreNotSwappable) {
    CareWorld world;
    EXPECT_TRUE(world.swap("2026-12-09", "2026-12-16").has(ReasonCode::kNoCare)) << "a Wednesday without care";
    world.send("extra", extra_wish(world.noor, {date_of("2026-12-09"), kFullDay}));
    EXPECT_TRUE(world.swap("2026-12-09", "2026-12-16").has(ReasonCode::kExtraNotSwappable));
    world.send("swap", swap_wish(world.noor, {date_of("2026-12-10"), kFullDay}, {date_of("2026-12-11"), kFullDay}));
    EXPECT_TRUE(world.swap("2026-12-10", "2026-12-16").has(ReasonCode::kAlreadyGivenUp));
    EXPECT_TRUE(world.swap("2026-12-17", "2026-12-14").has(ReasonCode::kOverlapsCare)) << "a contracted Monday";
    EXPECT_TRUE(world.swap("2026-12-17", "2026-12-11").has(ReasonCode::kOverlapsCare)) << "asked already";
    EXPECT_TRUE(world.swap("2026-12-17", "2026-12-17").has(ReasonCode::kOverlapsCare)) << "for itself";
    EXPECT_TRUE(world.swap("2026-12-17", "2026-12-25").has(ReasonCode::kClosed));
    EXPECT_TRUE(world.swap("2026-11-19", "2026-11-27").has(ReasonCode::kDayInPast));
}

}  // namespace
}  // namespace portal::core
