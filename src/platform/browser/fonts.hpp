#pragma once

#include <functional>
#include <string>
#include <vector>

namespace portal::platform::browser {

/// A TrueType file as boot.js fetched it, the same bytes that the page's text fields are drawn with.
struct FontFile {
    std::string name;  ///< the file's name without folder and extension, e.g. "nunito-sans-400"
    std::vector<unsigned char> bytes;
};

/// The fonts that were loaded before the client started. A second call gives none.
[[nodiscard]] std::vector<FontFile> take_fonts();

/// Where the fonts of rare letters go ("nunito-sans-400-ext"), once a shown text has one.
void on_font(std::function<void(FontFile)> arrived);

}  // namespace portal::platform::browser
