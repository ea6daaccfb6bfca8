#include "ui/widgets/card_links.hpp"

#include "ui/widgets/spinner.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <optional>

namespace portal::ui {
namespace {

constexpr float kIcon = 20;
constexpr float kIconGap = 8;
constexpr float kPadding = 12;  ///< above and below
constexpr float kEdge = 16;     ///< of the card around its content: icons stand below its labels
constexpr float kRight = 8;

float text_room(float width) {
    return width - kEdge - kIcon - kIconGap - kRight;
}

/// That of list rows, or smaller, in which the labels stand beside each other: no word is broken, and no label needs
/// more than two lines.
std::optional<TextStyle> style_for_two(const Ui& ui, const std::vector<CardLink>& links, float width) {
    const float room = text_room(width);
    TextStyle style = ui.theme().type(Type::kItem);
    const auto for_each_word = [&](auto use) {
        for (const CardLink& link : links) {
            for (std::size_t begin = 0; begin < link.label.size();) {
                const std::size_t end = std::min(link.label.find(' ', begin), link.label.size());
                use(std::string_view(link.label).substr(begin, end - begin));
                begin = end + 1;
            }
        }
    };
    for_each_word(
        [&](std::string_view word) { style = fitted(ui, style, word, room, ui.theme().type(Type::kSecondary).size); });
    bool fits = true;
    for_each_word([&](std::string_view word) { fits = fits && ui.fonts().width(style, word) <= room; });
    fits = fits && std::all_of(links.begin(), links.end(), [&](const CardLink& link) {
               return text_height(ui, room, style, link.label) < 2.5F * style.line;
           });
    return fits ? std::optional(style) : std::nullopt;
}

float cell_height(const Ui& ui, const std::vector<CardLink>& links, float width, const TextStyle& style) {
    float height = kTarget;
    for (const CardLink& link : links) {
        height = std::max(height, text_height(ui, text_room(width), style, link.label) + 2 * kPadding);
    }
    return height;
}

bool cell(Ui& ui, const Rect& rect, const CardLink& link, const TextStyle& style) {
    const Palette& colors = ui.colors();
    Node& node = ui.record(link.href.empty() ? Role::kButton : Role::kLink, link.key, rect);
    node.name = link.name;
    node.href = link.href;
    node.busy = link.busy;
    node.expanded = link.expanded;
    const NodeId id = node.id;
    if (!link.busy && (ui.pressed(id) || ui.hovered(id))) {
        ui.paint().fill(inset(rect, 2), faded(colors.accent, ui.pressed(id) ? 0.12F : 0.06F), radius::kControl);
    }
    const Point at{rect.x + kEdge, rect.y + (rect.height - kIcon) / 2};
    if (link.busy) {
        spinner(ui, {at.x + kIcon / 2, at.y + kIcon / 2}, kIcon / 2 - 2, colors.accent);
    } else {
        ui.paint().icon(at, kIcon, link.icon, colors.accent);
    }
    const float x = rect.x + kEdge + kIcon + kIconGap;
    const float width = text_room(rect.width);
    const float height = text_height(ui, width, style, link.label);
    draw_text(ui, {x, rect.y + (rect.height - height) / 2}, width, style, link.label, colors.accent);
    ui.focus_ring(id, inset(rect, 3), radius::kControl - 3);
    return ui.clicked(id) && !link.busy;
}

}  // namespace

std::string_view card_links(Ui& ui, Card& card, const std::vector<CardLink>& links) {
    Column& content = card.content();
    card.divider();
    const Rect whole{content.x - kEdge, content.y, content.width + 2 * kEdge, 0};
    const auto small = links.size() > 1 ? style_for_two(ui, links, whole.width / 2) : std::nullopt;
    const bool two = small.has_value();
    const TextStyle style = small.value_or(ui.theme().type(Type::kItem));
    const float width = two ? whole.width / 2 : whole.width;
    const float height = cell_height(ui, links, width, style);
    std::string_view followed;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const bool is_right = two && i % 2 == 1;
        if (i > 0 && !is_right) {
            ui.paint().line({whole.x + 1, content.y}, {right(whole) - 1, content.y}, ui.colors().line);
        }
        const Rect rect{whole.x + (is_right ? width : 0), content.y, width, height};
        if (is_right) {
            ui.paint().line({rect.x, rect.y}, {rect.x, bottom(rect)}, ui.colors().line);
        }
        if (cell(ui, rect, links[i], style)) {
            followed = links[i].key;
        }
        content.space(!two || is_right || i + 1 == links.size() ? height : 0);
    }
    content.space(-kEdge);  // the card adds its padding below
    return followed;
}

}  // namespace portal::ui
