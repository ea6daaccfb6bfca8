#include "app/selectors.hpp"
#include "ui/screens/change_parts.hpp"
#include "ui/widgets/checkbox.hpp"
#include "ui/widgets/chip.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

bool is_chosen(const app::State& state, const core::ChildId& child) {
    const auto& chosen = state.form.choices.children;
    return std::find(chosen.begin(), chosen.end(), child) != chosen.end();
}

/// Those that it is possible for, and those that are chosen.
std::vector<const core::Child*> offered(const Ui& ui, const FormView& view) {
    const app::State& state = ui.state();
    const std::vector<core::ChildId> possible =
        app::possible_children(state, view.context, *state.route.form, *state.route.day);
    std::vector<const core::Child*> children;
    for (const core::Child& child : state.family.value->children) {
        if (is_chosen(state, child.id) || std::find(possible.begin(), possible.end(), child.id) != possible.end()) {
            children.push_back(&child);
        }
    }
    return children;
}

/// The child whose chip was pressed.
const core::Child* chips(Ui& ui, Column& column, const std::vector<const core::Child*>& children) {
    const core::Child* pressed = nullptr;
    const Group group(ui, Role::kRadioGroup, "child", ui.text(Text::change_child));
    ChipRow row(ui, column);
    for (const core::Child* child : children) {
        Chip chip;
        chip.key = child->id.value;
        chip.label = child->first_name;
        chip.child = app::child_index(ui.state(), child->id);
        chip.chosen = is_chosen(ui.state(), child->id);
        chip.radio = true;
        if (row.add(chip) && !ui.state().form.busy()) {
            pressed = child;
        }
    }
    return pressed;
}

/// The child whose box was ticked or unticked.
const core::Child* boxes(Ui& ui, Column& column, const std::vector<const core::Child*>& children) {
    const core::Child* pressed = nullptr;
    Group group(ui, Role::kGroup, "child", ui.text(Text::change_child));
    group.node().invalid = ui.state().form.pressed && ui.state().form.choices.children.empty();
    for (const core::Child* child : children) {
        Checkbox box;
        box.key = child->id.value;
        box.label = child->first_name;
        box.checked = is_chosen(ui.state(), child->id);
        box.disabled = ui.state().form.busy();
        pressed = checkbox(ui, column, box) ? child : pressed;
    }
    return pressed;
}

}  // namespace

void one_child(Ui& ui, Column& column, const FormView& view) {
    const std::vector<const core::Child*> children = offered(ui, view);
    if (children.size() < 2) {
        return;
    }
    part_title(ui, column, "child-title", Text::change_child);
    if (const core::Child* child = chips(ui, column, children); child != nullptr && !is_chosen(ui.state(), child->id)) {
        edit_choices(ui, [&](app::ChangeChoices& choices) { choices.children = {child->id}; });
    }
    column.space(12);
}

void several_children(Ui& ui, Column& column, const FormView& view) {
    const std::vector<const core::Child*> children = offered(ui, view);
    if (children.empty() || (children.size() == 1 && is_chosen(ui.state(), children.front()->id))) {
        return;
    }
    part_title(ui, column, "child-title", Text::change_child);
    if (ui.state().form.choices.children.empty()) {
        missing_line(ui, column, "no-child", Text::change_choose_child);
    }
    if (const core::Child* child = boxes(ui, column, children)) {
        edit_choices(ui, [&](app::ChangeChoices& choices) {
            const auto found = std::find(choices.children.begin(), choices.children.end(), child->id);
            if (found != choices.children.end()) {
                choices.children.erase(found);
            } else {
                choices.children.push_back(child->id);
            }
        });
    }
    column.space(12);
}

}  // namespace portal::ui
