#include "ui/widgets/confirm_dialog.hpp"

#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/layers.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>

namespace portal::ui {
namespace {

constexpr float kPadding = 24;
constexpr float kGap = 8;
constexpr double kMotion = 0.15;

std::array<Button, 2> buttons_of(const ConfirmDialog& dialog) {
    std::array<Button, 2> buttons;
    buttons[0].key = "cancel";
    buttons[0].label = dialog.cancel;
    buttons[0].kind = ButtonKind::kSecondary;
    buttons[1].key = "confirm";
    buttons[1].label = dialog.confirm;
    buttons[1].kind = dialog.danger ? ButtonKind::kDanger : ButtonKind::kPrimary;
    buttons[1].busy = dialog.busy;
    return buttons;
}

/// Beside each other, or under each other where a label needs the whole width.
Confirmation draw_buttons(Ui& ui, Column& column, const ConfirmDialog& dialog) {
    const std::array<Button, 2> buttons = buttons_of(dialog);
    const float half = (column.width - kGap) / 2;
    const bool beside = button_width(ui, buttons[0]) <= half && button_width(ui, buttons[1]) <= half;
    const Rect row = column.take(button_height(ui));
    const Rect first{row.x, row.y, beside ? half : row.width, row.height};
    Confirmation result = Confirmation::kNone;
    if (button(ui, first, buttons[0]) && !dialog.busy) {
        result = Confirmation::kCancelled;
    }
    if (!beside) {
        column.space(kGap);
    }
    const Rect second = beside ? Rect{row.x + half + kGap, row.y, half, row.height} : column.take(button_height(ui));
    if (button(ui, second, buttons[1])) {
        result = Confirmation::kConfirmed;
    }
    return result;
}

Confirmation draw_content(Ui& ui, Column& column, const ConfirmDialog& dialog) {
    Heading title;
    title.key = "title";
    title.text = dialog.title;
    title.type = Type::kTitle;
    heading(ui, column, title);
    if (!dialog.text.empty()) {
        column.space(8);
        Paragraph text;
        text.key = "text";
        text.text = dialog.text;
        paragraph(ui, column, text);
    }
    if (!dialog.error.empty()) {
        column.space(16);
        Banner error;
        error.key = "error";
        error.text = dialog.error;
        error.kind = BannerKind::kError;
        error.appears = true;
        banner(ui, column, error);
    }
    column.space(20);
    return draw_buttons(ui, column, dialog);
}

}  // namespace

Confirmation confirm_dialog(Ui& ui, const ConfirmDialog& dialog) {
    const FixedLayer layer(ui);
    Group group(ui, Role::kAlertDialog, dialog.key, dialog.title);
    group.node().modal = true;
    group.node().description = dialog.text;
    group.node().busy = dialog.busy;
    const app::Viewport& viewport = ui.viewport();
    const NodeId memory = ui.id("content-height");
    const float width = std::min(viewport.width - 32, 400.0F);
    const float content = ui.remembered(memory, 200);
    const float height = std::min(content + 2 * kPadding, viewport.height - viewport.safe_top - 32);
    const Rect rect =
        centred({0, viewport.safe_top, viewport.width, viewport.height - viewport.safe_top}, width, height);
    group.set_rect(rect);

    const float shown = ui.motion(group.id(), kMotion);
    ui.paint().fill({0, 0, viewport.width, viewport.height}, faded(ui.colors().scrim, shown));
    ui.paint().set_offset({0, 12 * (1 - shown)});
    ui.paint().shadow(rect, radius::kSheet, {0, 0, 0, 255}, 10);
    ui.paint().fill(rect, ui.colors().surface, radius::kSheet);
    if (ui.theme().high_contrast) {
        ui.paint().outline(rect, ui.colors().control, radius::kSheet, 2);
    }
    Confirmation result = Confirmation::kNone;
    {
        const Rect body = inset(rect, 0, kPadding);
        const Scroller scroller(ui, "body", body, content);
        ui.show_dialog(group.id(), ui.id("cancel"));
        Column column = scroller.content().inside(kPadding);
        const float top = column.y;
        result = draw_content(ui, column, dialog);
        ui.remember(memory, column.y - top);
    }
    ui.paint().set_offset({});
    const bool left = ui.escapes(group.id()) && !dialog.busy;
    return left && result == Confirmation::kNone ? Confirmation::kCancelled : result;
}

}  // namespace portal::ui
