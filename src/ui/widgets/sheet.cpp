#include "ui/widgets/sheet.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/icon_button.hpp"
#include "ui/widgets/layers.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr double kMotion = 0.2;
constexpr float kGap = 12;
constexpr float kLeastBody = 160;

struct Frame {
    Rect rect;  ///< of the sheet
    Rect head;
    Rect body;
    Rect foot;
    float body_height = 0;  ///< of all its content
    bool scrolls_footer = false;
};

float side(const Ui& ui) {
    return ui.is_phone() ? 16 : 24;
}

float head_height(const Ui& ui, const Sheet& sheet, float width) {
    const float text_width = width - 2 * side(ui) - kTarget;
    float height = text_height(ui, text_width, ui.theme().type(Type::kTitle), sheet.title);
    if (!sheet.subtitle.empty()) {
        height += 2 + text_height(ui, text_width + kTarget, ui.theme().type(Type::kBody), sheet.subtitle);
    }
    return height + (ui.is_phone() ? 26 : 22);
}

Frame place(const Ui& ui, const Sheet& sheet, NodeId body, NodeId foot) {
    const app::Viewport& viewport = ui.viewport();
    const bool phone = ui.is_phone();
    const float width = phone ? viewport.width : std::min(sheet.widest, viewport.width - 48);
    const float head = head_height(ui, sheet, width) + kGap;
    float content = ui.remembered(body, 200);
    float footer = sheet.footer ? ui.remembered(foot, 60) + kGap : 0;
    const float end = phone ? 16 + viewport.safe_bottom : 24;
    const float most = viewport.height - viewport.safe_top - (phone ? 24.0F : 48.0F);
    Frame frame;
    // Where little height is left (very large text, strong zoom, a soft keyboard) the footer scrolls as well.
    frame.scrolls_footer = footer > 0 && std::min(content, kLeastBody) > most - head - footer - end;
    if (frame.scrolls_footer) {
        content += footer;
        footer = 0;
    }
    const float room = std::max(kLeastBody / 2, std::min(content, most - head - footer - end));
    const float height = head + room + footer + end;
    const float x = (viewport.width - width) / 2;
    const float y = phone ? viewport.height - height : std::max(0.0F, (viewport.height - height) / 2);
    frame.rect = {x, y, width, height};
    frame.head = {x, y, width, head - kGap};
    frame.body = {x, y + head, width, std::min(content, room)};
    frame.foot = {x, bottom(frame.body) + kGap, width, footer};
    frame.body_height = content;
    return frame;
}

/// The darkened page and the sheet's own ground. Returns how far the sheet still has to move.
float paint_ground(Ui& ui, const Frame& frame, float shown) {
    const app::Viewport& viewport = ui.viewport();
    Painter& paint = ui.paint();
    paint.fill({0, 0, viewport.width, viewport.height}, faded(ui.colors().scrim, shown));
    const bool phone = ui.is_phone();
    const float way = (phone ? std::min(frame.rect.height, 240.0F) : 16.0F) * (1 - shown);
    paint.set_offset({0, way});
    if (phone) {
        // A bit lower than the screen, so that nothing shows through while it comes up.
        paint.fill({frame.rect.x, frame.rect.y, frame.rect.width, frame.rect.height + 8}, ui.colors().surface,
                   radius::kSheet, Corners::kTop);
    } else {
        paint.shadow(frame.rect, radius::kSheet, {0, 0, 0, 255}, 10);
        paint.fill(frame.rect, ui.colors().surface, radius::kSheet);
    }
    if (ui.theme().high_contrast) {
        paint.outline(frame.rect, ui.colors().control, radius::kSheet, 2);
    }
    return way;
}

bool head(Ui& ui, const Sheet& sheet, const Frame& frame) {
    Column column{frame.head.x + side(ui), frame.head.y + (ui.is_phone() ? 24.0F : 20.0F),
                  frame.head.width - 2 * side(ui) - kTarget};
    Heading title;
    title.key = "title";
    title.text = sheet.title;
    title.type = Type::kTitle;
    title.focusable = true;
    const NodeId title_id = heading(ui, column, title);
    ui.show_dialog(ui.parent(), title_id);
    if (!sheet.subtitle.empty()) {
        column.space(2);
        column.width += kTarget;  // below the close button
        Paragraph subtitle;
        subtitle.key = "subtitle";
        subtitle.text = sheet.subtitle;
        subtitle.color = ui.colors().secondary;
        paragraph(ui, column, subtitle);
    }
    IconButton close;
    close.key = "close";
    close.name = ui.text(Text::common_close);
    close.icon = icon::kX;
    return icon_button(
        ui,
        {right(frame.head) - side(ui) - kTarget + 10, frame.head.y + (ui.is_phone() ? 16.0F : 12.0F), kTarget, kTarget},
        close);
}

void body(Ui& ui, const Sheet& sheet, const Frame& frame, NodeId body_id, NodeId foot_id) {
    const Scroller scroller(ui, "body", frame.body, frame.body_height);
    Column column = scroller.content().inside(side(ui));
    const float top = column.y;
    sheet.content(column);
    ui.remember(body_id, column.y - top);
    if (frame.scrolls_footer) {
        column.space(kGap);
        const float foot = column.y;
        sheet.footer(column);
        ui.remember(foot_id, column.y - foot);
    }
}

void foot(Ui& ui, const Sheet& sheet, const Frame& frame, NodeId memory_id) {
    if (!sheet.footer || frame.scrolls_footer) {
        return;
    }
    Column column = Column{frame.foot.x, frame.foot.y, frame.foot.width}.inside(side(ui));
    if (frame.body_height > frame.body.height + 0.5F) {
        ui.paint().line({frame.rect.x, frame.foot.y - kGap / 2}, {right(frame.rect), frame.foot.y - kGap / 2},
                        ui.colors().line);
    }
    const float top = column.y;
    sheet.footer(column);
    ui.remember(memory_id, column.y - top);
}

}  // namespace

bool sheet(Ui& ui, const Sheet& sheet) {
    const FixedLayer layer(ui);
    Group dialog(ui, Role::kDialog, sheet.key, sheet.title);
    dialog.node().modal = true;
    const NodeId body_id = ui.id("body-height");
    const NodeId foot_id = ui.id("foot-height");
    const Frame frame = place(ui, sheet, body_id, foot_id);
    dialog.set_rect(frame.rect);
    paint_ground(ui, frame, ui.motion(dialog.id(), kMotion));

    bool close = head(ui, sheet, frame);
    if (sheet.is_form) {
        Group form(ui, Role::kForm, "form", sheet.title);
        form.set_rect({frame.rect.x, frame.body.y, frame.rect.width, bottom(frame.rect) - frame.body.y});
        body(ui, sheet, frame, body_id, foot_id);
        foot(ui, sheet, frame, foot_id);
    } else {
        body(ui, sheet, frame, body_id, foot_id);
        foot(ui, sheet, frame, foot_id);
    }
    ui.paint().set_offset({});
    return ui.escapes(dialog.id()) || close;
}

}  // namespace portal::ui
