#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/chip.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/option_card.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/text_field.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

void part_title(Ui& ui, Column& column, std::string_view key, Text text) {
    Heading title;
    title.key = key;
    title.text = ui.text(text);
    title.level = 3;
    title.type = Type::kItem;
    heading(ui, column, title);
    column.space(8);
}

/// The children that it may be asked for that day, and the one that is chosen.
std::vector<const core::Child*> possible_children(const app::State& state, core::Date day) {
    std::vector<const core::Child*> children;
    for (const core::Child& child : state.family.value->children) {
        if (child.id == state.extra.child || app::day_verdict(state, child.id, day).allowed()) {
            children.push_back(&child);
        }
    }
    return children;
}

void child_choice(Ui& ui, Column& column, core::Date day) {
    const app::State& state = ui.state();
    const std::vector<const core::Child*> children = possible_children(state, day);
    if (children.size() < 2) {
        return;
    }
    part_title(ui, column, "child-title", Text::extra_child);
    {
        const Group group(ui, Role::kRadioGroup, "child", ui.text(Text::extra_child));
        ChipRow row(ui, column);
        for (const core::Child* child : children) {
            Chip chip;
            chip.key = child->id.value;
            chip.label = child->first_name;
            chip.child = app::child_index(state, child->id);
            chip.chosen = child->id == state.extra.child;
            chip.radio = true;
            if (row.add(chip) && !state.extra.busy()) {
                ui.emit(app::ExtraChildChosen{child->id});
            }
        }
    }
    column.space(12);
}

void slot_choice(Ui& ui, Column& column, const std::vector<core::Slot>& slots) {
    const app::State& state = ui.state();
    part_title(ui, column, "times-title", Text::extra_times);
    Group group(ui, Role::kRadioGroup, "times", ui.text(Text::extra_times));
    if (state.extra.pressed && state.extra.start.empty()) {
        group.node().invalid = true;
        Paragraph missing;
        missing.key = "no-time";
        missing.text = ui.text(Text::extra_choose_time);
        missing.type = Type::kSecondary;
        missing.color = ui.colors().error.text;
        missing.role = Role::kAlert;
        paragraph(ui, column, missing);
        column.space(8);
    }
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const core::Slot& slot = slots[i];
        const std::string time = app::time_range(slot.time);
        const auto price = app::extra_price(state, slot.time);
        const std::string amount = price ? app::money(state.language, *price) : std::string();
        OptionCard option;
        option.key = time;
        option.title = slot.name.empty() ? std::string_view(time) : std::string_view(slot.name);
        option.detail = slot.name.empty() ? std::string_view() : std::string_view(time);
        option.trailing = amount;
        option.chosen =
            slot.time.start.to_string() == state.extra.start && slot.time.end.to_string() == state.extra.end;
        option.disabled = state.extra.busy();
        column.space(i == 0 ? 0 : 8);
        if (option_card(ui, column, option)) {
            ui.emit(app::ExtraTimeChosen{slot.time});
        }
    }
}

/// Between which times it can be.
void hours_line(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    const core::CareOffer* offer = app::extra_offer(state);
    const auto open = core::opening_hours(*offer, state.locations.value->calendar, *state.route.day);
    if (!open) {
        return;
    }
    column.space(8);
    const std::string text =
        ui.text(Text::extra_open, {{"start", open->start.to_string()}, {"end", open->end.to_string()}});
    quiet_line(ui, column, "hours", text);
}

/// Two fields beside each other, and what the care between them costs.
void free_times(Ui& ui, Column& column) {
    constexpr float kGap = 12;
    const app::ExtraCareForm& form = ui.state().extra;
    part_title(ui, column, "times-title", Text::extra_times);
    const Group group(ui, Role::kGroup, "times", ui.text(Text::extra_times));
    const std::string_view missing = ui.text(Text::extra_time_missing);
    TextField field;
    field.kind = semantics::InputKind::kTime;
    field.required = true;
    field.disabled = form.busy();
    const float width = (column.width - kGap) / 2;
    Column left{column.x, column.y, width};
    Column right{column.x + width + kGap, column.y, width};
    field.key = "start";
    field.label = ui.text(Text::extra_from);
    field.value = form.start;
    field.error = form.pressed && form.start.empty() ? missing : std::string_view();
    if (const std::string* typed = text_field(ui, left, field)) {
        ui.emit(app::ExtraStartTyped{*typed});
    }
    field.key = "end";
    field.label = ui.text(Text::extra_until);
    field.value = form.end;
    field.error = form.pressed && form.end.empty() ? missing : std::string_view();
    if (const std::string* typed = text_field(ui, right, field)) {
        ui.emit(app::ExtraEndTyped{*typed});
    }
    column.y = std::max(left.y, right.y);
    hours_line(ui, column);
    const auto wish = app::extra_wish(ui.state());
    const auto price = wish ? app::extra_price(ui.state(), wish->time) : std::nullopt;
    if (price) {
        column.space(8);
        const std::string amount = ui.text(Text::extra_price, {{"price", app::money(ui.state().language, *price)}});
        Paragraph cost;
        cost.key = "price";
        cost.text = amount;
        cost.type = Type::kItem;
        paragraph(ui, column, cost);
    }
}

void tell(Ui& ui, Column& column, std::string_view key, std::string_view text, BannerKind kind = BannerKind::kError) {
    column.space(12);
    Banner told;
    told.key = key;
    told.text = text;
    told.kind = kind;
    told.appears = true;
    banner(ui, column, told);
}

/// Other times would do. What no choice can mend is told calmly: it is no mistake of the parent's.
bool can_be_mended(core::Refusal refusal) {
    switch (refusal) {
        case core::Refusal::kEndBeforeStart:
        case core::Refusal::kOutsideOpeningHours:
        case core::Refusal::kNotASlot:
        case core::Refusal::kTooShort:
        case core::Refusal::kNotOnStep:
            return true;
        default:
            return false;
    }
}

/// What the rules say against it, as soon as they do.
void reasons(Ui& ui, Column& column, const core::Verdict& verdict) {
    for (const core::Refusal refusal : verdict.refusals) {
        tell(ui, column, "refusal-" + std::string(core::code(refusal)), app::explain(ui.state(), refusal, verdict),
             can_be_mended(refusal) ? BannerKind::kError : BannerKind::kInfo);
    }
}

/// What became of the last attempt. Nothing typed is lost.
void outcome(Ui& ui, Column& column, const core::Verdict& verdict) {
    const app::ExtraCareForm& form = ui.state().extra;
    if (form.failure != app::Failure::kNone) {
        const std::string text =
            std::string(failure_text(ui, form.failure)) + " " + std::string(ui.text(Text::extra_not_lost));
        tell(ui, column, "failure", text);
    }
    if (form.refused) {
        tell(ui, column, "refused", app::explain(ui.state(), *form.refused, verdict));
    } else if (form.rejected_for_another_reason) {
        tell(ui, column, "rejected", ui.text(Text::extra_rejected));
    }
}

/// Until when it can be asked.
void deadline(Ui& ui, Column& column, const core::Verdict& verdict) {
    if (!verdict.allowed() || !verdict.deadline) {
        return;
    }
    const std::string text =
        ui.text(Text::extra_deadline, {{"moment", app::moment(ui.state().language, *verdict.deadline)}});
    column.space(12);
    quiet_line(ui, column, "deadline", text);
}

/// What extra care means for a parent's money, where the button is and not where it can be scrolled away.
void rule(Ui& ui, Column& column) {
    const std::string text = app::extra_rule_text(ui.state());
    Banner warning;
    warning.key = "rule";
    warning.text = text;
    warning.kind = BannerKind::kWarning;
    banner(ui, column, warning);
    column.space(12);
}

void content(Ui& ui, Column& column, core::Date day) {
    const app::State& state = ui.state();
    if (!app::calendar_ready(state)) {
        for (int i = 0; i < 3; ++i) {
            skeleton(ui, column.take(64), radius::kControl);
            column.space(8);
        }
        return;
    }
    child_choice(ui, column, day);
    const core::Verdict verdict = app::extra_verdict(state);
    const core::CareOffer* offer = app::extra_offer(state);
    if (offer != nullptr && offer->extra_care.free_times) {
        free_times(ui, column);
    } else if (const std::vector<core::Slot> slots = app::extra_slots(state); !slots.empty()) {
        slot_choice(ui, column, slots);
    }
    reasons(ui, column, verdict);
    outcome(ui, column, verdict);
    deadline(ui, column, verdict);
}

/// Whether some times might do, so that there is something to save.
bool is_possible(const core::Verdict& verdict) {
    return std::all_of(verdict.refusals.begin(), verdict.refusals.end(), [](core::Refusal refusal) {
        return can_be_mended(refusal) || refusal == core::Refusal::kOverlapsCare;
    });
}

void footer(Ui& ui, Column& column, bool& close) {
    constexpr float kGap = 8;
    const app::ExtraCareForm& form = ui.state().extra;
    const bool possible = app::calendar_ready(ui.state()) && is_possible(app::extra_verdict(ui.state()));
    Button cancel;
    cancel.key = "cancel";
    cancel.label = ui.text(possible ? Text::common_cancel : Text::common_close);
    cancel.kind = ButtonKind::kSecondary;
    if (!possible) {
        close = button(ui, column, cancel) || close;
        return;
    }
    rule(ui, column);
    Button save;
    save.key = "save";
    save.label = ui.text(form.failure != app::Failure::kNone ? Text::common_retry : Text::common_save);
    save.submits = true;
    save.busy = form.busy();
    const float cancel_width = button_width(ui, cancel);
    // Very large text puts them under each other.
    const bool beside = cancel_width + kGap + button_width(ui, save) <= column.width;
    const Rect row = column.take(button_height(ui));
    if (button(ui, {row.x, row.y, beside ? cancel_width : row.width, row.height}, cancel)) {
        close = true;
    }
    Rect rest{row.x + cancel_width + kGap, row.y, row.width - cancel_width - kGap, row.height};
    if (!beside) {
        column.space(kGap);
        rest = column.take(button_height(ui));
    }
    if (button(ui, rest, save)) {
        ui.emit(app::ExtraSubmitted{});
    }
}

/// "vrijdag 27 november · Noor · De Kikkers"
std::string subtitle(const Ui& ui, core::Date day) {
    const app::State& state = ui.state();
    std::string text = app::day_name(state.language, day);
    if (const core::Child* child = app::find_child(state, state.extra.child)) {
        text += " · " + child->first_name;
    }
    if (const core::CareOffer* offer = app::extra_offer(state)) {
        text += " · " + offer->location_name;
    }
    return text;
}

}  // namespace

void extra_sheet(Ui& ui) {
    const core::Date day = *ui.state().route.day;
    const std::string where = subtitle(ui, day);
    bool close = false;
    Sheet form;
    form.key = "extra-sheet";
    form.title = ui.text(Text::extra_title);
    form.subtitle = where;
    form.is_form = true;
    form.content = [&](Column& column) { content(ui, column, day); };
    form.footer = [&](Column& column) { footer(ui, column, close); };
    close = sheet(ui, form) || close;
    if (close) {
        ui.emit(app::ExtraClosed{});
    }
}

}  // namespace portal::ui
