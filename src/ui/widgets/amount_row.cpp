#include "ui/widgets/amount_row.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kLead = 40;
constexpr float kTextX = kLead + 12;
constexpr float kPadding = 12;
constexpr float kArrow = 20;
constexpr float kBadgeGap = 6;  ///< above it

/// Where the parts of a row lie, from its top left corner on.
struct Layout {
    bool beside = true;     ///< amount and badge stand at the right, else below the lines
    float right = 0;        ///< where the amount ends
    float title_width = 0;  ///< what the amount leaves of the first line
    float lines_width = 0;  ///< what the badge leaves of those below it
    float title_height = 0;
    float text_height = 0;
    float height = 0;
};

float lines_height(const Ui& ui, float width, const AmountRow& row) {
    float height = 0;
    for (const std::string& line : row.lines) {
        height += 2 + text_height(ui, width, ui.theme().type(Type::kSecondary), line);
    }
    return height;
}

Layout lay_out(const Ui& ui, float width, const AmountRow& row) {
    constexpr float kGap = 12;
    const float least = 130 * ui.theme().text_scale;
    const TextStyle style = ui.theme().type(Type::kItem);
    const float badge = row.badge ? badge_width(ui, row.badge->icon, row.badge->label) + kGap : 0;
    Layout layout;
    layout.right = width - (row.href.empty() ? 0 : kArrow + 8);
    const float room = layout.right - kTextX;
    layout.title_width = room - ui.fonts().width(style, row.amount) - kGap;
    layout.lines_width = room - badge;
    layout.beside =
        layout.title_width >= std::min(least, ui.fonts().width(style, row.title)) && layout.lines_width >= least * 0.9F;
    if (!layout.beside) {
        layout.title_width = layout.lines_width = room;
    }
    layout.title_height = text_height(ui, layout.title_width, style, row.title);
    layout.text_height = layout.title_height + lines_height(ui, layout.lines_width, row);
    const float aside = layout.title_height + (row.badge ? kBadgeGap + badge_height(ui) : 0);
    const float below = row.badge ? std::max(style.line, badge_height(ui)) : style.line;
    layout.height = 2 * kPadding + (layout.beside ? std::max({layout.text_height, aside, kLead})
                                                  : std::max(layout.text_height + kBadgeGap + below, kLead));
    return layout;
}

void paint_lead(Ui& ui, const Rect& rect, const AmountRow& row) {
    const Rect lead{rect.x, rect.y + kPadding, kLead, kLead};
    if (row.child) {
        child_avatar(ui, lead, *row.child, row.child_name);
        return;
    }
    if (row.icon == nullptr) {
        return;
    }
    constexpr float kIcon = 20;
    ui.paint().fill(lead, ui.colors().accent_tint, kLead / 2);
    const Rect place = centred(lead, kIcon, kIcon);
    ui.paint().icon({place.x, place.y}, kIcon, row.icon, ui.colors().accent);
}

void paint_amount(Ui& ui, const Rect& rect, const Layout& layout, const AmountRow& row) {
    const TextStyle style = ui.theme().type(Type::kItem);
    if (layout.beside) {
        const Rect line{rect.x, rect.y + kPadding, layout.right, style.line};
        draw_line(ui, line, style, row.amount, ui.colors().text, Align::kRight);
        if (row.badge) {
            const float width = badge_width(ui, row.badge->icon, row.badge->label);
            badge(ui, {rect.x + layout.right - width, line.y + layout.title_height + kBadgeGap}, row.badge->tone,
                  row.badge->icon, row.badge->label);
        }
        return;
    }
    const float y = rect.y + kPadding + layout.text_height + kBadgeGap;
    const float height = row.badge ? std::max(style.line, badge_height(ui)) : style.line;
    const float width =
        draw_line(ui, {rect.x + kTextX, y, layout.lines_width, height}, style, row.amount, ui.colors().text);
    if (row.badge) {
        badge(ui, {rect.x + kTextX + width + 10, y + (height - badge_height(ui)) / 2}, row.badge->tone, row.badge->icon,
              row.badge->label);
    }
}

void paint(Ui& ui, const Rect& rect, const Layout& layout, const AmountRow& row) {
    const Palette& colors = ui.colors();
    paint_lead(ui, rect, row);
    const float x = rect.x + kTextX;
    float y = rect.y + kPadding;
    y += draw_text(ui, {x, y}, layout.title_width, ui.theme().type(Type::kItem), row.title,
                   row.href.empty() ? colors.text : colors.accent);
    for (const std::string& line : row.lines) {
        y += 2 +
             draw_text(ui, {x, y + 2}, layout.lines_width, ui.theme().type(Type::kSecondary), line, colors.secondary);
    }
    paint_amount(ui, rect, layout, row);
    if (!row.href.empty()) {
        ui.paint().icon({right(rect) - kArrow, rect.y + (rect.height - kArrow) / 2}, kArrow, icon::kChevronRight,
                        colors.accent);
    }
}

/// "€ 12,00, Open": what is at the right.
std::string spoken_amount(const AmountRow& row) {
    std::string text(row.amount);
    if (row.badge) {
        text.append(", ").append(row.badge->label);
    }
    return text;
}

std::string spoken_lines(const AmountRow& row) {
    std::string text;
    for (const std::string& line : row.lines) {
        text.append(text.empty() ? "" : ", ").append(line);
    }
    return text;
}

bool record_link(Ui& ui, const Rect& rect, const AmountRow& row) {
    const Group item(ui, Role::kListItem, std::string(row.key) + "-item");
    Node& node = ui.record(Role::kLink, row.key, rect);
    node.name = std::string(row.title) + ", " + spoken_amount(row);
    node.description = spoken_lines(row);
    node.href = row.href;
    const NodeId id = node.id;
    if (ui.pressed(id) || ui.hovered(id)) {
        ui.paint().fill(rect, faded(ui.colors().accent, ui.pressed(id) ? 0.12F : 0.06F), radius::kControl);
    }
    ui.focus_ring(id, inset(rect, 1), radius::kControl - 1);
    return ui.clicked(id);
}

}  // namespace

bool amount_row(Ui& ui, Column& column, const AmountRow& row) {
    const Layout layout = lay_out(ui, column.width, row);
    const Rect rect = column.take(layout.height);
    bool followed = false;
    if (!row.href.empty()) {
        followed = record_link(ui, inset(rect, -8, 0), row);
    } else {
        std::string name(row.title);
        name.append(", ").append(row.lines.empty() ? std::string() : spoken_lines(row) + ", ");
        ui.record(Role::kListItem, row.key, rect).name = name + spoken_amount(row);
    }
    paint(ui, rect, layout, row);
    return followed;
}

}  // namespace portal::ui
