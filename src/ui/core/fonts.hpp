#pragma once

#include "ui/theme/theme.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImFont;

namespace portal::ui {

/// The typeface in its weights, and the icons. Measures in CSS pixels; glyphs are rasterised for the screen's density.
class Fonts {
  public:
    /// `name` is that of a file of the build, without its extension: "nunito-sans-700", "lucide". A second font under a
    /// weight's name with a suffix ("nunito-sans-700-cyrillic") adds its characters to that weight.
    void add(std::string_view name, std::span<const unsigned char> truetype);

    /// Device pixels per CSS pixel, from now on.
    void set_density(float density) { density_ = density; }
    [[nodiscard]] float density() const { return density_; }

    [[nodiscard]] ImFont* weight(Weight weight) const;
    [[nodiscard]] ImFont* icons() const { return icons_; }

    /// The font size in device pixels: whole, so that glyphs are never scaled.
    [[nodiscard]] float device_size(float size) const;

    [[nodiscard]] float width(const TextStyle& style, std::string_view text) const;

    /// From the top of a line to its baseline, in device pixels.
    [[nodiscard]] float baseline(const TextStyle& style) const;

    /// `text`, or as much of its beginning as fits with "…" after it.
    [[nodiscard]] std::string ellipsized(const TextStyle& style, std::string_view text, float width) const;

    /// The lines that `text` breaks into at spaces, hyphens and slashes; a longer word breaks where it must. Views into
    /// `text`.
    [[nodiscard]] std::vector<std::string_view> wrapped(const TextStyle& style, std::string_view text,
                                                        float width) const;

  private:
    /// How many bytes of `text` fit, at least one character.
    [[nodiscard]] std::size_t fitting(const TextStyle& style, std::string_view text, float width) const;

    std::array<ImFont*, kWeightCount> weights_{};
    ImFont* icons_ = nullptr;
    float density_ = 1;
};

}  // namespace portal::ui
