#include "api/rules_codec.hpp"
#include "server/admin/answer_edits.hpp"
#include "server/admin/book_credit.hpp"
#include "server/admin/invite_guardian.hpp"
#include "server/admin/load_rules.hpp"
#include "server/admin/publish_notice.hpp"
#include "server/demo/demo.hpp"
#include "server/storage/credit.hpp"
#include "server/storage/mails.hpp"
#include "server/storage/notices.hpp"
#include "server/storage/record_changes.hpp"
#include "server/storage/records.hpp"
#include "server/storage/rules.hpp"
#include "server/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace portal::server::test {
namespace {

core::Date day(const char* text) {
    return core::Date::parse(text).value();
}

/// A file database with the demo's organisation, and the commands on it.
class Commands : public testing::Test {
  protected:
    Commands() {
        storage::Database database{url(), 1};
        storage::Transaction transaction = database.write();
        create_demo(transaction, Passwords{PasswordCost::least()},
                    core::Instant::parse("2026-11-23T09:00:00Z").value());
        transaction.commit();
    }

    [[nodiscard]] std::string url() const { return "sqlite://" + (folder_.path() / "portal.sqlite3").string(); }

    [[nodiscard]] core::RuleBook stored_rules() const {
        storage::Database database{url(), 1};
        storage::Transaction transaction = database.read();
        return storage::load_all_rules(transaction);
    }

    /// A new version of the day care's rules, from the next year on.
    [[nodiscard]] core::CareRules new_version() const {
        core::CareRules rules = *core::find_rules(stored_rules(), core::RuleVersionId{"kikkers-2025"});
        rules.id = core::RuleVersionId{"kikkers-2027"};
        rules.valid_from = day("2027-01-01");
        rules.extra.free_times = true;
        return rules;
    }

    /// What `rules FILE` says: its output, or its complaint.
    std::string load(const std::string& text, bool check = false) {
        folder_.write("rules.json", text);
        Options options;
        options.command = Options::Command::kRules;
        options.database = url();
        options.rules = folder_.path() / "rules.json";
        options.check = check;
        return result_of([&](std::ostream& out) { load_rules(options, out); });
    }

    std::string book(const std::string& child, int minutes) {
        Options options;
        options.command = Options::Command::kCredit;
        options.database = url();
        options.child = child;
        options.minutes = minutes;
        options.note = "Een middag dicht.";
        options.use_before = day("2027-03-31");
        options.clock = core::Instant::parse("2026-11-24T09:00:00Z");
        return result_of([&](std::ostream& out) { book_credit(options, out); });
    }

    /// What `edits` and these words say.
    std::string edits(const std::vector<std::string>& words, const std::string& reason = {}) {
        Options options;
        options.command = Options::Command::kEdits;
        options.database = url();
        options.words = words;
        options.reason = reason;
        options.clock = core::Instant::parse("2026-11-24T09:00:00Z");
        return result_of([&](std::ostream& out) { answer_edits(options, out); });
    }

    /// Of the demo's only edit that waits.
    [[nodiscard]] std::string waiting_edit() const {
        storage::Database database{url(), 1};
        storage::Transaction transaction = database.read();
        return storage::list_waiting_changes(transaction).at(0).id;
    }

    [[nodiscard]] core::Record jasmijn() const {
        storage::Database database{url(), 1};
        storage::Transaction transaction = database.read();
        return storage::load_family_records(transaction, core::FamilyId{"visser"}).guardians.at(0);
    }

    template <class Run>
    static std::string result_of(Run run) {
        std::ostringstream out;
        try {
            run(out);
            return out.str();
        } catch (const std::exception& error) {
            return error.what();
        }
    }

    TemporaryFolder folder_;
};

TEST_F(Commands, RulesAreAddedAsVersions) {
    const std::size_t before = stored_rules().versions.size();
    const core::CareRules rules = new_version();
    EXPECT_EQ(load(api::encode(core::RuleBook{{rules}})), "Done: 1 of 1 versions were added.\n");
    const core::RuleBook book = stored_rules();
    EXPECT_EQ(book.versions.size(), before + 1);
    EXPECT_EQ(*core::find_rules(book, rules.id), rules);
    const core::ContractTypeId type{"52-weken"};
    const auto on = [&](const char* date) {
        return core::rules_on(book, rules.location, rules.care_type, type, day(date))->id.value;
    };
    EXPECT_EQ(on("2026-12-31"), "kikkers-2025");
    EXPECT_EQ(on("2027-01-01"), "kikkers-2027");
    EXPECT_EQ(load(api::encode(core::RuleBook{{rules}})), "Done: 0 of 1 versions were added.\n");
}

TEST_F(Commands, RulesAreOnlyReadWithCheck) {
    const std::size_t before = stored_rules().versions.size();
    EXPECT_EQ(load(api::encode(core::RuleBook{{new_version()}}), true),
              "The file is right: 1 of 1 versions would be added.\n");
    EXPECT_EQ(stored_rules().versions.size(), before);
}

TEST_F(Commands, RulesThatRequestsWereJudgedByNeverChange) {
    core::CareRules rules = *core::find_rules(stored_rules(), core::RuleVersionId{"kikkers-2025"});
    rules.extra.free_times = true;
    EXPECT_NE(load(api::encode(core::RuleBook{{new_version(), rules}})).find("give the new ones an id of their own"),
              std::string::npos);
    EXPECT_EQ(core::find_rules(stored_rules(), core::RuleVersionId{"kikkers-2027"}), nullptr) << "all or none";
}

TEST_F(Commands, RulesThatAreWrongAreRefusedWithThePlace) {
    const std::string good = api::encode(core::RuleBook{{new_version()}});
    std::string wrong = good;
    wrong.replace(wrong.find("2027-01-01"), 10, "2027-02-30");
    EXPECT_NE(load(wrong).find("rules.json: versions[0].validFrom: "), std::string::npos) << load(wrong);
    EXPECT_NE(load("nonsense").find("rules.json: "), std::string::npos);
    core::CareRules elsewhere = new_version();
    elsewhere.location = core::LocationId{"nowhere"};
    EXPECT_NE(load(api::encode(core::RuleBook{{elsewhere}})).find("which this organisation does not have"),
              std::string::npos);
}

TEST_F(Commands, RulesThatCannotBeReadAreSaidSo) {
    Options options;
    options.command = Options::Command::kRules;
    options.database = url();
    for (const std::filesystem::path& file : {folder_.path() / "nothing.json", folder_.path()}) {
        options.rules = file;
        EXPECT_EQ(result_of([&](std::ostream& out) { load_rules(options, out); }),
                  "The file " + file.string() + " cannot be read.");
    }
}

TEST_F(Commands, NothingIsMadeWhereThereIsNoDatabase) {
    Options options;
    options.command = Options::Command::kRules;
    folder_.write("rules.json", api::encode(core::RuleBook{{new_version()}}));
    options.rules = folder_.path() / "rules.json";
    options.data = folder_.path() / "elsewhere";
    options.check = true;
    EXPECT_EQ(result_of([&](std::ostream& out) { load_rules(options, out); }),
              "There is no database " + (options.data / "portal.sqlite3").string() +
                  "; --data or --database says where it is.");
    EXPECT_FALSE(std::filesystem::exists(options.data));
}

TEST_F(Commands, CreditIsBookedAsAnEntryOfItsOwn) {
    EXPECT_NE(book("mila", 330).find("Done: the balance of 'mila' went from "), std::string::npos);
    storage::Database database{url(), 1};
    storage::Transaction transaction = database.read();
    const auto ledgers = storage::load_ledgers(transaction, core::FamilyId{"visser"});
    const auto mila =
        std::find_if(ledgers.begin(), ledgers.end(), [](const auto& it) { return it.child.value == "mila"; });
    ASSERT_NE(mila, ledgers.end());
    EXPECT_EQ(core::fault_in(*mila), "");
    const core::CreditEntry& entry = mila->entries.back();
    EXPECT_EQ(entry.kind, core::EntryKind::kCorrected);
    EXPECT_EQ(entry.note, "Een middag dicht.");
    EXPECT_EQ(entry.opens->use_before, day("2027-03-31"));
    EXPECT_EQ(storage::load_bookings(transaction, core::FamilyId{"visser"}).back().credit.amount, 330);
}

TEST_F(Commands, CreditIsTakenAwayAsFarAsThereIsAny) {
    ASSERT_NE(book("mila", 100).find("to 100 minutes"), std::string::npos);
    EXPECT_NE(book("mila", -300).find("from 100 to 0 minutes"), std::string::npos);
}

TEST_F(Commands, CreditOfAChildThatIsNotThereIsRefused) {
    EXPECT_EQ(book("nobody", 60), "There is no child 'nobody'.");
}

TEST_F(Commands, ANoticeIsToldUntilItsDay) {
    Options options;
    options.database = url();
    options.title = "Zomerfeest";
    options.text = "Komt u ook?";
    options.until = day("2027-07-01");
    options.clock = core::Instant::parse("2027-06-01T09:00:00Z");
    const auto publish = [&] { return result_of([&](std::ostream& out) { publish_notice(options, out); }); };
    EXPECT_EQ(publish(), "Done: parents see 'Zomerfeest' from now on.\n");
    options.until = day("2027-05-31");
    EXPECT_EQ(publish(), "The last day, 2027-05-31, has passed.");
    storage::Database database{url(), 1};
    storage::Transaction transaction = database.read();
    const auto notices = storage::list_notices(transaction, day("2027-07-01"));
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices[0].text, "Komt u ook?");
    EXPECT_TRUE(storage::list_notices(transaction, day("2027-07-02")).empty());
}

TEST_F(Commands, AnInvitationIsAMailInTheOutbox) {
    const auto invite = [&](const std::string& guardian, const std::string& email) {
        Options options;
        options.command = Options::Command::kInvite;
        options.database = url();
        options.guardian = guardian;
        options.email = email;
        options.clock = core::Instant::parse("2026-11-23T10:00:00Z");
        return result_of([&](std::ostream& out) { invite_guardian(options, out); });
    };
    const std::string done = "Done: the running server mails 'daan' a link to choose a password by.\n";
    EXPECT_EQ(invite("daan", ""), done);
    EXPECT_EQ(invite("", "Daan@example.nl"), done) << "again, when the first was lost";
    EXPECT_EQ(invite("nobody", ""), "There is no guardian 'nobody'.");
    EXPECT_EQ(invite("", "nobody@example.nl"), "No guardian has the e-mail address 'nobody@example.nl'.");
    EXPECT_NE(invite("jasmijn", "").find("has a login already"), std::string::npos);
    storage::Database database{url(), 1};
    storage::Transaction transaction = database.write();
    int waiting = 0;
    while (const auto mail =
               storage::find_due_mail(transaction, core::Instant::parse("2026-11-23T11:00:00Z").value())) {
        waiting += mail->recipient == "daan@example.nl" ? 1 : 0;
        EXPECT_EQ(mail->text, "") << "the link is made when the mail goes out";
        storage::delete_mail(transaction, mail->id);
    }
    EXPECT_EQ(waiting, 2);
}

TEST_F(Commands, EditsThatWaitAreListedAndApproved) {
    const std::string id = waiting_edit();
    const std::string list = edits({});
    EXPECT_NE(list.find(id + "  2026-11-17T19:12:00Z  Thomas Visser: guardian.iban of Jasmijn Visser-de Boer, "),
              std::string::npos)
        << list;
    EXPECT_NE(list.find("1 edit waits for an answer.\n"), std::string::npos);
    const core::Record before = jasmijn();
    EXPECT_EQ(edits({"approve", id}), "Done: the edit is approved.\n");
    const core::Record after = jasmijn();
    EXPECT_EQ(core::value_of(after, "iban"), core::wanted_value(before, "iban"));
    EXPECT_FALSE(core::field_of(after, "iban")->waiting);
    EXPECT_NE(after.version, before.version) << "who edits it meanwhile is told";
    EXPECT_EQ(edits({}), "0 edits wait for an answer.\n");
    EXPECT_EQ(edits({"reject", id}, "Te laat."), "The change '" + id + "' does not wait: it is approved.");
}

TEST_F(Commands, EditsAreRejectedWithTheReasonThatParentsSee) {
    const std::string id = waiting_edit();
    const core::Record before = jasmijn();
    EXPECT_EQ(edits({"reject", id}, "Het nummer is niet van u."), "Done: the edit is rejected.\n");
    EXPECT_EQ(core::value_of(jasmijn(), "iban"), core::value_of(before, "iban"));
    EXPECT_FALSE(core::field_of(jasmijn(), "iban")->waiting);
    storage::Database database{url(), 1};
    storage::Transaction transaction = database.read();
    const auto change = storage::find_record_change(transaction, id);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->second.state, core::RecordChange::State::kRejected);
    EXPECT_EQ(change->second.reason, "Het nummer is niet van u.");
    EXPECT_EQ(change->second.decided_at, core::Instant::parse("2026-11-24T09:00:00Z"));
}

TEST_F(Commands, EditsOfNobodyAreNotAnswered) {
    EXPECT_EQ(edits({"approve", "nothing"}), "There is no change 'nothing'.");
}

TEST_F(Commands, EditsOfFieldsAreWhatTheOrganisationWants) {
    EXPECT_NE(edits({"rights"}).find("guardian.iban  approval\n"), std::string::npos);
    EXPECT_EQ(edits({"rights", "guardian.iban", "fixed"}), "Done: guardian.iban is fixed from now on.\n");
    EXPECT_NE(edits({"rights"}).find("guardian.iban  fixed\n"), std::string::npos);
    EXPECT_EQ(edits({"rights", "guardian.shoeSize", "fixed"}),
              "There is no field 'guardian.shoeSize'; 'edits rights' lists them.");
    EXPECT_EQ(edits({"rights", "iban", "fixed"}), "There is no field 'iban'; 'edits rights' lists them.");
    EXPECT_EQ(edits({"rights", "guardian.iban", "free"}), "'free' is none of direct, approval and fixed.");
    EXPECT_EQ(edits({"rights", "child.bsn", "direct"}), "A citizen number is never changed in the portal.");
}

}  // namespace
}  // namespace portal::server::test
