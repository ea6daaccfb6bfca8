#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace portal::core {

/// Takes the first code point off the front of `text`. Nothing for bytes that are no UTF-8 (RFC 3629: overlong forms,
/// surrogates and what lies beyond U+10FFFF are none either); `text` is then as it was.
[[nodiscard]] std::optional<char32_t> take_code_point(std::string_view& text);

/// How many code points a text has; nothing where it is no UTF-8.
[[nodiscard]] std::optional<std::size_t> count_code_points(std::string_view text);

/// Characters that nobody types into a form: controls of C0 and C1, and those that turn the direction of what stands
/// around them and so can make a text look like another (Unicode TR 36, 3.6). Line ends and tabs are left to the
/// caller; letters that are written from right to left are no such characters.
[[nodiscard]] bool is_control(char32_t character);

/// Whether it is what names are made of: no digit, sign, space or emoji.
[[nodiscard]] bool is_letter(char32_t character);

}  // namespace portal::core
