#include "server/storage/records.hpp"
#include "api/records_codec.hpp"
#include "server/storage/access_log.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace portal::server::test {
namespace {

using core::Record;
using core::RecordChange;
using core::RecordKind;

class Records : public testing::Test {
  protected:
    [[nodiscard]] core::FamilyRecords records(const std::string& cookie) const {
        return api::decode_family_records(portal.get("/api/records", cookie).body).value.value();
    }

    [[nodiscard]] Record show(const std::string& target) const {
        return api::decode_record(portal.get(target, jasmijn).body).value.value();
    }

    /// Without a version: as the record is now.
    [[nodiscard]] Answer change(const std::string& target, const std::string& fields, std::string version = {},
                                std::string cookie = {}) const {
        cookie = cookie.empty() ? jasmijn : cookie;
        version = version.empty() ? portal.get(target, cookie).header("ETag") : version;
        return send(portal.port(), "PUT", target,
                    {{"Content-Type", "application/json"}, {"Cookie", cookie}, {"If-Match", version}},
                    R"({"fields":{)" + fields + "}}");
    }

    [[nodiscard]] Answer add(const std::string& child, const std::string& key, const std::string& fields) const {
        return portal.post("/api/children/" + child + "/emergency-contacts", R"({"fields":{)" + fields + "}}", jasmijn,
                           {{"Idempotency-Key", key}});
    }

    [[nodiscard]] Answer remove(const std::string& id, const std::string& version, const std::string& cookie) const {
        return send(portal.port(), "DELETE", "/api/emergency-contacts/" + id,
                    {{"Cookie", cookie}, {"If-Match", version}});
    }

    [[nodiscard]] std::vector<RecordChange> changes() const {
        return api::decode_record_changes(portal.get("/api/changes", jasmijn).body).value.value();
    }

    [[nodiscard]] std::vector<std::string> contacts_of(const std::string& child) const {
        std::vector<std::string> ids;
        for (const Record& contact : records(jasmijn).contacts) {
            if (contact.child == child) {
                ids.push_back(contact.id);
            }
        }
        return ids;
    }

    TestPortal portal;
    std::string jasmijn = portal.sign_in(kJasmijn);
    std::string thomas = portal.sign_in(kThomas);
    std::string fatima = portal.sign_in(kFatima);
};

constexpr const char* kOma = R"("name":"Oma Ans","relation":"oma","phone":"06-11112222","emergency":"yes")";

TEST_F(Records, ShowCitizenNumbersByTheirLastDigitsOnly) {
    const std::string body = portal.get("/api/records", jasmijn).body;
    const Record guardian = show("/api/guardians/jasmijn");
    const std::string bsn = core::value_of(guardian, "bsn");
    EXPECT_EQ(bsn.substr(0, 18), "••••••") << bsn;
    EXPECT_EQ(body.find("99999"), std::string::npos) << "the demo's citizen numbers begin so";
    EXPECT_EQ(portal.get("/api/guardians/jasmijn", jasmijn).body.find("99999"), std::string::npos);
}

TEST_F(Records, AreWhatTheFamilyIsEverywhere) {
    ASSERT_EQ(change("/api/guardians/thomas", R"("mobile":"06 99998888","city":"Oegstgeest")").status, 200);
    const Answer family = portal.get("/api/family", jasmijn);
    EXPECT_NE(family.body.find("+31699998888"), std::string::npos);
    EXPECT_EQ(core::value_of(show("/api/guardians/thomas"), "city"), "Oegstgeest");
    portal.restart();
    jasmijn = portal.sign_in(kJasmijn);
    EXPECT_EQ(core::value_of(show("/api/guardians/thomas"), "city"), "Oegstgeest");
}

TEST_F(Records, WriteDownWhoChangedWhat) {
    ASSERT_EQ(change("/api/children/noor", R"("allergies":"Pinda's.\nEn noten.","school":"De Bron")").status, 200);
    const std::vector<RecordChange> all = changes();
    ASSERT_GE(all.size(), 2U);
    EXPECT_EQ(all[0].field, "school") << "in the order of the form, the newest first";
    EXPECT_EQ(all[1].field, "allergies");
    EXPECT_EQ(all[1].new_value, "Pinda's.\nEn noten.");
    EXPECT_NE(all[1].old_value, "");
    EXPECT_EQ(all[1].by, "Jasmijn Visser-de Boer");
    EXPECT_EQ(all[1].subject, "Noor Visser");
    EXPECT_EQ(all[1].at, portal.clock.now());
    EXPECT_EQ(all[1].state, RecordChange::State::kDone);
}

TEST_F(Records, KeepTheOldValue_WhileTheOrganisationHasNotAnswered) {
    const Answer answer = change("/api/guardians/jasmijn", R"("lastName":"De Boer")");
    ASSERT_EQ(answer.status, 200) << answer.body;
    const Record record = api::decode_record(answer.body).value.value();
    EXPECT_EQ(core::value_of(record, "lastName"), "Visser-de Boer");
    EXPECT_EQ(core::wanted_value(record, "lastName"), "De Boer");
    EXPECT_EQ(core::field_of(record, "lastName")->waiting->asked_by, "Jasmijn Visser-de Boer");
    EXPECT_EQ(changes()[0].state, RecordChange::State::kWaiting);
    EXPECT_EQ(portal.get("/api/family", jasmijn).body.find("\"De Boer\""), std::string::npos);

    ASSERT_EQ(change("/api/guardians/jasmijn", R"("lastName":"Boer")").status, 200);
    EXPECT_EQ(changes()[1].state, RecordChange::State::kWithdrawn) << "one value waits at a time";
    ASSERT_EQ(change("/api/guardians/jasmijn", R"("lastName":"Visser-de Boer")").status, 200);
    EXPECT_EQ(changes()[0].state, RecordChange::State::kWithdrawn);
    EXPECT_EQ(core::wanted_value(show("/api/guardians/jasmijn"), "lastName"), "Visser-de Boer");
}

TEST_F(Records, KeepTheDayOfAConsent) {
    ASSERT_EQ(change("/api/children/noor", R"("photoPublic":"granted","outings":"refused")").status, 200);
    const Record noor = show("/api/children/noor");
    EXPECT_EQ(core::field_of(noor, "photoPublic")->since, core::Date::parse("2026-11-23"));
    EXPECT_EQ(core::value_of(noor, "outings"), "refused") << "what was given can be withdrawn";
    EXPECT_LT(*core::field_of(noor, "sunscreen")->since, *core::Date::parse("2026-11-23")) << "untouched";
}

TEST_F(Records, AreNotOverwritten_WhenSomebodyElseChangedThemMeanwhile) {
    const std::string version = portal.get("/api/children/noor", jasmijn).header("ETag");
    ASSERT_EQ(change("/api/children/noor", R"("diet":"Geen melk")", version, thomas).status, 200);
    const Answer answer = change("/api/children/noor", R"("diet":"Veganistisch")", version);
    ASSERT_EQ(answer.status, 412);
    EXPECT_EQ(answer.code(), "changed-meanwhile");
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    const auto conflict = api::decode_record_conflict(answer.body);
    ASSERT_TRUE(conflict) << conflict.error.detail;
    EXPECT_EQ(core::value_of(conflict.value->current, "diet"), "Geen melk");
    EXPECT_EQ(core::value_of(show("/api/children/noor"), "diet"), "Geen melk");
    EXPECT_EQ(
        change("/api/children/noor", R"("diet":"Veganistisch")", '"' + conflict.value->current.version + '"').status,
        200);
}

TEST_F(Records, TakeTheSameEditTwice_AsOne) {
    const std::string version = portal.get("/api/children/noor", jasmijn).header("ETag");
    ASSERT_EQ(change("/api/children/noor", R"("diet":"Geen melk")", version).status, 200);
    const std::size_t count = changes().size();
    EXPECT_EQ(change("/api/children/noor", R"("diet":"Geen melk")", version).status, 200) << "its answer was lost";
    EXPECT_EQ(changes().size(), count);
}

TEST_F(Records, WantTheVersionThatIsChanged) {
    const Answer none = portal.put("/api/children/noor", R"({"fields":{}})", jasmijn);
    EXPECT_EQ(none.status, 428);
    EXPECT_EQ(none.code(), "precondition-required");
    const std::string version = portal.get("/api/children/noor", jasmijn).header("ETag");
    EXPECT_EQ(change("/api/children/noor", R"("diet":"A")", "W/" + version).status, 412) << "a weak tag";
    EXPECT_EQ(change("/api/children/noor", R"("diet":"A")", "nonsense").status, 412);
    EXPECT_EQ(change("/api/children/noor", R"("diet":"A")", "\"x\" , " + version).status, 200);
    EXPECT_EQ(change("/api/children/noor", R"("diet":"B")", "*").status, 200);
}

TEST_F(Records, NameEveryValueThatIsWrong) {
    const Answer answer =
        change("/api/guardians/jasmijn", R"("postcode":"12","iban":"NL00ABNA0417164300","city":"Leiden","bsn":"1")");
    ASSERT_EQ(answer.status, 422) << answer.body;
    EXPECT_EQ(answer.code(), "invalid-fields");
    const auto problem = api::decode_problem(answer.body);
    ASSERT_TRUE(problem);
    ASSERT_EQ(problem.value->errors.size(), 3U);
    EXPECT_EQ(problem.value->errors[0].field, "fields.bsn");
    EXPECT_EQ(problem.value->errors[0].code, "field-fixed");
    EXPECT_EQ(problem.value->errors[1].code, "field-no-postcode");
    EXPECT_EQ(problem.value->errors[2].code, "field-no-iban");
    EXPECT_NE(core::value_of(show("/api/guardians/jasmijn"), "iban"), "NL00ABNA0417164300");
}

/// Everything that people and others send, into every field of every record.
TEST_F(Records, SurviveWhateverIsSent) {
    for (const auto& [kind, target] : {std::pair{RecordKind::kGuardian, "/api/guardians/jasmijn"},
                                       std::pair{RecordKind::kChild, "/api/children/noor"},
                                       std::pair{RecordKind::kContact, "/api/emergency-contacts/eva-noor"}}) {
        for (const core::FieldSpec& spec : core::fields_of(kind)) {
            const std::string name = '"' + std::string(spec.name) + "\":";
            const Answer nul = change(target, name + R"("a\u0000b")");
            EXPECT_EQ(nul.status, 400) << name;
            EXPECT_EQ(nul.code(), "invalid-body") << name;
            EXPECT_EQ(change(target, name + '"' + std::string(5000, 'x') + '"').status, 422) << name;
            EXPECT_EQ(change(target, name + "7").status, 400) << name;
            for (const char* text : {"\"\"", "\"🐸\"", "\"مرحبا\"", "\"<script>alert(1)</script>\""}) {
                const int status = change(target, name + text).status;
                EXPECT_TRUE(status == 200 || status == 422) << name << text << ' ' << status;
            }
        }
    }
    const Record noor = show("/api/children/noor");
    EXPECT_EQ(core::value_of(noor, "allergies"), "<script>alert(1)</script>") << "text is text";
    EXPECT_EQ(core::value_of(noor, "birthDate"), "2024-03-23");
}

TEST_F(Records, ChangeTheSignInWithTheAddress_WhereThatNeedsNoApproval) {
    {
        storage::Transaction transaction = portal.database().write();
        storage::set_field_right(transaction, RecordKind::kGuardian, "email", core::FieldRight::kDirect);
        transaction.commit();
    }
    const Answer taken = change("/api/guardians/jasmijn", R"("email":"Fatima@example.nl")");
    EXPECT_EQ(taken.status, 422);
    EXPECT_NE(taken.body.find("field-taken"), std::string::npos);
    ASSERT_EQ(change("/api/guardians/jasmijn", R"("email":"Jas.Visser@example.nl")").status, 200);
    EXPECT_EQ(portal.sign_in_answer("jas.visser@example.nl", "voorjaar-kikker-42").status, 200);
    EXPECT_EQ(portal.sign_in_answer(kJasmijn, "voorjaar-kikker-42").status, 401);
}

TEST_F(Records, TellWhatTheOrganisationDecidedAboutFields) {
    {
        storage::Transaction transaction = portal.database().write();
        storage::set_field_right(transaction, RecordKind::kChild, "allergies", core::FieldRight::kFixed);
        transaction.commit();
    }
    EXPECT_EQ(change("/api/children/noor", R"("allergies":"geen")").status, 422);
    const core::FieldRights rights = records(jasmijn).rights;
    EXPECT_EQ(rights.at({RecordKind::kChild, "allergies"}), core::FieldRight::kFixed);
    EXPECT_EQ(rights.at({RecordKind::kGuardian, "iban"}), core::FieldRight::kApproval);
}

TEST_F(Records, OfContactsAreAddedOnce_HoweverOftenTheyAreSent) {
    const std::size_t before = contacts_of("noor").size();
    const Answer first = add("noor", "key-1", kOma);
    ASSERT_EQ(first.status, 201) << first.body;
    const Answer again = add("noor", "key-1", kOma);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(contacts_of("noor").size(), before + 1);
    const Record oma = show(first.header("Location"));
    EXPECT_EQ(core::value_of(oma, "phone"), "+31611112222");
    EXPECT_EQ(core::value_of(oma, "pickup"), "") << "who may be called may not pick up because of that";
    EXPECT_EQ(add("sam", "key-1", kOma).code(), "idempotency-key-reused");
    EXPECT_EQ(changes()[0].action, RecordChange::Action::kAdded);
    EXPECT_EQ(changes()[0].subject, "Oma Ans");
}

TEST_F(Records, OfContactsNeedANameAndANumber) {
    const Answer answer = add("noor", "key-1", R"("name":"Oma","validUntil":"2027-02-29","emergency":"yes")");
    EXPECT_EQ(answer.status, 422);
    for (const char* field : {"fields.relation", "fields.phone", "fields.validUntil"}) {
        EXPECT_NE(answer.body.find(field), std::string::npos) << field;
    }
    EXPECT_EQ(add("noor", "key-1", std::string(kOma) + R"(,"validFrom":"2028-02-29")").status, 201)
        << "a refused request does not use its key up";
}

TEST_F(Records, OfContactsEndWithTheirRemoval) {
    const std::string version = portal.get("/api/emergency-contacts/eva-noor", jasmijn).header("ETag");
    EXPECT_EQ(remove("eva-noor", "\"77\"", jasmijn).status, 412);
    EXPECT_EQ(remove("eva-noor", "", jasmijn).status, 428);
    EXPECT_EQ(remove("eva-noor", version, jasmijn).status, 204);
    EXPECT_EQ(remove("eva-noor", version, jasmijn).status, 204) << "the answer to the first attempt was lost";
    EXPECT_EQ(contacts_of("noor"), (std::vector<std::string>{"riet-noor", "karim-noor"}));
    EXPECT_EQ(changes()[0].action, RecordChange::Action::kRemoved);
    EXPECT_EQ(changes()[0].old_value, "Eva Smit");
    EXPECT_EQ(change("/api/emergency-contacts/eva-noor", R"("name":"Eva")", version).status, 404);
}

TEST_F(Records, OfContactsHaveAnOrder) {
    const auto order = [&](const std::string& ids) {
        return portal.put("/api/children/noor/emergency-contact-order", R"({"contacts":[)" + ids + "]}", jasmijn);
    };
    EXPECT_EQ(order(R"("eva-noor","riet-noor","karim-noor")").status, 204);
    EXPECT_EQ(contacts_of("noor"), (std::vector<std::string>{"eva-noor", "riet-noor", "karim-noor"}));
    EXPECT_EQ(changes()[0].action, RecordChange::Action::kOrdered);
    EXPECT_EQ(changes()[0].new_value, "Eva Smit, Riet de Boer, Karim Haddad");
    const std::size_t count = changes().size();
    EXPECT_EQ(order(R"("eva-noor","riet-noor","karim-noor")").status, 204);
    EXPECT_EQ(changes().size(), count) << "nothing was moved";
    for (const char* wrong : {"", R"("eva-noor")", R"("eva-noor","eva-noor","karim-noor")",
                              R"("eva-noor","riet-noor","riet-sam")", R"("eva-noor","riet-noor","karim-noor","x")"}) {
        EXPECT_EQ(order(wrong).code(), "contacts-changed") << wrong;
    }
}

TEST_F(Records, OfAChildEndAtTwentyContacts) {
    for (int number = 0; number < 17; ++number) {
        ASSERT_EQ(add("noor", "key-" + std::to_string(number), kOma).status, 201);
    }
    EXPECT_EQ(add("noor", "key-x", kOma).code(), "too-many-contacts");
}

TEST_F(Records, OfAnotherFamily_AreAnsweredAsIfTheyDidNotExist_AndLogged) {
    const Headers headers{
        {"Content-Type", "application/json"}, {"Cookie", fatima}, {"If-Match", "\"1\""}, {"Idempotency-Key", "key-1"}};
    const std::vector<std::array<std::string, 3>> calls{
        {"GET", "/api/guardians/jasmijn", ""},
        {"PUT", "/api/guardians/jasmijn", R"({"fields":{"city":"X"}})"},
        {"GET", "/api/children/noor", ""},
        {"PUT", "/api/children/noor", R"({"fields":{"diet":"X"}})"},
        {"POST", "/api/children/noor/emergency-contacts", std::string(R"({"fields":{)") + kOma + "}}"},
        {"PUT", "/api/children/noor/emergency-contact-order", R"({"contacts":["eva-noor"]})"},
        {"GET", "/api/emergency-contacts/eva-noor", ""},
        {"PUT", "/api/emergency-contacts/eva-noor", R"({"fields":{"name":"X"}})"},
        {"DELETE", "/api/emergency-contacts/eva-noor", ""}};
    const std::string before = portal.get("/api/records", jasmijn).body;
    for (const auto& [method, target, body] : calls) {
        const Answer answer = send(portal.port(), method, target, headers, body);
        EXPECT_EQ(answer.status, 404) << method << target;
        EXPECT_EQ(answer.code(), "not-found") << method << target;
        for (const char* name : {"Visser", "Eva", "current"}) {
            EXPECT_EQ(answer.body.find(name), std::string::npos) << method << target;
        }
    }
    EXPECT_EQ(portal.get("/api/records", jasmijn).body, before);
    storage::Transaction transaction = portal.database().read();
    const auto logged = storage::list_refused_accesses(transaction);
    ASSERT_EQ(logged.size(), calls.size());
    for (const auto& call : calls) {
        EXPECT_TRUE(std::any_of(logged.begin(), logged.end(),
                                [&](const storage::RefusedAccess& access) {
                                    return access.account_id == "account-fatima" &&
                                           access.route.substr(0, call[0].size()) == call[0] &&
                                           call[1].find(access.asked_id) != std::string::npos;
                                }))
            << call[0] << call[1];
    }
}

TEST_F(Records, AreOneFamilysOnly) {
    for (const char* target : {"/api/records", "/api/changes"}) {
        const std::string theirs = portal.get(target, fatima).body;
        for (const char* name : {"Visser", "noor", "Eva", "Riet"}) {
            EXPECT_EQ(theirs.find(name), std::string::npos) << target << ' ' << name;
        }
        EXPECT_EQ(theirs, portal.get(target, fatima).body);
    }
}

TEST_F(Records, SurviveIdsThatNobodyWouldGiveOut) {
    for (const char* id : {"'%20OR%20'1'='1", "%F0%9F%90%B8", "a%0d%0ab", "%FF%FE"}) {
        EXPECT_EQ(portal.get(std::string("/api/children/") + id, jasmijn).status, 404) << id;
        EXPECT_EQ(change(std::string("/api/guardians/") + id, R"("city":"X")", "*").status, 404) << id;
    }
}

}  // namespace
}  // namespace portal::server::test
