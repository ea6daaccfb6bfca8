#pragma once

#include <cairo.h>

#include <cstdint>
#include <string>
#include <vector>

namespace portal::server::documents {

enum class Weight : std::uint8_t { kRegular, kBold };

/// A part of a text whose letters are all in one font: Nunito Sans comes in two files, of which the second has the
/// letters of Latin Extended.
struct FontRun {
    cairo_font_face_t* face = nullptr;
    std::string text;
};

/// The text as UTF-8: with a question mark for each byte that is part of no letter, at which cairo would stop for good.
[[nodiscard]] std::string valid_text(const std::string& text);

/// The fonts are made once and stay; whoever draws with them holds `drawing_mutex`.
[[nodiscard]] std::vector<FontRun> runs_of(const std::string& text, Weight weight);

}  // namespace portal::server::documents
