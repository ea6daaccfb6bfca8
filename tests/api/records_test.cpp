#include "api/records_codec.hpp"
#include "api/samples.hpp"

#include <gtest/gtest.h>

namespace portal::api {
namespace {

core::Record guardian() {
    core::Record record{core::RecordKind::kGuardian, "jasmijn", {}, "7", {}};
    record.fields = {{"firstName", "Jasmijn 🐸"},
                     {"iban", "NL91ABNA0417164300", std::nullopt,
                      core::WaitingValue{"NL20INGB0001234567", samples::moment("2026-11-20T08:00:00Z"), "Thomas"}}};
    return record;
}

core::FamilyRecords family() {
    core::FamilyRecords records;
    records.rights = {{{core::RecordKind::kChild, "allergies"}, core::FieldRight::kFixed}};
    records.guardians = {guardian()};
    records.children = {{core::RecordKind::kChild,
                         "noor",
                         {},
                         "1",
                         {{"firstName", "Noor"}, {"photoPublic", "refused", samples::day("2025-09-01")}}}};
    records.contacts = {{core::RecordKind::kContact, "oma", "noor", "2", {{"name", "Oma\tAns"}}}};
    return records;
}

TEST(RecordsRoundTrip, KeepsRecords) {
    const std::string text = encode(family());
    const auto decoded = decode_family_records(text);
    ASSERT_TRUE(decoded) << decoded.error.detail;
    EXPECT_EQ(encode(*decoded.value), text);
    EXPECT_EQ(decoded.value->guardians, family().guardians);
    EXPECT_EQ(decoded.value->children, family().children);
    EXPECT_EQ(decoded.value->contacts, family().contacts);
    EXPECT_EQ(core::right_of(decoded.value->rights, core::RecordKind::kChild,
                             *core::find_field(core::RecordKind::kChild, "allergies")),
              core::FieldRight::kFixed);
    EXPECT_EQ(decode_record(encode(guardian())).value, guardian());
}

TEST(RecordsRoundTrip, KeepsEditsAndOrders) {
    const auto edit = decode_record_edit(encode(RecordEdit{{{"city", ""}, {"notes", "a\n\"b\" \\"}}}));
    ASSERT_TRUE(edit);
    EXPECT_EQ(edit.value->fields, (std::vector<core::FieldInput>{{"city", ""}, {"notes", "a\n\"b\" \\"}}));
    EXPECT_EQ(decode_order(encode_order({"b", "a"})).value, (std::vector<std::string>{"b", "a"}));
}

TEST(RecordsRoundTrip, KeepsConflicts) {
    const auto decoded =
        decode_record_conflict(encode(RecordConflict{{412, "changed-meanwhile", "", "", "", "", {}}, guardian()}));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded.value->problem.code, "changed-meanwhile");
    EXPECT_EQ(decoded.value->current, guardian());
}

TEST(RecordsRoundTrip, KeepsChanges) {
    core::RecordChange change;
    change.id = "c1";
    change.at = samples::moment("2026-11-20T08:00:00Z");
    change.by = "Thomas";
    change.record = core::RecordKind::kContact;
    change.record_id = "oma";
    change.subject = "Oma";
    change.action = core::RecordChange::Action::kRemoved;
    change.field = "name";
    change.old_value = "Oma";
    change.new_value = "Opa";
    change.state = core::RecordChange::State::kRejected;
    change.decided_at = samples::moment("2026-11-21T08:00:00Z");
    change.reason = "Nee.";
    change.child = core::ChildId{"noor"};
    core::RecordChange plain;
    plain.id = "c2";
    plain.record_id = "noor";
    const std::string text = encode(std::vector{change, plain});
    const auto decoded = decode_record_changes(text);
    ASSERT_TRUE(decoded) << decoded.error.detail;
    EXPECT_EQ(encode(*decoded.value), text);
    EXPECT_EQ(decoded.value->at(0).reason, "Nee.");
    EXPECT_EQ(decoded.value->at(0).child.value, "noor");
    EXPECT_FALSE(decoded.value->at(1).decided_at);
}

TEST(RecordsBadInput, NamesTheField) {
    const auto expect = [](const char* text, const char* field) {
        const auto decoded = decode_record_edit(text);
        EXPECT_FALSE(decoded) << text;
        EXPECT_EQ(decoded.error.field, field) << text;
    };
    expect("{}", "fields");
    expect(R"({"fields":[]})", "fields");
    expect(R"({"fields":{"city":null}})", "fields.city");
    expect(R"({"fields":{"city":7}})", "fields.city");
    expect(R"({"fields":{"city":"a\u0000"}})", "fields.city");
    expect("nonsense", "");
    std::string many = R"({"fields":{"f":"")";
    for (int number = 0; number < 100; ++number) {
        many += ",\"f" + std::to_string(number) + "\":\"\"";
    }
    expect((many + "}}").c_str(), "fields");
    EXPECT_EQ(decode_order(R"({"contacts":["a b"]})").error.field, "contacts[0]");
    EXPECT_EQ(decode_record(R"({"kind":"dog","id":"a","version":"1","fields":{}})").error.field, "kind");
    EXPECT_TRUE(decode_record(R"({"kind":"child","id":"a","version":"1","fields":{"new":{"value":"x"}}})"))
        << "fields of a later server are left aside";
}

}  // namespace
}  // namespace portal::api
