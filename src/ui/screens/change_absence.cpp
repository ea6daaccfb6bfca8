#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "ui/screens/change_parts.hpp"
#include "ui/widgets/checkbox.hpp"
#include "ui/widgets/date_field.hpp"
#include "ui/widgets/radio_group.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace portal::ui {
namespace {

void last_day(Ui& ui, Column& column, std::optional<core::Date> latest) {
    const app::State& state = ui.state();
    const app::ChangeForm& form = state.form;
    const auto typed = core::Date::parse(form.choices.last);
    DateField field;
    field.key = "last";
    field.caption.label = ui.text(Text::change_last);
    const bool wrong = !typed || *typed < *state.route.day;
    field.caption.error = form.pressed && wrong ? ui.text(Text::change_choose_last) : std::string_view();
    field.value = form.choices.last;
    field.earliest = *state.route.day;
    field.latest = latest;
    field.required = true;
    field.disabled = form.busy();
    if (const std::string* last = date_field(ui, column, field)) {
        edit_choices(ui, [&](app::ChangeChoices& choices) { choices.last = *last; });
    }
}

void days_choice(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    const std::array<Segment, 2> segments{
        {{"one", ui.text(Text::change_one_day)}, {"many", ui.text(Text::change_many_days)}}};
    SegmentedControl control;
    control.key = "days";
    control.name = ui.text(Text::change_last);
    control.chosen = segments[state.form.choices.has_last ? 1 : 0].key;
    control.segments = segments;
    if (const auto chosen = segmented_control(ui, column, control); chosen && !state.form.busy()) {
        edit_choices(ui, [&](app::ChangeChoices& choices) { choices.has_last = *chosen == 1; });
    }
    column.space(12);
    if (state.form.choices.has_last) {
        last_day(ui, column, std::nullopt);
        column.space(12);
    }
}

void reason_choice(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    const std::array<RadioOption, 2> options{{{"vacation", ui.text(Text::change_reason_vacation), {}, false},
                                              {"other", ui.text(Text::change_reason_other), {}, false}}};
    RadioGroup group;
    group.key = "reason";
    group.caption.label = ui.text(Text::change_reason);
    group.chosen = options[state.form.choices.reason == core::AbsenceReason::kVacation ? 0 : 1].key;
    group.options = options;
    group.disabled = state.form.busy();
    if (const auto chosen = radio_group(ui, column, group)) {
        edit_choices(ui, [&](app::ChangeChoices& choices) {
            choices.reason = *chosen == 0 ? core::AbsenceReason::kVacation : core::AbsenceReason::kOther;
        });
    }
    column.space(12);
}

const app::RefusedWish* refusal_of(const app::State& state, const core::Wish& wish) {
    const auto& all = state.form.refused;
    const auto found = std::find_if(all.begin(), all.end(), [&](const app::RefusedWish& refused) {
        return refused.wish.child == wish.child && refused.wish.date == wish.date && refused.wish.time == wish.time;
    });
    return found == all.end() ? nullptr : &*found;
}

std::string server_reason(const Ui& ui, const app::RefusedWish& refused, const core::Verdict& verdict) {
    return refused.code ? app::explain(ui.state(), app::reason_of(verdict, *refused.code), verdict, refused.wish.date)
                        : std::string(ui.text(Text::change_rejected));
}

/// One time of care: ticked when it is meant, or named with the reason why it cannot be.
void absence_row(Ui& ui, Column& column, const core::CareOption& absence) {
    const app::State& state = ui.state();
    const core::Wish& wish = absence.wish;
    const std::string label = app::day_name(state.language, wish.date) + ", " + app::time_range(wish.time);
    const std::string child(app::first_name(state, wish.child));
    const std::string key = wish.child.value + wish.date.to_string() + wish.time.start.to_string();
    if (!absence.verdict.allowed()) {
        const std::string reason = app::explain(state, absence.verdict.reasons.front(), absence.verdict, wish.date);
        quiet_line(ui, column, key,
                   ui.text(Text::change_not_possible, {{"time", child + ", " + label}, {"reason", reason}}));
        column.space(8);
        return;
    }
    std::string detail = child;
    const std::string credit = app::credit_text(state, absence.verdict);
    detail += credit.empty() ? "" : ". " + credit;
    const app::RefusedWish* refused = refusal_of(state, wish);
    const std::string error = refused != nullptr ? server_reason(ui, *refused, absence.verdict) : std::string();
    Checkbox box;
    box.key = key;
    box.label = label;
    box.detail = detail;
    box.error = error;
    box.checked = !app::is_left_out(state, wish);
    box.disabled = state.form.busy();
    if (checkbox(ui, column, box)) {
        edit_choices(ui, [&](app::ChangeChoices& choices) {
            if (!box.checked) {
                choices.left_out.erase(std::remove_if(choices.left_out.begin(), choices.left_out.end(),
                                                      [&](const core::Wish& other) {
                                                          return other.child == wish.child && other.date == wish.date &&
                                                                 other.time == wish.time;
                                                      }),
                                       choices.left_out.end());
            } else {
                choices.left_out.push_back(wish);
            }
        });
    }
}

void absence_rows(Ui& ui, Column& column, const FormView& view) {
    const app::State& state = ui.state();
    const std::vector<core::CareOption> all = app::absences(state, view.context);
    if (state.form.choices.children.empty() || !app::form_range(state)) {
        return;
    }
    if (all.empty()) {
        quiet_line(ui, column, "no-blocks", ui.text(Text::change_no_blocks));
        return;
    }
    part_title(ui, column, "blocks-title", Text::change_blocks);
    {
        Group group(ui, Role::kGroup, "blocks", ui.text(Text::change_blocks));
        if (view.wishes.empty()) {
            group.node().invalid = state.form.pressed;
            missing_line(ui, column, "no-block", Text::change_choose_block);
        }
        for (const core::CareOption& absence : all) {
            absence_row(ui, column, absence);
        }
    }
    if (app::has_part_times(state, all)) {
        column.space(8);
        typed_times(ui, column, Text::change_times, Text::change_part_hint, false);
    }
}

/// What several absences earn together, where they are paid in one unit.
void total(Ui& ui, Column& column, const FormView& view) {
    if (view.wishes.size() < 2) {
        return;
    }
    core::Credit sum{view.verdicts.front().credit_earned.unit, 0};
    for (const core::Verdict& verdict : view.verdicts) {
        if (verdict.credit_earned.amount != 0 && verdict.credit_earned.unit != sum.unit) {
            return;
        }
        sum.amount += verdict.credit_earned.amount;
    }
    column.space(8);
    Paragraph line;
    line.key = "total";
    std::string text = ui.text(Text::change_total, {{"count", std::to_string(view.wishes.size())}});
    if (sum.amount > 0) {
        text += " " + ui.text(Text::change_total_credit, {{"amount", app::credit(ui.state().language, sum)}});
    }
    line.text = text;
    line.type = Type::kItem;
    paragraph(ui, column, line);
}

}  // namespace

void absence_parts(Ui& ui, Column& column, const FormView& view) {
    days_choice(ui, column);
    reason_choice(ui, column);
    absence_rows(ui, column, view);
    total(ui, column, view);
}

void sick_parts(Ui& ui, Column& column, const FormView& view) {
    const app::State& state = ui.state();
    const std::array<RadioOption, 2> options{
        {{"open", ui.text(Text::change_end_open), {}, false}, {"known", ui.text(Text::change_end_known), {}, false}}};
    RadioGroup group;
    group.key = "end";
    group.caption.label = ui.text(Text::change_end_title);
    group.chosen = options[state.form.choices.has_last ? 1 : 0].key;
    group.options = options;
    group.disabled = state.form.busy();
    if (const auto chosen = radio_group(ui, column, group)) {
        edit_choices(ui, [&](app::ChangeChoices& choices) { choices.has_last = *chosen == 1; });
    }
    column.space(8);
    if (state.form.choices.has_last) {
        last_day(ui, column, std::nullopt);
        column.space(8);
    }
    for (const core::Verdict& verdict : view.verdicts) {
        const std::string credit = view.wishes.empty() ? std::string() : app::credit_text(state, verdict);
        if (!credit.empty() && verdict.child != nullptr) {
            quiet_line(ui, column, "credit-" + verdict.child->id.value,
                       ui.text(Text::verdict_for, {{"names", verdict.child->first_name}, {"text", credit}}));
        }
    }
}

}  // namespace portal::ui
