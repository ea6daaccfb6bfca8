#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/text.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace portal::ui {

struct TableColumn {
    std::string_view key;
    std::string_view label;
    Align align = Align::kLeft;  ///< numbers stand at the right
};

struct TableRow {
    std::string_view key;
    std::vector<std::string> cells;  ///< as many as there are columns; the first one names the row
    bool is_total = false;
};

/// Figures in rows and columns. Where they do not fit beside each other, on a phone or with large text, each row
/// becomes a card: its name, and a line for each of its other cells.
struct Table {
    std::string_view key;
    std::string_view name;  ///< accessible name
    std::span<const TableColumn> columns;
    std::span<const TableRow> rows;
};

void table(Ui& ui, Column& column, const Table& table);

}  // namespace portal::ui
