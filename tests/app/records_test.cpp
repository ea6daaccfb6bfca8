#include "app/record_texts.hpp"
#include "app/records_fixture.hpp"

#include <algorithm>

namespace portal::app::test {
namespace {

TEST_F(RecordsTest, SendsWhatWasChanged_InTheVersionThatWasSeen) {
    open(kGuardian);
    type("mobile", "06-11 22 33 44");
    type("city", "Leiden ");
    store.dispatch(RecordSubmitted{});
    EXPECT_EQ(sent().method, Method::kPut);
    EXPECT_EQ(sent().path, "/guardians/g1");
    EXPECT_EQ(sent().if_match, "\"3\"");
    EXPECT_EQ(sent().body, R"({"fields":{"mobile":"+31611223344"}})");
    EXPECT_TRUE(form().busy());
}

TEST_F(RecordsTest, PointsAtWhatIsWrong_OnceTheParentGoesOnTypingElsewhere) {
    open(kGuardian);
    type("postcode", "12");
    type("postcode", "1234");
    EXPECT_TRUE(form().faults.empty()) << "it is still being written";
    type("city", "D");
    ASSERT_EQ(form().faults.size(), 1U);
    EXPECT_EQ(form().faults[0].field, "postcode");
    type("postcode", "1234 A");
    EXPECT_EQ(form().faults.size(), 1U) << "still wrong";
    type("postcode", "1234 AB");
    EXPECT_TRUE(form().faults.empty()) << "with the letter that mends it";
    EXPECT_EQ(form().attempts, 0U) << "focus stays where it is";
}

TEST_F(RecordsTest, GoesBackAndTellsIt_OnceItIsStored) {
    open(kGuardian);
    move_to_delft();
    store_move();
    EXPECT_EQ(outside.navigation.current(), "/stamgegevens");
    EXPECT_TRUE(state().record_forms.empty());
    EXPECT_EQ(core::value_of(state().records.value->guardians[0], "city"), "Delft");
    EXPECT_EQ(state().toast->text, text(Language::nl, Text::record_saved));
    EXPECT_GT(outside.http.count(Method::kGet, "/family"), 1U) << "names and numbers are shown elsewhere, too";
}

TEST_F(RecordsTest, AreKeptAsTheyWereStored_ForAStartWithoutNetwork) {
    open(kGuardian);
    move_to_delft();
    store_move();
    outside.storage.settle();
    const std::string& kept = outside.storage.records.at({"g1", "/records"});
    EXPECT_EQ(kept.substr(kept.find('\n') + 1), api::encode(records));
}

TEST_F(RecordsTest, AreNotTakenFromAnAnswerThatIsOlderThanWhatWasStored) {
    open(kGuardian);
    move_to_delft();
    store.dispatch(Navigated{parse_route("/stamgegevens/kind/noor", today(state())).value()});
    const std::uint64_t asked_before = outside.http.pending().back().request.id;
    ASSERT_EQ(outside.http.pending().back().request.path, "/records");
    const core::FamilyRecords before = records;
    store_move();
    const auto& pending = outside.http.pending();
    const auto asked =
        std::find_if(pending.begin(), pending.end(), [](const auto& one) { return one.request.path == "/records"; });
    ASSERT_NE(asked, pending.end());
    ASSERT_EQ(asked->request.id, asked_before) << "it is still under way";
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/records", 200, api::encode(before)));
    EXPECT_EQ(core::value_of(state().records.value->guardians[0], "city"), "Delft");
}

TEST_F(RecordsTest, SaysThatItWaits_WhereTheOrganisationHasToApprove) {
    open(kGuardian);
    type("lastName", "de Boer");
    store.dispatch(RecordSubmitted{});
    jasmijn().fields[1].waiting = core::WaitingValue{"de Boer", local(kNow), "Jasmijn Visser"};
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 200, api::encode(jasmijn())));
    EXPECT_EQ(state().toast->text, text(Language::nl, Text::record_saved_waiting));
}

TEST_F(RecordsTest, SendsNothing_WhenNothingIsNew) {
    open(kGuardian);
    const std::size_t before = outside.http.sent().size();
    type("iban", "nl20ingb0001234567");
    store.dispatch(RecordSubmitted{});
    EXPECT_EQ(outside.http.count(Method::kPut, "/guardians"), 0U) << "that is what waits already";
    EXPECT_EQ(state().toast->text, text(Language::nl, Text::record_unchanged));
    EXPECT_GT(outside.http.sent().size(), before) << "the list is read again";
}

TEST_F(RecordsTest, OfARefusedEditAreThoseOfTheRefusal_WhenItIsWrittenAnew) {
    outside.outbox.works = true;
    open(kGuardian);
    type("city", "Delft");
    store.dispatch(RecordSubmitted{});
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/guardians/g1", Transport::kUnreachable));
    set(jasmijn(), "street", "Rijnkade");
    jasmijn().version = "4";
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 412, conflict_with(jasmijn())));
    ASSERT_EQ(state().outbox.box.entries().size(), 1U);
    store.dispatch(UnsentEdited{state().outbox.box.entries()[0].key});
    EXPECT_EQ(form().base.version, "4");
    store.dispatch(RecordSubmitted{});
    const auto& pending = outside.http.pending();
    const auto anew = std::find_if(pending.begin(), pending.end(),
                                   [](const auto& one) { return one.request.method == Method::kPut; });
    ASSERT_NE(anew, pending.end());
    EXPECT_EQ(anew->request.if_match, "\"4\"");
    EXPECT_EQ(anew->request.body, R"({"fields":{"city":"Delft"}})");
}

TEST_F(RecordsTest, AnEditWaitsForTheOneThatItBuildsOn) {
    outside.outbox.works = true;
    open(kGuardian);
    type("city", "Delft");
    store.dispatch(RecordSubmitted{});
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/guardians/g1", Transport::kUnreachable));
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/guardians/g1", Transport::kUnreachable));
    store.dispatch(Navigated{parse_route(kGuardian, today(state())).value()});
    answer_records();
    type("street", "Kade");
    store.dispatch(RecordSubmitted{});
    EXPECT_EQ(sent().body, R"({"fields":{"city":"Delft"}})") << "the first again, and nothing of the second";
    EXPECT_EQ(state().outbox.box.entries().size(), 2U);
    EXPECT_TRUE(state().record_forms.empty()) << "it is kept";

    outside.presence.come();
    set(jasmijn(), "city", "Delft");
    jasmijn().version = "4";
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 200, api::encode(jasmijn())));
    const auto& pending = outside.http.pending();
    const auto second = std::find_if(pending.begin(), pending.end(),
                                     [](const auto& one) { return one.request.method == Method::kPut; });
    ASSERT_NE(second, pending.end());
    EXPECT_EQ(second->request.if_match, "\"4\"") << "the version that the first has made";
    EXPECT_EQ(second->request.body, R"({"fields":{"street":"Kade"}})");

    store.dispatch(Navigated{parse_route(kGuardian, today(state())).value()});
    EXPECT_EQ(form().base.version, "4") << "also before the list is read again";
}

TEST_F(RecordsTest, PointsAtWhatIsWrong_UntilItIsRight) {
    open(kGuardian);
    type("postcode", "12");
    type("mobile", "");
    store.dispatch(RecordSubmitted{});
    ASSERT_EQ(form().faults.size(), 2U);
    EXPECT_EQ(outside.http.count(Method::kPut, "/guardians"), 0U);
    type("postcode", "1234");
    EXPECT_EQ(form().faults.size(), 2U);
    type("postcode", "1234 ab");
    ASSERT_EQ(form().faults.size(), 1U);
    type("houseNumber", "B");
    EXPECT_EQ(form().faults.size(), 1U) << "not what is being written";
    type("mobile", "0612345678");
    ASSERT_EQ(form().faults.size(), 1U);
    EXPECT_EQ(form().faults[0].field, "houseNumber");
}

TEST_F(RecordsTest, ShowsWhatTheServerFindsWrong) {
    open(kGuardian);
    type("email", "fatima@example.nl");
    store.dispatch(RecordSubmitted{});
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 422, field_problem({{"email", "field-taken"}})));
    ASSERT_EQ(form().faults.size(), 1U);
    EXPECT_EQ(form().faults[0].error, core::FieldError::kTaken);
    EXPECT_EQ(form().typed.at("email"), "fatima@example.nl");
}

TEST_F(RecordsTest, KeepsWhatWasTyped_WhenTheNetworkFails) {
    open(kGuardian);
    type("city", "Delft");
    store.dispatch(RecordSubmitted{});
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/guardians/g1", Transport::kUnreachable));
    EXPECT_EQ(form().failure, Failure::kUnreachable);
    EXPECT_EQ(form().typed.at("city"), "Delft");
    store.dispatch(RecordSubmitted{});
    EXPECT_EQ(outside.http.count(Method::kPut, "/guardians/g1"), 2U);
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 500, "oops"));
    EXPECT_EQ(form().failure, Failure::kServer);
    store.dispatch(RecordSubmitted{});
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 200, "<html>"));
    EXPECT_EQ(form().failure, Failure::kServer) << "an answer that makes no sense";
    EXPECT_EQ(form().typed.at("city"), "Delft");
}

TEST_F(RecordsTest, KeepWhatWasTyped_WhileTheParentLooksElsewhere) {
    open(kGuardian);
    type("city", "Delft");
    store.dispatch(Navigated{parse_route("/logboek", today(state())).value()});
    store.dispatch(Navigated{parse_route(kGuardian, today(state())).value()});
    answer_records();
    EXPECT_EQ(shown_text(form(), *core::find_field(core::RecordKind::kGuardian, "city")), "Delft");
    EXPECT_TRUE(form().restored);
    store.dispatch(RecordFormClosed{});
    EXPECT_EQ(outside.navigation.current(), "/stamgegevens");
    EXPECT_TRUE(state().record_forms.empty()) << "cancelled on purpose";
}

TEST_F(RecordsTest, KeepWhatWasTyped_WhenTheSessionEnds_ForTheSameParentOnly) {
    open(kGuardian);
    type("city", "Delft");
    store.dispatch(RecordSubmitted{});
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 401));
    EXPECT_EQ(state().session, Session::kSignedOut);
    store.dispatch(EmailTyped{"jasmijn@example.nl"});
    store.dispatch(PasswordTyped{"x"});
    store.dispatch(SignInPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 200, account()));
    EXPECT_EQ(form().typed.at("city"), "Delft");
    EXPECT_FALSE(form().busy());

    store.dispatch(RecordSubmitted{});
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 401));
    store.dispatch(EmailTyped{"thomas@example.nl"});
    store.dispatch(PasswordTyped{"x"});
    store.dispatch(SignInPressed{});
    api::Account other{core::GuardianId{"g2"}, "Thomas", "thomas@example.nl", "De Boomgaard"};
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/session", 200, api::encode(other)));
    EXPECT_TRUE(state().record_forms.empty());
}

TEST_F(RecordsTest, TakeOverWhatSomebodyElseChanged_WhereOnlyTheyDid) {
    open(kGuardian);
    type("city", "Delft");
    store.dispatch(RecordSubmitted{});
    set(jasmijn(), "street", "Rijnkade");
    jasmijn().version = "4";
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 412, conflict_with(jasmijn())));
    EXPECT_TRUE(form().conflicts.empty());
    EXPECT_EQ(form().taken_over, std::vector<std::string>{"street"});
    EXPECT_EQ(form().typed.at("city"), "Delft");
    store.dispatch(RecordSubmitted{});
    EXPECT_EQ(sent().if_match, "\"4\"");
    EXPECT_EQ(sent().body, R"({"fields":{"city":"Delft"}})");
}

TEST_F(RecordsTest, LetTheParentChoose_WhereTwoWroteInOneField) {
    open(kGuardian);
    type("city", "Delft");
    type("street", "Kade");
    store.dispatch(RecordSubmitted{});
    set(jasmijn(), "city", "Den Haag");
    set(jasmijn(), "street", "Rijnkade");
    jasmijn().version = "4";
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 412, conflict_with(jasmijn())));
    ASSERT_EQ(form().conflicts.size(), 2U);
    const auto conflict = std::find_if(form().conflicts.begin(), form().conflicts.end(),
                                       [](const FieldConflict& each) { return each.field == "city"; });
    EXPECT_EQ(conflict->mine, "Delft");
    EXPECT_EQ(conflict->theirs, "Den Haag");
    store.dispatch(RecordSubmitted{});
    EXPECT_EQ(outside.http.count(Method::kPut, "/guardians/g1"), 1U) << "not before there is a choice";
    store.dispatch(ConflictChosen{"city", false});
    store.dispatch(ConflictChosen{"street", false});
    store.dispatch(ConflictChosen{"street", true});
    store.dispatch(RecordSubmitted{});
    EXPECT_EQ(sent().body, R"({"fields":{"street":"Kade"}})");
    EXPECT_EQ(sent().if_match, "\"4\"");
}

TEST_F(RecordsTest, IsNoConflict_WhenBothWroteTheSame) {
    open(kGuardian);
    type("mobile", "06 99998888");
    store.dispatch(RecordSubmitted{});
    set(jasmijn(), "mobile", "+31699998888");
    jasmijn().version = "4";
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 412, conflict_with(jasmijn())));
    EXPECT_TRUE(form().conflicts.empty());
    EXPECT_TRUE(form().typed.empty());
}

TEST_F(RecordsTest, OfAFormWithoutTyping_FollowTheServer) {
    open(kGuardian);
    set(jasmijn(), "city", "Delft");
    store.dispatch(Navigated{parse_route(kGuardian, today(state())).value()});
    answer_records();
    EXPECT_EQ(core::value_of(form().base, "city"), "Delft");
}

TEST_F(RecordsTest, AddAContactWithAKey_AnotherAfterEachChange) {
    open("/stamgegevens/noodpersonen/noor/nieuw");
    const std::string first = form().idempotency_key;
    EXPECT_FALSE(first.empty());
    type("name", "Tante");
    EXPECT_NE(form().idempotency_key, first);
    store.dispatch(RecordSubmitted{});
    EXPECT_EQ(form().faults.size(), 2U) << "it is one to call already";
    type("relation", "tante");
    type("phone", "0612345678");
    type("pickup", "yes");
    store.dispatch(RecordSubmitted{});
    EXPECT_EQ(sent().method, Method::kPost);
    EXPECT_EQ(sent().path, "/children/noor/emergency-contacts");
    const std::string key = sent().idempotency_key;
    ASSERT_TRUE(outside.http.fail(Method::kPost, "/children/noor", Transport::kTimedOut));
    store.dispatch(RecordSubmitted{});
    EXPECT_EQ(sent().idempotency_key, key) << "the same contact, tried again";
    core::Record tante{core::RecordKind::kContact, "tante", "noor", "1", {{"name", "Tante"}}};
    ASSERT_TRUE(outside.http.answer(Method::kPost, "/children/noor", 201, api::encode(tante)));
    EXPECT_EQ(outside.navigation.current(), "/stamgegevens/noodpersonen/noor");
    EXPECT_EQ(state().records.value->contacts.back().id, "tante");
}

TEST_F(RecordsTest, BelongToNobody_AfterSigningOut) {
    open(kGuardian);
    type("city", "Delft");
    store.dispatch(SignOutPressed{});
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/session", 204));
    EXPECT_TRUE(state().record_forms.empty());
    EXPECT_FALSE(state().records.value);
}

TEST(RecordRoutes, AreThereAndBackAgain) {
    const core::Date today = day("2026-11-23");
    for (const char* path :
         {"/stamgegevens", "/stamgegevens/ouders", "/stamgegevens/ouder/g1", "/stamgegevens/kind/noor",
          "/stamgegevens/noodpersonen/noor", "/stamgegevens/noodpersonen/noor/nieuw",
          "/stamgegevens/noodpersonen/noor/5f3c", "/stamgegevens/contract/K-1%2F2"}) {
        const auto route = parse_route(path, today);
        ASSERT_TRUE(route) << path;
        EXPECT_EQ(to_path(*route), path);
    }
    EXPECT_EQ(parse_route("/stamgegevens/contract/K-1%2F2", today)->id, "K-1/2");
    for (const char* path :
         {"/stamgegevens/hond/1", "/stamgegevens/kind", "/stamgegevens/kind/a/b", "/stamgegevens/kind/%zz",
          "/stamgegevens/kind/%00", "/stamgegevens/noodpersonen", "/stamgegevens/noodpersonen/a/b/c"}) {
        EXPECT_FALSE(parse_route(path, today)) << path;
    }
    EXPECT_EQ(to_path(parent_route(*parse_route("/stamgegevens/noodpersonen/noor/5f3c", today))),
              "/stamgegevens/noodpersonen/noor");
    EXPECT_EQ(to_path(parent_route(*parse_route("/stamgegevens/kind/noor", today))), "/stamgegevens");
}

TEST(RecordTexts, WriteNumbersAsPeopleDo) {
    EXPECT_EQ(phone_number("+31612345678"), "06 12345678");
    EXPECT_EQ(phone_number("+31715123456"), "071 5123456");
    EXPECT_EQ(phone_number("+31172123456"), "0172 123456");
    EXPECT_EQ(phone_number("+32470123456"), "+32470123456");
    EXPECT_EQ(phone_number("06 12345678"), "06 12345678");
    EXPECT_EQ(phone_number("bel Thomas"), "bel Thomas");
    EXPECT_EQ(grouped_iban("NL91ABNA0417164300"), "NL91 ABNA 0417 1643 00");
    EXPECT_EQ(grouped_iban("NL91"), "NL91");
}

TEST(RecordTexts, NameEveryFieldAndChoice) {
    for (const core::RecordKind kind :
         {core::RecordKind::kGuardian, core::RecordKind::kChild, core::RecordKind::kContact}) {
        for (const core::FieldSpec& spec : core::fields_of(kind)) {
            const bool is_notes = spec.name == "notes";
            EXPECT_EQ(field_label(kind, spec.name) == Text::record_field_notes, is_notes) << spec.name;
            for (const std::string_view choice : spec.choices) {
                EXPECT_NE(choice_label(choice), Text::record_choice_not_chosen) << choice;
            }
        }
    }
}

}  // namespace
}  // namespace portal::app::test
