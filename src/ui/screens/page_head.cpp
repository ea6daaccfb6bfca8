#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {

void narrow_page(const Ui& ui, Page& page) {
    constexpr float kWidest = 760;
    const Column whole = page.column;
    const float width = std::min(whole.width, kWidest * ui.theme().text_scale);
    page.column = {whole.x + (whole.width - width) / 2, whole.y, width};
}

void back_link(Ui& ui, Page& page, std::string_view label, app::Screen screen) {
    constexpr float kIcon = 20;
    app::Route route;
    route.screen = screen;
    route.month = core::Month::of(app::today(ui.state()));
    page.column.space(ui.is_phone() ? 4 : 16);
    const TextStyle style = ui.theme().type(Type::kSecondaryStrong);
    const float width = std::min(page.column.width, kIcon + 6 + ui.fonts().width(style, label) + 12);
    const Rect row = page.column.take(kTarget);
    const Rect rect{row.x - 6, row.y, width + 6, row.height};
    Node& node = ui.record(Role::kLink, "back", rect);
    node.name = label;
    node.href = app::to_path(route);
    const NodeId id = node.id;
    if (ui.hovered(id) || ui.pressed(id)) {
        ui.paint().fill(rect, faded(ui.colors().accent, ui.pressed(id) ? 0.12F : 0.06F), radius::kControl);
    }
    ui.paint().icon({row.x, row.y + (row.height - kIcon) / 2}, kIcon, icon::kArrowLeft, ui.colors().accent);
    draw_line(ui, {row.x + kIcon + 6, row.y, width - kIcon - 6, row.height}, style, label, ui.colors().accent);
    ui.focus_ring(id, rect, radius::kControl);
    if (ui.clicked(id)) {
        ui.emit(app::Navigated{route});
    }
}

void page_head(Ui& ui, Page& page, std::string_view name) {
    page.column.space(ui.is_phone() ? 12 : 24);
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
