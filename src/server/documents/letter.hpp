#pragma once

#include "core/instant.hpp"
#include "core/organisation.hpp"
#include "server/documents/text.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Letters of the organisation as PDF, with text that can be selected, searched and read aloud.
namespace portal::server::documents {

/// What stands on each letter.
struct Letterhead {
    core::OrganisationDetails organisation;
    std::string logo;  ///< a PNG; none when empty or no PNG
};

enum class Align : std::uint8_t { kLeft, kRight };

struct Column {
    std::string title;
    double share = 1;  ///< of the width, beside those of the other columns
    Align align = Align::kLeft;
};

enum class RowStyle : std::uint8_t {
    kPlain,
    kSubtle,  ///< belongs to the row above
    kStrong,  ///< a total
};

struct TableRow {
    std::vector<std::string> cells;  ///< one alone has the whole width, and goes on over pages
    RowStyle style = RowStyle::kPlain;
};

struct Table {
    std::vector<Column> columns;
    std::vector<TableRow> rows;
};

/// One letter on A4, written from top to bottom; pages begin by themselves. Letters are made one at a time, by
/// whichever thread: another waits until the first is finished. Throws std::runtime_error where cairo fails.
class Letter {
  public:
    /// `title` is the letter's first line and the document's name.
    Letter(const Letterhead& head, Language language, const std::string& title, core::Instant made_at);
    ~Letter();
    Letter(const Letter&) = delete;
    Letter& operator=(const Letter&) = delete;

    void heading(const std::string& text);
    void paragraph(const std::string& text);
    /// Names and values, in two columns; those without a value are left out.
    void facts(const std::vector<std::pair<std::string, std::string>>& facts);
    /// The header comes again on each page.
    void table(const Table& table);
    /// A QR code, a text of '0' and '1' for each row, with its quiet zone, and a text beside it.
    void code(const std::vector<std::string>& rows, const std::string& text);

    /// The bytes of the PDF. Nothing can be written any more.
    [[nodiscard]] std::string finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace portal::server::documents
