#include "app/money.hpp"
#include "app/overview.hpp"
#include "app/route.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/layers.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/spinner.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/toast.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace portal::ui {
namespace {

struct Tab {
    app::Screen screen;
    std::string_view key;
    Text label;
    Text short_label;
    const char* icon;
};

constexpr std::array<Tab, 6> kTabs{{
    {app::Screen::kOverview, "overview", Text::app_overview, Text::app_overview_short, icon::kHouse},
    {app::Screen::kFamily, "family", Text::app_family, Text::app_family_short, icon::kUsers},
    {app::Screen::kChanges, "changes", Text::app_changes, Text::app_changes_short, icon::kCalendarDays},
    {app::Screen::kInvoices, "invoices", Text::app_invoices, Text::app_invoices_short, icon::kReceiptEuro},
    {app::Screen::kStatements, "statements", Text::app_statements, Text::app_statements_short, icon::kChartColumn},
    {app::Screen::kLog, "log", Text::app_log, Text::app_log_short, icon::kScrollText},
}};

/// The tab that leads to a screen.
app::Screen tab_screen(app::Screen screen) {
    switch (screen) {
        case app::Screen::kCredit:
        case app::Screen::kPlanner:
            return app::Screen::kChanges;
        case app::Screen::kContract:
            return app::Screen::kFamily;
        case app::Screen::kInvoice:
            return app::Screen::kInvoices;
        case app::Screen::kStatement:
            return app::Screen::kStatements;
        case app::Screen::kRequests:
            return app::Screen::kLog;
        default:
            return screen;
    }
}

app::Route route_of(const app::State& state, app::Screen screen) {
    return {screen, core::Month::of(app::today(state)), std::nullopt, std::nullopt};
}

/// Before it is known who is there: the sign, and what to do when that cannot be found out.
void splash(Ui& ui) {
    constexpr float kLogo = 72;
    const app::Viewport& viewport = ui.viewport();
    const Group main(ui, Role::kMain, "main");
    Column column{16, viewport.height * 0.26F, viewport.width - 32};
    logo(ui, centred(column.take(kLogo), kLogo, kLogo));
    column.space(20);
    const TextStyle style = ui.theme().type(Type::kTitle);
    const Rect title = column.take(style.line);
    draw_line(ui, title, style, portal_name(ui.state()), ui.colors().text, Align::kCentre);
    Node& node = ui.record(Role::kHeading, kTitleKey, title);
    node.name = portal_name(ui.state());
    node.level = 1;
    if (ui.state().session_failure != app::Failure::kNone) {
        load_failure(ui, column, ui.state().session_failure, false);
        return;
    }
    const Rect wait = column.take(72);
    spinner(ui, centre(wait), 12, ui.colors().accent);
    Node& status = ui.record(Role::kStatus, "loading", wait);
    status.name = ui.text(Text::common_loading);
    status.busy = true;
}

/// Names of people may be long: on a phone, whose bar has little room, they stand below it.
Text record_bar_title(app::RecordPage page) {
    switch (page) {
        case app::RecordPage::kContacts:
            return Text::record_link_contacts;
        case app::RecordPage::kGuardians:
            return Text::record_page_guardians;
        case app::RecordPage::kNewContact:
            return Text::record_page_new_contact;
        default:
            return Text::app_family;
    }
}

/// What the bar is about; on Overzicht it greets.
std::string bar_title(const Ui& ui) {
    if (!record_title(ui.state()).empty()) {
        return std::string(ui.text(record_bar_title(ui.state().route.record)));
    }
    return ui.state().route.screen == app::Screen::kOverview ? std::string(greeting(ui)) : screen_name(ui.state());
}

/// The tabs of this screen: where the bar has no room for six, the sign alone leads to Overzicht.
std::span<const Tab> shown_tabs(const Ui& ui) {
    const std::span<const Tab> all(kTabs);
    return ui.is_wide() ? all : all.subspan(1);
}

void bars(Ui& ui) {
    const app::State& state = ui.state();
    const std::span<const Tab> tabs = shown_tabs(ui);
    std::vector<NavigationItem> items;
    for (const Tab& tab : tabs) {
        items.push_back({tab.key, ui.text(tab.label), ui.text(tab.short_label), tab.icon,
                         app::to_path(route_of(state, tab.screen)), tab.screen == tab_screen(state.route.screen)});
        if (tab.screen == app::Screen::kLog) {
            items.back().news = app::unread_decisions(state).size() + app::unread_changes(state).size();
        }
    }
    AppBar bar;
    bar.brand = portal_name(state);
    bar.home_label = ui.text(Text::app_home);
    bar.home_href = app::to_path(route_of(state, app::Screen::kOverview));
    const std::string title = bar_title(ui);
    bar.title = title;
    bar.account_name = state.account ? std::string_view(state.account->name) : std::string_view();
    bar.account_label = ui.text(Text::account_open, {{"name", bar.account_name}});
    bar.account_open = ui.memory().account_open;
    bar.items = items;
    const NavigationResult top = app_bar(ui, bar);
    const auto bottom = bottom_bar(ui, items, bar.brand);
    if (top.account_pressed) {
        ui.memory().account_open = true;
        ui.redo();
    }
    if (const auto followed = top.followed ? top.followed : bottom) {
        ui.emit(app::Navigated{route_of(state, tabs[*followed].screen)});
    } else if (top.home_followed) {
        ui.emit(app::Navigated{route_of(state, app::Screen::kOverview)});
    }
}

float content(Ui& ui) {
    constexpr float kWidest = 1040;
    const app::Viewport& viewport = ui.viewport();
    const float side = ui.is_phone() ? 16 : 32;
    const float width = std::min(kWidest, viewport.width - 2 * side);
    Page page{{(viewport.width - width) / 2, app_bar_height(ui), width}, !ui.is_phone()};
    Group main(ui, Role::kMain, "main");
    unsent_row(ui, page.column);
    switch (ui.state().route.screen) {
        case app::Screen::kOverview:
            overview_screen(ui, page);
            break;
        case app::Screen::kFamily:
            family_screen(ui, page);
            break;
        case app::Screen::kChanges:
            changes_screen(ui, page);
            break;
        case app::Screen::kLog:
            log_screen(ui, page);
            break;
        case app::Screen::kRequests:
            requests_screen(ui, page);
            break;
        case app::Screen::kCredit:
            credit_screen(ui, page);
            break;
        case app::Screen::kPlanner:
            planner_screen(ui, page);
            break;
        case app::Screen::kInvoices:
            invoices_screen(ui, page);
            break;
        case app::Screen::kInvoice:
            invoice_screen(ui, page);
            break;
        case app::Screen::kStatements:
            statements_screen(ui, page);
            break;
        case app::Screen::kStatement:
            statement_screen(ui, page);
            break;
        case app::Screen::kContract:
            contract_screen(ui, page);
            break;
        case app::Screen::kAccount:
            account_screen(ui, page);
            break;
        case app::Screen::kWelcome:
        case app::Screen::kForgotten:
            break;  // pages of their own
    }
    return page.column.y + 16 + bottom_bar_height(ui);
}

float signed_in(Ui& ui) {
    bars(ui);
    const float height = content(ui);
    toast(ui, bottom_bar_height(ui));
    update_notice(ui, bottom_bar_height(ui));
    const app::Route& route = ui.state().route;
    if (route.form && route.day) {
        ui.memory().account_open = false;
        change_sheet(ui);
    }
    amendment_dialog(ui);
    contact_dialog(ui);
    unsent_dialog(ui);
    account_sheet(ui);
    return height;
}

/// The height of a page without bars.
float front_height(const Ui& ui) {
    float height = 0;
    for (const Node& node : ui.nodes()) {
        height = std::max(height, bottom(node.rect) + 24);
    }
    return height;
}

}  // namespace

float portal_screen(Ui& ui) {
    const app::Screen screen = ui.state().route.screen;
    if (screen == app::Screen::kWelcome || screen == app::Screen::kForgotten) {
        (screen == app::Screen::kWelcome ? welcome_screen : forgotten_screen)(ui);
        update_notice(ui, 0);
        return front_height(ui);
    }
    switch (ui.state().session) {
        case app::Session::kUnknown:
            splash(ui);
            return ui.viewport().height;
        case app::Session::kSignedOut:
            sign_in_screen(ui);
            update_notice(ui, 0);
            break;
        case app::Session::kSignedIn:
            return signed_in(ui);
    }
    return front_height(ui);
}

std::string_view portal_name(const app::State& state) {
    const std::string& organisation = state.site.organisation;
    return organisation.empty() ? app::text(state.language, Text::app_name) : std::string_view(organisation);
}

std::string screen_name(const app::State& state) {
    const auto text = [&](Text key) { return std::string(app::text(state.language, key)); };
    const app::Route& route = state.route;
    switch (route.screen) {
        case app::Screen::kCredit:
            return text(Text::app_credit);
        case app::Screen::kPlanner:
            return text(Text::app_planner);
        case app::Screen::kAccount:
            return text(Text::account_title);
        case app::Screen::kRequests:
            return text(Text::requests_title);
        case app::Screen::kStatement:
            return app::translate(state.language, Text::statement_title, {{"year", route.id}});
        case app::Screen::kInvoice:
            if (const api::InvoiceDocument* shown = app::shown_invoice(state)) {
                const core::InvoiceHead& head = shown->invoice.head;
                const bool note = head.kind == core::InvoiceKind::kCreditNote;
                return app::translate(state.language, note ? Text::invoice_title_credit : Text::invoice_title,
                                      {{"month", app::month_name(state.language, head.month)}});
            }
            return text(Text::app_invoices);
        case app::Screen::kContract:
            if (const core::PlacementContract* shown = app::shown_contract(state)) {
                return app::translate(state.language, Text::contract_title,
                                      {{"child", app::first_name(state, shown->child)}});
            }
            return text(Text::family_contracts);
        default:
            return text(std::find_if(kTabs.begin(), kTabs.end(), [&](const Tab& tab) {
                            return tab.screen == route.screen;
                        })->label);
    }
}

std::string place_name(const app::State& state, const core::LocationId& location, core::CareType type) {
    if (state.locations.value) {
        if (const core::CareOffer* offer = core::find_offer(*state.locations.value, location, type)) {
            return offer->location_name;
        }
    }
    return app::care_type(state.language, type);
}

std::string page_title(const app::State& state) {
    std::string name(portal_name(state));
    if (state.route.screen == app::Screen::kWelcome || state.route.screen == app::Screen::kForgotten) {
        const bool welcome = state.route.screen == app::Screen::kWelcome;
        return std::string(app::text(state.language, welcome ? Text::welcome_title : Text::forgotten_title)) + " – " +
               name;
    }
    if (state.session == app::Session::kUnknown) {
        return name;
    }
    if (state.session == app::Session::kSignedOut) {
        return std::string(app::text(state.language, Text::sign_in_title)) + " – " + name;
    }
    std::string title = record_title(state);
    if (title.empty()) {
        title = screen_name(state);
    }
    if (state.route.screen == app::Screen::kChanges) {
        const core::Month month = state.route.month;
        title += ", ";
        title += state.route.whole_year ? std::to_string(month.year) : app::month_name(state.language, month);
    }
    return title + " – " + name;
}

}  // namespace portal::ui
