#include "app/contacts.hpp"
#include "app/record_texts.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/record_links.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/confirm_dialog.hpp"
#include "ui/widgets/icon_button.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using core::Record;

std::string value_in_words(const Ui& ui, const Record& contact, std::string_view field) {
    return app::value_text(ui.state().language, *core::find_field(contact.kind, field), core::value_of(contact, field));
}

std::string roles_of(const Ui& ui, const Record& contact) {
    const bool calls = core::value_of(contact, "emergency") == core::kYes;
    const bool picks_up = core::value_of(contact, "pickup") == core::kYes;
    return std::string(ui.text(calls && picks_up ? Text::contacts_calls_and_picks_up
                               : picks_up        ? Text::contacts_picks_up
                                                 : Text::contacts_calls));
}

/// "Vanaf 1 december 2026", "1 december 2026 tot en met 4 april 2027"; empty where it always holds.
std::string period_of(const Ui& ui, const Record& contact) {
    const std::string from = value_in_words(ui, contact, "validFrom");
    const std::string until = value_in_words(ui, contact, "validUntil");
    if (!from.empty() && !until.empty()) {
        return ui.text(Text::contacts_period, {{"from", from}, {"until", until}});
    }
    if (!from.empty()) {
        return std::string(ui.text(Text::record_field_valid_from)) + " " + from;
    }
    return until.empty() ? std::string() : std::string(ui.text(Text::record_field_valid_until)) + " " + until;
}

/// "Niet meer geldig", "Nog niet geldig", "In behandeling".
void state_badge(Ui& ui, Column& column, const Record& contact) {
    const core::Date today = app::today(ui.state());
    const auto from = core::Date::parse(core::value_of(contact, "validFrom"));
    const auto until = core::Date::parse(core::value_of(contact, "validUntil"));
    const bool waits = std::any_of(contact.fields.begin(), contact.fields.end(),
                                   [](const core::RecordField& field) { return field.waiting.has_value(); });
    const auto show = [&](std::string_view key, Text text, const Tone& tone, const char* icon) {
        const float height = badge_height(ui);
        badge(ui, {column.x, column.y + 6}, tone, icon, ui.text(text));
        ui.record(Role::kText, key, {column.x, column.y + 6, badge_width(ui, icon, ui.text(text)), height}).name =
            ui.text(text);
        column.space(height + 6);
    };
    if (until && *until < today) {
        show("expired", Text::contacts_expired, ui.colors().closed, icon::kCircleSlash);
    } else if (from && *from > today) {
        show("not-yet", Text::contacts_not_yet, ui.colors().closed, icon::kClock);
    }
    if (waits) {
        show("waits", Text::record_in_review, ui.colors().asked, icon::kHourglass);
    }
}

/// The buttons that change the order. Returns how much room they take.
float order_buttons(Ui& ui, const Rect& row, const Record& contact, bool is_first, bool is_last) {
    float x = right(row);
    const auto move = [&](std::string_view key, Text name, const char* icon, bool up) {
        x -= kTarget;
        const std::string words = ui.text(name, {{"name", core::subject_of(contact)}});
        IconButton button;
        button.key = key;
        button.name = words;
        button.icon = icon;
        if (icon_button(ui, {x, row.y, kTarget, kTarget}, button)) {
            ui.emit(app::ContactMoved{contact.id, up});
        }
        x -= 8;
    };
    if (!is_last) {
        move("down", Text::contacts_down, icon::kArrowDown, false);
    }
    if (!is_first) {
        move("up", Text::contacts_up, icon::kArrowUp, true);
    }
    return right(row) - x;
}

void contact_links(Ui& ui, Card& card, const Record& contact) {
    const std::string name = core::subject_of(contact);
    const app::Route edit =
        app::record_route(app::RecordPage::kContact, ui.state().route.month, contact.child, contact.id);
    const std::vector<CardLink> links{
        {"edit", std::string(ui.text(Text::record_link_edit)),
         ui.text(Text::record_link_edit_contact, {{"name", name}}), icon::kPencil, app::to_path(edit)},
        {"remove",
         std::string(ui.text(Text::contacts_remove)),
         ui.text(Text::contacts_remove_name, {{"name", name}}),
         icon::kTrash2,
         {}}};
    const std::string_view followed = card_links(ui, card, links);
    if (followed == "edit") {
        ui.emit(app::Navigated{edit});
    } else if (followed == "remove") {
        ui.emit(app::ContactRemovalPressed{contact.id});
    }
}

void contact_card(Ui& ui, Column& column, const Record& contact, std::size_t place, std::size_t count) {
    const std::string name = core::subject_of(contact);
    const Group group(ui, Role::kRegion, "contact-" + contact.id, name);
    Card card(ui, column);
    Column& content = card.content();
    const float room = count > 1 ? order_buttons(ui, {content.x, content.y, content.width, kTarget}, contact,
                                                 place == 0, place + 1 == count)
                                 : 0;
    // At a large size of text the name goes below the buttons.
    const bool beside = content.width - room >= 140 * ui.theme().text_scale || room == 0;
    Column text{content.x, content.y + (beside ? 0 : kTarget), content.width - (beside ? room : 0)};
    Heading title;
    title.key = "name";
    title.text = name;
    title.type = Type::kItem;
    heading(ui, text, title);
    quiet_line(ui, text, "relation", core::value_of(contact, "relation"));
    text.width = content.width;
    text.y = std::max(text.y, content.y + (room > 0 ? kTarget : 0));
    const std::string phone = value_in_words(ui, contact, "phone");
    const std::string other = value_in_words(ui, contact, "otherPhone");
    Paragraph numbers;
    numbers.key = "phone";
    const std::string all = other.empty() ? phone : phone + " · " + other;
    numbers.text = all;
    paragraph(ui, text, numbers);
    quiet_line(ui, text, "roles", roles_of(ui, contact));
    quiet_line(ui, text, "period", period_of(ui, contact));
    quiet_line(ui, text, "notes", core::value_of(contact, "notes"));
    state_badge(ui, text, contact);
    content.y = text.y + 12;
    contact_links(ui, card, contact);
}

void add_button(Ui& ui, Column& column, const Record& child) {
    Button add;
    add.key = "add";
    add.label = ui.text(Text::contacts_add);
    add.icon = icon::kPlus;
    const Rect row = column.take(button_height(ui));
    const float width = has_room_for_two(ui, column) ? std::min(row.width, button_width(ui, add) + 32) : row.width;
    if (button(ui, {row.x, row.y, width, row.height}, add)) {
        ui.emit(app::Navigated{app::record_route(app::RecordPage::kNewContact, ui.state().route.month, child.id)});
    }
}

std::string failure_of(const Ui& ui, const app::ContactTask& task) {
    if (task.failure != app::Failure::kNone) {
        return std::string(failure_text(ui, task.failure));
    }
    return task.rejected ? std::string(ui.text(Text::change_rejected)) : std::string();
}

}  // namespace

void contact_list(Ui& ui, Page& page, const Record& child) {
    Column& column = page.column;
    const std::vector<Record> contacts = app::contacts_of(ui.state(), child.id);
    const app::ContactTask& task = ui.state().contact_task;
    if (const std::string error = failure_of(ui, task); !task.asking && !error.empty()) {
        Banner failed;
        failed.key = "failed";
        failed.text = error;
        failed.kind = BannerKind::kError;
        failed.appears = true;
        banner(ui, column, failed);
        column.space(12);
    }
    if (contacts.empty()) {
        Notice empty;
        empty.key = "empty";
        empty.icon = icon::kPhone;
        empty.title = ui.text(Text::contacts_empty_title);
        empty.text = ui.text(Text::contacts_empty_text);
        notice(ui, column, empty);
    } else {
        quiet_line(ui, column, "intro", ui.text(Text::contacts_intro));
        column.space(12);
    }
    for (std::size_t i = 0; i < contacts.size();) {
        // In the order of calling: along a row, then to the next one.
        Beside row(ui, column, 0.5F);
        contact_card(ui, row.first(), contacts[i], i, contacts.size());
        row.first().space(16);
        ++i;
        if (i < contacts.size() && has_room_for_two(ui, column)) {
            contact_card(ui, row.second(), contacts[i], i, contacts.size());
            row.second().space(16);
            ++i;
        }
    }
    add_button(ui, column, child);
}

void contact_dialog(Ui& ui) {
    const app::ContactTask& task = ui.state().contact_task;
    const auto& records = ui.state().records.value;
    const Record* contact = records ? core::find_record(*records, core::RecordKind::kContact, task.id) : nullptr;
    if (!task.asking || contact == nullptr) {
        return;
    }
    const std::string title = ui.text(Text::contacts_remove_ask, {{"name", core::subject_of(*contact)}});
    const std::string error = failure_of(ui, task);
    ConfirmDialog dialog;
    dialog.key = "remove-contact";
    dialog.title = title;
    dialog.text = ui.text(Text::contacts_remove_text);
    dialog.confirm = ui.text(Text::contacts_remove);
    dialog.cancel = ui.text(Text::contacts_remove_keep);
    dialog.error = error;
    dialog.danger = true;
    dialog.busy = task.busy();
    switch (confirm_dialog(ui, dialog)) {
        case Confirmation::kConfirmed:
            ui.emit(app::ContactRemovalConfirmed{});
            break;
        case Confirmation::kCancelled:
            ui.emit(app::ContactRemovalClosed{});
            break;
        case Confirmation::kNone:
            break;
    }
}

}  // namespace portal::ui
