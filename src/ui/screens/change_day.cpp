#include "app/extra_days.hpp"
#include "app/overview.hpp"
#include "app/selectors.hpp"
#include "ui/screens/change_parts.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/chip.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <variant>
#include <vector>

namespace portal::ui {

app::ChangeChoices edited_choices(Ui& ui) {
    const std::vector<app::Action>& actions = ui.actions();
    const auto last = std::find_if(actions.rbegin(), actions.rend(), [](const app::Action& action) {
        return std::holds_alternative<app::FormEdited>(action);
    });
    return last != actions.rend() ? std::get<app::FormEdited>(*last).choices : ui.state().form.choices;
}

void day_choice(Ui& ui, Column& column, const FormView& view) {
    constexpr std::size_t kMost = 6;  // two lines of a phone; the month has all the others
    const app::State& state = ui.state();
    if (state.route.screen != app::Screen::kOverview || *state.route.form != core::RequestKind::kExtra) {
        return;
    }
    std::vector<core::Date> days = app::extra_days(state, view.context, kMost);
    if (std::find(days.begin(), days.end(), *state.route.day) == days.end()) {
        days.insert(std::upper_bound(days.begin(), days.end(), *state.route.day), *state.route.day);
    }
    part_title(ui, column, "day-title", Text::change_day);
    {
        const Group group(ui, Role::kRadioGroup, "day", ui.text(Text::change_day));
        ChipRow row(ui, column);
        for (const core::Date day : days) {
            const std::string key = day.to_string();
            const std::string label = app::short_date(state.language, day);
            Chip chip;
            chip.key = key;
            chip.label = label;
            chip.chosen = day == *state.route.day;
            chip.radio = true;
            if (row.add(chip) && !state.form.busy()) {
                ui.emit(app::FormDayChosen{day});
            }
        }
    }
    column.space(8);
    quiet_line(ui, column, "more-days", ui.text(Text::change_more_days));
    column.space(12);
}

std::vector<const core::Child*> sick_at_once(const Ui& ui, const FormView& view) {
    const app::State& state = ui.state();
    std::vector<const core::Child*> children;
    if (*state.route.form != core::RequestKind::kSick || !state.form.choices.children.empty() ||
        state.form.choices.has_last) {
        return children;
    }
    const std::vector<core::ChildId> possible =
        app::possible_children(state, view.context, core::RequestKind::kSick, *state.route.day);
    for (const app::ChildDay& of : app::care_on(state, *state.route.day)) {
        const bool expected = std::any_of(of.blocks.begin(), of.blocks.end(), app::comes);
        if (expected && std::find(possible.begin(), possible.end(), of.child->id) != possible.end()) {
            children.push_back(of.child);
        }
    }
    return children;
}

void sick_buttons(Ui& ui, Column& column, const std::vector<const core::Child*>& children) {
    for (const core::Child* child : children) {
        const std::string key = "sick-" + child->id.value;
        const std::string label = ui.text(Text::change_report_sick, {{"child", child->first_name}});
        Button send;
        send.key = key;
        send.label = label;
        if (button(ui, column, send)) {
            edit_choices(ui, [&](app::ChangeChoices& choices) { choices.children = {child->id}; });
            ui.emit(app::FormSubmitted{});
        }
        column.space(8);
    }
}

}  // namespace portal::ui
