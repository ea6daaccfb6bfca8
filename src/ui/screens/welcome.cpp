#include "app/account.hpp"
#include "ui/icons.hpp"
#include "ui/screens/front.hpp"
#include "ui/screens/password_fields.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/spinner.hpp"

#include <array>
#include <string>

namespace portal::ui {
namespace {

void checking(Ui& ui, Column& column) {
    const Rect wait = column.take(96);
    spinner(ui, centre(wait), 12, ui.colors().accent);
    Node& status = ui.record(Role::kStatus, "checking", wait);
    status.name = ui.text(Text::welcome_checking);
    status.busy = true;
}

/// What can be done about a link that leads nowhere: a new mail, or signing in.
void fault(Ui& ui, Column& column, app::LinkFault fault) {
    constexpr std::array<Text, 3> kTexts{Text::welcome_used, Text::welcome_expired, Text::welcome_unknown};
    const app::LinkPage& page = ui.state().link_page;
    Card card(ui, column, 20);
    Column& content = card.content();
    Banner what;
    what.key = "fault";
    what.text = ui.text(page.renewed ? Text::welcome_renewed : kTexts[static_cast<std::size_t>(fault)]);
    what.kind = page.renewed ? BannerKind::kInfo : BannerKind::kWarning;
    what.appears = true;
    banner(ui, content, what);
    failure_banner(ui, content, app::account_error(ui.state(), page.renewal_error, page.retry_after));
    if (fault == app::LinkFault::kUnknown) {
        content.space(20);
        Button ask;
        ask.key = "forgotten";
        ask.label = ui.text(Text::welcome_ask);
        ask.icon = icon::kMail;
        link_button(ui, content.take(button_height(ui)), ask, route_to(ui, app::Screen::kForgotten));
    } else if (!page.renewed) {
        content.space(20);
        Button renew;
        renew.key = "renew";
        renew.label = ui.text(page.renewal != 0 ? Text::forgotten_busy : Text::welcome_renew);
        renew.icon = icon::kMail;
        renew.busy = page.renewal != 0;
        if (button(ui, content, renew)) {
            ui.emit(app::AccountAction{app::LinkRenewalPressed{}});
        }
    }
    content.space(8);
    front_link(ui, content, "sign-in", ui.text(Text::forgotten_back), app::Screen::kOverview);
}

void form(Ui& ui, Column& column) {
    Card card(ui, column, 20);
    Column& content = card.content();
    const Group group(ui, Role::kForm, "choose", ui.text(Text::welcome_title));
    password_owner(ui, content);
    content.space(16);
    new_password(ui, content);
    save_password(ui, content);
}

}  // namespace

void welcome_screen(Ui& ui) {
    const app::LinkPage& link = ui.state().link_page;
    std::string text;
    if (link.link.value && !link.fault) {
        const bool first = link.link.value->purpose == api::LinkPurpose::kInvitation;
        text = ui.text(first ? Text::welcome_invitation : Text::welcome_reset,
                       {{"name", link.link.value->name}, {"organisation", link.link.value->organisation}});
    }
    FrontPage page;
    page.title = ui.text(link.renewed ? Text::forgotten_sent_title
                         : link.fault ? Text::welcome_fault_title
                                      : Text::welcome_title);
    page.text = text;
    page.content = [&](Column& column) {
        if (link.fault) {
            fault(ui, column, *link.fault);
        } else if (link.link.value) {
            form(ui, column);
        } else if (link.link.failed()) {
            load_failure(ui, column, link.link.failure, false);
        } else {
            checking(ui, column);
        }
    };
    front_page(ui, page);
}

}  // namespace portal::ui
