#pragma once

#include "ui/core/ui.hpp"

namespace portal::ui {

/// While it lives, nodes and pixels stay on the screen instead of moving with the page.
class FixedLayer {
  public:
    explicit FixedLayer(Ui& ui);
    ~FixedLayer();
    FixedLayer(const FixedLayer&) = delete;
    FixedLayer& operator=(const FixedLayer&) = delete;

  private:
    Ui& ui_;
    Point offset_;
    Layer layer_;
    ImDrawList* list_;
};

/// A part of the screen that scrolls its own content when that is higher; the content begins at (0, 0) then.
class Scroller {
  public:
    Scroller(Ui& ui, std::string_view key, const Rect& rect, float content_height);
    ~Scroller();
    Scroller(const Scroller&) = delete;
    Scroller& operator=(const Scroller&) = delete;

    /// Where the content goes.
    [[nodiscard]] Column content() const;

  private:
    Ui& ui_;
    Group group_;
    Rect rect_;
    bool scrolls_;
    Point offset_;
};

}  // namespace portal::ui
