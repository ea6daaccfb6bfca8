#include "server/documents/csv_line.hpp"
#include "server/documents/documents.hpp"
#include "server/documents/wording.hpp"

namespace portal::server::documents {
namespace {

std::int64_t hundredth_hours(std::int64_t minutes) {
    const std::int64_t size = minutes < 0 ? -minutes : minutes;
    const std::int64_t rounded = (size * 100 + 30) / 60;
    return minutes < 0 ? -rounded : rounded;
}

}  // namespace

std::string statement_csv(Language language, const core::AnnualStatement& statement) {
    CsvLine titles;
    for (const Text title :
         {Text::statement_year, Text::statement_month, Text::statement_child, Text::statement_born,
          Text::statement_location, Text::statement_lrk, Text::statement_care_type, Text::statement_hours,
          Text::statement_cost, Text::statement_extra_hours, Text::statement_extra_cost}) {
        titles.name(std::string(text(language, title)));
    }
    std::string table = kByteOrderMark + titles.end();
    for (const core::StatementRow& row : statement.rows) {
        for (std::size_t index = 0; index < row.months.size(); ++index) {
            const core::StatementSum& sum = row.months[index];
            if (sum == core::StatementSum{}) {
                continue;
            }
            table += CsvLine{}
                         .put(std::to_string(statement.year))
                         .put(std::to_string(index + 1))
                         .name(row.child_name)
                         .put(row.birth_date ? row.birth_date->to_string() : "")
                         .name(row.location_name)
                         .name(row.lrk)
                         .name(care(language, row.care_type))
                         .hundredths(language, hundredth_hours(sum.minutes))
                         .hundredths(language, sum.cost.cents)
                         .hundredths(language, hundredth_hours(sum.extra_minutes))
                         .hundredths(language, sum.extra_cost.cents)
                         .end();
        }
    }
    return table;
}

}  // namespace portal::server::documents
