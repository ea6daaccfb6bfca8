#include "ui/widgets/table.hpp"

#include <algorithm>
#include <numeric>

namespace portal::ui {
namespace {

constexpr float kGap = 20;
constexpr float kRowPadding = 11;
constexpr float kCardPadding = 12;

TextStyle cell_style(const Ui& ui, const TableRow& row) {
    TextStyle style = ui.theme().type(Type::kSecondary);
    style.weight = row.is_total ? Weight::kBold : Weight::kRegular;
    return style;
}

/// The width that each column needs for its longest cell on one line.
std::vector<float> natural_widths(const Ui& ui, const Table& table) {
    std::vector<float> widths;
    widths.reserve(table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        float widest = ui.fonts().width(ui.theme().type(Type::kCaption), table.columns[i].label);
        for (const TableRow& row : table.rows) {
            widest = std::max(widest, ui.fonts().width(cell_style(ui, row), row.cells[i]));
        }
        widths.push_back(widest);
    }
    return widths;
}

// --- Beside each other -----------------------------------------------------------------------------------------------

/// Where the columns lie: the first one takes what the others leave.
std::vector<Rect> place_columns(const Column& column, const std::vector<float>& widths) {
    std::vector<Rect> places(widths.size());
    float x = column.x + column.width;
    for (std::size_t i = widths.size(); i-- > 1;) {
        x -= widths[i];
        places[i] = {x, 0, widths[i], 0};
        x -= kGap;
    }
    places[0] = {column.x, 0, x - column.x, 0};
    return places;
}

void draw_head(Ui& ui, Column& column, const Table& table, const std::vector<Rect>& places) {
    const TextStyle style = ui.theme().type(Type::kCaption);
    const Rect line = column.take(style.line + 12);
    Group row(ui, Role::kRow, "head");
    row.set_rect(line);
    row.node().row = 1;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Rect cell{places[i].x, line.y, places[i].width, line.height};
        Node& node = ui.record(Role::kColumnHeader, table.columns[i].key, cell);
        node.name = table.columns[i].label;
        node.column = static_cast<std::uint16_t>(i + 1);
        draw_line(ui, cell, style, table.columns[i].label, ui.colors().secondary, table.columns[i].align);
    }
}

void draw_row(Ui& ui, Column& column, const Table& table, std::size_t index, const std::vector<Rect>& places) {
    const Palette& colors = ui.colors();
    const TableRow& row = table.rows[index];
    const TextStyle style = cell_style(ui, row);
    const Color line_color = row.is_total ? colors.control : colors.line;
    ui.paint().line({column.x, column.y}, {column.x + column.width, column.y}, line_color);
    const Rect line = column.take(style.line + 2 * kRowPadding);
    Group group(ui, Role::kRow, row.key);
    group.set_rect(line);
    group.node().row = static_cast<std::uint16_t>(index + 2);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Rect cell{places[i].x, line.y, places[i].width, line.height};
        Node& node = ui.record(i == 0 ? Role::kRowHeader : Role::kCell, table.columns[i].key, cell);
        node.name = row.cells[i];
        node.column = static_cast<std::uint16_t>(i + 1);
        draw_line(ui, cell, style, row.cells[i], colors.text, table.columns[i].align);
    }
}

// --- Cards -----------------------------------------------------------------------------------------------------------

/// A label at the left and its value at the right, or under it where both are long. Returns the height.
float draw_fact(Ui& ui, const Column& column, std::string_view label, std::string_view value, const TextStyle& style) {
    const Palette& colors = ui.colors();
    const TextStyle quiet = ui.theme().type(Type::kSecondary);
    const float value_width = ui.fonts().width(style, value);
    if (ui.fonts().width(quiet, label) + kGap + value_width <= column.width) {
        const Rect line{column.x, column.y, column.width, style.line};
        draw_line(ui, line, quiet, label, colors.secondary);
        draw_line(ui, line, style, value, colors.text, Align::kRight);
        return style.line;
    }
    const float above = draw_text(ui, {column.x, column.y}, column.width, quiet, label, colors.secondary);
    return above + draw_text(ui, {column.x, column.y + above}, column.width, style, value, colors.text);
}

void draw_card(Ui& ui, Column& column, const Table& table, std::size_t index) {
    const TableRow& row = table.rows[index];
    if (index > 0) {
        ui.paint().line({column.x, column.y}, {column.x + column.width, column.y},
                        row.is_total ? ui.colors().control : ui.colors().line);
    }
    column.space(index > 0 ? kCardPadding : 0);
    const Group item(ui, Role::kListItem, row.key);
    Paragraph title;
    title.key = "name";
    title.text = row.cells[0];
    title.type = Type::kItem;
    paragraph(ui, column, title);
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
        column.space(4);
        const float height = draw_fact(ui, column, table.columns[i].label, row.cells[i], cell_style(ui, row));
        Node& node = ui.record(Role::kParagraph, table.columns[i].key, column.take(height));
        node.name = std::string(table.columns[i].label) + ": " + row.cells[i];
    }
    column.space(kCardPadding);
}

}  // namespace

void table(Ui& ui, Column& column, const Table& table) {
    const std::vector<float> widths = natural_widths(ui, table);
    const float gaps = static_cast<float>(widths.size() - 1) * kGap;
    const float needed = std::accumulate(widths.begin(), widths.end(), gaps);
    if (needed > column.width) {
        const Group list(ui, Role::kList, table.key, table.name);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            draw_card(ui, column, table, i);
        }
        return;
    }
    const Group grid(ui, Role::kTable, table.key, table.name);
    const std::vector<Rect> places = place_columns(column, widths);
    draw_head(ui, column, table, places);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        draw_row(ui, column, table, i, places);
    }
}

}  // namespace portal::ui
