#pragma once

#include "app/record_form.hpp"
#include "ui/core/ui.hpp"

namespace portal::ui {

/// The fields of a record's form, in parts with titles: each part a card, fields that belong together beside each other
/// where there is room, and titles at the left of their cards on a wide page.
void record_sections(Ui& ui, Column& column, const app::RecordForm& form);

/// Where the cards of the parts stand.
[[nodiscard]] Column record_column(const Ui& ui, const Column& column);

}  // namespace portal::ui
