#include "core/records.hpp"

#include "core/record_change.hpp"

#include <gtest/gtest.h>

#include <set>

namespace portal::core {
namespace {

using Outcome = FieldChange::Outcome;

const Date kToday = Date::parse("2026-11-23").value();

Record guardian() {
    Record record{RecordKind::kGuardian, "jasmijn", {}, "1", {}};
    record.fields = {{"firstName", "Jasmijn"},
                     {"lastName", "Visser"},
                     {"mobile", "06 12345678"},
                     {"email", "jasmijn@example.nl"},
                     {"bsn", "••••••019"}};
    return record;
}

Record contact() {
    Record record{RecordKind::kContact, "oma", "noor", "1", {}};
    record.fields = {
        {"name", "Oma Riet"}, {"relation", "oma"}, {"phone", "+31612345678"}, {"emergency", "yes"}, {"pickup", "no"}};
    return record;
}

EditPlan edit(const Record& record, const std::vector<FieldInput>& inputs, const FieldRights& rights = {}) {
    return plan_edit(record, rights, inputs, kToday);
}

void expect_fault(const EditPlan& plan, const char* field, FieldError error) {
    EXPECT_TRUE(plan.changes.empty());
    ASSERT_EQ(plan.faults.size(), 1U);
    EXPECT_EQ(plan.faults[0], (FieldFault{field, error}));
}

TEST(Fields, HaveNamesThatAreTheirOwn) {
    for (const RecordKind kind : {RecordKind::kGuardian, RecordKind::kChild, RecordKind::kContact}) {
        std::set<std::string_view> names;
        for (const FieldSpec& spec : fields_of(kind)) {
            EXPECT_TRUE(names.insert(spec.name).second) << spec.name;
            EXPECT_EQ(find_field(kind, spec.name), &spec);
            EXPECT_EQ(spec.choices.empty(), spec.type != FieldType::kChoice) << spec.name;
        }
        EXPECT_EQ(record_kind_from(to_string(kind)), kind);
    }
    EXPECT_EQ(find_field(RecordKind::kChild, "iban"), nullptr);
}

TEST(Rights, AreTheOrganisations_ButForCitizenNumbers) {
    const FieldSpec& street = *find_field(RecordKind::kGuardian, "street");
    const FieldSpec& bsn = *find_field(RecordKind::kGuardian, "bsn");
    const FieldRights rights{{{RecordKind::kGuardian, "street"}, FieldRight::kFixed},
                             {{RecordKind::kGuardian, "bsn"}, FieldRight::kDirect}};
    EXPECT_EQ(right_of({}, RecordKind::kGuardian, street), FieldRight::kDirect);
    EXPECT_EQ(right_of(rights, RecordKind::kGuardian, street), FieldRight::kFixed);
    EXPECT_EQ(right_of(rights, RecordKind::kChild, *find_field(RecordKind::kChild, "street")), FieldRight::kDirect);
    EXPECT_EQ(right_of(rights, RecordKind::kGuardian, bsn), FieldRight::kFixed);
}

TEST(Edits, ChangeAtOnceOrWait) {
    const EditPlan plan =
        edit(guardian(), {{"mobile", "06-87654321"}, {"iban", "nl91abna0417164300"}, {"city", "Leiden"}});
    ASSERT_TRUE(plan.faults.empty());
    ASSERT_EQ(plan.changes.size(), 3U);
    EXPECT_EQ(plan.changes[0].field, "city");
    EXPECT_EQ(plan.changes[1].field, "mobile");
    EXPECT_EQ(plan.changes[1].old_value, "06 12345678");
    EXPECT_EQ(plan.changes[1].new_value, "+31687654321");
    EXPECT_EQ(plan.changes[1].outcome, Outcome::kDone);
    EXPECT_EQ(plan.changes[2].new_value, "NL91ABNA0417164300");
    EXPECT_EQ(plan.changes[2].outcome, Outcome::kWaits);
}

TEST(Edits, ThatWriteTheSameOtherwise_ChangeNothing) {
    EXPECT_TRUE(edit(guardian(), {{"mobile", "+31 6 12345678"}, {"firstName", " Jasmijn "}, {"bsn", "••••••019"}})
                    .changes.empty());
}

TEST(Edits, OfWhatWaits_ReplaceItOrTakeItBack) {
    Record record = guardian();
    record.fields[1].waiting = WaitingValue{"Visser-de Boer", {}, "Jasmijn Visser"};
    EXPECT_EQ(wanted_value(record, "lastName"), "Visser-de Boer");
    EXPECT_TRUE(edit(record, {{"lastName", "Visser-de Boer"}}).changes.empty());
    EXPECT_EQ(edit(record, {{"lastName", "De Boer"}}).changes.at(0).outcome, Outcome::kWaits);
    EXPECT_EQ(edit(record, {{"lastName", "De Boer"}}).changes.at(0).old_value, "Visser") << "what counts";
    EXPECT_EQ(edit(record, {{"lastName", "Visser"}}).changes.at(0).outcome, Outcome::kWithdrawn);
}

TEST(Edits, OfAFieldThatBecameDirect_CountAlsoWhereSomethingWaits) {
    Record record = guardian();
    record.fields[1].waiting = WaitingValue{"Visser-de Boer", {}, "Jasmijn Visser"};
    const FieldRights rights{{{RecordKind::kGuardian, "lastName"}, FieldRight::kDirect}};
    EXPECT_EQ(edit(record, {{"lastName", "Visser"}}, rights).changes.at(0).outcome, Outcome::kDone);
}

TEST(Edits, AreRefusedAsAWhole) {
    const EditPlan plan = edit(guardian(), {{"city", "Leiden"}, {"postcode", "12"}, {"mobile", ""}});
    EXPECT_TRUE(plan.changes.empty());
    ASSERT_EQ(plan.faults.size(), 2U);
    EXPECT_EQ(plan.faults[0], (FieldFault{"postcode", FieldError::kNoPostcode}));
    EXPECT_EQ(plan.faults[1], (FieldFault{"mobile", FieldError::kMissing}));
}

TEST(Edits, OfFixedAndUnknownFieldsAreRefused) {
    expect_fault(edit(guardian(), {{"bsn", "999990019"}}), "bsn", FieldError::kFixed);
    expect_fault(edit(guardian(), {{"pays", "yes"}}), "pays", FieldError::kFixed);
    expect_fault(edit(guardian(), {{"shoeSize", "38"}}), "shoeSize", FieldError::kUnknown);
    expect_fault(edit(guardian(), {{"relation", "oma"}}), "relation", FieldError::kNoChoice);
}

TEST(Edits, LeaveAlone_WhatWouldNotBeTakenToday) {
    Record record = guardian();
    record.fields[2].value = "bel Thomas";
    EXPECT_TRUE(edit(record, {{"mobile", "bel Thomas"}}).faults.empty());
    EXPECT_TRUE(edit(record, {{"street", "Kade"}}).faults.empty()) << "no house number was there before";
    expect_fault(edit(record, {{"mobile", "bel Jasmijn"}}), "mobile", FieldError::kNoPhone);
}

TEST(Contacts, NeedWhatIsRequired_WhenTheyAreNew) {
    Record fresh;
    fresh.kind = RecordKind::kContact;
    const EditPlan nothing = edit(fresh, {});
    ASSERT_EQ(nothing.faults.size(), 4U);
    EXPECT_EQ(nothing.faults[0], (FieldFault{"name", FieldError::kMissing}));
    EXPECT_EQ(nothing.faults[3], (FieldFault{"emergency", FieldError::kNoRole}));
    expect_fault(edit(fresh, {{"name", ""}, {"relation", "oma"}, {"phone", "0612345678"}, {"pickup", "yes"}}), "name",
                 FieldError::kMissing);
}

TEST(Contacts, WaitForApprovalInWhatTheyMayDoOnly_WhenTheyAreNew) {
    Record fresh;
    fresh.kind = RecordKind::kContact;
    const FieldRights rights{{{RecordKind::kContact, "pickup"}, FieldRight::kApproval},
                             {{RecordKind::kContact, "name"}, FieldRight::kApproval}};
    const EditPlan plan = edit(
        fresh, {{"name", "Oma"}, {"relation", "oma"}, {"phone", "0612345678"}, {"emergency", "yes"}, {"pickup", "yes"}},
        rights);
    ASSERT_EQ(plan.changes.size(), 5U);
    EXPECT_EQ(plan.changes[0].outcome, Outcome::kDone);
    EXPECT_EQ(plan.changes[4].field, "pickup");
    EXPECT_EQ(plan.changes[4].outcome, Outcome::kWaits);
}

TEST(Contacts, CanBeCalledOrPickUp_OrBoth) {
    EXPECT_TRUE(edit(contact(), {{"emergency", "no"}, {"pickup", "yes"}}).faults.empty());
    expect_fault(edit(contact(), {{"emergency", "no"}}), "emergency", FieldError::kNoRole);
}

TEST(Contacts, AreValidForAPeriodThatEndsAfterItBegins) {
    expect_fault(edit(contact(), {{"validFrom", "2026-12-02"}, {"validUntil", "2026-12-01"}}), "validUntil",
                 FieldError::kEndsBeforeStart);
    EXPECT_TRUE(edit(contact(), {{"validFrom", "2028-02-29"}, {"validUntil", "2028-02-29"}}).faults.empty());
    expect_fault(edit(contact(), {{"validFrom", "2027-02-29"}}), "validFrom", FieldError::kNoDate);
}

/// Every field of every record, with everything that people and others send.
TEST(Edits, SurviveWhateverIsTyped) {
    const std::string nul{"a\0b", 3};
    for (const RecordKind kind : {RecordKind::kGuardian, RecordKind::kChild, RecordKind::kContact}) {
        Record record{kind, "id", {}, "1", {}};
        for (const FieldSpec& spec : fields_of(kind)) {
            const std::string name(spec.name);
            const EditPlan with_nul = edit(record, {{name, nul}});
            EXPECT_EQ(with_nul.faults.size(), 1U) << name;
            const EditPlan too_long = edit(record, {{name, std::string(kNotesLength + 1, 'x')}});
            EXPECT_EQ(too_long.faults.size(), 1U) << name;
            EXPECT_TRUE(edit(record, {{name, ""}}).faults.empty()) << name << " was empty before";
            const bool is_text = spec.type == FieldType::kLine || spec.type == FieldType::kNotes;
            for (const char* typed : {"🐸", "مرحبا بالعالم", "<script>alert('x')</script>"}) {
                const EditPlan plan = edit(record, {{name, typed}});
                const bool is_name = spec.type == FieldType::kName && std::string(typed) != "🐸";
                const bool taken = (is_text || is_name) && right_of({}, kind, spec) != FieldRight::kFixed;
                EXPECT_EQ(plan.faults.empty(), taken) << name << ' ' << typed;
            }
        }
    }
}

TEST(Changes, HaveNamesOfTheirOwn) {
    for (const auto action : {RecordChange::Action::kChanged, RecordChange::Action::kAdded,
                              RecordChange::Action::kRemoved, RecordChange::Action::kOrdered}) {
        EXPECT_EQ(change_action_from(to_string(action)), action);
    }
    for (const auto state : {RecordChange::State::kDone, RecordChange::State::kWaiting, RecordChange::State::kApproved,
                             RecordChange::State::kRejected, RecordChange::State::kWithdrawn}) {
        EXPECT_EQ(change_state_from(to_string(state)), state);
    }
}

}  // namespace
}  // namespace portal::core
