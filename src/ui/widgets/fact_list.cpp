#include "ui/widgets/fact_list.hpp"

#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

void fact(Ui& ui, Column& column, const Fact& fact) {
    constexpr float kLabel = 132;
    const TextStyle style = ui.theme().type(Type::kSecondary);
    TextStyle strong = style;
    strong.weight = Weight::kSemiBold;
    const float label_width = kLabel * ui.theme().text_scale;
    const bool beside = column.width - label_width >= 140;
    const float top = column.y + 7;
    const float label = draw_text(ui, {column.x, top}, beside ? label_width - 12 : column.width, style, fact.label,
                                  ui.colors().secondary);
    const Point at = beside ? Point{column.x + label_width, top} : Point{column.x, top + label};
    const float value = draw_text(ui, at, column.x + column.width - at.x, strong, fact.value, ui.colors().text);
    const float height = std::max(top + label, at.y + value) - top;
    ui.record(Role::kListItem, fact.key, column.take(height + 14)).name = fact.label + ": " + fact.value;
}

}  // namespace

void fact_list(Ui& ui, Column& column, std::string_view key, std::string_view name, const std::vector<Fact>& facts) {
    const Group group(ui, Role::kList, key, name);
    for (const Fact& each : facts) {
        if (!each.value.empty()) {
            fact(ui, column, each);
        }
    }
}

}  // namespace portal::ui
