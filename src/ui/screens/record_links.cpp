#include "ui/screens/record_links.hpp"

#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"

#include <algorithm>
#include <optional>

namespace portal::ui {
namespace {

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
