#include "api/import_rows.hpp"

#include "core/digits.hpp"
#include "core/records.hpp"

#include <algorithm>
#include <set>

namespace portal::api {
namespace {

constexpr std::size_t kLongestLine = 200;
constexpr std::size_t kLongestId = 64;
constexpr std::size_t kShown = 40;

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool may_stand_in_an_address(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

std::string key_of(const ImportRow& row, const std::vector<std::string>& keys) {
    std::string key;
    for (const std::string& name : keys) {
        key += row.text(name) + '\n';
    }
    return key;
}

/// The first column that is said once for all rows of a thing, and twice differently.
std::string_view differing_column(const ImportRow& a, const ImportRow& b, const RowFormat& format) {
    for (const auto* names : {&format.needed, &format.possible}) {
        for (const std::string_view name : *names) {
            if (!format.is_inner(name) && a.text(std::string(name)) != b.text(std::string(name))) {
                return name;
            }
        }
    }
    return {};
}

}  // namespace

bool RowFormat::knows(std::string_view column) const {
    return contains(needed, column) || contains(possible, column);
}

bool RowFormat::is_inner(std::string_view column) const {
    return contains(inner_columns, column);
}

std::string ImportRow::text(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string() : found->second;
}

std::string ImportRow::filled(const std::string& name) {
    std::string value = text(name);
    const bool plain = std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' || c < 0; });
    if (value.empty() || value.size() > kLongestLine || !plain) {
        fail(name, value.empty() ? "is empty" : "is too long or has control characters");
    }
    return value;
}

std::string ImportRow::id(const std::string& name) {
    std::string value = filled(name);
    if (value.size() > kLongestId || !std::all_of(value.begin(), value.end(), may_stand_in_an_address)) {
        fail(name, "'" + value.substr(0, kShown) + "' is no id of at most 64 letters, digits, '-', '_' and '.'");
    }
    return value;
}

std::int64_t ImportRow::number(const std::string& name) {
    const std::string value = text(name);
    const bool negative = !value.empty() && value.front() == '-';
    const auto size = core::parse_digits(std::string_view{value}.substr(negative ? 1 : 0));
    if (!size) {
        fail(name, "'" + value.substr(0, kShown) + "' is no whole number");
    }
    return negative ? -size.value_or(0) : size.value_or(0);
}

int ImportRow::number_between(const std::string& name, int least, int most, int otherwise) {
    if (!has(name)) {
        return otherwise;
    }
    const std::int64_t value = number(name);
    if (value < least || value > most) {
        fail(name, "is not between " + std::to_string(least) + " and " + std::to_string(most));
    }
    return static_cast<int>(value);
}

bool ImportRow::yes(const std::string& name) {
    const std::string value = text(name);
    if (!value.empty() && value != core::kYes && value != core::kNo) {
        fail(name, "is neither 'yes' nor 'no'");
    }
    return value == core::kYes;
}

void ImportRow::fail(const std::string& name, const std::string& what) {
    fail_whole(name + ' ' + what);
}

void ImportRow::fail_whole(const std::string& what) {
    if (fault_.empty()) {
        fault_ = what;
    }
}

void ImportRow::fail_value(const std::string& name) {
    fail(name, "'" + text(name).substr(0, kShown) + "' is not one of its values");
}

std::vector<RowGroup> grouped(std::vector<ImportRow> rows, const RowFormat& format,
                              const std::vector<std::string>& keys) {
    std::vector<RowGroup> groups;
    std::set<std::string> known;
    std::string last;
    for (ImportRow& row : rows) {
        const std::string key = key_of(row, keys);
        if (groups.empty() || key != last) {
            if (!known.insert(key).second) {
                row.fail(keys.front(), "'" + row.text(keys.front()).substr(0, kShown) + "' stands further up already");
            }
            groups.emplace_back();
        } else if (const auto other = differing_column(groups.back().front(), row, format); !other.empty()) {
            row.fail(std::string(other), "differs from that of the rows before");
        }
        last = key;
        groups.back().push_back(std::move(row));
    }
    return groups;
}

}  // namespace portal::api
