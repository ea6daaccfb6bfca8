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

TEST(RoundTrip, KeepsAFamily) {
    expect_round_trip(samples::family(), decode_family);
    const auto decoded = decode_family(encode(samples::family()));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->children[1].first_name, "Yoüssef 🐸");
    EXPECT_TRUE(decoded.value->guardians[0].pays);
    EXPECT_EQ(decoded.value->contracts[0].week, samples::family().contracts[0].week);
    EXPECT_EQ(decoded.value->contracts[0].hourly_rate, core::Money{1095});
    EXPECT_FALSE(decoded.value->contracts[1].end.has_value());
}

TEST(RoundTrip, KeepsLocations) {
    expect_round_trip(samples::locations(), decode_locations);
    const auto decoded = decode_locations(encode(samples::locations()));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->offers[0].extra_care, samples::locations().offers[0].extra_care);
    EXPECT_EQ(decoded.value->offers[1].extra_care, samples::locations().offers[1].extra_care);
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
    NewExtraCare wanted;
    wanted.wish = {core::ChildId{"noor"}, samples::day("2026-11-25"), {core::TimeOfDay{13, 0}, core::TimeOfDay{9, 0}}};
    wanted.rule_text = "Geen restitutie.";
    expect_round_trip(wanted, decode_new_extra_care);
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
    expect_round_trip(Problem{422, "extra-closed", "Cannot be carried out", "Closed that day.", "date", "5f3c"},
                      decode_problem);
}

TEST(RoundTrip, KeepsEmptyLists) {
    expect_round_trip(core::Family{}, decode_family);
    expect_round_trip(core::Locations{}, decode_locations);
    expect_round_trip(std::vector<core::ChangeRequest>{}, decode_change_requests);
}

TEST(WireFormat, SpellsARequestAsTheContractSays) {
    EXPECT_EQ(encode(samples::decided_request()),
              R"({"careType":"bso","childId":"noor","date":"2026-11-25","decidedAt":"2026-11-19T09:15:00Z",)"
              R"("decisionReason":"De groep is vol.","end":"13:00","id":"request-1","kind":"extra",)"
              R"("locationId":"kikkers","price":{"cents":6023,"currency":"EUR"},)"
              R"("ruleText":"Geen restitutie.\nNiet ruilbaar.","start":"07:30","state":"rejected",)"
              R"("submittedAt":"2026-11-18T18:42:00Z","submittedBy":"Jasmijn Visser-de Boer"})");
}

TEST(WireFormat, GivesAProblemATypeOfItsCode) {
    EXPECT_EQ(encode(Problem{404, "not-found", "Not found", "There is no such child.", "", ""}),
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
