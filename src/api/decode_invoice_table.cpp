#include "api/invoice_import.hpp"
#include "core/digits.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace portal::api {
namespace {

constexpr std::array<std::string_view, 11> kNeeded{"number",  "issuedOn",   "dueOn",      "month",
                                                   "childId", "locationId", "careType",   "lineKind",
                                                   "minutes", "rateCents",  "amountCents"};
constexpr std::array<std::string_view, 8> kPossible{"kind",     "credits",     "paidOn",    "careMonth",
                                                    "contract", "description", "requestId", "dates"};

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

/// The fields of one record by name; the first thing that is wrong with them is kept.
class Row {
  public:
    Row(const Record& record, const std::map<std::string, std::size_t>& columns)
        : record_(record), columns_(columns), place("line " + std::to_string(record.line)) {
        if (record.fields.size() != columns.size()) {
            fault = "has " + std::to_string(record.fields.size()) + " fields, not " + std::to_string(columns.size());
        }
    }

    [[nodiscard]] std::string text(const std::string& name) const {
        const auto column = columns_.find(name);
        const bool known = column != columns_.end() && column->second < record_.fields.size();
        return known ? record_.fields[column->second] : std::string{};
    }

    std::string filled(const std::string& name) {
        constexpr std::size_t kLongest = 200;
        std::string value = text(name);
        const bool plain = std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' || c < 0; });
        if (value.empty() || value.size() > kLongest || !plain) {
            fail(name, value.empty() ? "is empty" : "is too long or has control characters");
        }
        return value;
    }

    template <class T>
    T parsed(const std::string& name, std::optional<T> (*parse)(std::string_view)) {
        const std::optional<T> value = parse(text(name));
        if (!value) {
            fail(name, "'" + text(name).substr(0, 40) + "' is not one of its values");
        }
        return value.value_or(T{});
    }

    std::int64_t number(const std::string& name) {
        const std::string value = text(name);
        const bool negative = !value.empty() && value.front() == '-';
        const auto size = core::parse_digits(std::string_view{value}.substr(negative ? 1 : 0));
        if (!size) {
            fail(name, "'" + value.substr(0, 40) + "' is no whole number");
        }
        return negative ? -size.value_or(0) : size.value_or(0);
    }

    void fail(const std::string& name, const std::string& what) {
        if (fault.empty()) {
            fault = name + ' ' + what;
        }
    }

  private:
    const Record& record_;
    const std::map<std::string, std::size_t>& columns_;

  public:
    std::string place;
    std::string fault;
};

std::vector<core::Date> dates_of(Row& row) {
    std::vector<core::Date> dates;
    const std::string text = row.text("dates");
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const auto date = core::Date::parse(std::string_view{text}.substr(begin, end - begin));
        if (!date) {
            row.fail("dates", "has a day that is none");
            return {};
        }
        dates.push_back(*date);
        begin = end + 1;
    }
    return dates;
}

core::InvoiceHead head_of(Row& row) {
    core::InvoiceHead head;
    head.number = row.filled("number");
    if (!row.text("kind").empty()) {
        head.kind = row.parsed("kind", core::invoice_kind_from);
    }
    if (!row.text("credits").empty()) {
        head.credits = row.filled("credits");
    }
    head.month = row.parsed("month", core::Month::parse);
    head.issued_on = row.parsed("issuedOn", core::Date::parse);
    head.due_on = row.parsed("dueOn", core::Date::parse);
    return head;
}

core::InvoiceLine line_of(Row& row, core::Month period) {
    core::InvoiceLine line;
    line.kind = row.parsed("lineKind", core::line_kind_from);
    line.month = row.text("careMonth").empty() ? period : row.parsed("careMonth", core::Month::parse);
    line.child = core::ChildId{row.filled("childId")};
    line.location = core::LocationId{row.filled("locationId")};
    line.care_type = row.parsed("careType", core::care_type_from);
    line.contract_number = row.text("contract").empty() ? "" : row.filled("contract");
    line.description = row.text("description").empty() ? "" : row.filled("description");
    line.minutes = row.number("minutes");
    line.hourly_rate = {row.number("rateCents")};
    line.amount = {row.number("amountCents")};
    if (!row.text("requestId").empty()) {
        line.request = core::RequestId{row.filled("requestId")};
    }
    line.dates = dates_of(row);
    return line;
}

/// Where each column stands; a fault where one is missing, unknown or there twice.
std::map<std::string, std::size_t> columns_of(const Record& titles, std::vector<ImportFault>& faults) {
    std::map<std::string, std::size_t> columns;
    for (std::size_t index = 0; index < titles.fields.size(); ++index) {
        const std::string& name = titles.fields[index];
        const bool known = std::find(kNeeded.begin(), kNeeded.end(), name) != kNeeded.end() ||
                           std::find(kPossible.begin(), kPossible.end(), name) != kPossible.end();
        if (!known || !columns.emplace(name, index).second) {
            faults.push_back(
                {"line 1", "the column '" + name.substr(0, 40) + "' " + (known ? "is there twice" : "is unknown")});
        }
    }
    for (const std::string_view name : kNeeded) {
        if (columns.count(std::string(name)) == 0) {
            faults.push_back({"line 1", "the column '" + std::string(name) + "' is missing"});
        }
    }
    return columns;
}

struct Gathered {
    InvoiceImport import;
    std::map<std::string, bool> numbers;  ///< that were met, and whether one of their lines is wrong

    void add(Row& row) {
        const core::InvoiceHead head = head_of(row);
        const core::InvoiceLine line = line_of(row, head.month);
        const std::string paid_on = row.text("paidOn");
        const core::Date paid = paid_on.empty() ? core::Date{} : row.parsed("paidOn", core::Date::parse);
        const bool continues = !import.invoices.empty() && import.invoices.back().invoice.head.number == head.number;
        if (!continues && numbers.count(head.number) > 0) {
            row.fail("number", "'" + head.number + "' is that of an invoice further up");
        }
        if (continues && !(import.invoices.back().invoice.head == head)) {
            row.fail("number", "'" + head.number + "' has other days, month or kind in the line before");
        }
        numbers[head.number] = numbers[head.number] || !row.fault.empty();
        if (!continues) {
            import.invoices.push_back({row.place, {head, {}, {}}, {}});
        }
        ImportedInvoice& imported = import.invoices.back();
        imported.invoice.lines.push_back(line);
        imported.line_places.push_back(row.place);
        if (!paid_on.empty()) {
            imported.invoice.payments = {{paid, core::total_of(imported.invoice.lines)}};
        }
        if (!row.fault.empty()) {
            import.faults.push_back({row.place, row.fault});
        }
    }
};

}  // namespace

InvoiceImport read_invoices_csv(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        text.remove_prefix(kByteOrderMark.size());
    }
    const std::string_view first = text.substr(0, text.find('\n'));
    const char separator = first.find(';') != std::string_view::npos ? ';' : ',';
    const std::vector<Record> records = Reader{text, separator}.records();
    Gathered gathered;
    if (records.empty()) {
        gathered.import.faults.push_back({"line 1", "the table is empty"});
        return gathered.import;
    }
    const auto columns = columns_of(records.front(), gathered.import.faults);
    if (!gathered.import.faults.empty()) {
        return gathered.import;
    }
    for (std::size_t index = 1; index < records.size(); ++index) {
        Row row{records[index], columns};
        gathered.add(row);
    }
    auto& invoices = gathered.import.invoices;
    invoices.erase(std::remove_if(invoices.begin(), invoices.end(),
                                  [&](const ImportedInvoice& it) { return gathered.numbers[it.invoice.head.number]; }),
                   invoices.end());
    return gathered.import;
}

}  // namespace portal::api
