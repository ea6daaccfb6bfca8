#include "ui/theme/oklch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace portal::ui {
namespace {

// The matrices of CSS Color 4, which take linear sRGB to OKLab and back.
// https://www.w3.org/TR/css-color-4/#color-conversion-code
using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix kRgbToLms{{{0.4122214708, 0.5363325363, 0.0514459929},
                            {0.2119034982, 0.6806995451, 0.1073969566},
                            {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix kLmsToLab{{{0.2104542553, 0.7936177850, -0.0040720468},
                            {1.9779984951, -2.4285922050, 0.4505937099},
                            {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Matrix kLabToLms{
    {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}}};
constexpr Matrix kLmsToRgb{{{4.0767416621, -3.3077115913, 0.2309699292},
                            {-1.2684380046, 2.6097574011, -0.3413193965},
                            {-0.0041960863, -0.7034186147, 1.7076147010}}};

Triple times(const Matrix& matrix, const Triple& v) {
    Triple result{};
    for (std::size_t i = 0; i < 3; ++i) {
        result[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
    }
    return result;
}

double from_linear(double value) {
    return value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
}

Triple to_linear_rgb(const Oklch& color) {
    const Triple lab{color.lightness, color.chroma * color.hue_a, color.chroma * color.hue_b};
    Triple lms = times(kLabToLms, lab);
    for (double& value : lms) {
        value = value * value * value;
    }
    return times(kLmsToRgb, lms);
}

bool can_be_shown(const Triple& rgb) {
    constexpr double kRounding = 1e-4;
    return std::all_of(rgb.begin(), rgb.end(),
                       [](double value) { return value >= -kRounding && value <= 1 + kRounding; });
}

std::uint8_t to_byte(double linear) {
    return static_cast<std::uint8_t>(std::lround(255 * from_linear(std::clamp(linear, 0.0, 1.0))));
}

}  // namespace

Oklch to_oklch(Color color) {
    Triple lms = times(kRgbToLms, {to_linear(color.red), to_linear(color.green), to_linear(color.blue)});
    for (double& value : lms) {
        value = std::pow(value, 1.0 / 3);
    }
    const Triple lab = times(kLmsToLab, lms);
    const double chroma = std::sqrt(lab[1] * lab[1] + lab[2] * lab[2]);
    if (chroma == 0) {
        return {lab[0]};
    }
    return {lab[0], chroma, lab[1] / chroma, lab[2] / chroma};
}

Color to_color(const Oklch& color) {
    constexpr int kSteps = 12;  // halvings: finer than a byte
    Oklch shown = color;
    shown.lightness = std::clamp(color.lightness, 0.0, 1.0);
    Triple rgb = to_linear_rgb(shown);
    if (!can_be_shown(rgb)) {
        double low = 0;
        double high = color.chroma;
        for (int i = 0; i < kSteps; ++i) {
            shown.chroma = (low + high) / 2;
            (can_be_shown(to_linear_rgb(shown)) ? low : high) = shown.chroma;
        }
        shown.chroma = low;
        rgb = to_linear_rgb(shown);
    }
    return {to_byte(rgb[0]), to_byte(rgb[1]), to_byte(rgb[2])};
}

}  // namespace portal::ui
