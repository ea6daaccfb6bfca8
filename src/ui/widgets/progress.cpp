#include "ui/widgets/progress.hpp"

#include "ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace portal::ui {
namespace {

constexpr float kBar = 10;
constexpr double kMotion = 0.25;

/// The stretch of an unknown share that is painted: it wanders, or stands in the middle for who wants no motion.
Rect wandering(Ui& ui, const Rect& bar) {
    constexpr double kPeriod = 1.6;  // seconds to and fro
    constexpr double kFrame = 1.0 / 30;
    constexpr float kPart = 0.3F;
    float at = 0.5F;
    if (!ui.viewport().reduced_motion) {
        const double phase = std::fmod(ui.seconds(), kPeriod) / kPeriod;
        at = static_cast<float>(0.5 - 0.5 * std::cos(phase * 2 * 3.14159265358979));
        ui.ask_frame(kFrame);
    }
    return {bar.x + at * (1 - kPart) * bar.width, bar.y, kPart * bar.width, bar.height};
}

/// Label and value on one line, or on two where that is too narrow.
void paint_words(Ui& ui, Column& column, const Progress& progress) {
    const Palette& colors = ui.colors();
    const TextStyle label = ui.theme().type(Type::kSecondaryStrong);
    const TextStyle value = ui.theme().type(Type::kSecondary);
    const Color quiet = progress.exceeded ? colors.warning.text : colors.secondary;
    const float value_width = ui.fonts().width(value, progress.value);
    if (ui.fonts().width(label, progress.label) + 12 + value_width <= column.width) {
        const Rect line = column.take(label.line);
        draw_line(ui, line, label, progress.label, colors.text);
        draw_line(ui, line, value, progress.value, quiet, Align::kRight);
        return;
    }
    column.space(draw_text(ui, {column.x, column.y}, column.width, label, progress.label, colors.text));
    column.space(draw_text(ui, {column.x, column.y}, column.width, value, progress.value, quiet));
}

}  // namespace

void progress(Ui& ui, Column& column, const Progress& progress) {
    const Palette& colors = ui.colors();
    const float top = column.y;
    paint_words(ui, column, progress);
    column.space(6);
    const Rect bar = column.take(kBar);
    Node& node = ui.record(Role::kProgress, progress.key, {bar.x, top, bar.width, column.y - top});
    node.name = progress.label;
    node.description = progress.value;
    node.busy = !progress.share;
    if (progress.share) {
        node.value = std::to_string(std::lround(std::clamp(*progress.share, 0.0F, 1.0F) * 100));
    }
    const NodeId id = node.id;

    ui.paint().fill(bar, colors.closed.ground, kBar / 2);
    if (ui.theme().high_contrast) {
        ui.paint().outline(bar, colors.control, kBar / 2);
    }
    if (!progress.share) {
        ui.paint().fill(wandering(ui, bar), colors.accent, kBar / 2);
        return;
    }
    const float share = ui.glide(id, std::clamp(*progress.share, 0.0F, 1.0F), kMotion);
    if (share > 0) {
        ui.paint().fill({bar.x, bar.y, std::max(kBar, share * bar.width), bar.height},
                        progress.exceeded ? colors.warning.text : colors.accent, kBar / 2);
    }
}

}  // namespace portal::ui
