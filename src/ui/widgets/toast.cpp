#include "ui/widgets/toast.hpp"

#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/icon_button.hpp"
#include "ui/widgets/layers.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

constexpr float kIcon = 20;
constexpr float kPadding = 14;
constexpr float kTextX = kPadding + kIcon + 10;
constexpr float kLeastText = 160;

/// What takes it back, or leads to more; without a label where there is neither.
Button act_button(const Toast& toast) {
    Button act;
    act.key = toast.undo.empty() ? "more" : "undo";
    act.label = toast.undo.empty() ? toast.link : toast.undo;
    act.kind = ButtonKind::kQuiet;
    act.icon = toast.undo.empty() ? nullptr : toast.undo_icon != nullptr ? toast.undo_icon : icon::kUndo2;
    return act;
}

/// True when it was pressed or followed.
bool act(Ui& ui, const Rect& rect, const Toast& toast) {
    const bool pressed = button(ui, rect, act_button(toast));
    if (toast.undo.empty()) {
        Node& node = ui.nodes().back();
        node.role = Role::kLink;
        node.href = toast.href;
    }
    return pressed;
}

/// Where the parts of a message lie.
struct Places {
    Rect rect;
    Rect text;
    Rect act;
    Rect close;
};

Places place(const Ui& ui, float above, const Toast& toast, const TextStyle& style) {
    const app::Viewport& viewport = ui.viewport();
    const float width = std::min(viewport.width - 24, 480.0F);
    const float text_width = width - kTextX - kTarget - 4;
    const Button act = act_button(toast);
    const float act_width = act.label.empty() ? 0 : button_width(ui, act);
    // The button goes beside the text only where that keeps enough room.
    const bool beside = act_width > 0 && text_width - act_width >= kLeastText;
    const bool below = act_width > 0 && !beside;
    const float room = text_width - (beside ? act_width : 0);
    const float lines = text_height(ui, room, style, toast.text);
    const float line = std::max({lines + 2 * kPadding, kTarget + 8, beside ? button_height(ui) + 8 : 0});
    const float height = line + (below ? button_height(ui) : 0);
    Places places;
    places.rect = {(viewport.width - width) / 2, viewport.height - above - 12 - height, width, height};
    const Rect& rect = places.rect;
    places.text = {rect.x + kTextX, rect.y + (line - lines) / 2, room, lines};
    places.close = {right(rect) - kTarget - 4, rect.y + (line - kTarget) / 2, kTarget, kTarget};
    if (beside) {
        places.act = {places.close.x - act_width, rect.y + (line - button_height(ui)) / 2, act_width,
                      button_height(ui)};
    } else if (below) {
        places.act = {rect.x + kPadding, rect.y + line - 6, std::min(act_width, width - 2 * kPadding),
                      button_height(ui)};
    }
    return places;
}

}  // namespace

ToastAnswer toast(Ui& ui, float above, const Toast& toast) {
    const FixedLayer layer(ui);
    const Group group(ui, Role::kRegion, toast.key,
                      ui.text(Text::common_message));  // a landmark: it lies outside of all others
    TextStyle style = ui.theme().type(Type::kSecondary);
    style.weight = Weight::kSemiBold;
    const Places places = place(ui, above, toast, style);
    ui.paint().set_offset({0, 24 * (1 - ui.motion(group.id(), 0.2))});

    const Palette& colors = ui.colors();
    const Tone& tone = colors.approved;
    ui.paint().shadow(places.rect, radius::kControl, {0, 0, 0, 255}, 7);
    ui.paint().fill(places.rect, tone.ground, radius::kControl);
    ui.paint().outline(places.rect, ui.theme().high_contrast ? colors.control : tone.text, radius::kControl);
    ui.paint().icon({places.rect.x + kPadding, places.text.y + (style.line - kIcon) / 2}, kIcon, icon::kCircleCheck,
                    tone.text);
    draw_text(ui, {places.text.x, places.text.y}, places.text.width, style, toast.text, tone.text);
    ui.record(Role::kParagraph, "text", places.text).name = toast.text;
    ToastAnswer answer = ToastAnswer::kNone;
    const bool acts = !toast.undo.empty() || !toast.link.empty();
    if (acts && act(ui, places.act, toast)) {
        answer = toast.undo.empty() ? ToastAnswer::kFollowed : ToastAnswer::kUndone;
    }
    IconButton close;
    close.key = "close";
    close.name = ui.text(Text::common_close_message);
    close.icon = icon::kX;
    if (icon_button(ui, places.close, close)) {
        answer = ToastAnswer::kClosed;
    }
    ui.paint().set_offset({});
    return answer;
}

void toast(Ui& ui, float above) {
    if (!ui.state().toast) {
        return;
    }
    const std::string key = "toast-" + std::to_string(ui.state().toast->id);
    Toast message;
    message.key = key;
    message.text = ui.state().toast->text;
    if (app::can_undo(ui.state())) {
        message.undo = ui.text(Text::common_undo);
    } else if (ui.state().toast->link) {
        message.link = ui.text(Text::news_show);
        message.href = app::to_path(*ui.state().toast->link);
    }
    switch (toast(ui, above, message)) {
        case ToastAnswer::kNone:
            break;
        case ToastAnswer::kClosed:
            ui.emit(app::ToastClosed{});
            break;
        case ToastAnswer::kUndone:
            ui.emit(app::UndoPressed{});
            break;
        case ToastAnswer::kFollowed:
            ui.emit(app::Navigated{*ui.state().toast->link});
            ui.emit(app::ToastClosed{});
            break;
    }
}

}  // namespace portal::ui
