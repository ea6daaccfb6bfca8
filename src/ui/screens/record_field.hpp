#pragma once

#include "app/record_form.hpp"
#include "ui/core/ui.hpp"

#include <string>

namespace portal::ui {

/// A field of a record's form: something to type or to choose, or what only the organisation can change. Below it what
/// waits for an answer. Emits RecordTyped. Draws nothing where there is nothing to show.
void record_field(Ui& ui, Column& column, const app::RecordForm& form, const core::FieldSpec& spec);

/// Whether there is something to show.
[[nodiscard]] bool is_shown(const Ui& ui, const app::RecordForm& form, const core::FieldSpec& spec);

/// What takes focus in the field, where it is drawn in the group that is open now.
[[nodiscard]] NodeId focus_target(const Ui& ui, const core::FieldSpec& spec);

}  // namespace portal::ui
