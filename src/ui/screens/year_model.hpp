#pragma once

#include "app/state.hpp"
#include "ui/widgets/year_grid.hpp"

namespace portal::ui {

/// The year as the state knows it. `in_words` also says of each day what it shows; a year that only passes by under a
/// finger does without.
[[nodiscard]] YearModel year_model(const app::State& state, int year, bool in_words = true);

}  // namespace portal::ui
