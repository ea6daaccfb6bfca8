#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace portal::core {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Blocks without letters above ASCII: signs and punctuation, arrows to symbols, variation selectors, emoji, tags.
constexpr std::array<Range, 8> kSigns{{{0x80, 0xBF},
                                       {0xD7, 0xD7},
                                       {0xF7, 0xF7},
                                       {0x2000, 0x2BFF},
                                       {0x3000, 0x303F},
                                       {0xFE00, 0xFE0F},
                                       {0x1F000, 0x1FAFF},
                                       {0xE0000, 0xE0FFF}}};

/// The first byte's length and its bits of the code point.
struct Lead {
    std::size_t length;
    char32_t bits;
    char32_t least;  ///< what needs this many bytes
};

std::optional<Lead> lead_of(unsigned char byte) {
    if (byte < 0x80) {
        return Lead{1, byte, 0};
    }
    if (byte >= 0xC2 && byte < 0xE0) {
        return Lead{2, byte & 0x1FU, 0x80};
    }
    if (byte >= 0xE0 && byte < 0xF0) {
        return Lead{3, byte & 0x0FU, 0x800};
    }
    if (byte >= 0xF0 && byte < 0xF5) {
        return Lead{4, byte & 0x07U, 0x10000};
    }
    return std::nullopt;
}

bool is_in(Range range, char32_t character) {
    return range.first <= character && character <= range.last;
}

}  // namespace

std::optional<char32_t> take_code_point(std::string_view& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    const auto lead = lead_of(static_cast<unsigned char>(text.front()));
    if (!lead || text.size() < lead->length) {
        return std::nullopt;
    }
    char32_t point = lead->bits;
    for (std::size_t index = 1; index < lead->length; ++index) {
        const auto byte = static_cast<unsigned char>(text[index]);
        if ((byte & 0xC0U) != 0x80U) {
            return std::nullopt;
        }
        point = (point << 6U) | (byte & 0x3FU);
    }
    if (point < lead->least || point > 0x10FFFF || is_in({0xD800, 0xDFFF}, point)) {
        return std::nullopt;
    }
    text.remove_prefix(lead->length);
    return point;
}

std::optional<std::size_t> count_code_points(std::string_view text) {
    std::size_t count = 0;
    while (!text.empty()) {
        if (!take_code_point(text)) {
            return std::nullopt;
        }
        ++count;
    }
    return count;
}

bool is_control(char32_t character) {
    return character < 0x20 || is_in({0x7F, 0x9F}, character) || is_in({0x2028, 0x202E}, character) ||
           is_in({0x2066, 0x2069}, character) || character == 0xFEFF;
}

bool is_letter(char32_t character) {
    if (character < 0x80) {
        return is_in({'a', 'z'}, character) || is_in({'A', 'Z'}, character);
    }
    return std::none_of(kSigns.begin(), kSigns.end(), [&](Range range) { return is_in(range, character); });
}

}  // namespace portal::core
