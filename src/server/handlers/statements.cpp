#include "server/storage/statements.hpp"
#include "api/money_codec.hpp"
#include "core/digits.hpp"
#include "server/care_record.hpp"
#include "server/documents/wording.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/downloads.hpp"
#include "server/handlers/money.hpp"
#include "server/storage/families.hpp"
#include "server/storage/invoices.hpp"
#include "server/storage/organisation_details.hpp"
#include "server/storage/records.hpp"

#include <algorithm>

namespace portal::server {
namespace {

core::Date today(const Services& services) {
    return core::amsterdam::local_time(services.clock.now()).date;
}

http::Failure no_statement() {
    return {404, "not-found", "There is no such annual statement."};
}

int year_of(const Call& call) {
    const std::string& text = call.parameters.at("year");
    const auto year = text.size() == 4 ? core::parse_digits(text) : std::nullopt;
    if (!year || !core::Date::from_ymd(*year, 1, 1)) {
        throw no_statement();
    }
    return *year;
}

/// How care was used until now; what is still to come is no use.
std::vector<core::MonthSum> usage_of(const CareRecord& record, int year, core::Date until) {
    const core::Month last = std::min(core::Month{year, 12}, core::Month::of(until));
    std::vector<core::MonthSum> usage = core::sums_of(record.facts(), record.requests(), {year, 1}, last);
    const std::vector<core::MonthSum> surplus = core::surplus_sums(record.facts(), record.requests(), year, until);
    usage.insert(usage.end(), surplus.begin(), surplus.end());
    return usage;
}

/// Who applies for the allowance, and with which organisation the care was.
void set_parties(storage::Transaction& transaction, const core::FamilyId& family, core::AnnualStatement& statement) {
    statement.provider = storage::load_organisation_details(transaction).name;
    const core::FamilyRecords records = storage::load_family_records(transaction, family);
    if (const core::Record* payer = core::payer_of(records)) {
        statement.applicant = core::subject_of(*payer);
        statement.applicant_birth_date = core::Date::parse(core::value_of(*payer, "birthDate"));
        statement.applicant_bsn = core::value_of(*payer, "bsn");
    }
}

/// Throws 404 where there are no invoices for care of that year.
core::AnnualStatement statement_of(const Services& services, const Call& call, storage::Transaction& transaction) {
    const int year = year_of(call);
    const CareRecord record{transaction, call.who.family, services.clock.now()};
    core::AnnualStatement statement =
        core::annual_statement(year, record.family(), storage::load_invoices(transaction, call.who.family));
    if (statement.rows.empty()) {
        throw no_statement();
    }
    const auto published = storage::published_statements(transaction, call.who.family);
    if (const auto found = published.find(year); found != published.end()) {
        statement.published_on = found->second;
    }
    set_parties(transaction, call.who.family, statement);
    statement.usage = usage_of(record, year, today(services));
    return statement;
}

std::string name_of(documents::Language language, const core::AnnualStatement& statement) {
    return documents::with(language, documents::Text::statement_file, {{"year", std::to_string(statement.year)}});
}

}  // namespace

http::Response show_statements(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    const core::Family family = storage::load_family(transaction, call.who.family);
    const auto invoices = storage::load_invoices(transaction, call.who.family);
    const auto published = storage::published_statements(transaction, call.who.family);
    std::vector<api::StatementEntry> entries;
    for (const int year : core::years_of_care(invoices)) {
        api::StatementEntry entry{year, std::nullopt, core::annual_statement(year, family, invoices).total};
        if (const auto found = published.find(year); found != published.end()) {
            entry.published_on = found->second;
        }
        entries.push_back(entry);
    }
    return json(200, api::encode(entries));
}

http::Response show_statement(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(statement_of(services, call, transaction)));
}

http::Response download_statement(const Services& services, const Call& call) {
    const documents::Language language = document_language(call.request);
    storage::Transaction transaction = services.database.read();
    const core::AnnualStatement statement = statement_of(services, call, transaction);
    const documents::Letterhead head = letterhead(transaction);
    return download(name_of(language, statement), ".pdf", "application/pdf",
                    documents::statement_pdf({head, language, services.clock.now()}, statement));
}

http::Response download_statement_table(const Services& services, const Call& call) {
    const documents::Language language = document_language(call.request);
    storage::Transaction transaction = services.database.read();
    const core::AnnualStatement statement = statement_of(services, call, transaction);
    return download(name_of(language, statement), ".csv", "text/csv; charset=utf-8",
                    documents::statement_csv(language, statement));
}

}  // namespace portal::server
