#include "api/money_codec.hpp"
#include "server/admin/bill.hpp"
#include "server/admin/import_invoices.hpp"
#include "server/admin/set_organisation.hpp"
#include "server/demo/demo.hpp"
#include "server/record_edits.hpp"
#include "server/storage/change_requests.hpp"
#include "server/storage/invoices.hpp"
#include "server/storage/organisation_details.hpp"
#include "server/storage/record_changes.hpp"
#include "server/storage/records.hpp"
#include "server/storage/statements.hpp"
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

std::string file_of(const std::string& path) {
    std::ifstream file{std::string(PORTAL_SOURCE_ROOT) + '/' + path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
    const std::size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return at == std::string::npos ? text : text.replace(at, part.size(), by);
}

/// The commands on the demo's organisation, on each database there is.
class Office : public testing::TestWithParam<Backend> {
  protected:
    Office() {
        storage::Database database{empty_.url(), 1};
        storage::Transaction transaction = database.write();
        create_demo(transaction, Passwords{PasswordCost::least()},
                    core::Instant::parse("2026-11-23T09:00:00Z").value());
        transaction.commit();
    }

    [[nodiscard]] Options options(const char* clock = "2026-12-01T09:00:00Z") const {
        Options made;
        made.database = empty_.url();
        made.clock = core::Instant::parse(clock);
        return made;
    }

    /// What a command says: its output, and its complaint.
    template <class Run>
    static std::string result_of(Run run) {
        std::ostringstream out;
        try {
            run(out);
        } catch (const std::exception& error) {
            return out.str() + error.what();
        }
        return out.str();
    }

    std::string bill_on(const char* month, const char* clock = "2026-12-01T09:00:00Z") {
        Options given = options(clock);
        given.month = core::Month::parse(month);
        return result_of([&](std::ostream& out) { bill(given, out); });
    }

    std::string pay(const std::string& number, std::int64_t cents, const char* on = "2026-12-01") {
        Options given = options();
        given.invoice = number;
        given.cents = cents;
        given.on = day(on);
        return result_of([&](std::ostream& out) { book_payment(given, out); });
    }

    std::string publish(int year) {
        Options given = options();
        given.year = year;
        return result_of([&](std::ostream& out) { publish_statements(given, out); });
    }

    std::string import(const std::string& name, const std::string& content, bool check = false) {
        folder_.write(name, content);
        Options given = options();
        given.file = folder_.path() / name;
        given.check = check;
        return result_of([&](std::ostream& out) { import_invoices(given, out); });
    }

    [[nodiscard]] std::vector<core::Invoice> invoices(const char* family = "visser") const {
        storage::Database database{empty_.url(), 1};
        storage::Transaction transaction = database.read();
        return storage::load_invoices(transaction, core::FamilyId{family});
    }

    EmptyDatabase empty_{GetParam()};
    TemporaryFolder folder_;
};

TEST_P(Office, BillsAMonthOnce) {
    EXPECT_EQ(bill_on("2026-12"),
              "2026-00026  de-jong  104390 cents\n2026-00027  el-amrani  159234 cents\n"
              "2026-00028  visser  214676 cents\nDone: 3 invoices of 2026-12, together 478300 cents.\n");
    const core::Invoice made = invoices().front();
    EXPECT_EQ(made.head.month, (core::Month{2026, 12}));
    EXPECT_EQ(made.head.issued_on, day("2026-12-01"));
    EXPECT_EQ(made.head.due_on, day("2026-12-31"));
    EXPECT_EQ(made.head.total, core::total_of(made.lines));
    const auto extra = std::find_if(made.lines.begin(), made.lines.end(),
                                    [](const core::InvoiceLine& line) { return line.kind == core::LineKind::kExtra; });
    ASSERT_NE(extra, made.lines.end()) << "the extra morning of November comes along";
    EXPECT_EQ(extra->month, (core::Month{2026, 11}));
    EXPECT_EQ(invoices("el-amrani").front().head.direct_debit->collected_on, day("2026-12-31"));
    EXPECT_EQ(bill_on("2026-12"), "Done: 0 invoices of 2026-12, together 0 cents.\n");
    const std::string next = bill_on("2027-01", "2027-01-02T09:00:00Z");
    EXPECT_NE(next.find("2027-00003  visser  208653 cents\n"), std::string::npos) << next << "extra care once only";
}

TEST_P(Office, CollectsFromTheAccountThatWasApproved) {
    const auto answer = [&](const char* field, const std::string& value) {
        storage::Database database{empty_.url(), 1};
        storage::Transaction transaction = database.write();
        const core::FamilyId family{"el-amrani"};
        const core::FamilyRecords records = storage::load_family_records(transaction, family);
        const core::Record& payer = *core::payer_of(records);
        carry_out(transaction, {family, "Fatima El Amrani", core::Instant::parse("2026-11-30T09:00:00Z").value()},
                  payer, {{field, core::value_of(payer, field), value, core::FieldChange::Outcome::kWaits}});
        for (const core::RecordChange& change : storage::list_waiting_changes(transaction)) {
            if (change.record_id == payer.id && change.field == field) {
                decide(transaction, change.id, true, "", core::Instant::parse("2026-11-30T10:00:00Z").value());
            }
        }
        transaction.commit();
    };
    EXPECT_EQ(invoices("el-amrani").front().head.direct_debit->iban, "NL** **** **** **52 64");
    answer("iban", "NL91ABNA0417164300");
    static_cast<void>(bill_on("2026-12"));
    EXPECT_EQ(invoices("el-amrani").front().head.direct_debit->iban, "NL** **** **** **43 00");
    EXPECT_EQ(invoices("el-amrani")[1].head.direct_debit->iban, "NL** **** **** **52 64") << "what was sent stays";
    answer("directDebit", "no");
    static_cast<void>(bill_on("2027-01", "2027-01-02T09:00:00Z"));
    EXPECT_FALSE(invoices("el-amrani").front().head.direct_debit) << "paid by transfer from then on";
}

TEST_P(Office, BillsWeeksBeyondTheContract_OnceTheYearIsOver) {
    const auto surplus = [&] {
        std::vector<core::InvoiceLine> lines;
        for (const core::Invoice& invoice : invoices()) {
            std::copy_if(invoice.lines.begin(), invoice.lines.end(), std::back_inserter(lines),
                         [](const core::InvoiceLine& line) { return line.kind == core::LineKind::kSurplus; });
        }
        return lines;
    };
    ASSERT_EQ(surplus().size(), 1U) << "of last year, which the demo has billed";
    EXPECT_EQ(surplus().front().month, (core::Month{2025, 12}));
    static_cast<void>(bill_on("2027-01", "2027-01-04T09:00:00Z"));
    static_cast<void>(bill_on("2027-02", "2027-02-01T09:00:00Z"));
    const auto lines = surplus();
    ASSERT_EQ(lines.size(), 2U) << "once";
    EXPECT_EQ(lines.front().month, (core::Month{2026, 12})) << "the care of last year";
    EXPECT_EQ(lines.front().contract_number, "B-0519");
    EXPECT_GT(lines.front().minutes, 0);
}

TEST_P(Office, BillsNoMonthThatNobodyMeans) {
    EXPECT_EQ(bill_on("2027-03"), "The month 2027-03 is too far ahead to be billed.");
    EXPECT_EQ(bill_on("2019-01"), "Done: 0 invoices of 2019-01, together 0 cents.\n") << "there was no care";
}

TEST_P(Office, BooksPayments) {
    const std::string number = invoices().front().head.number;
    EXPECT_EQ(pay(number, 200000), "Done: of '" + number + "' 14676 cents are open.\n");
    EXPECT_EQ(pay(number, 14676, "2026-11-30"), "Done: of '" + number + "' 0 cents are open.\n");
    const core::Invoice paid = invoices().front();
    EXPECT_EQ(core::state_on(paid.head, day("2027-01-01")), core::InvoiceState::kPaid);
    EXPECT_EQ(paid.payments,
              (std::vector<core::InvoicePayment>{{day("2026-11-30"), {14676}}, {day("2026-12-01"), {200000}}}));
    EXPECT_EQ(pay("2026-99999", 1), "There is no invoice '2026-99999'.");
    EXPECT_EQ(pay(number, 1, "2026-12-02"), "The day 2026-12-02 is yet to come.");
}

TEST_P(Office, PublishesStatementsOfYearsThatAreOver) {
    EXPECT_EQ(publish(2026), "The year 2026 is not over.");
    EXPECT_EQ(publish(2025), "Done: 2 statements of 2025 published.\n");
    EXPECT_EQ(publish(2019), "Done: 0 statements of 2019 published.\n");
    storage::Database database{empty_.url(), 1};
    storage::Transaction transaction = database.read();
    EXPECT_EQ(storage::published_statements(transaction, core::FamilyId{"visser"}),
              (std::map<int, core::Date>{{2025, day("2026-12-01")}}));
}

TEST_P(Office, ImportsInvoices_AllOfAFileOrNothing) {
    const std::string example = file_of("tests/api/invoices.example.json");
    const std::size_t before = invoices().size();
    EXPECT_EQ(import("in.json", example, true),
              "invoices[0].lines[0]: right: F-2024-0117\ninvoices[0].lines[1]: right: F-2024-0117\n"
              "invoices[1].lines[0]: right: F-2024-0120\nThe file is right: 2 invoices would be imported.\n");
    EXPECT_EQ(invoices().size(), before);
    const std::string wrong = import("in.json", replaced(example, "\"cents\": -1000", "\"cents\": 1000"));
    EXPECT_NE(wrong.find("invoices[1]: refused: a credit note takes nothing back\n"), std::string::npos) << wrong;
    EXPECT_NE(wrong.find("Nothing was imported: 1 line is wrong."), std::string::npos);
    EXPECT_EQ(invoices().size(), before) << "not even the invoice that is right";
    EXPECT_NE(import("in.json", example).find("Done: 2 invoices were imported.\n"), std::string::npos);
    const auto all = invoices();
    ASSERT_EQ(all.size(), before + 2);
    const core::Invoice& invoice = all.back();
    EXPECT_EQ(invoice.head.number, "F-2024-0117");
    EXPECT_EQ(invoice.head.total, core::Money{54155});
    EXPECT_EQ(invoice.head.addressee, "Jasmijn Visser-de Boer");
    EXPECT_EQ(invoice.head.credit_notes, std::vector<std::string>{"F-2024-0120"});
    EXPECT_EQ(invoice.lines[0].child_name, "Noor Visser");
    EXPECT_EQ(invoice.lines[0].lrk, "158274936");
    EXPECT_EQ(invoice.lines[0].contract, core::ContractId{"contract-noor-1"});
    const std::string again = import("in.json", example);
    EXPECT_NE(again.find("invoices[0]: refused: the number 'F-2024-0117' is used already\n"), std::string::npos);
    EXPECT_EQ(invoices().size(), before + 2);
}

TEST_P(Office, ImportsTheSameFromATable_AndNamesTheLinesThatAreWrong) {
    const std::string table = file_of("tests/api/invoices.example.csv");
    const auto refused = [&](const std::string& part, const std::string& by) {
        const std::string said = import("in.csv", replaced(table, part, by));
        const std::size_t at = said.find("refused");
        const std::size_t begin = said.rfind('\n', at) + 1;
        return at == std::string::npos ? said : said.substr(begin, said.find('\n', at) - begin);
    };
    EXPECT_EQ(refused("noor;", "nobody;"), "line 2: refused: there is no child 'nobody'");
    EXPECT_EQ(refused("mila;", "lina;"), "line 3: refused: the children of one invoice are of two families");
    EXPECT_EQ(refused("kikkers;kdv", "kikkers;bso"),
              "line 2: refused: there is no care of the kind 'bso' at 'kikkers'");
    EXPECT_EQ(refused("K-1042", "K-0001"), "line 2: refused: the child has no contract 'K-0001'");
    EXPECT_EQ(refused("49812", "49814"),
              "line 2: refused: the amount of 49814 cents is not 2860 minutes at 1045 cents"
              " an hour, which is 49812");
    EXPECT_EQ(refused("2024-11-11 ", "2024-12-11 "), "line 2: refused: the days are not growing days of 2024-11");
    EXPECT_EQ(refused("2024-11-20;2024-11-20", "2027-11-20;2027-11-20"),
              "line 4: refused: the day of issue is yet to come, or after the last day to pay");
    EXPECT_EQ(refused("credit-note;F-2024-0117", "credit-note;F-2024-0001"),
              "line 4: refused: the family has no invoice 'F-2024-0001' to credit");
    EXPECT_EQ(refused("credit-note;", ";"),
              "line 4: refused: a credit note, and nothing else, says which invoice it credits");
    EXPECT_NE(import("in.csv", table).find("Done: 2 invoices were imported.\n"), std::string::npos);
    EXPECT_EQ(import("none.json", "{"),
              "the file: refused: The text is not JSON.\nNothing was imported: 1 line is wrong.");
}

TEST_P(Office, ImportTakesRequestsOffTheNextInvoice) {
    core::RequestId extra;
    {
        storage::Database database{empty_.url(), 1};
        storage::Transaction transaction = database.read();
        for (const core::ChangeRequest& request :
             storage::list_change_requests(transaction, core::FamilyId{"visser"})) {
            const bool billed = storage::billed_requests(transaction, core::FamilyId{"visser"}).count(request.id) > 0;
            if (request.kind == core::RequestKind::kExtra && request.state == core::RequestState::kApproved &&
                !billed) {
                extra = request.id;
            }
        }
    }
    ASSERT_FALSE(extra.empty());
    const auto line = [&](const std::string& id) {
        return "number;issuedOn;dueOn;month;childId;locationId;careType;lineKind;minutes;rateCents;amountCents;"
               "requestId\n"
               "F-1;2026-11-26;2026-12-10;2026-11;noor;kikkers;kdv;extra;330;1095;6023;" +
               id + "\n";
    };
    EXPECT_NE(import("in.csv", line("another")).find("line 2: refused: there is no request 'another' of the family"),
              std::string::npos);
    EXPECT_NE(import("in.csv", line(extra.value)).find("Done: 1 invoice was imported.\n"), std::string::npos);
    EXPECT_NE(bill_on("2026-12").find("visser  208653 cents\n"), std::string::npos) << "without the extra day";
}

/// Who is told to transfer what is collected anyway pays twice.
TEST_P(Office, ImportsInvoicesThatWillBeCollected) {
    const std::string table =
        "number,issuedOn,dueOn,month,childId,locationId,careType,lineKind,minutes,rateCents,amountCents\n"
        "F-2,2026-11-26,2026-12-10,2026-12,youssef,kikkers,kdv,correction,60,1095,1095\n";
    EXPECT_NE(import("in.csv", table).find("Done: 1 invoice was imported.\n"), std::string::npos);
    const core::InvoiceHead head = invoices("el-amrani").front().head;
    EXPECT_EQ(head.number, "F-2");
    ASSERT_TRUE(head.direct_debit);
    EXPECT_EQ(head.direct_debit->collected_on, day("2026-12-10"));
    EXPECT_EQ(head.direct_debit->mandate, "M-1002-1");
}

TEST_P(Office, SetsWhatStandsOnLetters) {
    const auto set = [&](const std::string& content, const std::string& logo = {}) {
        folder_.write("organisation.json", content);
        Options given = options();
        given.file = folder_.path() / "organisation.json";
        if (!logo.empty()) {
            folder_.write("logo.png", logo);
            given.logo = folder_.path() / "logo.png";
        }
        return result_of([&](std::ostream& out) { set_organisation(given, out); });
    };
    const std::string logo = file_of("assets/demo/logo.png");
    EXPECT_EQ(set(R"({"name":"De Zonnebloem","iban":"nl39 rabo 0300 0652 64","paymentDays":21})", logo),
              "Done: letters have these details from now on.\n");
    {
        storage::Database database{empty_.url(), 1};
        storage::Transaction transaction = database.read();
        const core::OrganisationDetails details = storage::load_organisation_details(transaction);
        EXPECT_EQ(details.name, "De Zonnebloem");
        EXPECT_EQ(details.iban, "NL39RABO0300065264");
        EXPECT_EQ(details.payment_days, 21);
        EXPECT_EQ(details.city, "") << "all of it is replaced";
        EXPECT_EQ(storage::load_logo(transaction), logo);
    }
    EXPECT_NE(set(R"({"name":"X","iban":"NL00RABO0300065264"})").find("iban: "), std::string::npos);
    EXPECT_NE(set(R"({"name":"X"})", "GIF89a").find("is no PNG of at most 500 kB."), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Databases, Office, testing::ValuesIn(available_backends()),
                         [](const auto& one) { return name_of(one.param); });

}  // namespace
}  // namespace portal::server::test
