#pragma once

#include "ui/core/fonts.hpp"
#include "ui/core/geometry.hpp"
#include "ui/theme/color.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace portal::ui {

/// Which corners of a rectangle are rounded.
enum class Corners : std::uint8_t { kAll, kTop };

/// Paints in CSS pixels, moved by an offset, with edges on whole device pixels. What lies outside the clip is skipped.
class Painter {
  public:
    explicit Painter(const Fonts& fonts) : fonts_(fonts) {}

    /// Paints into `page` from now on; `screen` is the whole viewport.
    void begin(ImDrawList& page, ImDrawList& front, const Rect& screen);
    [[nodiscard]] ImDrawList& front() { return *front_; }  ///< over the page
    void use(ImDrawList& list) { list_ = &list; }
    [[nodiscard]] ImDrawList& list() { return *list_; }

    [[nodiscard]] Point offset() const { return offset_; }
    void set_offset(Point offset) { offset_ = offset; }

    /// In the coordinates of the caller, before the offset.
    void push_clip(const Rect& rect);
    void pop_clip();
    /// Nothing clipped until the matching pop_clip().
    void push_screen_clip();
    [[nodiscard]] bool sees(const Rect& rect) const;

    void fill(const Rect& rect, Color color, float radius = 0, Corners corners = Corners::kAll);
    /// Inside the rectangle's edge.
    void outline(const Rect& rect, Color color, float radius, float thickness = 1);
    void dashed_outline(const Rect& rect, Color color, float radius, float thickness = 1.5F);
    /// Diagonal stripes that rise to the right.
    void hatch(const Rect& rect, Color color, float gap, float thickness);
    /// Soft, below and around an opaque thing of that shape. `height` is how high it seems to lie, in CSS pixels.
    void shadow(const Rect& rect, float radius, Color color, float height);
    void line(Point from, Point to, Color color, float thickness = 1);
    void disc(Point centre, float radius, Color color);
    void ring(Point centre, float radius, Color color, float thickness);
    /// A quarter turn of a ring that begins at `turn` (0 to 1, clockwise from the right).
    void arc(Point centre, float radius, Color color, float thickness, float turn);
    /// Round but for the corner at the bottom left.
    void leaf(const Rect& rect, Color color);

    /// One line of text whose line box begins at `at`. Returns its width.
    float text(Point at, const TextStyle& style, std::string_view text, Color color);
    /// An icon in a square of `size`.
    void icon(Point at, float size, const char* glyph, Color color);

    [[nodiscard]] const Fonts& fonts() const { return fonts_; }

  private:
    struct Device;  // a rectangle in device pixels

    [[nodiscard]] float snap(float length) const;
    [[nodiscard]] Device to_device(const Rect& rect) const;
    [[nodiscard]] float stroke(float thickness) const;

    const Fonts& fonts_;
    ImDrawList* list_ = nullptr;
    ImDrawList* front_ = nullptr;
    Point offset_;
    Rect screen_;
    std::vector<Rect> clips_;  // on the screen, CSS pixels
};

}  // namespace portal::ui
