#include "server/documents/csv_line.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace portal::server::documents {
namespace {

/// What begins formulas, also in the full width of East Asian keyboards, and what spreadsheets strip before they look.
/// https://owasp.org/www-community/attacks/CSV_Injection
constexpr std::array<std::string_view, 11> kFormulas{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

bool is_formula(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return std::any_of(kFormulas.begin(), kFormulas.end(),
                       [&](std::string_view begin) { return text.substr(0, begin.size()) == begin; });
}

}  // namespace

CsvLine& CsvLine::name(const std::string& text) {
    std::string quoted = is_formula(text) ? "\"'" : "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return put(quoted + '"');
}

CsvLine& CsvLine::hundredths(Language language, std::int64_t value) {
    const std::int64_t size = value < 0 ? -value : value;
    std::string text = (value < 0 ? "-" : "") + std::to_string(size / 100);
    text += language == Language::nl ? ',' : '.';
    text += static_cast<char>('0' + size % 100 / 10);
    text += static_cast<char>('0' + size % 10);
    return put(text);
}

CsvLine& CsvLine::put(const std::string& text) {
    text_ += (empty_ ? "" : ";") + text;
    empty_ = false;
    return *this;
}

}  // namespace portal::server::documents
