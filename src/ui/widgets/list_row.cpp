#include "ui/widgets/list_row.hpp"

#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kLead = 36;
constexpr float kLeadGap = 12;
constexpr float kPadding = 12;

std::string spoken(const ListRow& row) {
    std::string text(row.title);
    const auto add = [&text](std::string_view part) {
        if (!part.empty()) {
            text += ", ";
            text += part;
        }
    };
    add(row.detail);
    if (row.badge) {
        add(row.badge->label);
    }
    add(row.note);
    return text;
}

}  // namespace

void list_row(Ui& ui, Column& column, const ListRow& row) {
    const Palette& colors = ui.colors();
    const TextStyle title = ui.theme().type(Type::kItem);
    const TextStyle detail = ui.theme().type(Type::kSecondary);
    const float text_x = kLead + kLeadGap;
    const float badge_room = row.badge ? badge_width(ui, row.badge->icon, row.badge->label) + 12 : 0;
    // Beside the text only where that leaves the title on one line, or at least a handful of words on each.
    constexpr float kHandful = 130;
    constexpr float kComfortable = 220;
    const float room = column.width - text_x - badge_room;
    const bool fits = ui.fonts().width(title, row.title) <= room;
    const bool beside = row.badge && room >= (fits ? kHandful : kComfortable);
    const float text_width = column.width - text_x - (beside ? badge_room : 0);

    const float top = column.y + kPadding;
    float y = top;
    y += draw_text(ui, {column.x + text_x, y}, text_width, title, row.title, colors.text);
    for (const std::string_view more : {row.detail, row.note}) {
        if (!more.empty()) {
            y += 2 + draw_text(ui, {column.x + text_x, y + 2}, text_width, detail, more, colors.secondary);
        }
    }
    if (row.badge) {
        const float height = badge_height(ui);
        const Point at = beside ? Point{column.x + column.width - badge_room + 12,
                                        top + std::min(y - top - height, (title.line + detail.line + 2 - height)) / 2}
                                : Point{column.x + text_x, y + 8};
        badge(ui, at, row.badge->tone, row.badge->icon, row.badge->label);
        y = beside ? std::max(y, top + height) : y + 8 + height;
    }
    const float height = std::max(y - top, kLead);
    const float lead_y = top + (std::min(height, title.line + detail.line + 2) - kLead) / 2;
    child_avatar(ui, {column.x, std::max(top, lead_y), kLead, kLead}, row.child, row.child_name);
    ui.record(Role::kListItem, row.key, column.take(height + 2 * kPadding)).name = spoken(row);
}

}  // namespace portal::ui
