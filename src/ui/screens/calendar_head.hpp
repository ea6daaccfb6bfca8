#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/card.hpp"

/// What stands above the month and the year alike: which it is, the way to others, and whose care it shows.
namespace portal::ui {

/// On a phone: rows under each other in `column`.
void narrow_calendar_head(Ui& ui, Column& column);

/// At the top of the calendar's card.
void wide_calendar_head(Ui& ui, Card& card);

/// Says so when the month or year could not be loaded. True when there is nothing of it to show below.
void pointed_days(Ui& ui, Column& column);

bool calendar_failure_notice(Ui& ui, Column& column);

}  // namespace portal::ui
