#include "app/route.hpp"

#include <gtest/gtest.h>

namespace portal::app {
namespace {

core::Date day(const char* text) {
    return core::Date::parse(text).value();
}

const core::Date kToday = day("2026-11-23");

TEST(Route, PathsReadBack) {
    for (const char* path : {"/",
                             "/stamgegevens",
                             "/logboek",
                             "/tegoed",
                             "/planner",
                             "/wijziging/2026",
                             "/wijziging/2026-11",
                             "/wijziging/2026-11-25",
                             "/wijziging/2026-11-25/extra",
                             "/wijziging/2026-11-25/ruilen",
                             "/wijziging/2026-11-25/afmelden",
                             "/wijziging/2026-11-25/ziek",
                             "/overzicht/2026-11-25/extra",
                             "/overzicht/2026-11-25/ziek",
                             "/facturen",
                             "/facturen/i-1",
                             "/jaaroverzichten",
                             "/jaaroverzichten/2025",
                             "/stamgegevens/contract/contract-noor-2",
                             "/logboek/aanvragen",
                             "/logboek/aanvraag/r%2F1",
                             "/logboek/aanvragen?status=rejected&pagina=3",
                             "/logboek?kind=noor&soort=extra&van=2026-01-01&tot=2026-11-30&pagina=2"}) {
        const auto route = parse_route(path, kToday);
        ASSERT_TRUE(route) << path;
        EXPECT_EQ(to_path(*route), path);
    }
}

TEST(Route, BeginsAtTheOverview) {
    EXPECT_EQ(parse_route("/", kToday)->screen, Screen::kOverview);
    EXPECT_EQ(parse_route("/", kToday)->month, (core::Month{2026, 11}));
    EXPECT_EQ(to_path(parse_route("/overzicht", kToday).value()), "/");
    EXPECT_EQ(to_path(parse_route("/overzicht/vandaag/ziek", kToday).value()),
              "/overzicht/" + kToday.to_string() + "/ziek");
    EXPECT_FALSE(parse_route("/overzicht/vandaag", kToday));
    EXPECT_FALSE(parse_route("/overzicht/2026-11-25", kToday)) << "a day alone is the month's";
    EXPECT_FALSE(parse_route("/overzicht/2026-02-30/extra", kToday));
    EXPECT_FALSE(parse_route("/overzicht/2026-11-25/verhuizen", kToday));
}

TEST(Route, LeadsToTheMonthOfToday) {
    EXPECT_EQ(to_path(parse_route("/wijziging", kToday).value()), "/wijziging/2026-11");
    EXPECT_EQ(to_path(parse_route("/wijziging/", kToday).value()), "/wijziging/2026-11");
}

TEST(Route, TellsTheFormsApart) {
    const auto form = [](const char* path) { return parse_route(path, kToday)->form; };
    EXPECT_EQ(form("/wijziging/2026-11-25/extra"), core::RequestKind::kExtra);
    EXPECT_EQ(form("/wijziging/2026-11-25/ruilen"), core::RequestKind::kSwap);
    EXPECT_EQ(form("/wijziging/2026-11-25/afmelden"), core::RequestKind::kAbsence);
    EXPECT_EQ(form("/wijziging/2026-11-25/ziek"), core::RequestKind::kSick);
    EXPECT_EQ(form("/wijziging/2026-11-25"), std::nullopt);
}

TEST(Route, IgnoresQueryAndFragment) {
    EXPECT_EQ(to_path(parse_route("/wijziging/2026-12?utm=mail#top", kToday).value()), "/wijziging/2026-12");
}

TEST(Route, LeavesOutOfLogboeksFilterWhatCannotBeRead) {
    EXPECT_EQ(
        to_path(parse_route("/logboek?kind=%00&soort=verhuizing&van=gisteren&tot=2026-11-30&pagina=-1&x=1#top", kToday)
                    .value()),
        "/logboek?tot=2026-11-30");
    EXPECT_EQ(to_path(parse_route("/logboek/aanvragen?status=zoek&soort=extra&pagina=99999999999", kToday).value()),
              "/logboek/aanvragen");
    EXPECT_EQ(parse_route("/logboek?soort=sick", kToday)->log.filter.kind, core::LogKind::kSick);
}

TEST(Route, LeadsFromAMailToItsOneEntryOfLogboek) {
    const Route route = parse_route("/logboek/aanvraag/r1?utm=mail", kToday).value();
    EXPECT_EQ(route.screen, Screen::kLog);
    EXPECT_EQ(route.log.filter.id, "r1");
    EXPECT_EQ(to_path(route), "/logboek/aanvraag/r1");
}

TEST(Route, KnowsTheMonthOfItsDay) {
    EXPECT_EQ(parse_route("/wijziging/2027-02-01", kToday)->month, (core::Month{2027, 2}));
}

TEST(Route, KnowsTheMonthThatAYearLeadsBackTo) {
    const Route now = parse_route("/wijziging/2026", kToday).value();
    EXPECT_TRUE(now.whole_year);
    EXPECT_EQ(now.month, (core::Month{2026, 11})) << "that of today";
    EXPECT_EQ(parse_route("/wijziging/2027", kToday)->month, (core::Month{2027, 1}));
}

TEST(Route, IsNone_ForPathsThatLeadNowhere) {
    for (const char* path : {"/facturen/i%zz",
                             "/facturen/i1/pdf",
                             "/jaaroverzichten/alles",
                             "/jaaroverzichten/25",
                             "/stamgegevens/contract",
                             "/stamgegevens/contracten/c1",
                             "/wijziging/2026-13",
                             "/wijziging/2026-02-30",
                             "/wijziging/2026-11/extra",
                             "/wijziging/1899",
                             "/wijziging/3000",
                             "/wijziging/226",
                             "/wijziging/-026",
                             "/wijziging/2026/11",
                             "/wijziging/2026-11-25/ruil",
                             "/wijziging/2026-11-25/extra/x",
                             "/logboek/1",
                             "/logboek/aanvraag",
                             "/logboek/aanvraag/%00",
                             "/logboek/aanvraag/r1/x",
                             "/logboek/aanvragen/1",
                             "/tegoed/noor",
                             "/planner/2026",
                             "/%00"}) {
        EXPECT_FALSE(parse_route(path, kToday)) << path;
    }
}

}  // namespace
}  // namespace portal::app
