#include "app/record_texts.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/log_parts.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/fact_list.hpp"
#include "ui/widgets/list_row.hpp"
#include "ui/widgets/text.hpp"

#include <string>

namespace portal::ui {
namespace {

using Action = core::RecordChange::Action;
using State = core::RecordChange::State;

std::string_view what_of(const Ui& ui, const core::RecordChange& change) {
    switch (change.action) {
        case Action::kAdded:
            return ui.text(Text::log_contact_added);
        case Action::kRemoved:
            return ui.text(Text::log_contact_removed);
        case Action::kOrdered:
            return ui.text(Text::log_contacts_ordered);
        case Action::kChanged:
            break;
    }
    return ui.text(app::field_label(change.record, change.field));
}

RowBadge badge_of(const Ui& ui, const core::RecordChange& change) {
    const Palette& colors = ui.colors();
    switch (change.state) {
        case State::kWaiting:
            return {colors.asked, icon::kHourglass, ui.text(Text::badge_in_review)};
        case State::kApproved:
            return {colors.approved, icon::kCheck, ui.text(Text::badge_approved)};
        case State::kRejected:
            return {colors.error, icon::kX, ui.text(Text::badge_rejected)};
        case State::kWithdrawn:
            return {colors.closed, icon::kRotateCcw, ui.text(Text::badge_withdrawn)};
        case State::kDone:
            break;
    }
    return {colors.approved, icon::kPencil, ui.text(Text::badge_changed)};
}

/// Whose record it is; of a contact the child that it is for.
void lead(Ui& ui, const Rect& square, const core::RecordChange& change) {
    if (change.child.empty()) {
        person_avatar(ui, square, change.subject);
    } else {
        child_avatar(ui, square, app::child_index(ui.state(), change.child), app::first_name(ui.state(), change.child));
    }
}

std::string value_of(const Ui& ui, const core::RecordChange& change, const std::string& value) {
    if (value.empty()) {
        return std::string(ui.text(Text::log_value_none));
    }
    const core::FieldSpec* spec = core::find_field(change.record, change.field);
    return spec != nullptr ? app::value_text(ui.state().language, *spec, value) : value;
}

void history(Ui& ui, Column& column, const core::RecordChange& change) {
    const app::Language language = ui.state().language;
    const bool asked = change.state != State::kDone;
    quiet_line(ui, column, "by",
               ui.text(asked ? Text::log_submitted : Text::log_changed,
                       {{"name", change.by}, {"moment", app::moment(language, change.at)}}));
    if (change.decided_at) {
        const Text text = change.state == State::kApproved   ? Text::log_approved
                          : change.state == State::kRejected ? Text::log_rejected
                                                             : Text::log_withdrawn;
        quiet_line(ui, column, "decided", ui.text(text, {{"moment", app::moment(language, *change.decided_at)}}));
    }
    if (!change.reason.empty()) {
        column.space(6);
        Paragraph reason;
        reason.key = "reason";
        reason.text = change.reason;
        reason.type = Type::kSecondaryStrong;
        paragraph(ui, column, reason);
    }
}

}  // namespace

void change_card(Ui& ui, Column& column, const core::RecordChange& change) {
    const Group item(ui, Role::kListItem, "change-" + change.id);
    Card card(ui, column);
    Column& content = card.content();
    std::string what(what_of(ui, change));
    what.append(" · ").append(change.subject);
    EntryHead head;
    head.what = what;
    head.state = badge_of(ui, change);
    head.lead = [&](const Rect& square) { lead(ui, square, change); };
    entry_head(ui, content, head);
    content.space(12);
    card.divider();
    content.space(4);
    if (change.action == Action::kChanged || change.action == Action::kOrdered) {
        fact_list(ui, content, "values", what_of(ui, change),
                  {{"old", std::string(ui.text(Text::log_old)), value_of(ui, change, change.old_value)},
                   {"new", std::string(ui.text(Text::log_new)), value_of(ui, change, change.new_value)}});
        content.space(6);
    } else {
        content.space(6);
    }
    history(ui, content, change);
}

}  // namespace portal::ui
