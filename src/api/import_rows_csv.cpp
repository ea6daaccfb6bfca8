#include "api/import_rows.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace portal::api {
namespace {

struct Record {
    int line = 1;  ///< on which it begins
    std::vector<std::string> fields;
};

/// RFC 4180: fields in '"' may hold separators, line ends and, doubled, '"'. Lines without anything are left out.
class Reader {
  public:
    Reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    [[nodiscard]] std::vector<Record> records() {
        std::vector<Record> all;
        while (at_ < text_.size()) {
            Record record{line_, {}};
            do {
                record.fields.push_back(field());
            } while (take(separator_));
            static_cast<void>(take('\r'));
            static_cast<void>(take('\n'));
            if (record.fields.size() > 1 || !record.fields.front().empty()) {
                all.push_back(std::move(record));
            }
        }
        return all;
    }

  private:
    bool take(char c) {
        if (at_ == text_.size() || text_[at_] != c) {
            return false;
        }
        line_ += c == '\n' ? 1 : 0;
        ++at_;
        return true;
    }

    std::string field() {
        std::string value;
        bool quoted = take('"');
        while (at_ < text_.size() && (quoted || !at_end_of_field())) {
            const char c = text_[at_];
            static_cast<void>(take(c));
            if (!quoted || c != '"' || take('"')) {
                value += c;
            } else {
                quoted = false;
            }
        }
        return value;
    }

    [[nodiscard]] bool at_end_of_field() const {
        const std::string_view rest = text_.substr(at_);
        return rest.front() == separator_ || rest.front() == '\n' || rest.substr(0, 2) == "\r\n";
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
};

/// A fault where a column is missing, unknown or there twice.
void check_titles(const std::vector<std::string>& titles, const RowFormat& format, std::vector<ImportFault>& faults) {
    for (auto title = titles.begin(); title != titles.end(); ++title) {
        const bool known = format.knows(*title);
        if (!known || std::find(titles.begin(), title, *title) != title) {
            faults.push_back(
                {"line 1", "the column '" + title->substr(0, 40) + "' " + (known ? "is there twice" : "is unknown")});
        }
    }
    for (const std::string_view name : format.needed) {
        if (std::find(titles.begin(), titles.end(), name) == titles.end()) {
            faults.push_back({"line 1", "the column '" + std::string(name) + "' is missing"});
        }
    }
}

ImportRow row_of(Record& record, const std::vector<std::string>& titles) {
    std::map<std::string, std::string> values;
    for (std::size_t index = 0; index < std::min(titles.size(), record.fields.size()); ++index) {
        values.emplace(titles[index], std::move(record.fields[index]));
    }
    ImportRow row{"line " + std::to_string(record.line), std::move(values)};
    if (record.fields.size() != titles.size()) {
        row.fail_whole("has " + std::to_string(record.fields.size()) + " fields, not " + std::to_string(titles.size()));
    }
    return row;
}

}  // namespace

ImportRows read_rows_csv(std::string_view text, const RowFormat& format) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        text.remove_prefix(kByteOrderMark.size());
    }
    ImportRows read;
    if (!core::count_code_points(text)) {
        read.faults.push_back({"the file", "is not in UTF-8"});
        return read;
    }
    const std::string_view first = text.substr(0, text.find('\n'));
    const char separator = first.find(';') != std::string_view::npos ? ';' : ',';
    std::vector<Record> records = Reader{text, separator}.records();
    if (records.empty()) {
        read.faults.push_back({"line 1", "the table is empty"});
        return read;
    }
    const std::vector<std::string> titles = std::move(records.front().fields);
    check_titles(titles, format, read.faults);
    if (read.faults.empty()) {
        for (std::size_t index = 1; index < records.size(); ++index) {
            read.rows.push_back(row_of(records[index], titles));
        }
    }
    return read;
}

}  // namespace portal::api
