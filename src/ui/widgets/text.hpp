#pragma once

#include "ui/core/ui.hpp"

#include <optional>
#include <string_view>

namespace portal::ui {

enum class Align : std::uint8_t { kLeft, kCentre, kRight };

/// One line in the middle of `rect`'s height, shortened when it does not fit. Paint only. Returns the width it took.
float draw_line(Ui& ui, const Rect& rect, const TextStyle& style, std::string_view text, Color color,
                Align align = Align::kLeft);

/// Wrapped lines from the top of `rect` down. Paint only. Returns their height.
float draw_text(Ui& ui, Point at, float width, const TextStyle& style, std::string_view text, Color color);

/// The height that draw_text would take.
[[nodiscard]] float text_height(const Ui& ui, float width, const TextStyle& style, std::string_view text);

/// The style, made smaller where `text` would not fit otherwise, but not below `smallest`.
[[nodiscard]] TextStyle fitted(const Ui& ui, TextStyle style, std::string_view text, float width, float smallest);

struct Paragraph {
    std::string_view key;
    std::string_view text;
    Type type = Type::kBody;
    std::optional<Color> color;  ///< else that of text
    Role role = Role::kParagraph;
};
void paragraph(Ui& ui, Column& column, const Paragraph& paragraph);

/// A paragraph in the small, quiet letters of what is only said beside something else; nothing for an empty text.
void quiet_line(Ui& ui, Column& column, std::string_view key, std::string_view text);

struct Heading {
    std::string_view key;
    std::string_view text;
    std::uint8_t level = 2;
    Type type = Type::kSection;
    std::optional<Color> color = std::nullopt;  ///< else that of text
    /// Focus is put on it when the screen or dialog that it heads appears. Nothing can be done with it, so no ring.
    bool focusable = false;
};
NodeId heading(Ui& ui, Column& column, const Heading& heading);

}  // namespace portal::ui
