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

/// Whom the page is about, by first name where it is a child's.
std::string name_of(const app::State& state) {
    const app::Route& route = state.route;
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
    Beside columns(ui, column, 0.5F);
    for (const core::Guardian& guardian : ui.state().family.value->guardians) {
        Column& place = columns.second().y < columns.first().y ? columns.second() : columns.first();
        guardian_card(ui, place, guardian);
        place.space(16);
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
    const app::State& state = ui.state();
    const std::string title = record_title(state);
    const app::Route parent = app::parent_route(state.route);
    const bool to_contacts = parent.record == RecordPage::kContacts;
    page_head(ui, page, title.empty() ? ui.text(Text::app_family) : std::string_view(title),
              WayBack{ui.text(to_contacts ? Text::record_back_contacts : Text::record_back_family), parent});
    Column& column = page.column;
    if (ui.is_phone() && !title.empty() && is_named(state.route.record)) {
        Heading name;
        name.key = "name";
        name.text = title;
        heading(ui, column, name);
        column.space(12);
    }
    const bool of_family = state.route.record == RecordPage::kGuardians;
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
        guardians(ui, column);
    } else {
        record_page(ui, page);
    }
}

}  // namespace portal::ui
