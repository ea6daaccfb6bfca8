#include "ui/widgets/legend.hpp"

#include "ui/widgets/care_bar.hpp"
#include "ui/widgets/day_ground.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kSign = 20;
constexpr float kSignGap = 6;
constexpr float kGap = 14;
constexpr float kLineGap = 4;

TextStyle text_style(const Ui& ui) {
    return ui.theme().type(Type::kCaption);
}

void paint_sign(Ui& ui, Point at, const LegendItem& item) {
    const float line = text_style(ui).line;
    const float height = care_bar_height(ui);
    const Rect place{at.x, at.y + (line - height) / 2, kSign, height};
    switch (item.sign) {
        case LegendItem::Sign::kCare:
            care_bar(ui, place, {item.child, {}, std::span(&item.state, 1)});
            break;
        case LegendItem::Sign::kClosed:
            ui.paint().push_clip(place);
            closed_ground(ui, place);
            ui.paint().pop_clip();
            break;
        case LegendItem::Sign::kSchoolHoliday:
            school_holiday_ground(ui, place);
            break;
    }
}

}  // namespace

float legend_line_height(const Ui& ui, float width, const LegendItem& item) {
    return text_height(ui, width - kSign - kSignGap, text_style(ui), item.text);
}

float legend_line(Ui& ui, Point at, float width, const LegendItem& item) {
    paint_sign(ui, at, item);
    return draw_text(ui, {at.x + kSign + kSignGap, at.y}, width - kSign - kSignGap, text_style(ui), item.text,
                     ui.colors().secondary);
}

void legend(Ui& ui, Column& column, std::span<const LegendItem> items) {
    if (items.empty()) {
        return;
    }
    const Group list(ui, Role::kList, "legend", ui.text(Text::calendar_legend));
    float x = column.x;
    float line = 0;
    for (const LegendItem& item : items) {
        const float natural = kSign + kSignGap + ui.fonts().width(text_style(ui), item.text) + 1;
        const float width = std::min(natural, column.width);
        if (x > column.x && x + width > column.x + column.width) {
            column.space(line + kLineGap);
            x = column.x;
            line = 0;
        }
        const float height = legend_line(ui, {x, column.y}, width, item);
        ui.record(Role::kListItem, item.text, {x, column.y, width, height}).name = item.text;
        line = std::max(line, height);
        x += width + kGap;
    }
    column.space(line);
}

}  // namespace portal::ui
