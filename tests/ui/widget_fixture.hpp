#pragma once

#include "app/world.hpp"
#include "platform/headless/fake_ports.hpp"
#include "ui/browser.hpp"
#include "ui/core/ui.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string_view>
#include <utility>

namespace portal::ui::test {

using semantics::Key;

/// Single widgets on a page of their own, used as a parent uses them. What `content` changes by an answer of a widget
/// it draws anew with `ui.redo()`.
class Widgets : public testing::Test {
  protected:
    using Content = std::function<void(Ui&, Column&)>;

    void show(Content content) {
        content_ = std::move(content);
        browser.show();
    }

    void move_on(double seconds) {
        browser.seconds += seconds;
        browser.show();
    }

    /// Fails the test when there is none.
    [[nodiscard]] semantics::Node get(Role role, std::string_view name) const {
        const Node* node = browser.find(role, name);
        EXPECT_NE(node, nullptr) << name;
        return node != nullptr ? *node : Node{};
    }

    [[nodiscard]] bool is_on(Role role, std::string_view name) const {
        return get(role, name).checked == semantics::Toggle::kOn;
    }

  private:
    float draw(Ui& ui) {
        Column column{16, 16, ui.viewport().width - 32};
        if (content_) {
            content_(ui, column);
        }
        return column.y + 16;
    }

    Content content_;
    platform::headless::FakeWorld outside_{app::test::local("2026-11-23 09:00").seconds, "/"};
    app::Store store_{outside_.ports(), [] {}};

  protected:
    Browser browser{store_, [this](Ui& ui) { return draw(ui); }};
};

}  // namespace portal::ui::test
