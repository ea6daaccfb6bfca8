#pragma once

#include "server/documents/text.hpp"

#include <cstdint>
#include <string>

namespace portal::server::documents {

/// The bytes by which spreadsheets know that a table is UTF-8.
inline constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

/// A line of a table for spreadsheets (RFC 4180, with ';' between fields as Dutch ones expect).
class CsvLine {
  public:
    /// What somebody typed: quoted, and with a "'" before it where a spreadsheet would take it for a formula.
    CsvLine& name(const std::string& text);

    /// A figure, with the comma or point that spreadsheets of the language expect and nothing else.
    CsvLine& hundredths(Language language, std::int64_t value);

    /// As it is: a number or a date.
    CsvLine& put(const std::string& text);

    [[nodiscard]] std::string end() const { return text_ + "\r\n"; }

  private:
    std::string text_;
    bool empty_ = true;
};

}  // namespace portal::server::documents
