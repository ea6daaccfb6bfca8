#include "app/form_fixture.hpp"

#include <algorithm>

namespace portal::app {
namespace {

using core::AbsenceReason;
using core::ReasonCode;
using core::RequestKind;
using test::day;
using test::FormTest;
using test::kMorning;
using test::kWholeDay;

class SwapForm : public FormTest {};

TEST_F(SwapForm, OffersTheDaysThatCanBeGivenUpForTheWantedOne) {
    open(RequestKind::kSwap, "2026-11-27");
    EXPECT_FALSE(state().form.choices.gives_day);
    choose_time(kWholeDay);
    const auto all = ways(state(), context());
    const auto given = std::find_if(all.begin(), all.end(), [](const core::CareOption& way) {
        return way.wish.given == core::CareSpan{day("2026-11-26"), kWholeDay};
    });
    ASSERT_NE(given, all.end());
    edit([&](ChangeChoices& choices) { choices.given = given->wish.given; });
    store.dispatch(FormSubmitted{});
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().wishes.at(0).wish,
              core::swap_wish(server.noor, {day("2026-11-26"), kWholeDay}, {day("2026-11-27"), kWholeDay}));
    accept();
    EXPECT_EQ(blocks_on(state(), day("2026-11-27")).at(0).state, core::CareState::kSwapRequested);
    EXPECT_EQ(requests_on(state(), day("2026-11-26")).size(), 1U) << "it is about both days";
}

TEST_F(SwapForm, ForgetsTheDayGivenUp_WhenItDoesNotGoWithTheTimeAnyMore) {
    open(RequestKind::kSwap, "2026-11-27");
    choose_time(kWholeDay);
    edit([&](ChangeChoices& choices) { choices.given = core::CareSpan{day("2026-11-26"), kWholeDay}; });
    EXPECT_EQ(wishes().size(), 1U);
    choose_time(kMorning);
    EXPECT_FALSE(state().form.choices.given);
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 0U);
}

TEST_F(SwapForm, BeginsByGivingUpTheDay_WhereItCannotBeHad) {
    open(RequestKind::kSwap, "2026-11-26");
    EXPECT_TRUE(state().form.choices.gives_day);
    EXPECT_EQ(given_care(state(), context()), (core::CareSpan{day("2026-11-26"), kWholeDay}));
    const auto days = wanted_days(state(), context());
    EXPECT_NE(std::find(days.begin(), days.end(), day("2026-11-27")), days.end());
    EXPECT_EQ(std::find(days.begin(), days.end(), day("2026-11-30")), days.end()) << "Noor is there on Mondays";
    EXPECT_EQ(std::find(days.begin(), days.end(), day("2026-12-04")), days.end()) << "it is closed";
    edit([&](ChangeChoices& choices) { choices.wanted = day("2026-11-27"); });
    choose_time(kWholeDay);
    store.dispatch(FormSubmitted{});
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().wishes.at(0).wish,
              core::swap_wish(server.noor, {day("2026-11-26"), kWholeDay}, {day("2026-11-27"), kWholeDay}));
}

class AbsenceForm : public FormTest {
  protected:
    void until(const char* last) {
        edit([&](ChangeChoices& choices) {
            choices.has_last = true;
            choices.last = last;
        });
    }
};

TEST_F(AbsenceForm, ReportsTheDaysCareOfTheOnlyChildThatHasAny) {
    server.noors().credit.enabled = true;
    open(RequestKind::kAbsence, "2026-11-26");
    EXPECT_EQ(state().form.choices.children, std::vector{server.noor});
    store.dispatch(FormSubmitted{});
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().wishes.at(0).wish, core::absence_wish(server.noor, {day("2026-11-26"), kWholeDay}));
    EXPECT_EQ(sent().wishes.at(0).rule_text,
              "Deze opvang betaalt u gewoon. Intrekken kan tot donderdag 26 november om 07:30.");
    accept();
    EXPECT_EQ(blocks_on(state(), day("2026-11-26")).at(0).state, core::CareState::kAbsent);
    EXPECT_EQ(outside.announcer.said().back(), "Afmelding doorgegeven voor Noor op donderdag 26 november.");
}

TEST_F(AbsenceForm, SaysWhatItEarnsAndUntilWhen) {
    server.noors().credit.enabled = true;
    open(RequestKind::kAbsence, "2026-11-26");
    EXPECT_EQ(credit_text(state(), verdict()),
              "U krijgt 11 uur tegoed. Gebruik het uiterlijk op 31 december 2026. "
              "Dat kan tot woensdag 25 november om 07:30.");
}

TEST_F(AbsenceForm, AsksWhoIsMeant_WhereSeveralChildrenHaveCare) {
    open(RequestKind::kAbsence, "2026-11-30");
    EXPECT_TRUE(state().form.choices.children.empty());
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 0U);
    choose_children({server.noor, server.sam});
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(sent().wishes.size(), 2U);
}

TEST_F(AbsenceForm, ReportsSeveralDaysOfSeveralChildrenAtOnce) {
    open(RequestKind::kAbsence, "2026-11-30");
    choose_children({server.noor, server.sam});
    until("2026-12-10");
    edit([](ChangeChoices& choices) { choices.reason = AbsenceReason::kVacation; });
    // Noor on Monday, Thursday, Monday, Thursday; Sam on both Mondays.
    EXPECT_EQ(wishes().size(), 6U);
    store.dispatch(FormSubmitted{});
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().wishes.size(), 6U);
    for (const api::NewRequest& wanted : sent().wishes) {
        EXPECT_EQ(wanted.wish.reason, AbsenceReason::kVacation);
    }
    accept();
    EXPECT_EQ(state().requests.value->size(), 6U);
    EXPECT_EQ(outside.announcer.said().back(), "6 wijzigingen verstuurd.");
}

TEST_F(AbsenceForm, LeavesOutWhatTheParentUnticks) {
    open(RequestKind::kAbsence, "2026-11-26");
    until("2026-12-03");
    ASSERT_EQ(wishes().size(), 3U);
    const core::Wish monday = wishes().at(1);
    edit([&](ChangeChoices& choices) { choices.left_out = {monday}; });
    ASSERT_EQ(wishes().size(), 2U);
    EXPECT_TRUE(is_left_out(state(), monday));
    EXPECT_EQ(wishes().at(1).date, day("2026-12-03"));
}

TEST_F(AbsenceForm, IsNotSent_WhileTheLastDayIsMissingOrBeforeTheFirst) {
    open(RequestKind::kAbsence, "2026-11-26");
    until("");
    store.dispatch(FormSubmitted{});
    until("2026-11-25");
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 0U);
    EXPECT_FALSE(form_range(state()));
}

TEST_F(AbsenceForm, ShowsEachDayItsOwnReason_WhenTheServerRefuses) {
    open(RequestKind::kAbsence, "2026-11-26");
    until("2026-12-03");
    store.dispatch(FormSubmitted{});
    api::Problem problem;
    problem.code = "wishes-refused";
    problem.errors = {{1, core::code(RequestKind::kAbsence, ReasonCode::kAlreadyGivenUp), "", "wishes[1]"},
                      {2, "something-new", "", "wishes[2]"}};
    refuse(problem);
    ASSERT_EQ(state().form.refused.size(), 2U);
    EXPECT_EQ(state().form.refused[0].wish.date, day("2026-11-30"));
    EXPECT_EQ(state().form.refused[0].code, ReasonCode::kAlreadyGivenUp);
    EXPECT_EQ(state().form.refused[1].wish.date, day("2026-12-03"));
    EXPECT_FALSE(state().form.refused[1].code);
    EXPECT_EQ(state().requests.value->size(), 0U) << "all or nothing";
}

TEST_F(AbsenceForm, CanBeOfAPartOfTheTime_WhereTheRulesLet) {
    server.noors().absence.whole_blocks_only = false;
    open(RequestKind::kAbsence, "2026-11-26");
    EXPECT_TRUE(has_part_times(state(), absences(state(), context())));
    choose_time(kMorning);
    ASSERT_EQ(wishes().size(), 1U);
    EXPECT_EQ(wishes()[0].time, kMorning);
}

class SickForm : public FormTest {};

TEST_F(SickForm, ReportsTheChildThatHasCareToday) {
    open(RequestKind::kSick, "2026-11-26");
    EXPECT_EQ(state().form.choices.children, std::vector{server.noor}) << "Sam has none on Thursdays";
    store.dispatch(FormSubmitted{});
    ASSERT_EQ(submissions(), 1U);
    EXPECT_EQ(sent().wishes.at(0).wish, core::sick_wish(server.noor, day("2026-11-26")));
    accept();
    EXPECT_EQ(blocks_on(state(), day("2026-11-26")).at(0).state, core::CareState::kSick);
}

TEST_F(SickForm, ReportsSeveralChildrenWithTheirLastDay) {
    open(RequestKind::kSick, "2026-11-23");
    EXPECT_TRUE(state().form.choices.children.empty()) << "both have care today";
    choose_children({server.noor, server.sam});
    edit([](ChangeChoices& choices) {
        choices.has_last = true;
        choices.last = "2026-11-24";
    });
    store.dispatch(FormSubmitted{});
    ASSERT_EQ(sent().wishes.size(), 2U);
    EXPECT_EQ(sent().wishes[1].wish, core::sick_wish(server.sam, day("2026-11-23"), day("2026-11-24")));
}

TEST_F(SickForm, IsNotSent_WhileTheLastDayIsNoDay) {
    open(RequestKind::kSick, "2026-11-26");
    edit([](ChangeChoices& choices) {
        choices.has_last = true;
        choices.last = "2026-11";
    });
    store.dispatch(FormSubmitted{});
    EXPECT_EQ(submissions(), 0U);
}

}  // namespace
}  // namespace portal::app
