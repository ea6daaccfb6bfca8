#pragma once

#include "app/state.hpp"
#include "core/date.hpp"
#include "ui/widgets/month_grid.hpp"

namespace portal::ui {

/// What the calendar of `month` shows of the state.
[[nodiscard]] MonthModel month_model(const app::State& state, core::Month month);

}  // namespace portal::ui
