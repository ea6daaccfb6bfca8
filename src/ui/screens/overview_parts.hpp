#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/list_row.hpp"

#include <optional>

/// The parts of Overzicht, a topic a file. Each draws nothing where it has nothing to tell.
namespace portal::ui {

/// What the organisation tells all parents.
void notice_part(Ui& ui, Column& column);

/// Who goes to care today, or when a child does so next.
void today_part(Ui& ui, Column& column);

/// 'Ziekmelden' and 'Extra opvang'.
void action_part(Ui& ui, Column& column);

/// This week or the next, a row a day.
void week_part(Ui& ui, Column& column);

/// Credit that is about to be lost, answers that are new, requests that wait.
void news_part(Ui& ui, Column& column);

/// What is special about care, in a word; nothing for care by contract.
[[nodiscard]] std::optional<RowBadge> care_badge(const Ui& ui, core::CareState state);

}  // namespace portal::ui
