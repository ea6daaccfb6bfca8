#include "ui/screens/record_links.hpp"

#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
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
    const NodeId id = node.id;
    if (ui.pressed(id) || ui.hovered(id)) {
        ui.paint().fill(inset(rect, 2), faded(colors.accent, ui.pressed(id) ? 0.12F : 0.06F), radius::kControl);
    }
    ui.paint().icon({rect.x + kEdge, rect.y + (rect.height - kIcon) / 2}, kIcon, link.icon, colors.accent);
    const float x = rect.x + kEdge + kIcon + kIconGap;
    const float width = text_room(rect.width);
    const float height = text_height(ui, width, style, link.label);
    draw_text(ui, {x, rect.y + (rect.height - height) / 2}, width, style, link.label, colors.accent);
    ui.focus_ring(id, inset(rect, 3), radius::kControl - 3);
    return ui.clicked(id);
}

CardLink link_to(const Ui& ui, std::string_view key, Text label, std::string name, const char* icon,
                 const app::Route& route) {
    return {key, std::string(ui.text(label)), std::move(name), icon, app::to_path(route)};
}

app::Route page(const Ui& ui, app::RecordPage page, const std::string& id = {}) {
    return app::record_route(page, core::Month::of(app::today(ui.state())), id);
}

/// The latest of a child that has none now.
const core::PlacementContract* any_contract(const Ui& ui, const core::ChildId& child) {
    const std::vector<core::PlacementContract>& all = ui.state().family.value->contracts;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.child == child; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

app::Route contract_route(const Ui& ui, const core::PlacementContract& contract) {
    app::Route route = route_to(ui, app::Screen::kContract);
    route.id = contract.id.value;
    return route;
}

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

void child_links(Ui& ui, Card& card, const core::Child& child, const core::PlacementContract* contract) {
    const std::string& name = child.first_name;
    const auto named = [&](Text text) { return ui.text(text, {{"name", name}}); };
    contract = contract != nullptr ? contract : any_contract(ui, child.id);
    std::vector<app::Route> routes;
    std::vector<CardLink> links;
    const auto add = [&](std::string_view key, Text label, Text full, const char* icon, const app::Route& route) {
        links.push_back(link_to(ui, key, label, named(full), icon, route));
        routes.push_back(route);
    };
    if (contract != nullptr) {
        add("contracts", Text::record_link_contracts, Text::record_link_contracts_of, icon::kFileText,
            contract_route(ui, *contract));
    }
    add("guardians", Text::record_link_guardians, Text::record_link_guardians_of, icon::kUsers,
        page(ui, app::RecordPage::kGuardians));
    // Their names lead to their data, as those do that stand in a column of that name.
    for (const core::Guardian& guardian : ui.state().family.value->guardians) {
        const std::string full = guardian.first_name + " " + guardian.last_name;
        const app::Route route = page(ui, app::RecordPage::kGuardian, guardian.id.value);
        links.push_back({guardian.id.value, full, full, icon::kUser, app::to_path(route)});
        routes.push_back(route);
    }
    add("contacts", Text::record_link_contacts, Text::record_link_contacts_of, icon::kPhone,
        page(ui, app::RecordPage::kContacts, child.id.value));
    add("edit", Text::record_link_edit, Text::record_link_edit_child, icon::kPencil,
        page(ui, app::RecordPage::kChild, child.id.value));
    const std::string_view followed = card_links(ui, card, links);
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (links[i].key == followed) {
            ui.emit(app::Navigated{routes[i]});
        }
    }
}

void guardian_links(Ui& ui, Card& card, const core::Guardian& guardian) {
    const std::string name = guardian.first_name + " " + guardian.last_name;
    const app::Route route = page(ui, app::RecordPage::kGuardian, guardian.id.value);
    const std::vector<CardLink> links{link_to(ui, "edit", Text::record_submit,
                                              ui.text(Text::record_link_edit_guardian, {{"name", name}}), icon::kPencil,
                                              route)};
    if (!card_links(ui, card, links).empty()) {
        ui.emit(app::Navigated{route});
    }
}

}  // namespace portal::ui
