#pragma once

#include "app/record_form.hpp"
#include "ui/core/ui.hpp"

#include <string>

namespace portal::ui {

/// A field of a record's form: something to type or to choose, or what only the organisation can change. Below it what
/// waits for an answer. Emits RecordTyped. Draws nothing where there is nothing to show.
void record_field(Ui& ui, Column& column, const app::RecordForm& form, const core::FieldSpec& spec);

/// The height of what stands above the field's box in that width: boxes of a row stand on one line.
[[nodiscard]] float field_head(const Ui& ui, const app::RecordForm& form, const core::FieldSpec& spec, float width);

/// Whether a parent cannot change it.
[[nodiscard]] bool is_fixed(const Ui& ui, const app::RecordForm& form, const core::FieldSpec& spec);

/// Whether there is something to show.
[[nodiscard]] bool is_shown(const Ui& ui, const app::RecordForm& form, const core::FieldSpec& spec);

/// What takes focus in the field, where it is drawn in the group that is open now.
[[nodiscard]] NodeId focus_target(const Ui& ui, const core::FieldSpec& spec);

}  // namespace portal::ui
