#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/calendar_head.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {

void pointed_days(Ui& ui, Column& column) {
    const auto& pointed = ui.state().pointed;
    if (!pointed) {
        return;
    }
    const Group group(ui, Role::kRegion, "pointed", ui.text(Text::calendar_pointed_name));
    const std::string text = ui.text(
        Text::calendar_pointed, {{"number", pointed->invoice}, {"child", app::first_name(ui.state(), pointed->child)}});
    column.space(8);
    Banner banner;
    banner.key = "text";
    banner.text = text;
    banner.kind = BannerKind::kWarning;
    ui::banner(ui, column, banner);
    Button end;
    end.key = "end";
    end.label = ui.text(Text::calendar_pointed_end);
    end.kind = ButtonKind::kQuiet;
    end.icon = icon::kX;
    const Rect row = column.take(button_height(ui));
    if (button(ui, {row.x, row.y, std::min(row.width, button_width(ui, end)), row.height}, end)) {
        ui.emit(app::PointingEnded{});
    }
}

}  // namespace portal::ui
