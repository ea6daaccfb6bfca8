#include "ui/screens/front.hpp"

#include "app/selectors.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>

namespace portal::ui {
namespace {

constexpr float kWidest = 400;

/// The shapes of the children's avatars, large and pale: the page's only ornament.
void ornaments(Ui& ui) {
    struct Shape {
        float x;  // of the middle, as a share of the width
        float y;  // of the middle
        float size;
        std::size_t child;
        int kind;
    };
    constexpr std::array<Shape, 5> kShapes{{{0.02F, 96, 190, 0, 0},
                                            {0.93F, 210, 150, 1, 1},
                                            {0.88F, 26, 96, 2, 2},
                                            {0.06F, 640, 130, 2, 2},
                                            {0.97F, 700, 210, 0, 0}}};
    if (ui.theme().high_contrast) {
        return;
    }
    for (const Shape& shape : kShapes) {
        const Rect rect = centred({ui.viewport().width * shape.x, shape.y, 0, 0}, shape.size, shape.size);
        const Color color = faded(ui.theme().child(shape.child).ground, ui.theme().dark ? 0.5F : 0.6F);
        switch (shape.kind) {
            case 0:
                ui.paint().fill(rect, color, shape.size / 2);
                break;
            case 1:
                ui.paint().fill(rect, color, shape.size * 0.26F);
                break;
            default:
                ui.paint().leaf(rect, color);
                break;
        }
    }
}

void head(Ui& ui, Column& column, const FrontPage& page) {
    constexpr float kLogo = 56;
    const Rect sign = column.take(kLogo);
    logo(ui, {sign.x, sign.y, kLogo, kLogo});
    draw_line(ui, {sign.x + kLogo + 14, sign.y, sign.width - kLogo - 14, kLogo}, ui.theme().type(Type::kTitle),
              portal_name(ui.state()), ui.colors().text);
    ui.record(Role::kText, "brand", {sign.x, sign.y, sign.width, kLogo}).name = portal_name(ui.state());
    column.space(28);
    Heading title;
    title.key = kTitleKey;
    title.text = page.title;
    title.level = 1;
    title.type = Type::kDisplay;
    title.focusable = true;
    heading(ui, column, title);
    if (page.text.empty()) {
        column.space(20);
        return;
    }
    column.space(4);
    Paragraph text;
    text.key = "welcome";
    text.text = page.text;
    text.color = ui.colors().secondary;
    paragraph(ui, column, text);
    column.space(20);
}

/// Whom to ask, for who cannot get in.
void help(Ui& ui, Column& column) {
    const app::Site& site = ui.state().site;
    const bool email = !site.email.empty();
    const bool phone = !site.phone.empty();
    if (email || phone) {
        const Text text = !phone ? Text::front_help_email : email ? Text::front_help : Text::front_help_phone;
        column.space(12);
        quiet_line(ui, column, "help", ui.text(text, {{"email", site.email}, {"phone", site.phone}}));
    }
}

}  // namespace

void front_page(Ui& ui, const FrontPage& page) {
    const app::Viewport& viewport = ui.viewport();
    ornaments(ui);
    const float width = std::min(kWidest, viewport.width - 32);
    const NodeId measure = ui.id("sign-in-height");
    const float height = ui.remembered(measure, 480);
    const float spare = viewport.height - viewport.safe_top - viewport.safe_bottom - height;
    Column column{(viewport.width - width) / 2, viewport.safe_top + std::max(24.0F, spare * 0.36F), width};
    const float top = column.y;
    {
        const Group main(ui, Role::kMain, "main");
        head(ui, column, page);
        page.content(column);
        column.space(16);
        if (ui.state().site.languages.size() > 1) {
            language_choice(ui, column.take(std::max(kTarget, ui.theme().type(Type::kSecondaryStrong).line + 16)));
        }
        help(ui, column);
    }
    ui.remember(measure, column.y - top);
}

void front_link(Ui& ui, Column& column, std::string_view key, std::string_view label, app::Screen screen) {
    app::Route route;
    route.screen = screen;
    route.month = core::Month::of(app::today(ui.state()));
    const TextStyle style = ui.theme().type(Type::kSecondaryStrong);
    const float room = column.width - 16;
    const bool on_one_line = ui.fonts().width(style, label) <= room;
    const float height = on_one_line ? style.line : text_height(ui, room, style, label);
    const Rect row = column.take(std::max(kTarget, height + 16));
    const Rect rect = centred(row, on_one_line ? ui.fonts().width(style, label) + 16 : row.width, row.height);
    Node& node = ui.record(Role::kLink, key, rect);
    node.name = label;
    node.href = app::to_path(route);
    const NodeId id = node.id;
    const Color color = ui.hovered(id) ? ui.colors().text : ui.colors().accent;
    const float top = rect.y + (rect.height - height) / 2;
    draw_text(ui, {rect.x + 8, top}, room, style, label, color);
    if (on_one_line) {
        const float line = top + style.line - 2;
        ui.paint().line({rect.x + 8, line}, {right(rect) - 8, line}, color);
    }
    ui.focus_ring(id, rect, radius::kMark);
    if (ui.clicked(id)) {
        ui.emit(app::Navigated{route});
    }
}

void focus_wrong(Ui& ui, bool wrong, NodeId field) {
    if (wrong && !ui.memory().sign_in_wrong) {
        ui.want_focus(field);
    }
    ui.memory().sign_in_wrong = wrong;
}

void failure_banner(Ui& ui, Column& column, const std::string& text) {
    if (text.empty()) {
        return;
    }
    column.space(16);
    Banner error;
    error.key = "error";
    error.text = text;
    error.kind = BannerKind::kError;
    error.appears = true;
    banner(ui, column, error);
}

}  // namespace portal::ui
