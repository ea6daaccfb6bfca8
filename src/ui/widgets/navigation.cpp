#include "ui/widgets/navigation.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/layers.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace portal::ui {
namespace {

constexpr float kSide = 16;
constexpr float kLogo = 36;
constexpr float kAvatar = 36;
constexpr float kTabGap = 4;

/// So little height, by zoom or a soft keyboard, that the bars have to leave most of it to the page.
bool is_low(const Ui& ui) {
    return ui.viewport().height < 420;
}

TextStyle tab_style(const Ui& ui) {
    TextStyle style = ui.theme().type(Type::kSecondaryStrong);
    style.size *= 15.0F / 14;
    return style;
}

Node& record_link(Ui& ui, const Rect& rect, const NavigationItem& item) {
    Node& node = ui.record(Role::kLink, item.key, rect);
    node.name = item.label;
    node.href = item.href;
    node.current = item.current;
    if (item.news > 0) {
        node.description = ui.text(Text::app_news, {{"count", std::to_string(item.news)}});
    }
    return node;
}

/// How much waits to be read, in a small disc over the item's corner.
void news_mark(Ui& ui, const NavigationItem& item, Point centre) {
    if (item.news == 0) {
        return;
    }
    constexpr float kRadius = 9;
    constexpr std::size_t kMost = 9;
    const std::string count = item.news > kMost ? "9+" : std::to_string(item.news);
    TextStyle style = ui.theme().type(Type::kTab);
    style.size = 11;
    style.weight = Weight::kExtraBold;
    ui.paint().disc(centre, kRadius + 2, ui.colors().surface);
    ui.paint().disc(centre, kRadius, ui.colors().accent);
    draw_line(ui, {centre.x - kRadius, centre.y - kRadius, 2 * kRadius, 2 * kRadius}, style, count,
              ui.colors().on_accent, Align::kCentre);
}

/// How the tabs of a bar are written: as large as there is room for.
struct TabLook {
    bool in_full = true;
    float padding = 18;

    [[nodiscard]] std::string_view label(const NavigationItem& item) const {
        return in_full ? item.label : item.short_label;
    }
    [[nodiscard]] float width(const Ui& ui, const NavigationItem& item) const {
        return ui.fonts().width(tab_style(ui), label(item)) + 2 * padding;
    }
    [[nodiscard]] float total(const Ui& ui, std::span<const NavigationItem> items) const {
        float sum = -kTabGap;
        for (const NavigationItem& item : items) {
            sum += width(ui, item) + kTabGap;
        }
        return sum;
    }
};

TabLook fitting_look(const Ui& ui, std::span<const NavigationItem> items, float room) {
    constexpr std::array<TabLook, 4> kLooks{{{true, 18}, {true, 12}, {false, 16}, {false, 8}}};
    const auto* const fits =
        std::find_if(kLooks.begin(), kLooks.end(), [&](const TabLook& look) { return look.total(ui, items) <= room; });
    return fits != kLooks.end() ? *fits : kLooks.back();
}

bool tab(Ui& ui, const Rect& rect, const NavigationItem& item, std::string_view label) {
    const Palette& colors = ui.colors();
    const NodeId id = record_link(ui, rect, item).id;
    const Rect ground = inset(rect, 0, 2);
    if (item.current) {
        ui.paint().fill(ground, colors.accent_tint, 12);
    } else if (ui.hovered(id) || ui.pressed(id)) {
        ui.paint().fill(ground, faded(colors.accent, 0.08F), 12);
    }
    draw_line(ui, rect, tab_style(ui), label, item.current ? colors.accent : colors.secondary, Align::kCentre);
    news_mark(ui, item, {right(rect) - 8, rect.y + 12});
    if (item.current && ui.theme().high_contrast) {
        ui.paint().outline(ground, colors.control, 12, 2);
    }
    ui.focus_ring(id, inset(ground, 2), 10);
    return ui.clicked(id);
}

/// In the middle of `bar`, as far as `room` between the sign and the account allows.
std::optional<std::size_t> tabs(Ui& ui, const Rect& bar, const Rect& room, const AppBar& app_bar) {
    const Group navigation(ui, Role::kNavigation, "tabs", ui.text(Text::app_navigation));
    const TabLook look = fitting_look(ui, app_bar.items, room.width);
    const float total = look.total(ui, app_bar.items);
    float x = std::clamp(bar.x + (bar.width - total) / 2, room.x, std::max(room.x, right(room) - total));
    std::optional<std::size_t> followed;
    for (std::size_t i = 0; i < app_bar.items.size(); ++i) {
        const NavigationItem& item = app_bar.items[i];
        const float width = look.width(ui, item);
        if (tab(ui, {x, bar.y + (bar.height - kTarget) / 2, width, kTarget}, item, look.label(item))) {
            followed = i;
        }
        x += width + kTabGap;
    }
    return followed;
}

float home_width(const Ui& ui, const AppBar& bar) {
    const float name = ui.is_phone() ? 0 : 12 + ui.fonts().width(ui.theme().type(Type::kTitle), bar.brand);
    return std::max(kTarget, kLogo + name);
}

/// The sign, and the brand beside it where the bar has room for that.
bool home(Ui& ui, const Rect& row, const AppBar& bar) {
    const TextStyle style = ui.theme().type(Type::kTitle);
    const bool named = !ui.is_phone();
    const Rect rect{row.x - 4, row.y + (row.height - kTarget) / 2, home_width(ui, bar) + 8, kTarget};
    Node& node = ui.record(Role::kLink, "home", rect);
    node.name = bar.home_label;
    node.href = bar.home_href;
    const NodeId id = node.id;
    const Rect sign{row.x, row.y + (row.height - kLogo) / 2, kLogo, kLogo};
    logo(ui, sign);
    if (named) {
        const Color color = ui.hovered(id) || ui.pressed(id) ? ui.colors().accent : ui.colors().text;
        ui.paint().text({row.x + kLogo + 12, row.y + (row.height - style.line) / 2}, style, bar.brand, color);
    } else if (ui.pressed(id)) {
        ui.paint().outline(inset(sign, -2), ui.colors().accent, sign.width * 0.28F + 2, 1.5F);
    }
    ui.focus_ring(id, named ? inset(rect, 1) : sign, radius::kMark);
    return ui.clicked(id);
}

bool account(Ui& ui, const Rect& rect, const AppBar& bar) {
    Node& node = ui.record(Role::kButton, "account", rect);
    node.name = bar.account_label;
    node.expanded = bar.account_open ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    const NodeId id = node.id;
    const Rect circle = centred(rect, kAvatar, kAvatar);
    person_avatar(ui, circle, bar.account_name);
    if (ui.hovered(id) || ui.pressed(id)) {
        ui.paint().outline(inset(circle, -2), ui.colors().accent, kAvatar / 2 + 2, 1.5F);
    }
    ui.focus_ring(id, circle, kAvatar / 2);
    return ui.clicked(id);
}

void screen_title(Ui& ui, const Rect& rect, std::string_view title) {
    const TextStyle style = fitted(ui, ui.theme().type(Type::kTitle), title, rect.width, 15);
    draw_line(ui, rect, style, title, ui.colors().text);
    const float width = std::min(rect.width, ui.fonts().width(style, title));
    const Rect text = centred({rect.x, rect.y, width, rect.height}, width, style.line);
    Node& node = ui.record(Role::kHeading, kTitleKey, text);
    node.name = title;
    node.level = 1;
    node.focusable = true;
    node.tab_stop = false;
}

bool bottom_item(Ui& ui, const Rect& rect, const NavigationItem& item, const TextStyle& label) {
    constexpr float kIcon = 22;
    const Palette& colors = ui.colors();
    const NodeId id = record_link(ui, rect, item).id;
    const float content = 28 + 4 + label.line;
    const float top = rect.y + (rect.height - content) / 2;
    const Rect pill = centred({rect.x, top, rect.width, 28}, std::min(56.0F, rect.width - 8), 28);
    if (item.current || ui.pressed(id) || ui.hovered(id)) {
        ui.paint().fill(pill, item.current ? colors.accent_tint : faded(colors.accent, 0.1F), 14);
    }
    const Color color = item.current ? colors.accent : colors.secondary;
    const Rect place = centred(pill, kIcon, kIcon);
    ui.paint().icon({place.x, place.y}, kIcon, item.icon, color);
    news_mark(ui, item, {right(place) + 4, place.y});
    TextStyle style = label;
    style.weight = item.current ? Weight::kExtraBold : Weight::kSemiBold;
    draw_line(ui, {rect.x, top + 32, rect.width, label.line}, style, item.short_label, color, Align::kCentre);
    ui.focus_ring(id, inset(rect, 8, 6), 8);
    return ui.clicked(id);
}

/// The labels' common size: as large as asked, unless one of them would not fit then.
TextStyle bottom_label(const Ui& ui, std::span<const NavigationItem> items, float width) {
    TextStyle style = ui.theme().type(Type::kTab);
    for (const NavigationItem& item : items) {
        style.weight = Weight::kExtraBold;
        style = fitted(ui, style, item.short_label, width - 4, 10);
    }
    return style;
}

}  // namespace

void logo(Ui& ui, const Rect& square) {
    ui.paint().fill(square, ui.colors().accent, square.width * 0.28F);
    const float size = square.width * 0.56F;
    const Rect place = centred(square, size, size);
    ui.paint().icon({place.x, place.y}, size, icon::kSprout, ui.colors().on_accent);
}

float app_bar_height(const Ui& ui) {
    const float title = std::min(ui.theme().type(Type::kTitle).line, 44.0F);
    return ui.viewport().safe_top + (is_low(ui) ? std::max(48.0F, title + 4) : std::max(64.0F, title + 28));
}

float bottom_bar_height(const Ui& ui) {
    if (!ui.is_phone()) {
        return 0;
    }
    const float label = std::min(ui.theme().type(Type::kTab).line, 20.0F);
    return ui.viewport().safe_bottom + (is_low(ui) ? label + 36 : std::max(68.0F, label + 48));
}

NavigationResult app_bar(Ui& ui, const AppBar& bar) {
    const FixedLayer layer(ui);
    Group banner(ui, Role::kBanner, "banner");
    const Rect whole{0, 0, ui.viewport().width, app_bar_height(ui)};
    banner.set_rect(whole);
    ui.paint().fill(whole, ui.colors().surface);
    ui.paint().line({0, whole.height - 1}, {whole.width, whole.height - 1}, ui.colors().line);

    const Rect row{kSide, ui.viewport().safe_top, whole.width - 2 * kSide, whole.height - ui.viewport().safe_top};
    const Rect account_rect{right(row) - kTarget + 4, row.y + (row.height - kTarget) / 2, kTarget, kTarget};
    const float text_x = row.x + kLogo + 12;
    NavigationResult result;
    result.home_followed = home(ui, row, bar);
    if (ui.is_phone()) {
        screen_title(ui, {text_x, row.y, account_rect.x - 8 - text_x, row.height}, bar.title);
    } else {
        const float left = row.x + home_width(ui, bar) + 12;
        const Rect room{left, row.y, account_rect.x - 8 - left, row.height};
        result.followed = tabs(ui, {0, row.y, whole.width, row.height}, room, bar);
    }
    result.account_pressed = account(ui, account_rect, bar);
    return result;
}

std::optional<std::size_t> bottom_bar(Ui& ui, std::span<const NavigationItem> items, std::string_view name) {
    std::optional<std::size_t> followed;
    const float height = bottom_bar_height(ui);
    if (height <= 0) {
        return followed;
    }
    const FixedLayer layer(ui);
    Group navigation(ui, Role::kNavigation, "bottom-bar", name);
    const Rect whole{0, ui.viewport().height - height, ui.viewport().width, height};
    navigation.set_rect(whole);
    ui.paint().fill(whole, ui.colors().surface);
    ui.paint().line({0, whole.y}, {whole.width, whole.y}, ui.colors().line);
    const float width = whole.width / static_cast<float>(items.size());
    const TextStyle label = bottom_label(ui, items, width);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Rect rect{static_cast<float>(i) * width, whole.y + 1, width, height - 1 - ui.viewport().safe_bottom};
        if (bottom_item(ui, rect, items[i], label)) {
            followed = i;
        }
    }
    return followed;
}

}  // namespace portal::ui
