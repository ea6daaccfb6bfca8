#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/toast.hpp"

namespace portal::ui {

void update_notice(Ui& ui, float above) {
    const app::Installation& installation = ui.state().installation;
    if (!installation.update_ready || installation.update_put_off || ui.state().toast) {
        return;
    }
    Toast message;
    message.key = "update";
    message.text = ui.text(Text::update_ready);
    message.undo = ui.text(Text::update_start);
    message.undo_icon = icon::kRotateCcw;
    switch (toast(ui, above, message)) {
        case ToastAnswer::kNone:
        case ToastAnswer::kFollowed:
            break;
        case ToastAnswer::kClosed:
            ui.emit(app::UpdatePutOff{});
            break;
        case ToastAnswer::kUndone:
            ui.emit(app::UpdatePressed{});
            break;
    }
}

void install_card(Ui& ui, Column& column) {
    const app::InstallOffer offer = ui.state().installation.offer;
    if (offer == app::InstallOffer::kNone) {
        return;
    }
    const Group region(ui, Role::kRegion, "install", ui.text(Text::install_title));
    {
        Card card(ui, column, 20);
        Column& content = card.content();
        Heading title;
        title.key = "title";
        title.text = ui.text(Text::install_title);
        heading(ui, content, title);
        content.space(8);
        const bool by_hand = offer == app::InstallOffer::kByHand;
        quiet_line(ui, content, "about", ui.text(by_hand ? Text::install_by_hand : Text::install_about));
        if (!by_hand) {
            content.space(16);
            Button install;
            install.key = "install";
            install.label = ui.text(Text::install_button);
            install.kind = ButtonKind::kSecondary;
            install.icon = icon::kDownload;
            if (button(ui, content, install)) {
                ui.emit(app::InstallPressed{});
            }
        }
    }
    column.space(16);
}

}  // namespace portal::ui
