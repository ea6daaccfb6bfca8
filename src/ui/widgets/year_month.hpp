#pragma once

#include "ui/widgets/year_grid.hpp"

namespace portal::ui {

/// How the months of a year are laid out, all alike.
struct YearMetrics {
    float title_height = 0;
    float head_height = 0;
    float cell_width = 0;
    float cell_height = 0;
    TextStyle number;
    float mark = 3;  ///< how high a child's line is
    std::size_t lanes = 1;
};

/// The width below which days would be too small to press.
[[nodiscard]] float narrowest_year_month(const Ui& ui);
[[nodiscard]] YearMetrics measure_year_month(const Ui& ui, float width, std::size_t lanes);
[[nodiscard]] float year_month_height(const Ui& ui, const YearMetrics& metrics, const YearMonth& month);

/// Name, days, and below them the days off and how much care each child has.
void paint_year_month(Ui& ui, const Rect& place, const YearMetrics& metrics, const YearMonth& month);

struct YearMonthInput {
    core::Date tab_day;
    std::uint8_t heading_level = 2;
    std::optional<Rect> hint_place;  ///< set to the day that the pointer or keyboard focus is on
    std::string hint;
};

struct YearMonthResult {
    std::optional<core::Date> chosen;
    std::optional<core::Month> title_pressed;
};

/// What it means: a heading, a button to open the month, a grid of the days, a list of what stands below.
YearMonthResult record_year_month(Ui& ui, const Rect& place, const YearMetrics& metrics, const YearMonth& month,
                                  YearMonthInput& input);

}  // namespace portal::ui
