#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/list_row.hpp"

#include <string>

/// How a request is shown wherever it is: on its day, in the log, in a dialog.
namespace portal::ui {

/// The icon of a kind of change.
[[nodiscard]] const char* icon_of(core::RequestKind kind);

/// Its state in a word. Absence and illness that were accepted are 'reported', not 'approved'.
[[nodiscard]] RowBadge badge_of(const Ui& ui, const core::ChangeRequest& request);

/// When the care is that it is about: "woensdag 25 november, 07:30–13:00", or the days of an illness.
[[nodiscard]] std::string when_of(const Ui& ui, const core::ChangeRequest& request);

/// What is given up in a swap; empty for everything else.
[[nodiscard]] std::string given_of(const Ui& ui, const core::ChangeRequest& request);

/// What it costs or uses; empty where that is nothing.
[[nodiscard]] std::string cost_of(const Ui& ui, const core::ChangeRequest& request);

}  // namespace portal::ui
