#include "server/documents/fonts.hpp"

#include "server/documents/files.hpp"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <array>
#include <stdexcept>
#include <string_view>

namespace portal::server::documents {
namespace {

struct Font {
    FT_Face outlines = nullptr;
    cairo_font_face_t* face = nullptr;
};

Font font_of(FT_Library library, std::string_view file) {
    Font font;
    const auto* bytes = reinterpret_cast<const FT_Byte*>(file.data());
    if (FT_New_Memory_Face(library, bytes, static_cast<FT_Long>(file.size()), 0, &font.outlines) != 0) {
        throw std::runtime_error("a font of the program cannot be read");
    }
    font.face = cairo_ft_font_face_create_for_ft_face(font.outlines, FT_LOAD_NO_HINTING);
    return font;
}

/// Cairo keeps what it made of a face for as long as the program runs, and so do these.
class Fonts {
  public:
    Fonts() {
        if (FT_Init_FreeType(&library_) != 0) {
            throw std::runtime_error("FreeType does not start");
        }
        fonts_ = {{{font_of(library_, kRegularFont), font_of(library_, kRegularFontExtended)},
                   {font_of(library_, kBoldFont), font_of(library_, kBoldFontExtended)}}};
    }

    /// That which has the letter; the first where none has.
    [[nodiscard]] cairo_font_face_t* face_for(Weight weight, FT_ULong letter) const {
        const auto& [common, extended] = fonts_[static_cast<std::size_t>(weight)];
        const bool only_extended =
            FT_Get_Char_Index(common.outlines, letter) == 0 && FT_Get_Char_Index(extended.outlines, letter) != 0;
        return only_extended ? extended.face : common.face;
    }

  private:
    FT_Library library_ = nullptr;
    std::array<std::pair<Font, Font>, 2> fonts_;
};

const Fonts& fonts() {
    static const Fonts* const all = new Fonts;
    return *all;
}

struct Letter32 {
    FT_ULong code = 0xFFFD;
    std::size_t bytes = 1;
};

/// The first letter of UTF-8 text; the replacement character where that is none.
Letter32 first_letter(std::string_view text) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char first = byte(0);
    if (first < 0x80U) {
        return {first, 1};
    }
    const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : first >= 0xC2U ? 2 : 0;
    if (length == 0 || first > 0xF4U || text.size() < length) {
        return {};
    }
    FT_ULong code = first & (0x7FU >> length);
    for (std::size_t index = 1; index < length; ++index) {
        if ((byte(index) & 0xC0U) != 0x80U) {
            return {};
        }
        code = (code << 6U) | (byte(index) & 0x3FU);
    }
    constexpr std::array<FT_ULong, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < kLeast[length] || code > 0x10FFFF || surrogate ? Letter32{} : Letter32{code, length};
}

}  // namespace

std::string valid_text(const std::string& text) {
    std::string valid;
    for (std::string_view rest = text; !rest.empty();) {
        const Letter32 letter = first_letter(rest);
        valid += letter.code != 0xFFFD ? rest.substr(0, letter.bytes) : std::string_view{"?"};
        rest.remove_prefix(letter.bytes);
    }
    return valid;
}

std::vector<FontRun> runs_of(const std::string& text, Weight weight) {
    std::vector<FontRun> runs;
    for (std::string_view rest = text; !rest.empty();) {
        const Letter32 letter = first_letter(rest);
        const bool valid = letter.code != 0xFFFD;
        cairo_font_face_t* face = fonts().face_for(weight, valid ? letter.code : '?');
        if (runs.empty() || runs.back().face != face) {
            runs.push_back({face, {}});
        }
        runs.back().text += valid ? rest.substr(0, letter.bytes) : std::string_view{"?"};
        rest.remove_prefix(letter.bytes);
    }
    return runs;
}

}  // namespace portal::server::documents
