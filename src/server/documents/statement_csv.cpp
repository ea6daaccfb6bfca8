#include "server/documents/documents.hpp"
#include "server/documents/wording.hpp"

namespace portal::server::documents {
namespace {

class Line {
  public:
    /// A name: quoted, and never a formula.
    Line& name(const std::string& text) {
        const bool formula = !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
        std::string quoted = formula ? "\"'" : "\"";
        for (const char c : text) {
            quoted += c == '"' ? "\"\"" : std::string(1, c);
        }
        return put(quoted + '"');
    }

    /// A figure, with the comma or point that spreadsheets of the language expect and nothing else.
    Line& hundredths(Language language, std::int64_t value) {
        const std::int64_t size = value < 0 ? -value : value;
        std::string text = (value < 0 ? "-" : "") + std::to_string(size / 100);
        text += language == Language::nl ? ',' : '.';
        text += static_cast<char>('0' + size % 100 / 10);
        text += static_cast<char>('0' + size % 10);
        return put(text);
    }

    Line& put(const std::string& text) {
        text_ += (empty_ ? "" : ";") + text;
        empty_ = false;
        return *this;
    }

    [[nodiscard]] std::string end() const { return text_ + "\r\n"; }

  private:
    std::string text_;
    bool empty_ = true;
};

std::int64_t hundredth_hours(std::int64_t minutes) {
    const std::int64_t size = minutes < 0 ? -minutes : minutes;
    const std::int64_t rounded = (size * 100 + 30) / 60;
    return minutes < 0 ? -rounded : rounded;
}

}  // namespace

std::string statement_csv(Language language, const core::AnnualStatement& statement) {
    Line titles;
    for (const Text title :
         {Text::statement_year, Text::statement_month, Text::statement_child, Text::statement_born,
          Text::statement_location, Text::statement_lrk, Text::statement_care_type, Text::statement_hours,
          Text::statement_cost, Text::statement_extra_hours, Text::statement_extra_cost}) {
        titles.name(std::string(text(language, title)));
    }
    std::string table = "\xEF\xBB\xBF" + titles.end();
    for (const core::StatementRow& row : statement.rows) {
        for (std::size_t index = 0; index < row.months.size(); ++index) {
            const core::StatementSum& sum = row.months[index];
            if (sum == core::StatementSum{}) {
                continue;
            }
            table += Line{}
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
