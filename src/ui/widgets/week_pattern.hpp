#pragma once

#include "core/date.hpp"
#include "core/time_of_day.hpp"
#include "ui/core/ui.hpp"
#include "ui/widgets/caption.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace portal::ui {

/// On which days of the week a child comes, and when. Monday first.
struct WeekPattern {
    std::string_view key;
    std::string_view name;  ///< accessible name
    std::array<std::optional<core::TimeRange>, 7> days;
    std::size_t child = 0;  ///< whose colour: the child's position in the family
};

/// A list of the days with care to a screen reader.
void week_pattern(Ui& ui, Column& column, const WeekPattern& pattern);

/// Some days of the week to choose. Monday first.
struct WeekdayChoice {
    std::string_view key;
    Caption caption;
    std::array<bool, 7> chosen{};
    std::array<bool, 7> disabled{};
};

/// The day that was ticked or unticked.
std::optional<core::Weekday> weekday_choice(Ui& ui, Column& column, const WeekdayChoice& choice);

}  // namespace portal::ui
