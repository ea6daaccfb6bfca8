#pragma once

#include "semantics/node.hpp"

#include <algorithm>

/// Lengths in CSS pixels.
namespace portal::ui {

using semantics::Rect;

struct Point {
    float x = 0;
    float y = 0;
};

[[nodiscard]] constexpr float right(const Rect& rect) {
    return rect.x + rect.width;
}
[[nodiscard]] constexpr float bottom(const Rect& rect) {
    return rect.y + rect.height;
}
[[nodiscard]] constexpr Point centre(const Rect& rect) {
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

/// Smaller by `x` at the left and right and by `y` at the top and bottom; larger when negative.
[[nodiscard]] constexpr Rect inset(const Rect& rect, float x, float y) {
    return {rect.x + x, rect.y + y, rect.width - 2 * x, rect.height - 2 * y};
}
[[nodiscard]] constexpr Rect inset(const Rect& rect, float by) {
    return inset(rect, by, by);
}

/// A rectangle of that size in the middle of `rect`.
[[nodiscard]] constexpr Rect centred(const Rect& rect, float width, float height) {
    return {rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width, height};
}

[[nodiscard]] constexpr Rect moved(const Rect& rect, float x, float y) {
    return {rect.x + x, rect.y + y, rect.width, rect.height};
}

[[nodiscard]] constexpr bool overlap(const Rect& a, const Rect& b) {
    return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

[[nodiscard]] inline Rect around(const Rect& a, const Rect& b) {
    const float left = std::min(a.x, b.x);
    const float top = std::min(a.y, b.y);
    return {left, top, std::max(right(a), right(b)) - left, std::max(bottom(a), bottom(b)) - top};
}

/// Where the next thing goes: things stand under each other, all `width` wide.
struct Column {
    float x = 0;
    float y = 0;
    float width = 0;

    Rect take(float height) {
        const Rect rect{x, y, width, height};
        y += height;
        return rect;
    }
    void space(float height) { y += height; }
    [[nodiscard]] Column inside(float margin) const { return {x + margin, y, width - 2 * margin}; }
};

}  // namespace portal::ui
