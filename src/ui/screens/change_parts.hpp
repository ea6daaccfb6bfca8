#pragma once

#include "app/change_form.hpp"
#include "ui/core/ui.hpp"

#include <string_view>
#include <utility>
#include <vector>

/// The parts of the form of a change, a topic a file.
namespace portal::ui {

/// What the form's choices come to, worked out once a pass.
struct FormView {
    const core::CareContext& context;
    std::vector<core::Wish> wishes;
    std::vector<core::Verdict> verdicts;  ///< of the wishes; of the day while there are none
};

/// The choices with what was edited in this pass already: two fields can be filled in between two frames (by a password
/// manager, on a slow phone), and neither may undo the other.
[[nodiscard]] app::ChangeChoices edited_choices(Ui& ui);

/// Emits the choices as `change` makes them.
template <class Change>
void edit_choices(Ui& ui, core::RequestKind kind, Change change) {
    app::ChangeChoices choices = edited_choices(ui);
    change(choices);
    ui.emit(app::FormEdited{std::move(choices), kind});
}
template <class Change>
void edit_choices(Ui& ui, Change change) {
    edit_choices(ui, *ui.state().route.form, std::move(change));
}

void part_title(Ui& ui, Column& column, std::string_view key, Text text);

/// What is missing, where it belongs, once the parent wanted to save.
void missing_line(Ui& ui, Column& column, std::string_view key, Text text);

/// Extra care that was asked for without a day: the next days that can be asked.
void day_choice(Ui& ui, Column& column, const FormView& view);

/// The children that one press reports ill while none is chosen: those who are expected on the day.
[[nodiscard]] std::vector<const core::Child*> sick_at_once(const Ui& ui, const FormView& view);
void sick_buttons(Ui& ui, Column& column, const std::vector<const core::Child*>& children);

/// One child of those that it is possible for.
void one_child(Ui& ui, Column& column, const FormView& view);

/// Any of those that it is possible for.
void several_children(Ui& ui, Column& column, const FormView& view);

/// Extra care, or a swap that brings care on the day: the time, and then the ways to have it side by side.
void wanted_parts(Ui& ui, Column& column, const FormView& view);

/// The time of the wanted care.
void time_part(Ui& ui, Column& column, const FormView& view);

/// Two fields for times.
void typed_times(Ui& ui, Column& column, Text title, Text hint, bool required);

void swap_parts(Ui& ui, Column& column, const FormView& view);
void absence_parts(Ui& ui, Column& column, const FormView& view);
void sick_parts(Ui& ui, Column& column, const FormView& view);

}  // namespace portal::ui
