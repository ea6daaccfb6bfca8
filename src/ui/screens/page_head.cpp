#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {

app::Route route_to(const Ui& ui, app::Screen screen) {
    app::Route route;
    route.screen = screen;
    route.month = core::Month::of(app::today(ui.state()));
    return route;
}

bool has_room_for_two(const Ui& ui, const Column& column) {
    return column.width / ui.theme().text_scale >= 760;
}

Beside::Beside(const Ui& ui, Column& column, float share)
    : column_(column), is_wide_(has_room_for_two(ui, column)), first_(column), second_(column) {
    constexpr float kGap = 20;
    if (is_wide_) {
        first_.width = (column.width - kGap) * share;
        second_.x = column.x + first_.width + kGap;
        second_.width = column.width - first_.width - kGap;
    }
}

Beside::~Beside() {
    column_.y = is_wide_ ? std::max(first_.y, second_.y) : first_.y;
}

namespace {

void back_link(Ui& ui, Column& column, std::string_view label, const app::Route& route) {
    constexpr float kIcon = 20;
    const TextStyle style = ui.theme().type(Type::kSecondaryStrong);
    const float text_x = kIcon + 8;
    const float room = column.width - text_x;
    const float text = text_height(ui, room, style, label);
    const Rect row = column.take(std::max(kTarget, text + 12));
    const Rect rect{row.x, row.y, std::min(row.width, text_x + ui.fonts().width(style, label) + 8), row.height};
    Node& node = ui.record(Role::kLink, "back", rect);
    node.name = label;
    node.href = app::to_path(route);
    const NodeId id = node.id;
    ui.paint().icon({rect.x, rect.y + (rect.height - kIcon) / 2}, kIcon, icon::kArrowLeft, ui.colors().accent);
    draw_text(ui, {rect.x + text_x, rect.y + (rect.height - text) / 2}, room, style, label, ui.colors().accent);
    ui.focus_ring(id, rect, radius::kMark);
    if (ui.clicked(id)) {
        ui.emit(app::Navigated{route});
    }
    column.space(ui.is_phone() ? 8 : 0);
}

}  // namespace

bool link_button(Ui& ui, const Rect& rect, const Button& look, const app::Route& route) {
    const bool followed = button(ui, rect, look);
    Node& node = ui.nodes().back();
    node.role = Role::kLink;
    node.href = app::to_path(route);
    if (followed) {
        ui.emit(app::Navigated{route});
    }
    return followed;
}

void page_head(Ui& ui, Page& page, std::string_view name, const std::optional<WayBack>& back) {
    if (back) {
        page.column.space(8);
        back_link(ui, page.column, back->label, back->route);
    } else {
        page.column.space(ui.is_phone() ? 12 : 24);
    }
    if (!page.shows_title) {
        return;
    }
    Heading title;
    title.key = kTitleKey;
    title.text = name;
    title.level = 1;
    title.type = Type::kDisplay;
    title.focusable = true;
    heading(ui, page.column, title);
    page.column.space(16);
}

}  // namespace portal::ui
