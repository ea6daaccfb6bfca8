#pragma once

#include "semantics/node.hpp"

namespace portal::platform::browser {

/// The elements over the canvas (shell/mirror.js), kept equal to the last tree by their differences.
class Mirror {
  public:
    void show(const semantics::Tree& tree);

    /// What the browser itself did to its elements: typed text, a chosen option, a ticked box. A tree that disagrees
    /// then sets the element back.
    void remember(const semantics::Event& event);

  private:
    semantics::Tree shown_;
    bool empty_ = true;
};

}  // namespace portal::platform::browser
