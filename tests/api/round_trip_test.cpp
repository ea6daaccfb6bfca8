#include "api/codec.hpp"
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

TEST(RoundTrip, KeepsCredentials) {
    const auto decoded = decode_credentials(encode(Credentials{"jasmijn@example.nl", "p\"w\\ 🐸"}));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->email, "jasmijn@example.nl");
    EXPECT_EQ(decoded.value->password, "p\"w\\ 🐸");
}

TEST(RoundTrip, KeepsAnAccount) {
    expect_round_trip(Account{core::GuardianId{"g"}, "Jasmijn Visser", "j@example.nl", "De Boomgaard"}, decode_account);
}

TEST(RoundTrip, KeepsWhatWasSeenAndWhatIsTold) {
    Account account{core::GuardianId{"g"}, "Jasmijn Visser", "j@example.nl", "De Boomgaard"};
    account.decisions_seen_at = samples::moment("2026-11-20T08:00:00Z");
    const auto decoded = decode_account(encode(account));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->decisions_seen_at, account.decisions_seen_at);
    EXPECT_EQ(decode_decisions_seen(encode_decisions_seen(*account.decisions_seen_at)).value,
              account.decisions_seen_at);
    const std::vector<Notice> notices{
        {"a", "Studiedag", "Wij zijn dicht.\n🐸", samples::moment("2026-11-19T08:00:00Z"), samples::day("2026-12-09")},
        {"b", "Welkom", "", samples::moment("2026-11-01T08:00:00Z"), std::nullopt}};
    expect_round_trip(notices, decode_notices);
    EXPECT_EQ(decode_notices(R"({"notices":[{"id":"a","title":"","text":""}]})").error.field, "notices[0].title");
}

TEST(RoundTrip, KeepsRevisions) {
    const Revisions revisions{"a1", "b2"};
    EXPECT_EQ(decode_revisions(encode(revisions)).value, revisions);
    EXPECT_EQ(decode_revisions(R"({"changeRequests":"a1"})").error.field, "changes");
}

TEST(RoundTrip, TakesAContractThatADeviceKeptBeforeStagesForASignedOne) {
    std::string kept = encode(samples::family());
    const std::string stage = R"("stage":"to-sign",)";
    for (std::size_t at = kept.find(stage); at != std::string::npos; at = kept.find(stage)) {
        kept.erase(at, stage.size());
    }
    const auto decoded = decode_family(kept);
    ASSERT_TRUE(decoded) << kept;
    EXPECT_TRUE(decoded.value->contracts[0].is_signed());
}

TEST(RoundTrip, KeepsAFamily) {
    expect_round_trip(samples::family(), decode_family);
    const auto decoded = decode_family(encode(samples::family()));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->children[1].first_name, "Yoüssef 🐸");
    EXPECT_TRUE(decoded.value->guardians[0].pays);
    EXPECT_EQ(decoded.value->contracts[0].week, samples::family().contracts[0].week);
    EXPECT_EQ(decoded.value->contracts[0].type.value, "40-weken");
    EXPECT_EQ(decoded.value->contracts[0].weeks_per_year, 40);
    EXPECT_EQ(decoded.value->contracts[0].hourly_rate, core::Money{1095});
    EXPECT_EQ(decoded.value->contracts[0].stage, core::ContractStage::kToSign);
    EXPECT_FALSE(decoded.value->contracts[1].end.has_value());
}

TEST(RoundTrip, KeepsLocations) {
    expect_round_trip(samples::locations(), decode_locations);
    const auto decoded = decode_locations(encode(samples::locations()));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->calendar.special_days[0].location, core::LocationId{"reigers"});
    EXPECT_EQ(decoded.value->calendar.special_days[1].kind, core::SpecialDayKind::kOuting);
    EXPECT_EQ(decoded.value->calendar.closures[1].location, core::LocationId{"reigers"});
}

TEST(RoundTrip, KeepsOccupancy) {
    const Occupancy occupancy{samples::day("2026-11-01"), samples::day("2026-11-30"), {samples::block()}};
    const auto decoded = decode_occupancy(encode(occupancy));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->from, occupancy.from);
    EXPECT_EQ(decoded.value->to, occupancy.to);
    EXPECT_EQ(decoded.value->blocks, occupancy.blocks);
}

TEST(RoundTrip, KeepsAWish_WhoseEndIsBeforeItsStart) {
    const core::CareSpan backwards{samples::day("2026-11-25"), {core::TimeOfDay{13, 0}, core::TimeOfDay{9, 0}}};
    const auto decoded =
        decode_submission(encode(Submission{{{core::extra_wish(core::ChildId{"noor"}, backwards), {}, "Regel."}}}));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->wishes.at(0).wish.time, backwards.time);
}

TEST(RoundTrip, KeepsEveryKindOfWish) {
    const core::ChildId noor{"noor"};
    const core::CareSpan wanted{samples::day("2026-11-25"), {core::TimeOfDay{7, 30}, core::TimeOfDay{13, 0}}};
    const core::CareSpan given{samples::day("2026-11-24"), {core::TimeOfDay{13, 0}, core::TimeOfDay{18, 30}}};
    const std::vector<core::Wish> wishes{
        core::extra_wish(noor, wanted, core::Payment::kCredit), core::swap_wish(noor, given, wanted),
        core::absence_wish(noor, wanted, core::AbsenceReason::kVacation), core::sick_wish(noor, wanted.date),
        core::sick_wish(noor, wanted.date, samples::day("2026-11-27"))};
    Submission submission;
    for (const core::Wish& wish : wishes) {
        submission.wishes.push_back({wish, core::RuleVersionId{"v1"}, "Geen restitutie."});
    }
    const auto decoded = decode_submission(encode(submission));
    ASSERT_TRUE(decoded) << decoded.error.field << decoded.error.detail;
    ASSERT_EQ(decoded.value->wishes.size(), wishes.size());
    for (std::size_t index = 0; index < wishes.size(); ++index) {
        EXPECT_EQ(decoded.value->wishes[index].wish, wishes[index]) << index;
        EXPECT_EQ(decoded.value->wishes[index].rule_version.value, "v1");
    }
}

TEST(RoundTrip, KeepsEveryKindOfRequest) {
    expect_round_trip(samples::swap_request(), decode_change_request);
    expect_round_trip(samples::sick_request(), decode_change_request);
    expect_round_trip(samples::absence_request(), decode_change_request);
    const auto swap = decode_change_request(encode(samples::swap_request()));
    ASSERT_TRUE(swap);
    EXPECT_EQ(swap.value->given, samples::swap_request().given);
    EXPECT_EQ(swap.value->expired_at, samples::swap_request().expired_at);
    const auto sick = decode_change_request(encode(samples::sick_request()));
    ASSERT_TRUE(sick);
    EXPECT_EQ(sick.value->last, samples::sick_request().last);
    EXPECT_EQ(sick.value->recovered_at, samples::sick_request().recovered_at);
    EXPECT_EQ(sick.value->written_at, samples::sick_request().written_at);
    const auto absence = decode_change_request(encode(samples::absence_request()));
    ASSERT_TRUE(absence);
    EXPECT_EQ(absence.value->reason, core::AbsenceReason::kVacation);
    EXPECT_EQ(absence.value->withdrawn_at, samples::absence_request().withdrawn_at);
    EXPECT_EQ(absence.value->withdrawal_written_at, samples::absence_request().withdrawal_written_at);
}

TEST(RoundTrip, KeepsCredit) {
    expect_round_trip(samples::credit(), decode_credit);
    const auto decoded = decode_credit(encode(samples::credit()));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->ledgers[0].entries, samples::credit().ledgers[0].entries);
}

TEST(RoundTrip, KeepsTheLastDayOfAnIllness) {
    EXPECT_EQ(decode_recovery(encode_recovery(samples::day("2026-11-27"))).value, samples::day("2026-11-27"));
    EXPECT_EQ(decode_recovery("{}").error.field, "lastDate");
}

TEST(RoundTrip, KeepsRequests) {
    expect_round_trip(samples::open_request(), decode_change_request);
    expect_round_trip(samples::decided_request(), decode_change_request);
    const std::vector<core::ChangeRequest> both{samples::open_request(), samples::decided_request()};
    expect_round_trip(both, decode_change_requests);
    const auto decoded = decode_change_requests(encode(both));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->at(1).decided_at, samples::moment("2026-11-19T09:15:00Z"));
    EXPECT_EQ(decoded.value->at(0).rule_text, "Geen restitutie.\nNiet ruilbaar.");
}

TEST(RoundTrip, KeepsAProblem) {
    expect_round_trip(Problem{422,
                              "extra-closed",
                              "Cannot be carried out",
                              "Closed that day.",
                              "date",
                              "5f3c",
                              {{1, "absence-no-care", "No care then.", "date"}}},
                      decode_problem);
}

TEST(RoundTrip, KeepsEmptyLists) {
    expect_round_trip(core::Family{}, decode_family);
    expect_round_trip(core::Locations{}, decode_locations);
    expect_round_trip(std::vector<core::ChangeRequest>{}, decode_change_requests);
}

TEST(WireFormat, SpellsARequestAsTheContractSays) {
    EXPECT_EQ(encode(samples::decided_request()),
              R"({"careType":"bso","childId":"noor","creditUsed":{"amount":1,"unit":"day-parts"},)"
              R"("date":"2026-11-25","decidedAt":"2026-11-19T09:15:00Z",)"
              R"("decisionReason":"De groep is vol.","end":"13:00","id":"request-1","kind":"extra",)"
              R"("locationId":"kikkers","payment":"credit-and-invoice","price":{"cents":6023,"currency":"EUR"},)"
              R"("ruleText":"Geen restitutie.\nNiet ruilbaar.","ruleVersion":"reigers-2025","start":"07:30",)"
              R"("state":"rejected",)"
              R"("submittedAt":"2026-11-18T18:42:00Z","submittedBy":"Jasmijn Visser-de Boer"})");
}

TEST(WireFormat, GivesAProblemATypeOfItsCode) {
    EXPECT_EQ(encode(Problem{404, "not-found", "Not found", "There is no such child.", "", "", {}}),
              R"({"code":"not-found","detail":"There is no such child.","status":404,"title":"Not found",)"
              R"("type":"urn:ouderlogin:problem:not-found"})");
}

TEST(WireFormat, ReplacesBytesThatAreNoText) {
    const std::string text = encode(Credentials{"a\xFF@example.nl", "password"});
    const auto decoded = decode_credentials(text);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->email, "a\uFFFD@example.nl");
}

}  // namespace
}  // namespace portal::api
