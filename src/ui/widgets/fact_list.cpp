#include "ui/widgets/fact_list.hpp"

#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string_view>

namespace portal::ui {
namespace {

constexpr float kGap = 12;

/// That of all labels, so that values stand below each other; no word of a label is torn.
float label_width(const Ui& ui, const std::vector<Fact>& facts) {
    constexpr float kLabel = 132;
    float width = kLabel * ui.theme().text_scale;
    for (const Fact& fact : facts) {
        const std::string_view label = fact.label;
        for (std::size_t begin = 0; begin < label.size() && !fact.value.empty();) {
            const std::size_t end = std::min(label.find(' ', begin), label.size());
            const float word = ui.fonts().width(ui.theme().type(Type::kSecondary), label.substr(begin, end - begin));
            width = std::max(width, word + 1 + kGap);
            begin = end + 1;
        }
    }
    return width;
}

void fact(Ui& ui, Column& column, const Fact& fact, float label_width) {
    const TextStyle style = ui.theme().type(Type::kSecondary);
    TextStyle strong = style;
    strong.weight = Weight::kSemiBold;
    const bool beside = column.width - label_width >= 140;
    const float top = column.y + 7;
    const float label = draw_text(ui, {column.x, top}, beside ? label_width - kGap : column.width, style, fact.label,
                                  ui.colors().secondary);
    const Point at = beside ? Point{column.x + label_width, top} : Point{column.x, top + label};
    const float value = draw_text(ui, at, column.x + column.width - at.x, strong, fact.value, ui.colors().text);
    const float height = std::max(top + label, at.y + value) - top;
    ui.record(Role::kListItem, fact.key, column.take(height + 14)).name = fact.label + ": " + fact.value;
}

}  // namespace

void fact_list(Ui& ui, Column& column, std::string_view key, std::string_view name, const std::vector<Fact>& facts) {
    const Group group(ui, Role::kList, key, name);
    const float width = label_width(ui, facts);
    for (const Fact& each : facts) {
        if (!each.value.empty()) {
            fact(ui, column, each, width);
        }
    }
}

}  // namespace portal::ui
