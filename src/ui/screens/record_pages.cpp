#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/record_links.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

using app::RecordPage;
using core::RecordKind;

const core::Record* find(const app::State& state, RecordKind kind, const std::string& id) {
    return state.records.value ? core::find_record(*state.records.value, kind, id) : nullptr;
}

const core::PlacementContract* find_contract(const app::State& state, const std::string& id) {
    if (!state.family.value) {
        return nullptr;
    }
    const auto& all = state.family.value->contracts;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id.value == id; });
    return found == all.end() ? nullptr : &*found;
}

/// Whom the page is about, by first name where it is a child's.
std::string name_of(const app::State& state) {
    const app::Route& route = state.route;
    if (route.record == RecordPage::kContract) {
        const core::PlacementContract* contract = find_contract(state, route.record_id);
        return contract != nullptr ? std::string(app::first_name(state, contract->child)) : std::string();
    }
    const RecordKind kind = route.record == RecordPage::kGuardian  ? RecordKind::kGuardian
                            : route.record == RecordPage::kContact ? RecordKind::kContact
                                                                   : RecordKind::kChild;
    const core::Record* record = find(state, kind, kind == RecordKind::kContact ? route.contact_id : route.record_id);
    if (record == nullptr) {
        return {};
    }
    return kind == RecordKind::kChild ? core::value_of(*record, "firstName") : core::subject_of(*record);
}

/// Whether the page's title has a name in it.
bool is_named(RecordPage page) {
    return page != RecordPage::kGuardians && page != RecordPage::kNewContact;
}

Text title_text(RecordPage page) {
    switch (page) {
        case RecordPage::kGuardians:
            return Text::record_page_guardians;
        case RecordPage::kNewContact:
            return Text::record_page_new_contact;
        case RecordPage::kContacts:
            return Text::record_page_contacts;
        case RecordPage::kContract:
            return Text::record_page_contract;
        case RecordPage::kGuardian:
            return Text::record_page_guardian;
        default:
            return Text::record_page_child;
    }
}

void gone(Ui& ui, Column& column) {
    Notice missing;
    missing.key = "gone";
    missing.icon = icon::kCircleSlash;
    missing.title = ui.text(Text::record_gone);
    notice(ui, column, missing);
}

void guardians(Ui& ui, Column& column) {
    for (const core::Guardian& guardian : ui.state().family.value->guardians) {
        guardian_card(ui, column, guardian);
        column.space(16);
    }
}

/// The contract that was asked for, then the child's others.
void contracts(Ui& ui, Column& column, const core::PlacementContract& wanted) {
    contract_card(ui, column, wanted);
    for (const core::PlacementContract& other : ui.state().family.value->contracts) {
        if (other.child == wanted.child && !(other.id == wanted.id)) {
            column.space(16);
            contract_card(ui, column, other);
        }
    }
}

void family_page(Ui& ui, Column& column) {
    if (ui.state().route.record == RecordPage::kGuardians) {
        guardians(ui, column);
    } else if (const core::PlacementContract* contract = find_contract(ui.state(), ui.state().route.record_id)) {
        contracts(ui, column, *contract);
    } else {
        gone(ui, column);
    }
}

void record_page(Ui& ui, Page& page) {
    const app::State& state = ui.state();
    if (state.route.record == RecordPage::kContacts) {
        if (const core::Record* child = find(state, RecordKind::kChild, state.route.record_id)) {
            contact_list(ui, page, *child);
            return;
        }
    } else if (const auto form = state.record_forms.find(app::to_path(state.route)); form != state.record_forms.end()) {
        record_form(ui, page, form->second);
        return;
    }
    gone(ui, page.column);
}

}  // namespace

std::string record_title(const app::State& state) {
    const RecordPage page = state.route.record;
    if (state.session != app::Session::kSignedIn || state.route.screen != app::Screen::kFamily ||
        page == RecordPage::kNone) {
        return {};
    }
    const std::string name = is_named(page) ? name_of(state) : std::string();
    return is_named(page) && name.empty() ? std::string()
                                          : app::translate(state.language, title_text(page), {{"name", name}});
}

void record_screen(Ui& ui, Page& page) {
    narrow_page(ui, page);
    const app::State& state = ui.state();
    const std::string title = record_title(state);
    page_head(ui, page, title.empty() ? ui.text(Text::app_family) : std::string_view(title));
    Column& column = page.column;
    back_link(ui, column);
    if (ui.is_phone() && !title.empty() && is_named(state.route.record)) {
        Heading name;
        name.key = "name";
        name.text = title;
        heading(ui, column, name);
        column.space(12);
    }
    const bool of_family = state.route.record == RecordPage::kGuardians || state.route.record == RecordPage::kContract;
    const bool ready = of_family ? state.family.value.has_value() : state.records.value.has_value();
    const bool failed = of_family ? state.family.failed() : state.records.failed();
    if (failed) {
        load_failure(ui, column, of_family ? state.family.failure : state.records.failure, ready);
    }
    if (!ready) {
        if (!failed) {
            skeleton_cards(ui, column, 2);
        }
    } else if (of_family) {
        family_page(ui, column);
    } else {
        record_page(ui, page);
    }
}

}  // namespace portal::ui
