#include "ui/widgets/bar_chart.hpp"

#include "ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace portal::ui {
namespace {

constexpr float kPlot = 180;
constexpr float kSwatch = 14;
constexpr float kBarRound = 4;

float total(const ChartBar& bar) {
    return std::accumulate(bar.values.begin(), bar.values.end(), 0.0F);
}

float most_of(const BarChart& chart) {
    float most = 0;
    for (const ChartBar& bar : chart.bars) {
        most = std::max(most, total(bar));
    }
    return most;
}

void paint_part(Ui& ui, const Rect& rect, const ChartSeries& series) {
    Painter& paint = ui.paint();
    const float round = std::min({kBarRound, rect.width / 2, rect.height / 2});
    switch (series.fill) {
        case BarFill::kSolid:
            paint.fill(rect, series.tone.text, round);
            break;
        case BarFill::kHatched:
            paint.fill(rect, series.tone.ground, round);
            paint.push_clip(rect);
            paint.hatch(rect, series.tone.text, 6, 1.5F);
            paint.pop_clip();
            paint.outline(rect, series.tone.text, round, 1.5F);
            break;
        case BarFill::kOutlined:
            paint.fill(rect, series.tone.ground, round);
            paint.outline(rect, series.tone.text, round, 1.5F);
            break;
    }
}

/// What the fills mean, above the bars.
void draw_legend(Ui& ui, Column& column, const BarChart& chart) {
    const TextStyle style = ui.theme().type(Type::kSecondary);
    float x = column.x;
    for (const ChartSeries& series : chart.series) {
        const float width = kSwatch + 6 + ui.fonts().width(style, series.label);
        if (x > column.x && x + width > column.x + column.width) {
            x = column.x;
            column.space(style.line + 2);
        }
        paint_part(ui, {x, column.y + (style.line - kSwatch) / 2, kSwatch, kSwatch}, series);
        draw_line(ui, {x + kSwatch + 6, column.y, width - kSwatch - 6, style.line}, style, series.label,
                  ui.colors().secondary);
        x += width + 16;
    }
    column.space(style.line + 10);
}

/// What the table says of a bar; its picture is the row.
void record_row(Ui& ui, const Rect& rect, const BarChart& chart, std::size_t index) {
    const ChartBar& bar = chart.bars[index];
    Group row(ui, Role::kRow, bar.key);
    row.set_rect(rect);
    row.node().row = static_cast<std::uint16_t>(index + 2);
    Node& name = ui.record(Role::kRowHeader, "name", rect);
    name.name = bar.name;
    name.column = 1;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        Node& cell = ui.record(Role::kCell, chart.series[i].key, rect);
        cell.name = chart.say(bar.values[i]);
        cell.column = static_cast<std::uint16_t>(i + 2);
    }
}

void record_head(Ui& ui, const Rect& rect, const BarChart& chart) {
    Group row(ui, Role::kRow, "head");
    row.set_rect(rect);
    row.node().row = 1;
    Node& name = ui.record(Role::kColumnHeader, "name", rect);
    name.name = chart.name;
    name.column = 1;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        Node& head = ui.record(Role::kColumnHeader, chart.series[i].key, rect);
        head.name = chart.series[i].label;
        head.column = static_cast<std::uint16_t>(i + 2);
    }
}

// --- Upright ---------------------------------------------------------------------------------------------------------

struct Plot {
    Rect rect;
    float top_value = 1;
    float slot = 0;
};

bool fits_upright(const Ui& ui, float slot, const BarChart& chart) {
    const TextStyle style = ui.theme().type(Type::kCaption);
    return std::all_of(chart.bars.begin(), chart.bars.end(),
                       [&](const ChartBar& bar) { return ui.fonts().width(style, bar.label) + 6 <= slot; });
}

float scale_width(const Ui& ui, const BarChart& chart, const std::vector<float>& steps) {
    float widest = 0;
    for (const float step : steps) {
        widest = std::max(widest, ui.fonts().width(ui.theme().type(Type::kCaption), chart.say(step)));
    }
    return widest + 8;
}

void paint_scale(Ui& ui, const Plot& plot, float scale, const BarChart& chart, const std::vector<float>& steps) {
    const TextStyle style = ui.theme().type(Type::kCaption);
    for (const float step : steps) {
        const float y = bottom(plot.rect) - step / plot.top_value * plot.rect.height;
        const Color line = step == 0 ? ui.colors().control : ui.colors().line;
        ui.paint().line({plot.rect.x, y}, {right(plot.rect), y}, line);
        draw_line(ui, {plot.rect.x - scale, y - style.line / 2, scale - 8, style.line}, style, chart.say(step),
                  ui.colors().secondary, Align::kRight);
    }
}

void draw_upright(Ui& ui, Column& column, const BarChart& chart, const std::vector<float>& steps, float scale) {
    const TextStyle style = ui.theme().type(Type::kCaption);
    column.space(style.line / 2);
    const Rect area = column.take(kPlot);
    Plot plot{{area.x + scale, area.y, area.width - scale, area.height}, steps.back(), 0};
    plot.slot = plot.rect.width / static_cast<float>(chart.bars.size());
    paint_scale(ui, plot, scale, chart, steps);
    const Rect labels = column.take(style.line + 6);
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const ChartBar& bar = chart.bars[i];
        const float x = plot.rect.x + static_cast<float>(i) * plot.slot;
        const float width = std::min(plot.slot * 0.62F, 44.0F);
        float y = bottom(plot.rect);
        for (std::size_t k = 0; k < chart.series.size(); ++k) {
            const float height = bar.values[k] / plot.top_value * plot.rect.height;
            if (height > 0) {
                paint_part(ui, {x + (plot.slot - width) / 2, y - height, width, height}, chart.series[k]);
            }
            y -= height;
        }
        draw_line(ui, {x, labels.y + 6, plot.slot, style.line}, style, bar.label, ui.colors().secondary,
                  Align::kCentre);
        record_row(ui, {x, plot.rect.y, plot.slot, bottom(labels) - plot.rect.y}, chart, i);
    }
}

// --- Lying -----------------------------------------------------------------------------------------------------------

void draw_lying(Ui& ui, Column& column, const BarChart& chart) {
    constexpr float kBar = 16;
    constexpr float kGap = 10;
    const TextStyle label = ui.theme().type(Type::kSecondaryStrong);
    const TextStyle value = ui.theme().type(Type::kSecondary);
    float labels = 0;
    float values = 0;
    for (const ChartBar& bar : chart.bars) {
        labels = std::max(labels, ui.fonts().width(label, bar.label));
        values = std::max(values, ui.fonts().width(value, chart.say(total(bar))));
    }
    const float most = std::max(most_of(chart), 0.001F);
    const float left = column.x + labels + kGap;
    const float room = std::max(24.0F, column.width - labels - values - 2 * kGap);
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const ChartBar& bar = chart.bars[i];
        const Rect row = column.take(std::max(label.line, kBar) + 12);
        draw_line(ui, {row.x, row.y, labels, row.height}, label, bar.label, ui.colors().text);
        float x = left;
        for (std::size_t k = 0; k < chart.series.size(); ++k) {
            const float width = bar.values[k] / most * room;
            if (width > 0) {
                paint_part(ui, {x, row.y + (row.height - kBar) / 2, width, kBar}, chart.series[k]);
            }
            x += width;
        }
        draw_line(ui, {x + kGap, row.y, values, row.height}, value, chart.say(total(bar)), ui.colors().secondary);
        record_row(ui, row, chart, i);
    }
}

}  // namespace

std::vector<float> chart_steps(float most) {
    if (most <= 0) {
        return {0, 1};
    }
    // The largest of 1, 2, 2.5 and 5 times a power of ten that makes at least three steps.
    const float power = std::pow(10.0F, std::floor(std::log10(most / 3)));
    float step = power;
    for (const float factor : {2.0F, 2.5F, 5.0F}) {
        step = factor * power * 3 <= most ? factor * power : step;
    }
    std::vector<float> steps;
    const int count = static_cast<int>(std::ceil(most / step - 0.001F));
    for (int i = 0; i <= count; ++i) {
        steps.push_back(static_cast<float>(i) * step);
    }
    return steps;
}

void bar_chart(Ui& ui, Column& column, const BarChart& chart) {
    Group table(ui, Role::kTable, chart.key, chart.name);
    const Column begin = column;
    draw_legend(ui, column, chart);
    record_head(ui, {begin.x, begin.y, begin.width, column.y - begin.y}, chart);
    const std::vector<float> steps = chart_steps(most_of(chart));
    const float scale = scale_width(ui, chart, steps);
    const float slot = (column.width - scale) / static_cast<float>(std::max<std::size_t>(chart.bars.size(), 1));
    if (fits_upright(ui, slot, chart)) {
        draw_upright(ui, column, chart, steps, scale);
    } else {
        draw_lying(ui, column, chart);
    }
    table.set_rect({begin.x, begin.y, begin.width, column.y - begin.y});
}

}  // namespace portal::ui
