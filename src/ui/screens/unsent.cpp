#include "app/unsent.hpp"
#include "app/explain.hpp"
#include "app/record_texts.hpp"
#include "app/selectors.hpp"
#include "core/evaluate.hpp"
#include "core/late_arrival.hpp"
#include "ui/icons.hpp"
#include "ui/screens/request_look.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/action_row.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/card_links.hpp"
#include "ui/widgets/confirm_dialog.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace portal::ui {
namespace {

using app::OutboxEntry;

core::ChangeRequest as_request(const core::Wish& wish) {
    core::ChangeRequest request;
    request.kind = wish.kind;
    request.child = wish.child;
    request.date = wish.date;
    request.time = wish.time;
    request.given = wish.given;
    request.last = wish.last;
    return request;
}

/// What the rules say of it by now: until when it counts, or why not any more.
std::string standing(const Ui& ui, const OutboxEntry& entry, const app::UnsentContent& content) {
    const core::ChangeRequest* amended = app::find_request(ui.state(), content.amended);
    const bool withdraws = amended != nullptr && !content.last_day;
    if (!app::verdicts_ready(ui.state()) || (content.wishes.empty() && !withdraws)) {
        return {};
    }
    const core::CareContext context = app::context_of(ui.state(), entry);
    const core::Verdict verdict =
        withdraws ? core::evaluate_withdrawal(context, *amended) : core::evaluate(context, content.wishes.front());
    if (!verdict.allowed()) {
        const core::Date day = withdraws ? amended->date : content.wishes.front().date;
        return app::explain(ui.state(), verdict.reasons.front(), verdict, day);
    }
    if (!verdict.deadline || verdict.rules == nullptr) {
        return {};
    }
    const core::Instant until =
        core::arrives_until(verdict.rules->late_arrival, app::moment_written(ui.state(), entry), *verdict.deadline);
    return ui.text(Text::outbox_arrives_until, {{"moment", app::moment(ui.state().language, until)}});
}

/// "Noodpersoon verwijderen · Oma Riet"
std::string titled(const Ui& ui, Text what, core::RecordKind kind, const std::string& id) {
    const auto& records = ui.state().records.value;
    const core::Record* record = records ? core::find_record(*records, kind, id) : nullptr;
    std::string title(ui.text(what));
    return record != nullptr ? title.append(" · ").append(core::subject_of(*record)) : title;
}

std::string title_of(const Ui& ui, const app::UnsentContent& content) {
    if (!content.amended.value.empty()) {
        std::string title(ui.text(content.last_day ? Text::recovery_action : Text::withdraw_action));
        if (const core::ChangeRequest* request = app::find_request(ui.state(), content.amended)) {
            title.append(" · ").append(app::request_name(ui.state().language, request->kind));
            title.append(" · ").append(app::first_name(ui.state(), request->child));
        }
        return title;
    }
    if (!content.removed_contact.empty()) {
        return titled(ui, Text::outbox_contact_removal, core::RecordKind::kContact, content.removed_contact);
    }
    if (!content.ordered_child.empty()) {
        return titled(ui, Text::outbox_contact_order, core::RecordKind::kChild, content.ordered_child);
    }
    if (content.wishes.empty()) {
        return std::string(ui.text(Text::outbox_edits));
    }
    const core::Wish& first = content.wishes.front();
    std::string title(app::request_name(ui.state().language, first.kind));
    return title.append(" · ").append(app::first_name(ui.state(), first.child));
}

void details(Ui& ui, Column& column, const OutboxEntry& entry, const app::UnsentContent& content) {
    const app::Language language = ui.state().language;
    if (!content.wishes.empty()) {
        const core::ChangeRequest request = as_request(content.wishes.front());
        quiet_line(ui, column, "when", when_of(ui, request));
        quiet_line(ui, column, "given", given_of(ui, request));
        if (content.wishes.size() > 1) {
            quiet_line(ui, column, "more",
                       ui.text(Text::outbox_more_wishes, {{"count", std::to_string(content.wishes.size() - 1)}}));
        }
    }
    if (const core::ChangeRequest* request = app::find_request(ui.state(), content.amended)) {
        quiet_line(ui, column, "when", when_of(ui, *request));
    }
    if (content.last_day) {
        quiet_line(ui, column, "last",
                   ui.text(Text::recovery_last_day, {{"day", app::day_name(language, *content.last_day)}}));
    }
    for (const auto& [field, value] : content.fields) {
        const core::FieldSpec* spec = core::find_field(content.record, field);
        const std::string label(ui.text(app::field_label(content.record, field)));
        quiet_line(ui, column, field,
                   label + ": " + (spec != nullptr ? app::value_text(language, *spec, value) : value));
    }
    quiet_line(
        ui, column, "written",
        ui.text(Text::outbox_written, {{"moment", app::moment(language, app::moment_written(ui.state(), entry))}}));
    if (!entry.refused()) {
        quiet_line(ui, column, "standing", standing(ui, entry, content));
    }
}

void state_line(Ui& ui, Column& column, const OutboxEntry& entry) {
    const bool sends = ui.state().outbox.box.is_sending(entry.key);
    const Text label = entry.refused() ? Text::outbox_refused : sends ? Text::outbox_sending : Text::outbox_waiting;
    const Tone& tone = entry.refused() ? ui.colors().error : ui.colors().asked;
    const char* sign = entry.refused() ? icon::kCircleAlert : icon::kClock;
    const Rect row = column.take(badge_height(ui));
    badge(ui, {row.x, row.y}, tone, sign, ui.text(label));
    ui.record(Role::kText, "state", row).name = ui.text(label);
}

/// What can be done about it, at the lower edge of its card.
void choices(Ui& ui, Card& card, const OutboxEntry& entry) {
    constexpr int kChangedMeanwhile = 412;
    std::vector<CardLink> links;
    std::vector<app::OutboxAction> actions;
    const auto add = [&](std::string_view key, Text label, const char* icon, app::OutboxAction action) {
        const std::string name(ui.text(label));
        links.push_back({key, name, name, icon, {}, ui.state().outbox.box.is_sending(entry.key)});
        actions.push_back(std::move(action));
    };
    if (entry.refused() && entry.status != kChangedMeanwhile) {
        add("resend", Text::outbox_resend, icon::kRotateCcw, app::UnsentResent{entry.key});
    }
    if (app::content_of(entry).has_form()) {
        add("edit", Text::outbox_edit, icon::kPencil, app::UnsentEdited{entry.key});
    }
    add("discard", Text::outbox_discard, icon::kTrash2, app::UnsentDiscardPressed{entry.key});
    card.content().space(12);
    const std::string_view followed = card_links(ui, card, links);
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (links[i].key == followed) {
            ui.emit(actions[i]);
        }
    }
}

void entry_card(Ui& ui, Column& column, const OutboxEntry& entry) {
    const app::UnsentContent content = app::content_of(entry);
    const Group item(ui, Role::kListItem, "unsent-" + entry.key);
    Card card(ui, column);
    Column& inside = card.content();
    const std::string title = title_of(ui, content);
    Heading name;
    name.key = "what";
    name.text = title;
    name.level = 3;
    name.type = Type::kItem;
    heading(ui, inside, name);
    inside.space(2);
    details(ui, inside, entry, content);
    inside.space(8);
    state_line(ui, inside, entry);
    if (entry.refused()) {
        inside.space(8);
        const std::string why = app::refusal_text(ui.state(), entry, content);
        Banner told;
        told.key = "why";
        told.text = why;
        told.kind = BannerKind::kError;
        banner(ui, inside, told);
    }
    choices(ui, card, entry);
}

std::string count_text(const Ui& ui, std::size_t count) {
    return count == 1 ? std::string(ui.text(Text::outbox_count_one))
                      : ui.text(Text::outbox_count_many, {{"count", std::to_string(count)}});
}

}  // namespace

void unsent_row(Ui& ui, Column& column) {
    const std::size_t count = ui.state().outbox.box.entries().size();
    if (count == 0 || ui.state().route.screen == app::Screen::kLog) {
        return;
    }
    column.space(8);
    const Group group(ui, Role::kList, "unsent", ui.text(Text::outbox_title));
    const app::Route log = route_to(ui, app::Screen::kLog);
    const std::string name = count_text(ui, count);
    ActionRow row;
    row.key = "unsent-row";
    row.name = name;
    row.icon = icon::kWifiOff;
    const std::string href = app::to_path(log);
    row.href = href;
    row.tone = ui.colors().asked;
    if (action_row(ui, column, row)) {
        ui.emit(app::Navigated{log});
    }
}

void unsent_list(Ui& ui, Column& column) {
    const std::vector<OutboxEntry>& entries = ui.state().outbox.box.entries();
    if (entries.empty()) {
        return;
    }
    const std::string name(ui.text(Text::outbox_title));
    Heading title;
    title.key = "unsent-title";
    title.text = name;
    heading(ui, column, title);
    column.space(4);
    const bool waits = std::any_of(entries.begin(), entries.end(), [](const auto& it) { return !it.refused(); });
    if (waits) {
        Paragraph hint;
        hint.key = "unsent-hint";
        hint.text = ui.text(Text::outbox_hint);
        hint.type = Type::kSecondary;
        paragraph(ui, column, hint);
        Button now;
        now.key = "unsent-now";
        now.label = ui.text(Text::outbox_send_now);
        now.kind = ButtonKind::kSecondary;
        column.space(8);
        const Rect row = column.take(button_height(ui));
        if (button(ui, {row.x, row.y, std::min(row.width, button_width(ui, now)), row.height}, now)) {
            ui.emit(app::OutboxAction{app::OutboxChance{}});
        }
    }
    column.space(8);
    {
        const Group group(ui, Role::kList, "unsent-list", name);
        for (const OutboxEntry& entry : entries) {
            entry_card(ui, column, entry);
            column.space(12);
        }
    }
    column.space(8);
}

void unsent_dialog(Ui& ui) {
    if (ui.state().outbox.discarding.empty()) {
        return;
    }
    ConfirmDialog dialog;
    dialog.key = "discard-unsent";
    dialog.title = ui.text(Text::outbox_discard_ask);
    dialog.text = ui.text(Text::outbox_discard_text);
    dialog.confirm = ui.text(Text::outbox_discard);
    dialog.cancel = ui.text(Text::outbox_discard_keep);
    dialog.danger = true;
    switch (confirm_dialog(ui, dialog)) {
        case Confirmation::kConfirmed:
            ui.emit(app::OutboxAction{app::UnsentDiscardConfirmed{}});
            break;
        case Confirmation::kCancelled:
            ui.emit(app::OutboxAction{app::UnsentDiscardClosed{}});
            break;
        case Confirmation::kNone:
            break;
    }
}

}  // namespace portal::ui
