#include "server/documents/documents.hpp"
#include "server/documents/wording.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace portal::server::documents {
namespace {

std::string label(Language language, Text key) {
    return std::string(text(language, key));
}

TableRow row_of(Language language, const std::string& name, const core::StatementSum& sum, RowStyle style) {
    return {{name, hours(language, sum.minutes), euros(language, sum.cost), hours(language, sum.extra_minutes),
             euros(language, sum.extra_cost)},
            style};
}

Table months_of(Language language, const core::StatementRow& row) {
    Table table;
    table.columns = {{label(language, Text::statement_month), 2, Align::kLeft},
                     {label(language, Text::statement_hours), 1, Align::kRight},
                     {label(language, Text::statement_cost), 1.3, Align::kRight},
                     {label(language, Text::statement_extra_hours), 1.2, Align::kRight},
                     {label(language, Text::statement_extra_cost), 1.3, Align::kRight}};
    for (std::size_t index = 0; index < row.months.size(); ++index) {
        table.rows.push_back(
            row_of(language, named(language, "month", std::to_string(index + 1)), row.months[index], RowStyle::kPlain));
    }
    table.rows.push_back(row_of(language, label(language, Text::statement_total), row.total, RowStyle::kStrong));
    return table;
}

std::string surplus_of(Language language, const core::StatementRow& row) {
    return row.surplus_minutes == 0
               ? std::string()
               : with(language, Text::statement_surplus_sum,
                      {{"hours", hours(language, row.surplus_minutes)}, {"cost", euros(language, row.surplus_cost)}});
}

void write_row(Language language, const core::StatementRow& row, Letter& letter) {
    letter.heading(row.child_name + " · " + row.location_name);
    const auto average = core::average_rate(row.total);
    letter.facts({{label(language, Text::statement_child), row.child_name},
                  {label(language, Text::statement_born), row.birth_date ? day(language, *row.birth_date) : ""},
                  {label(language, Text::statement_care_type), care(language, row.care_type)},
                  {label(language, Text::statement_lrk), row.lrk},
                  {label(language, Text::statement_average), average ? euros(language, *average) : ""},
                  {label(language, Text::statement_surplus), surplus_of(language, row)}});
    letter.paragraph(with(language, Text::statement_period,
                          {{"first", day(language, row.first)}, {"last", day(language, row.last)}}));
    letter.table(months_of(language, row));
}

/// Hours of the year by child and kind.
Table usage_of(Language language, const core::AnnualStatement& statement) {
    std::map<core::ChildId, std::map<core::SumKind, std::int64_t>> minutes;
    std::set<core::SumKind> kinds;
    for (const core::MonthSum& sum : statement.usage) {
        minutes[sum.child][sum.kind] += sum.minutes;
        kinds.insert(sum.kind);
    }
    Table table;
    table.columns = {{label(language, Text::statement_child), 2, Align::kLeft}};
    for (const core::SumKind kind : kinds) {
        table.columns.push_back({usage(language, kind), 1.2, Align::kRight});
    }
    std::set<core::ChildId> shown;
    for (const core::StatementRow& row : statement.rows) {
        if (!shown.insert(row.child).second) {
            continue;
        }
        TableRow cells{{row.child_name}, RowStyle::kPlain};
        for (const core::SumKind kind : kinds) {
            cells.cells.push_back(hours(language, minutes[row.child][kind]));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// The invoices of the year and whether they were paid.
void write_invoices(Language language, const core::AnnualStatement& statement, Letter& letter) {
    letter.heading(label(language, Text::statement_payments));
    letter.paragraph(
        with(language, Text::statement_paid_sum,
             {{"paid", euros(language, core::paid_of(statement))}, {"cost", euros(language, statement.total.cost)}}));
    Table table;
    table.columns = {{label(language, Text::statement_invoice), 1.4, Align::kLeft},
                     {label(language, Text::statement_issued), 1.6, Align::kLeft},
                     {label(language, Text::statement_cost), 1.2, Align::kRight},
                     {label(language, Text::statement_paid_on), 1.8, Align::kRight}};
    for (const core::StatementInvoice& invoice : statement.invoices) {
        table.rows.push_back({{invoice.number, day(language, invoice.issued_on), euros(language, invoice.amount),
                               invoice.paid_on   ? day(language, *invoice.paid_on)
                               : invoice.settled ? label(language, Text::statement_settled)
                                                 : label(language, Text::statement_open)},
                              RowStyle::kPlain});
    }
    letter.table(table);
}

}  // namespace

std::string statement_pdf(const Making& making, const core::AnnualStatement& statement) {
    const Language language = making.language;
    const std::string year = std::to_string(statement.year);
    const bool provisional = !statement.published_on;
    Letter letter{
        making.head, language,
        with(language, provisional ? Text::statement_title_provisional : Text::statement_title, {{"year", year}}),
        making.now};
    letter.facts(
        {{label(language, Text::statement_provider), statement.provider},
         {label(language, Text::statement_applicant), statement.applicant},
         {label(language, Text::statement_applicant_born),
          statement.applicant_birth_date ? day(language, *statement.applicant_birth_date) : ""},
         {label(language, Text::statement_applicant_bsn), statement.applicant_bsn},
         {label(language, Text::statement_published), provisional ? "" : day(language, *statement.published_on)}});
    if (provisional) {
        letter.paragraph(label(language, Text::statement_provisional));
    }
    letter.paragraph(with(language, Text::statement_sum,
                          {{"year", year},
                           {"hours", hours(language, statement.total.minutes)},
                           {"cost", euros(language, statement.total.cost)}}));
    for (const core::StatementRow& row : statement.rows) {
        write_row(language, row, letter);
    }
    if (!statement.invoices.empty()) {
        write_invoices(language, statement, letter);
    }
    if (!statement.usage.empty()) {
        letter.heading(label(language, Text::statement_usage));
        letter.table(usage_of(language, statement));
    }
    return letter.finish();
}

}  // namespace portal::server::documents
