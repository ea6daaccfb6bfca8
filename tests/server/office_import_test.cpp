#include "core/occupancy.hpp"
#include "server/admin/import_office.hpp"
#include "server/care_record.hpp"
#include "server/demo/demo.hpp"
#include "server/storage/debtors.hpp"
#include "server/storage/families.hpp"
#include "server/storage/locations.hpp"
#include "server/storage/record_changes.hpp"
#include "server/storage/records.hpp"
#include "server/temporary_folder.hpp"
#include "server/test_databases.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace portal::server::test {
namespace {

core::Date day(const char* text) {
    return core::Date::parse(text).value();
}

std::string example(const std::string& name) {
    std::ifstream file{std::string(PORTAL_SOURCE_ROOT) + "/tests/api/office/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
    const std::size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return at == std::string::npos ? text : text.replace(at, part.size(), by);
}

/// `import` on the demo's organisation, on each database there is.
class OfficeFiles : public testing::TestWithParam<Backend> {
  protected:
    OfficeFiles() {
        storage::Database database{empty_.url(), 1};
        storage::Transaction transaction = database.write();
        create_demo(transaction, Passwords{PasswordCost::least()},
                    core::Instant::parse("2026-11-23T09:00:00Z").value());
        transaction.commit();
    }

    /// What it says: its output, and its complaint.
    std::string import(const std::string& kind, const std::string& content, bool check = false) {
        const std::string name = content.substr(0, 1) == "{" ? "in.json" : "in.csv";
        folder_.write(name, content);
        Options options;
        options.database = empty_.url();
        options.clock = core::Instant::parse("2026-12-01T09:00:00Z");
        options.words = {kind};
        options.file = folder_.path() / name;
        options.check = check;
        std::ostringstream out;
        try {
            import_office(options, out);
        } catch (const std::exception& error) {
            return out.str() + error.what();
        }
        return out.str();
    }

    std::string import_example(const std::string& kind) { return import(kind, example(kind + ".example.csv")); }

    void import_until(const std::string& last) {
        for (const char* kind : {"locations", "families", "contracts", "occupancy", "closing-days"}) {
            ASSERT_NE(import_example(kind).find("Done: "), std::string::npos) << import_example(kind);
            if (kind == last) {
                break;
            }
        }
    }

    /// The first line of a refusal.
    std::string refused(const std::string& kind, const std::string& part, const std::string& by) {
        const std::string said = import(kind, replaced(example(kind + ".example.csv"), part, by));
        const std::size_t at = said.find(": refused");
        const std::size_t begin = at == std::string::npos ? 0 : said.rfind('\n', at) + 1;
        return said.substr(begin, said.find('\n', begin) - begin);
    }

    [[nodiscard]] core::Family family(const char* id = "bakker") const {
        storage::Database database{empty_.url(), 1};
        storage::Transaction transaction = database.read();
        return storage::load_family(transaction, core::FamilyId{id});
    }

    [[nodiscard]] core::FamilyRecords records(const char* id = "bakker") const {
        storage::Database database{empty_.url(), 1};
        storage::Transaction transaction = database.read();
        return storage::load_family_records(transaction, core::FamilyId{id});
    }

    [[nodiscard]] std::vector<core::CareBlock> care(const char* first, const char* last) const {
        storage::Database database{empty_.url(), 1};
        storage::Transaction transaction = database.read();
        const CareRecord record{transaction, core::FamilyId{"bakker"},
                                core::Instant::parse("2026-12-01T10:00:00Z").value()};
        const core::CareFacts facts = record.facts();
        return core::occupancy(facts.family, facts.locations.calendar, facts.rules, record.requests(), day(first),
                               day(last));
    }

    EmptyDatabase empty_{GetParam()};
    TemporaryFolder folder_;
};

TEST_P(OfficeFiles, ImportAWholeFamilyWithItsCare_AndTheSameAgainChangesNothing) {
    for (const char* kind : {"locations", "families", "contracts", "occupancy", "closing-days"}) {
        const std::string first = import(kind, example(std::string(kind) + ".example.json"));
        EXPECT_NE(first.find(" added, 0 changed, 0 as it was.\n"), std::string::npos) << first;
        const std::string again = import_example(kind);
        EXPECT_NE(again.find("Done: 0 added, 0 changed, "), std::string::npos) << again;
    }
    const core::Family made = family();
    ASSERT_EQ(made.contracts.size(), 1U);
    EXPECT_EQ(made.contracts[0].week.size(), 3U);
    EXPECT_EQ(made.guardians[0].phone, "+31611223344") << "in the one form of its field";
    EXPECT_EQ(core::value_of(records().guardians[0], "bsn").find("111222"), std::string::npos) << "masked";
    std::string days;
    for (const core::CareBlock& block : care("2026-11-30", "2026-12-15")) {
        days += block.date.to_string().substr(5) + ' ' + std::string(core::to_string(block.state)) + '\n';
    }
    EXPECT_EQ(days,
              "11-30 sick\n12-01 sick\n12-03 contract\n12-07 contract\n12-08 given-up\n12-09 swap-approved\n"
              "12-10 contract\n12-11 extra-approved\n12-14 absent\n12-15 contract\n");
    EXPECT_TRUE(care("2027-12-27", "2027-12-30").empty()) << "closed";
}

TEST_P(OfficeFiles, OnlySayWithCheck) {
    EXPECT_EQ(import("locations", example("locations.example.csv"), true),
              "line 2: added\nline 5: added\n"
              "The file is right, nothing was changed yet: 2 added, 0 changed, 0 as it was.\n");
    EXPECT_NE(import_example("locations").find("Done: 2 added"), std::string::npos);
}

TEST_P(OfficeFiles, AreImportedWholeOrNotAtAll) {
    const std::string said = import("families", replaced(example("families.example.csv"), "071 5123456", "112"));
    EXPECT_NE(said.find("line 2: added\nline 3: added\nline 4: refused: phone: field-no-phone\n"
                        "Nothing was imported: 1 place is wrong."),
              std::string::npos)
        << said;
    EXPECT_TRUE(family().guardians.empty());
}

TEST_P(OfficeFiles, RefuseLocationsThatContradict) {
    const std::string two_names =
        "locationId,name,careType,lrk,weekdays,start,end\nzwanen,De Zwanen,kdv,1,1,08:00,18:00\n"
        "zwanen,De Zwaan,bso,2,1,08:00,18:00\n";
    EXPECT_NE(import("locations", two_names).find("line 3: refused: the location 'zwanen' has another name further up"),
              std::string::npos);
    EXPECT_EQ(refused("closing-days", "zwanen", "zwaan"), "line 2: refused: there is no location 'zwaan'");
}

TEST_P(OfficeFiles, LayAnOfferDownAnew) {
    import_until("locations");
    const std::string later =
        replaced(example("locations.example.csv"), ";;1 2 3 4 5;07:30;18:30", ";;1 2 3 4 5;07:00;18:30");
    EXPECT_NE(import("locations", later).find("Done: 0 added, 1 changed, 1 as it was.\n"), std::string::npos);
    storage::Database database{empty_.url(), 1};
    storage::Transaction transaction = database.read();
    const auto offer = storage::find_offer(transaction, core::LocationId{"zwanen"}, core::CareType::kDayCare);
    EXPECT_EQ(offer->opening_hours.size(), 5U);
    EXPECT_EQ(offer->opening_hours[0].time.start, (core::TimeOfDay{7, 0}));
}

TEST_P(OfficeFiles, RefusePeopleOfOthers) {
    import_until("families");
    EXPECT_EQ(
        refused("families", "bakker;D-2001;M-2001-1;guardian;eva-bakker", "bakker;D-2001;M-2001-1;guardian;jasmijn"),
        "line 2: refused: the guardian 'jasmijn' is of another family");
    EXPECT_EQ(refused("families", "opa-lotte;lotte-bakker", "opa-lotte;noor"),
              "line 4: refused: the family has no child 'noor' further up");
    EXPECT_EQ(refused("families", "eva@example.nl", "jasmijn@example.nl"),
              "line 2: refused: email: somebody else signs in with it");
    EXPECT_EQ(refused("families", "D-2001;M-2001-1;guardian", "D-1002;M-2001-1;guardian").substr(0, 25),
              "line 2: refused: the debt");
    EXPECT_EQ(
        import("families", "familyId,record,id,firstName,lastName,birthDate\nnobody,child,kid,Kid,Nobody,2024-01-01\n"),
        "line 2: added\nthe family 'nobody': refused: has no guardian\n"
        "Nothing was imported: 1 place is wrong.");
}

TEST_P(OfficeFiles, TellTheFamilyWhatTheOfficeChanged) {
    import_until("families");
    const std::string moved = replaced(example("families.example.csv"), ";Singel;4;", ";Rapenburg;70;");
    EXPECT_NE(import("families", moved).find("Done: 0 added, 1 changed, 2 as it was.\n"), std::string::npos);
    EXPECT_EQ(core::value_of(records().guardians[0], "street"), "Rapenburg");
    EXPECT_EQ(records().guardians[0].version, "2");
    storage::Database database{empty_.url(), 1};
    storage::Transaction transaction = database.read();
    const auto changes = storage::list_record_changes(transaction, core::FamilyId{"bakker"});
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].old_value + changes[1].old_value, "4Singel");
    EXPECT_FALSE(changes[0].by.empty());
}

/// Jasmijn asked for another account number; the office's old file must not decide about that.
TEST_P(OfficeFiles, LeaveWhatWaitsAlone) {
    const auto waits = [&] {
        storage::Database database{empty_.url(), 1};
        storage::Transaction transaction = database.read();
        return storage::list_waiting_changes(transaction);
    };
    ASSERT_EQ(waits().size(), 1U);
    const core::RecordChange asked = waits()[0];
    EXPECT_NE(import("families", "familyId,record,id," + asked.field + "\nvisser," +
                                     std::string(core::to_string(asked.record)) + ',' + asked.record_id + ',' +
                                     asked.old_value + '\n')
                  .find("0 changed, 1 as it was"),
              std::string::npos);
    EXPECT_EQ(waits().size(), 1U);
}

TEST_P(OfficeFiles, ChangeOfAContractThatHasBegunWhatMayChange) {
    import_until("contracts");
    const auto all = [](std::string text, const std::string& part, const std::string& by) {
        return replaced(replaced(std::move(text), part, by), part, by);
    };
    const std::string table = example("contracts.example.csv");
    EXPECT_NE(import("contracts", all(table, "2028-02-28", "2026-12-15")).find("0 added, 1 changed"),
              std::string::npos);
    EXPECT_EQ(family().contracts[0].end, day("2026-12-15")) << "in the middle of a month";
    EXPECT_NE(import("contracts", all(table, ";1105;", ";1205;")).find("has begun with other hours"),
              std::string::npos);
    EXPECT_NE(import("contracts", all(table, "lotte-bakker", "noor")).find("'Z-0001' is of another family"),
              std::string::npos);
    EXPECT_NE(
        import("contracts", all(table, ";kdv;", ";bso;")).find("is about another child, location or kind of care"),
        std::string::npos);
    EXPECT_NE(import("contracts", all(table, "Z-0001", "K-1187")).find("'K-1187' is of another family"),
              std::string::npos);
    EXPECT_NE(import("contracts", all(table, "zwanen", "zwaan")).find("there is no care of the kind 'kdv' at 'zwaan'"),
              std::string::npos);
    EXPECT_NE(import("contracts", all(table, "lotte-bakker", "nobody")).find("there is no child 'nobody'"),
              std::string::npos);
}

TEST_P(OfficeFiles, TakeAContractFromItsDraftToItsSignature_AndCareOnlyThen) {
    import_until("families");
    const auto staged = [&](const std::string& stage, const std::string& rate) {
        const std::string file = replaced(example("contracts.example.json"), "\"signed\"", '"' + stage + '"');
        return import("contracts", replaced(file, "1105", rate));
    };
    EXPECT_NE(staged("draft", "1205").find("Done: 1 added"), std::string::npos);
    EXPECT_EQ(family().contracts[0].stage, core::ContractStage::kDraft);
    EXPECT_TRUE(care("2026-11-30", "2026-12-15").empty());
    EXPECT_NE(staged("to-sign", "1205").find("1 changed"), std::string::npos);
    EXPECT_EQ(family().contracts[0].stage, core::ContractStage::kToSign);
    EXPECT_TRUE(care("2026-11-30", "2026-12-15").empty());
    EXPECT_NE(staged("signed", "1105").find("1 changed"), std::string::npos) << "what is not signed may still change";
    EXPECT_EQ(care("2026-11-30", "2026-12-06").size(), 3U);
    EXPECT_NE(staged("draft", "1105").find("was signed and has begun: end it"), std::string::npos);
    EXPECT_NE(staged("agreed", "1105").find("stage"), std::string::npos);
    EXPECT_EQ(family().contracts[0].stage, core::ContractStage::kSigned);
}

TEST_P(OfficeFiles, RefuseCareThatCannotBe) {
    import_until("contracts");
    EXPECT_EQ(refused("occupancy", "2026-12-11,07:30,13:00", "2026-12-10,07:30,13:00"),
              "line 2: refused: the child has care at that time of 2026-12-10 already");
    EXPECT_EQ(refused("occupancy", "2026-12-11,07:30,13:00", "2026-12-25,07:30,13:00").substr(0, 55),
              "line 2: refused: the location is closed on 2026-12-25: ");
    EXPECT_EQ(refused("occupancy", "2026-12-14,07:30", "2026-12-16,07:30"),
              "line 4: refused: the child has no care by contract at that time of 2026-12-16");
    EXPECT_EQ(refused("occupancy", "2026-12-08,07:30,18:30,,", "2026-08-03,07:30,18:30,,"),
              "line 3: refused: the child has no contract on that day");
    EXPECT_EQ(refused("occupancy", "phone-1,extra,lotte-bakker", "phone-1,extra,nobody"),
              "line 2: refused: there is no child 'nobody'");
    import_until("occupancy");
    EXPECT_EQ(refused("occupancy", "2026-12-11,07:30,13:00", "2026-12-18,07:30,13:00"),
              "line 2: refused: 'phone-1' is there already and tells otherwise: give this an id of its own");
}

INSTANTIATE_TEST_SUITE_P(Databases, OfficeFiles, testing::ValuesIn(available_backends()),
                         [](const auto& one) { return name_of(one.param); });

}  // namespace
}  // namespace portal::server::test
