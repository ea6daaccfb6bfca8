#pragma once

#include "app/ports.hpp"

#include <functional>
#include <utility>

namespace portal::platform::headless {

/// Somebody looks at the page, unless the test says otherwise.
class FakePresence : public app::Presence {
  public:
    [[nodiscard]] bool visible() const override { return visible_; }
    [[nodiscard]] bool saves_data() const override { return saving; }
    void on_chance(std::function<void()> chance) override { chance_ = std::move(chance); }

    /// There is a network again.
    void come() { chance_(); }
    void hide() { visible_ = false; }
    void show() {
        visible_ = true;
        chance_();
    }

    bool saving = false;  ///< of data

  private:
    bool visible_ = true;
    std::function<void()> chance_;
};

}  // namespace portal::platform::headless
