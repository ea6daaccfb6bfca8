#pragma once

#include "ui/core/ui.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace portal::ui {

/// How the parts of one kind are filled, so that kinds differ without colour too.
enum class BarFill : std::uint8_t { kSolid, kHatched, kOutlined };

/// What one kind of part stands for: contract, extra, sick.
struct ChartSeries {
    std::string_view key;
    std::string_view label;
    Tone tone;
    BarFill fill = BarFill::kSolid;
};

/// One bar: a month, a week, a child.
struct ChartBar {
    std::string_view key;
    std::string_view label;     ///< at the bar: "nov"
    std::string_view name;      ///< in full: "november 2026"
    std::vector<float> values;  ///< one for each series, 0 or more
};

/// Hours or cost as bars whose parts lie on each other. A table to a screen reader.
struct BarChart {
    std::string_view key;
    std::string_view name;
    std::span<const ChartSeries> series;
    std::span<const ChartBar> bars;
    std::function<std::string(float)> say;  ///< a value in words: "42,5 uur", "€ 512,00"
};

/// Upright bars, or lying ones with their totals where the labels would not fit under them.
void bar_chart(Ui& ui, Column& column, const BarChart& chart);

/// The ends of the scale's steps for values up to `most`: a few round numbers from 0 up.
[[nodiscard]] std::vector<float> chart_steps(float most);

}  // namespace portal::ui
