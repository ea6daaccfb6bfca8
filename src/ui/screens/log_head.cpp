#include "ui/screens/log_parts.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {

void entry_head(Ui& ui, Column& column, const EntryHead& head) {
    constexpr float kAvatar = 40;
    constexpr float kGap = 12;
    constexpr float kTextX = kAvatar + kGap;
    constexpr float kLeastText = 220;
    const float badge_room = badge_width(ui, head.state.icon, head.state.label);
    const bool beside = column.width - kTextX - badge_room - kGap >= kLeastText;
    Column text{column.x + kTextX, column.y, column.width - kTextX - (beside ? badge_room + kGap : 0)};
    const float top = text.y;
    Heading title;
    title.key = "what";
    title.text = head.what;
    title.level = 3;
    title.type = Type::kItem;
    heading(ui, text, title);
    text.space(head.lines.empty() ? 0 : 2);
    for (const auto& [key, line] : head.lines) {
        quiet_line(ui, text, key, line);
    }
    const float height = badge_height(ui);
    const Point at = beside ? Point{column.x + column.width - badge_room, top} : Point{text.x, text.y + 8};
    badge(ui, at, head.state.tone, head.state.icon, head.state.label);
    ui.record(Role::kText, "state", {at.x, at.y, badge_room, height}).name = head.state.label;
    head.lead({column.x, top, kAvatar, kAvatar});
    column.y = std::max(beside ? text.y : at.y + height, top + kAvatar);
}

}  // namespace portal::ui
