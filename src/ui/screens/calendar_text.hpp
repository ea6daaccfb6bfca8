#pragma once

#include "app/calendar.hpp"
#include "app/text.hpp"
#include "core/occupancy.hpp"
#include "ui/widgets/legend.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The words of the month and the year.
namespace portal::ui {

/// What a screen reader says after a time, "aangevraagd"; empty for care by contract.
[[nodiscard]] std::string_view care_word(app::Language language, core::CareState state);

/// "Studiedag", or "Studiedag (De Kikkers)" where only that location is closed.
[[nodiscard]] std::string closed_name(const app::State& state, const app::ClosedDay& closed);

/// The holidays and closing days of a month, each with its days: "4 Studiedag", "19–31 Kerstvakantie".
[[nodiscard]] std::vector<LegendItem> free_time(const app::State& state, core::Month month);

/// The states of care that are among `blocks` from `first` to `last`, in their own order.
[[nodiscard]] std::vector<LegendItem> care_states(const app::State& state, const api::Occupancy* occupancy,
                                                  core::Date first, core::Date last);

}  // namespace portal::ui
