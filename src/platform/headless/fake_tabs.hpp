#pragma once

#include "app/tabs.hpp"

#include <functional>
#include <utility>
#include <vector>

namespace portal::platform::headless {

/// Other pages whose part the test plays, or another world that is connected.
class FakeTabs : public app::Tabs {
  public:
    void tell(app::TabNews news) override {
        told.push_back(news);
        if (other_ != nullptr) {
            other_->hear(news);
        }
    }
    void on_told(std::function<void(app::TabNews)> hear) override { hear_ = std::move(hear); }

    /// Another page tells this one.
    void hear(app::TabNews news) { hear_(news); }
    /// From now on `other` hears what this one tells.
    void connect(FakeTabs& other) { other_ = &other; }

    std::vector<app::TabNews> told;

  private:
    std::function<void(app::TabNews)> hear_;
    FakeTabs* other_ = nullptr;
};

}  // namespace portal::platform::headless
