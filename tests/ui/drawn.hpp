#pragma once

#include "semantics/node.hpp"
#include "ui/theme/color.hpp"

#include <vector>

namespace portal::ui::test {

/// Something that the last frame drew: the colour of a corner of a shape, or of a letter.
struct DrawnPoint {
    float x = 0;
    float y = 0;
    Color color;
};

/// What was drawn within `rect` (of the screen, at one device pixel per CSS pixel), without the faded edges of shapes.
[[nodiscard]] std::vector<DrawnPoint> drawn_in(const semantics::Rect& rect);

/// Whether `color` is among it.
[[nodiscard]] bool is_drawn(const semantics::Rect& rect, Color color);

}  // namespace portal::ui::test
