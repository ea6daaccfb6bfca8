#include "app/record_texts.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/record_field.hpp"
#include "ui/screens/record_sections.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/caption.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/option_card.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using app::RecordForm;
using core::FieldSpec;

std::string quoted_labels(const Ui& ui, const RecordForm& form, const std::vector<std::string>& fields) {
    std::string names;
    for (const std::string& field : fields) {
        names += (names.empty() ? "" : ", ") + std::string(ui.text(app::field_label(form.base.kind, field)));
    }
    return names;
}

// --- What is wrong ---------------------------------------------------------------------------------------------------

/// A field that is wrong, in a word, and a press away.
struct Wrong {
    std::string key;
    std::string text;
    NodeId target;
};

std::vector<Wrong> wrong_fields(const Ui& ui, const RecordForm& form) {
    std::vector<Wrong> wrong;
    if (form.attempts == 0) {
        return wrong;  // while it is being written, each field says it by itself
    }
    for (const core::FieldFault& fault : form.faults) {
        const FieldSpec* spec = core::find_field(form.base.kind, fault.field);
        wrong.push_back({"wrong-" + fault.field, app::fault_text(ui.state().language, form.base.kind, fault),
                         spec != nullptr ? focus_target(ui, *spec) : semantics::kNoNode});
    }
    for (const app::FieldConflict& conflict : form.conflicts) {
        if (!conflict.keeps_mine) {
            const std::string_view label = ui.text(app::field_label(form.base.kind, conflict.field));
            wrong.push_back({"open-" + conflict.field, ui.text(Text::record_conflict_choose, {{"field", label}}),
                             semantics::make_id(ui.id("conflict-" + conflict.field), "mine")});
        }
    }
    return wrong;
}

void wrong_row(Ui& ui, Column& column, const Wrong& wrong) {
    TextStyle style = ui.theme().type(Type::kSecondary);
    style.weight = Weight::kSemiBold;
    const float text = text_height(ui, column.width, style, wrong.text);
    const Rect rect = column.take(std::max(kTarget, text + 16));
    Node& node = ui.record(Role::kButton, wrong.key, rect);
    node.name = wrong.text;
    const NodeId id = node.id;
    draw_text(ui, {rect.x, rect.y + (rect.height - text) / 2}, rect.width, style, wrong.text, ui.colors().error.text);
    ui.paint().line({rect.x, rect.y + (rect.height + text) / 2}, {right(rect), rect.y + (rect.height + text) / 2},
                    ui.colors().error.text);
    ui.focus_ring(id, inset(rect, -4, 0), radius::kMark);
    if (ui.clicked(id) && wrong.target != semantics::kNoNode) {
        ui.want_focus(wrong.target);
    }
}

/// What is wrong, above a form that scrolls, with ways to each field. Focus goes there after an attempt.
/// https://design-system.service.gov.uk/components/error-summary/
void error_summary(Ui& ui, Column& column, const RecordForm& form) {
    const std::vector<Wrong> wrong = wrong_fields(ui, form);
    if (wrong.empty()) {
        ui.memory().record_attempts = form.attempts;
        return;
    }
    const std::string title = wrong.size() == 1
                                  ? std::string(ui.text(Text::record_errors_one))
                                  : ui.text(Text::record_errors_many, {{"count", std::to_string(wrong.size())}});
    Card card(ui, column);
    Heading head;
    head.key = "errors";
    head.text = title;
    head.type = Type::kItem;
    head.color = ui.colors().error.text;
    head.focusable = true;
    const NodeId id = heading(ui, card.content(), head);
    card.content().space(4);
    for (const Wrong& each : wrong) {
        wrong_row(ui, card.content(), each);
    }
    if (ui.memory().record_attempts != form.attempts) {
        ui.memory().record_attempts = form.attempts;
        ui.want_focus(id);
    }
}

// --- Two people at once ----------------------------------------------------------------------------------------------

void version(Ui& ui, Column& column, const FieldSpec& spec, const app::FieldConflict& conflict, bool mine) {
    const std::string value = app::value_text(ui.state().language, spec, mine ? conflict.mine : conflict.theirs);
    OptionCard option;
    option.key = mine ? "mine" : "theirs";
    option.title = value.empty() ? ui.text(Text::record_conflict_empty) : std::string_view(value);
    option.detail = ui.text(mine ? Text::record_conflict_mine : Text::record_conflict_theirs);
    option.chosen = conflict.keeps_mine == mine;
    if (option_card(ui, column, option)) {
        ui.emit(app::ConflictChosen{conflict.field, mine});
    }
}

/// Both versions of a field, beside each other where there is room.
void conflict_choice(Ui& ui, Column& column, const RecordForm& form, const app::FieldConflict& conflict) {
    const FieldSpec* spec = core::find_field(form.base.kind, conflict.field);
    if (spec == nullptr) {
        return;
    }
    constexpr float kGap = 12;
    const std::string_view label = ui.text(app::field_label(form.base.kind, conflict.field));
    const std::string error = form.attempts > 1 && !conflict.keeps_mine
                                  ? ui.text(Text::record_conflict_choose, {{"field", label}})
                                  : std::string();
    Group group(ui, Role::kRadioGroup, "conflict-" + conflict.field, label);
    const Caption words{label, {}, error};
    group.node().description = description_of(words);
    group.node().invalid = !error.empty();
    const Column begin = column;
    caption(ui, column, words);
    const bool beside = column.width / ui.theme().text_scale >= 480;
    const float width = beside ? (column.width - kGap) / 2 : column.width;
    Column left{column.x, column.y, width};
    version(ui, left, *spec, conflict, true);
    Column other = beside ? Column{column.x + width + kGap, column.y, width} : left;
    other.space(beside ? 0 : kGap);
    version(ui, other, *spec, conflict, false);
    column.y = std::max(left.y, other.y);
    group.set_rect({begin.x, begin.y, begin.width, column.y - begin.y});
}

void conflicts(Ui& ui, Column& column, const RecordForm& form) {
    if (!form.taken_over.empty()) {
        const std::string text =
            ui.text(Text::record_conflict_kept, {{"fields", quoted_labels(ui, form, form.taken_over)}});
        Banner kept;
        kept.key = "taken-over";
        kept.text = text;
        kept.kind = BannerKind::kWarning;
        kept.appears = true;
        banner(ui, column, kept);
        column.space(16);
    }
    if (form.conflicts.empty()) {
        return;
    }
    Card card(ui, column);
    Banner both;
    both.key = "conflict";
    both.text = ui.text(Text::record_conflict_text);
    both.kind = BannerKind::kWarning;
    both.appears = true;
    banner(ui, card.content(), both);
    for (const app::FieldConflict& conflict : form.conflicts) {
        card.content().space(16);
        conflict_choice(ui, card.content(), form, conflict);
    }
}

// --- The form --------------------------------------------------------------------------------------------------------

void failure(Ui& ui, Column& column, const RecordForm& form) {
    std::string words;
    if (form.failure != app::Failure::kNone && !form.busy()) {
        words = std::string(failure_text(ui, form.failure)) + ' ' + std::string(ui.text(Text::record_not_sent));
    } else if (form.rejected) {
        words = ui.text(Text::record_rejected);
    }
    if (words.empty()) {
        return;
    }
    Banner failed;
    failed.key = "failed";
    failed.text = words;
    failed.kind = BannerKind::kError;
    failed.appears = true;
    banner(ui, column, failed);
    column.space(16);
}

/// Beside each other where there is room.
void buttons(Ui& ui, Column& column, const RecordForm& form) {
    Button submit;
    submit.key = "submit";
    submit.label = ui.text(form.is_new() ? Text::common_save : Text::record_submit);
    submit.submits = true;
    submit.busy = form.busy();
    Button cancel;
    cancel.key = "cancel";
    cancel.label = ui.text(Text::common_cancel);
    cancel.kind = ButtonKind::kQuiet;
    cancel.disabled = form.busy();
    constexpr float kGap = 12;
    const float height = button_height(ui);
    const float width = std::max(button_width(ui, submit) + 32, 200.0F);
    const float other = button_width(ui, cancel);
    const bool beside = width + kGap + other <= column.width && !ui.is_phone();
    const Rect row = column.take(height);
    const Rect below = beside ? Rect{row.x + width + kGap, row.y, other, height}
                              : Rect{row.x, row.y + height + kGap, row.width, height};
    if (button(ui, {row.x, row.y, beside ? width : row.width, height}, submit)) {
        ui.emit(app::RecordSubmitted{});
    }
    if (button(ui, below, cancel)) {
        ui.emit(app::RecordFormClosed{});
    }
    column.space(beside ? 0 : kGap + height);
}

}  // namespace

void record_form(Ui& ui, Page& page, const RecordForm& form) {
    const std::string name = record_title(ui.state());
    const Group group(ui, Role::kForm, "record", name);
    // Titles of the parts stand at the left of them where there is room: the rest begins where the fields do.
    Column column = record_column(ui, page.column);
    if (form.restored) {
        Banner unsent;
        unsent.key = "unsent";
        unsent.text = ui.text(Text::record_unsent);
        banner(ui, column, unsent);
        column.space(16);
    }
    const float top = column.y;
    error_summary(ui, column, form);
    column.space(column.y > top ? 16 : 0);
    const float middle = column.y;
    conflicts(ui, column, form);
    column.space(column.y > middle ? 16 : 0);
    page.column.y = column.y;
    record_sections(ui, page.column, form);
    column.y = page.column.y;
    failure(ui, column, form);
    buttons(ui, column, form);
    page.column.y = column.y;
}

}  // namespace portal::ui
