#pragma once

#include "ui/core/ui.hpp"

#include "imgui.h"

namespace portal::ui {

/// A white, rounded, softly lifted ground under what is drawn while the object lives. As high as its content: the
/// ground is painted behind it at the end.
class Card {
  public:
    /// Takes its place from `column` when it ends. `padding` at the sides; the content begins that much lower as well.
    Card(Ui& ui, Column& column, float padding = 16);
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
    ImDrawListSplitter splitter_;
};

}  // namespace portal::ui
