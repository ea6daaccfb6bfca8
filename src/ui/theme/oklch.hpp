#pragma once

#include "ui/theme/color.hpp"

namespace portal::ui {

/// A colour by what the eye tells apart. Equal steps of it look equal, which those of HSL do not.
/// https://www.w3.org/TR/css-color-4/#ok-lab
struct Oklch {
    double lightness = 0;  ///< 0 black to 1 white
    double chroma = 0;     ///< 0 grey to about 0.37
    double hue = 0;        ///< radians
};

[[nodiscard]] Oklch to_oklch(Color color);

/// The nearest colour of that lightness and hue that a screen can show: chroma gives way.
[[nodiscard]] Color to_color(const Oklch& color);

}  // namespace portal::ui
