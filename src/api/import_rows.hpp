#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Files of an organisation's office: a table, or JSON, both read as rows of named texts.
namespace portal::api {

struct ImportFault {
    std::string place;  ///< "line 12" of a table, "contracts[3].week[0]" of JSON
    std::string detail;
};

/// What rows have. In JSON the root's member `list` holds an array of objects; each of these may hold an array `inner`,
/// and is then a row for each of its items, which have the columns `inner_columns`.
struct RowFormat {
    std::string_view list;
    std::string_view inner{};
    std::vector<std::string_view> needed{};  ///< columns without which a table is none
    std::vector<std::string_view> possible{};
    std::vector<std::string_view> inner_columns{};  ///< of `needed` and `possible`

    [[nodiscard]] bool knows(std::string_view column) const;
    [[nodiscard]] bool is_inner(std::string_view column) const;
};

/// The fields of one row by name; the first thing that is wrong with them is kept.
class ImportRow {
  public:
    ImportRow(std::string place, std::map<std::string, std::string> values)
        : place_(std::move(place)), values_(std::move(values)) {}

    [[nodiscard]] const std::string& place() const { return place_; }
    [[nodiscard]] const std::string& fault() const { return fault_; }

    /// Empty where there is none.
    [[nodiscard]] std::string text(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const { return !text(name).empty(); }

    /// One line of at most 200 bytes.
    std::string filled(const std::string& name);
    /// As `filled`, or empty.
    std::string line(const std::string& name) { return has(name) ? filled(name) : std::string(); }
    /// 1 to 64 letters, digits and "-", "_" and "." without accents: it stands in addresses.
    std::string id(const std::string& name);

    template <class T>
    T parsed(const std::string& name, std::optional<T> (*parse)(std::string_view)) {
        const std::optional<T> value = parse(text(name));
        if (!value) {
            fail_value(name);
        }
        return value.value_or(T{});
    }

    template <class T>
    std::optional<T> parsed_if_there(const std::string& name, std::optional<T> (*parse)(std::string_view)) {
        return has(name) ? std::optional{parsed(name, parse)} : std::nullopt;
    }

    std::int64_t number(const std::string& name);
    /// `otherwise` where there is none.
    int number_between(const std::string& name, int least, int most, int otherwise);
    /// "yes" or "no"; no where there is neither.
    bool yes(const std::string& name);

    void fail(const std::string& name, const std::string& what);
    void fail_whole(const std::string& what);

  private:
    void fail_value(const std::string& name);

    std::string place_;
    std::map<std::string, std::string> values_;
    std::string fault_;
};

struct ImportRows {
    std::vector<ImportRow> rows;
    std::vector<ImportFault> faults;  ///< with the file as a whole
};

/// RFC 4180 in UTF-8, separated by ';' or ',', whichever the first line has, which names the columns.
[[nodiscard]] ImportRows read_rows_csv(std::string_view text, const RowFormat& format);

/// Numbers are texts then, true and false "yes" and "no", and lists of them have spaces between.
[[nodiscard]] ImportRows read_rows_json(std::string_view text, const RowFormat& format);

using RowGroup = std::vector<ImportRow>;

/// Rows with the same `keys` are one thing: they stand together and differ in their inner columns only.
[[nodiscard]] std::vector<RowGroup> grouped(std::vector<ImportRow> rows, const RowFormat& format,
                                            const std::vector<std::string>& keys);

}  // namespace portal::api
