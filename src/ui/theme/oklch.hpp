#pragma once

#include "ui/theme/color.hpp"

namespace portal::ui {

/// A colour by what the eye tells apart. Equal steps of it look equal, which those of HSL do not. Its hue is kept as a
/// direction, so that no angle is needed.
/// https://www.w3.org/TR/css-color-4/#ok-lab
struct Oklch {
    double lightness = 0;  ///< 0 black to 1 white
    double chroma = 0;     ///< 0 grey to about 0.37
    double hue_a = 1;      ///< the hue's cosine
    double hue_b = 0;      ///< and sine
};

[[nodiscard]] Oklch to_oklch(Color color);

/// The nearest colour of that lightness and hue that a screen can show: chroma gives way.
[[nodiscard]] Color to_color(const Oklch& color);

}  // namespace portal::ui
