#pragma once

#include "ui/core/ui.hpp"

#include "imgui.h"

#include <optional>

namespace portal::ui {

/// A white, rounded, softly lifted ground under what is drawn while the object lives. As high as its content: the
/// ground is painted behind it at the end.
class Card {
  public:
    /// Takes its place from `column` when it ends. `padding` at the sides; the content begins that much lower as well.
    /// `ground` for a card that stands out: what is drawn on it needs a colour to match.
    Card(Ui& ui, Column& column, float padding = 16, std::optional<Color> ground = std::nullopt);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

    [[nodiscard]] Column& content() { return content_; }
    /// From edge to edge, across the padding.
    void divider();

  private:
    Ui& ui_;
    Column& outer_;
    Column content_;
    float padding_;
    std::optional<Color> ground_;
    ImDrawListSplitter splitter_;
};

}  // namespace portal::ui
