#include "ui/theme/color.hpp"

#include <algorithm>
#include <cmath>

namespace portal::ui {
namespace {

std::uint8_t to_byte(float value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

double luminance(Color color) {
    return 0.2126 * to_linear(color.red) + 0.7152 * to_linear(color.green) + 0.0722 * to_linear(color.blue);
}

}  // namespace

double to_linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

Color faded(Color color, float share) {
    color.alpha = to_byte(static_cast<float>(color.alpha) * share);
    return color;
}

Color blend(Color over, Color ground) {
    const float share = static_cast<float>(over.alpha) / 255.0F;
    const auto mix = [share](std::uint8_t top, std::uint8_t bottom) {
        return to_byte(static_cast<float>(top) * share + static_cast<float>(bottom) * (1.0F - share));
    };
    return {mix(over.red, ground.red), mix(over.green, ground.green), mix(over.blue, ground.blue)};
}

double contrast(Color one, Color other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace portal::ui
