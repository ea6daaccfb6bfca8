#include "app/selectors.hpp"
#include "ui/screens/change_parts.hpp"
#include "ui/widgets/option_card.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/select.hpp"
#include "ui/widgets/text.hpp"

#include <array>
#include <string>

namespace portal::ui {
namespace {

/// Whether the day is had or given up, where both are possible.
void direction(Ui& ui, Column& column, const FormView& view) {
    const app::State& state = ui.state();
    const core::DayVerdicts day = core::evaluate_day(view.context, app::form_child(state), *state.route.day);
    if (!day.give_swap.allowed() || !app::can_be_had(state, view.context)) {
        return;
    }
    const std::array<Segment, 2> segments{
        {{"take", ui.text(Text::change_takes)}, {"give", ui.text(Text::change_gives)}}};
    SegmentedControl control;
    control.key = "direction";
    control.name = app::text(state.language, Text::change_given);
    control.chosen = segments[state.form.choices.gives_day ? 1 : 0].key;
    control.segments = segments;
    if (const auto chosen = segmented_control(ui, column, control); chosen && !state.form.busy()) {
        edit_choices(ui, [&](app::ChangeChoices& choices) { choices.gives_day = *chosen == 1; });
    }
    column.space(12);
}

/// Which care of the day, where there is more than one.
void given_choice(Ui& ui, Column& column, const FormView& view) {
    const app::State& state = ui.state();
    const std::vector<core::CareSpan> spans = app::givable(state, view.context);
    if (spans.size() < 2) {
        return;
    }
    part_title(ui, column, "given-title", Text::change_given);
    Group group(ui, Role::kRadioGroup, "given", ui.text(Text::change_given));
    if (!state.form.choices.given) {
        group.node().invalid = state.form.pressed;
        missing_line(ui, column, "no-given", Text::change_choose_given);
    }
    for (const core::CareSpan& span : spans) {
        const std::string time = app::time_range(span.time);
        OptionCard option;
        option.key = time;
        option.title = time;
        option.chosen = state.form.choices.given == span;
        option.disabled = state.form.busy();
        if (option_card(ui, column, option)) {
            edit_choices(ui, [&](app::ChangeChoices& choices) { choices.given = span; });
        }
        column.space(8);
    }
}

/// The day that is had in return, of those that the rules allow.
void wanted_choice(Ui& ui, Column& column, const FormView& view) {
    const app::State& state = ui.state();
    const std::vector<core::Date> days = app::wanted_days(state, view.context);
    if (days.empty()) {
        quiet_line(ui, column, "no-days", ui.text(Text::change_no_days));
        return;
    }
    std::vector<std::string> keys;
    std::vector<std::string> labels;
    keys.emplace_back();
    labels.emplace_back(ui.text(Text::change_choose_day));
    for (const core::Date day : days) {
        keys.push_back(day.to_string());
        labels.push_back(app::day_name(state.language, day));
    }
    std::vector<SelectOption> options;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        options.push_back({keys[i], labels[i]});
    }
    const std::string chosen = state.form.choices.wanted ? state.form.choices.wanted->to_string() : std::string();
    SelectField field;
    field.key = "wanted";
    field.caption.label = ui.text(Text::change_wanted);
    field.caption.error = state.form.pressed && chosen.empty() ? ui.text(Text::change_choose_day) : std::string_view();
    field.chosen = chosen;
    field.options = options;
    field.required = true;
    field.disabled = state.form.busy();
    if (const std::string* key = select_field(ui, column, field)) {
        edit_choices(ui, [&](app::ChangeChoices& choices) { choices.wanted = core::Date::parse(*key); });
    }
    column.space(12);
}

}  // namespace

void swap_parts(Ui& ui, Column& column, const FormView& view) {
    direction(ui, column, view);
    if (!ui.state().form.choices.gives_day) {
        wanted_parts(ui, column, view);
        return;
    }
    given_choice(ui, column, view);
    if (app::given_care(ui.state(), view.context)) {
        wanted_choice(ui, column, view);
    }
    if (ui.state().form.choices.wanted) {
        time_part(ui, column, view);
    }
}

}  // namespace portal::ui
